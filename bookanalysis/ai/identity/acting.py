"""Whether a person acts in the story, or is only spoken of: prophets, rulers, myths, poets quoted."""

from collections.abc import Sequence
from itertools import pairwise

from bookanalysis.ai.identity.scene import LINE_END, Named, Scene
from bookanalysis.ai.identity.speaking import VOCATIVE
from bookanalysis.arabic.verbs import acts

FEWEST_OF_THE_UNACTING = 5
OCCASIONS_OF_TALK = 3
"""Who never acts is only spoken of, if named less often than the first and on so many occasions.

On the 19 novels labelled by hand, by which this was chosen, 6 of these are persons of the story and 19 are
not; of the other rare ones who never act and are in somebody's name as the father, none is and 10 are not.
"""
_OCCASION = 1500
"""Tokens between two mentions that make them two occasions."""
_MANY = 10
"""Mentions of one who is a person of the story whoever they are."""
_SHORTEST_VERB = 4
_BEFORE_A_TURN = frozenset({LINE_END, "-", "–", "—", "•"})
_NOT_AFTER = frozenset({"في", "الي", "من", "علي", "ى"})


def acts_here(scene: Scene, place: Named) -> bool:
    """Whether the one named does something here, is called, or has the next turn of a dialogue."""
    before = scene.before(place.first)
    after = scene.key(scene.after(place.last))
    if scene.key(before) in VOCATIVE:
        return True
    if not place.particle and acts(scene.key(before)):
        return True
    if after == ":":
        return scene.key(before) in _BEFORE_A_TURN
    return scene.key(before) not in _NOT_AFTER and place.particle in ("", "و", "ف") and _is_verb(after)


def is_in_the_story(scene: Scene, places: Sequence[Named], is_father: bool = False) -> bool:
    """Whether a person is more than spoken of; `is_father`: known from the names of others («بن سعد»)."""
    is_rare = len(places) < FEWEST_OF_THE_UNACTING and _occasions(places) >= OCCASIONS_OF_TALK
    if not (is_rare or (is_father and len(places) < _MANY)):
        return True
    return any(acts_here(scene, place) for place in places)


def _occasions(places: Sequence[Named]) -> int:
    starts = sorted(place.first for place in places)
    return bool(starts) + sum(later - earlier > _OCCASION for earlier, later in pairwise(starts))


def _is_verb(key: str) -> bool:
    """A verb that we know, or what looks like one of the present («سعد يلعب»)."""
    return acts(key) or (len(key) >= _SHORTEST_VERB and key.startswith("ي") and not key.startswith("يو"))
