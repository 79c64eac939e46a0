"""Whether a person is a man or a woman, from titles and the verbs beside the name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.lexicon import FEMALE_RANKS, FEMALE_VERBS, MALE_VERBS
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic.names import FEMALE_TITLES, MALE_TITLES

FEWEST_SIGNS = 2
AGREEMENT = 0.8


@dataclass(frozen=True, slots=True)
class Gender:
    """`female` or `male`, and the places that say so, as tokens from first to last."""

    value: str
    places: Sequence[tuple[int, int]]


def gender_of(mentions: Sequence[NamePlace], words: BookWords) -> Gender | None:
    """The gender that nearly all signs agree on; None where they are few or differ."""
    signs = [(sign, place) for mention in mentions for sign, place in _signs(mention, words)]
    for value in ("female", "male"):
        places = [place for sign, place in signs if sign == value]
        if len(places) >= FEWEST_SIGNS and len(places) >= AGREEMENT * len(signs):
            return Gender(value, places)
    return None


def _signs(mention: NamePlace, words: BookWords) -> list[tuple[str, tuple[int, int]]]:
    signs = []
    before = words.keys[mention.first - 1] if mention.first else "\n"
    if not words.particles[mention.first] and before in FEMALE_VERBS | MALE_VERBS:
        signs.append(("female" if before in FEMALE_VERBS else "male", (mention.first - 1, mention.last)))
    here = (mention.first, mention.last)
    if mention.title in FEMALE_TITLES or FEMALE_RANKS.intersection(mention.ranks):
        signs.append(("female", here))
    elif mention.title in MALE_TITLES or mention.ranks or mention.core[:1] == ("ابو",):
        signs.append(("male", here))
    elif mention.core[:1] == ("ام",):
        signs.append(("female", here))
    return signs
