"""Whether a person is a man or a woman, from titles and from what agrees with the name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.inflection import AND, with_particles
from bookanalysis.ai.readers.offline.lexicon import FEMALE_RANKS, FEMALE_VERBS, MALE_VERBS
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.ties import TIE_NOUNS
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic import fold
from bookanalysis.arabic.names import FEMALE_TITLES, MALE_TITLES

AGREEMENT = 0.8
ENOUGH = 2.0
"""The weight of signs that tells a gender; one title is enough, one verb is not."""
_CERTAIN = 2.0
_LIKELY = 1.0

_MORE_VERBS = (
    "أقبل انصرف رجع وصل لبث شعر أحس أدرك أراد سار مشى مات استيقظ أغمض نزل صعد هرب وثب ركب تقهقر"
    " تزوج تناول انطلق"
    " أشار اقترب أجاب استقبل تأثر فرح حزن غضب خاف دهش عجب"
)
_HIS_VERBS = MALE_VERBS | {form for verb in fold(_MORE_VERBS).split() for form in with_particles(verb, AND)}
_HER_VERBS = FEMALE_VERBS | {
    form
    for verb in fold(_MORE_VERBS).split()
    for form in with_particles((verb[:-1] if verb.endswith("ي") else verb) + "ت", AND)
}
_BARE_HIS = frozenset(verb for verb in _HIS_VERBS if verb[0] not in "وف")
_BARE_HER = frozenset(verb for verb in _HER_VERBS if verb[0] not in "وف")
_HE = frozenset({"وهو", "الذي"})
_SHE = frozenset({"وهي", "التي"})

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gender:
    """`female` or `male`, and the places that say so, as tokens from first to last."""

    value: str
    places: Sequence[Place]


def gender_of(mentions: Sequence[NamePlace], words: BookWords) -> Gender | None:
    """The gender that nearly all signs agree on; None where they are few or differ."""
    signs = [sign for mention in mentions for sign in _signs(mention, words)]
    total = sum(weight for _, weight, _ in signs)
    for value in ("female", "male"):
        weight = sum(weight for said, weight, _ in signs if said == value)
        if weight >= ENOUGH and weight >= AGREEMENT * total:
            return Gender(value, [place for said, _, place in signs if said == value])
    return None


def _signs(mention: NamePlace, words: BookWords) -> Iterator[tuple[str, float, Place]]:
    """What speaks for a gender at a mention, how much, and where."""
    first, last = mention.first, mention.last
    before = words.keys[first - 1] if first else "\n"
    behind = words.keys[last + 1]
    is_bare = not words.particles[first]
    if is_bare and before in _HIS_VERBS | _HER_VERBS:
        yield "female" if before in _HER_VERBS else "male", _LIKELY, (first - 1, last)
    if behind in _BARE_HER | _SHE:
        yield "female", _LIKELY, (first, last + 1)
    elif behind in _BARE_HIS | _HE:
        yield "male", _LIKELY, (first, last + 1)
    if is_bare and (of_whom := _kin(words, first - 1)):
        yield of_whom, _LIKELY, (first - 1, last)
    if (
        mention.title in FEMALE_TITLES
        or FEMALE_RANKS.intersection(mention.ranks)
        or mention.core[:1] == ("ام",)
    ):
        yield "female", _CERTAIN, (first, last)
    elif mention.title in MALE_TITLES or mention.ranks or mention.core[:1] == ("ابو",):
        yield "male", _CERTAIN, (first, last)


def _kin(words: BookWords, place: int) -> str | None:
    """The gender that a kin word with its owner's pronoun gives the name behind it («أخته لميس»)."""
    nouns = TIE_NOUNS.get(words.keys[place], ()) if place >= 0 else ()
    if any(noun.owner != "ها" for noun in nouns) and words.surface(place, place).endswith("ة"):
        return None
    genders = {"female" if noun.is_woman else "male" for noun in nouns if noun.owner in ("ه", "ها")}
    return genders.pop() if len(genders) == 1 else None
