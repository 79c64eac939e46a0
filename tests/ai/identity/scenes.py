"""Scenes for tests: a text in which each name is found wherever it stands."""

from bookanalysis.ai.identity.scene import Scene, SceneText
from bookanalysis.arabic import FoldedText


def scene_of(text: str, *names: str) -> Scene:
    """The persons are numbered as the names are; the forms of one person are parted by «|»."""
    folded = FoldedText(text)
    mentions: dict[int, tuple[int, int, int]] = {}
    for who, forms in enumerate(names):
        for start, end in folded.find(forms.split("|")):
            if start not in mentions or end > mentions[start][2]:
                mentions[start] = (who, start, end)
    return SceneText(text).scene(list(mentions.values()))
