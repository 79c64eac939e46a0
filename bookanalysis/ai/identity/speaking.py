"""Where a text shows that two names are two people: one speaks to the other, or «و» joins them."""

from collections.abc import Iterator
from itertools import islice, pairwise

from bookanalysis.ai.identity.scene import LINE_END, Named, Scene
from bookanalysis.arabic.verbs import acts, speaks

VOCATIVE = frozenset({"يا", "ايها", "ايتها"})
_AND = (["و"], ["وبين"], ["مع"], ["ومع"])
_TO = (["الي"], ["ل"], ["نحو"])
_REACH = 14
"""Tokens from a speaker to the vocative that opens the speech."""


def find_apart(scene: Scene) -> Iterator[tuple[int, int]]:
    """Pairs of places, by their numbers in the scene, that name two different people.

    «سعد وسعيد», «بين سعد وبين سعيد», «قال سعد لسعيد», «التفت سعد إلى سعيد», «قال سعد: يا سعيد».
    """
    for number, (one, other) in enumerate(pairwise(scene.named)):
        if one.who != other.who and (_is_joined(scene, one, other) or _is_addressed(scene, one, other)):
            yield number, number + 1
    for number, speaker in enumerate(scene.named):
        if not speaker.particle and speaks(scene.key(scene.before(speaker.first))):
            yield from _called_by(scene, number)


def _is_joined(scene: Scene, one: Named, other: Named) -> bool:
    between = scene.between(one, other)
    return between in _AND or (not between and other.particle == "و")


def _is_addressed(scene: Scene, one: Named, other: Named) -> bool:
    verb = scene.key(scene.before(one.first))
    between = scene.between(one, other)
    if between:
        return between in _TO and acts(verb)
    return other.particle in ("ل", "لل") and speaks(verb)


def _called_by(scene: Scene, number: int) -> Iterator[tuple[int, int]]:
    """Whom the speaker calls by name before anybody else has the word."""
    speaker = scene.named[number]
    for heard, other in enumerate(islice(scene.named, number + 1, None), number + 1):
        said = scene.keys[speaker.last + 1 : other.first]
        if len(said) > _REACH or LINE_END in said or any(map(speaks, said)):
            return
        if other.who != speaker.who and scene.key(scene.before(other.first)) in VOCATIVE:
            yield number, heard
