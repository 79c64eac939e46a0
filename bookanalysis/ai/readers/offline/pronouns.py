"""Whom a pronoun means, and how sure that is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, SENTENCE_ENDS, Cast, Named
from bookanalysis.ai.readers.offline.lexicon import FEMALE_VERBS, MALE_VERBS
from bookanalysis.arabic import fold
from bookanalysis.arabic.names import FEMALE_TITLES, MALE_TITLES

PLAIN = 3.0
"""What words count that leave no doubt; where a pronoun may mean another, they count less."""
LIKELY = 1.5
FREE = 2.0
"""When of all others the sentence only tells whom somebody belongs to («لميس أخت سعاد في بيتها»)."""
ALONE_UNSEXED = 2.0
"""When nobody else of the sentence may be meant, but the text does not tell if they are a man or a woman."""
ALONE_BEFORE = 1.5
"""When only one who fits is named in the sentences before."""
UNSURE = 1.0
NAMELESS = {
    MALE: frozenset(
        fold(
            "رجل الرجل الطفل الغلام غلام الفتى فتى الصبي شاب الشاب ملك الخادم خادم أحد أحدهم عبد الولد"
        ).split()
    )
    | {title for title in MALE_TITLES if title.startswith("ال")},
    FEMALE: frozenset(
        fold("امرأة المرأة فتاة الفتاة طفلة الطفلة الخادمة جارية جاريتها عجوز البنت سيدة ملكة").split()
    )
    | {title for title in FEMALE_TITLES if title.startswith("ال")},
}
"""Who may be meant by a pronoun although they have no name."""
_SHORTEST_VERB = 3
_NEARBY = 10
_ANTECEDENT = 30
"""Tokens from a pronoun back to the name it means, at most."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun means, and how much the words count that hang on it."""

    named: Named
    weight: float


def antecedent(cast: Cast, place: int, gender: str, but: Iterable[int] = ()) -> Antecedent | None:
    """The one last named before a pronoun whom it may mean, in its sentence or the one before.

    Someone of whom it is not known whether they are a man or a woman makes it unclear.
    """
    excluded = set(but)
    earlier = cast.within(max(0, place - _ANTECEDENT), place - 1)
    here = [named for named in earlier if cast.same_scope(named.first, place)]
    for near in (here, earlier):
        fitting = [
            named
            for named in near
            if named.person not in excluded
            and cast.genders[named.person] in (gender, None)
            and cast.same_paragraph(named.first, place)
        ]
        if fitting:
            meant = _meant(cast, fitting, near is here)
            return _doubted(cast, meant, place, gender) if meant else None
    return None


def meant_nearby(cast: Cast, place: int, gender: str) -> Named | None:
    """The one of the sentence, named a few words before, whom alone a pronoun may mean."""
    meant = antecedent(cast, place, gender)
    if meant is None or meant.weight < PLAIN or place - meant.named.last > _NEARBY:
        return None
    return meant.named if meant.named.place.core else None


def meant_by_sentence(cast: Cast, place: int, gender: str) -> Named | None:
    """The one person of the sentences before whom a sentence that begins here goes on about."""
    if cast.key(place - 1) not in SENTENCE_ENDS:
        return None
    meant = antecedent(cast, place, gender)
    if meant is None or meant.weight not in (PLAIN, ALONE_BEFORE) or not meant.named.place.core:
        return None
    about = {named.person for named in cast.within(place - _ANTECEDENT, place)}
    return meant.named if len(about) == 1 else None


def _meant(cast: Cast, fitting: Sequence[Named], is_here: bool) -> Antecedent | None:
    is_alone = len({named.person for named in fitting}) == 1
    if cast.genders[fitting[-1].person] is None:
        return Antecedent(fitting[-1], ALONE_UNSEXED) if is_alone and is_here else None
    if is_alone:
        return Antecedent(fitting[-1], PLAIN if is_here else ALONE_BEFORE)
    free = [named for named in fitting if not cast.is_ruled(named)]
    if is_here and len({named.person for named in free}) == 1:
        others = [named for named in fitting if named.person != free[-1].person]
        return Antecedent(free[-1], FREE if all(map(cast.is_owner, others)) else LIKELY)
    if is_here and _is_subject(cast, fitting[-1]):
        return Antecedent(fitting[-1], LIKELY)
    return Antecedent(fitting[-1], UNSURE)


def _doubted(cast: Cast, meant: Antecedent, place: int, gender: str) -> Antecedent:
    """Less is sure where someone without a name stands between («أعطى سعد الطفل أخته»)."""
    between = cast.words.stems[meant.named.last + 1 : place]
    is_doubtful = not NAMELESS[gender].isdisjoint(between)
    return replace(meant, weight=min(meant.weight, UNSURE)) if is_doubtful else meant


def _is_subject(cast: Cast, named: Named) -> bool:
    """Whether a verb that agrees stands right before the mention, so that the sentence is about it."""
    before = cast.key(named.first - 1)
    if cast.words.particles[named.first] or named.first - 1 in cast.ending:
        return False
    if cast.genders[named.person] == FEMALE:
        return before in FEMALE_VERBS or (before.endswith("ت") and len(before) > _SHORTEST_VERB)
    return before in MALE_VERBS
