"""Particles that Arabic joins to the word after them: و ف ب ل ك, and لل for ل + ال."""

from collections.abc import Iterator

PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
LAM_WITH_ARTICLE = ("لل", "ولل", "فلل")
_SHORTEST_STEM = 2


def forms_with_particle(word: str) -> Iterator[tuple[int, str]]:
    """The word bare and behind every particle: how many letters of the form are not of the word.

    «الامير» stands in «للامير» after two letters: its article has melted into the particle.
    """
    yield 0, word
    if len(word) < _SHORTEST_STEM:
        return
    for particle in PROCLITICS:
        yield len(particle), particle + word
    if word.startswith("ال") and len(word) > len("ال") + 1:
        for particle in LAM_WITH_ARTICLE:
            yield len(particle), particle + word[len("ال") :]
