"""Ties that a verb or its noun says of someone: «أحب سعد لميس», «زواج سعد بلميس», «سعد يحبها»."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from bookanalysis.ai.readers.offline.cast import CLAUSE_ENDS, FEMALE, MALE, Cast, Named
from bookanalysis.ai.readers.offline.inflection import AND, HER, HIS, with_particles
from bookanalysis.ai.readers.offline.noun_ties import NEAR
from bookanalysis.ai.readers.offline.pronouns import PLAIN, antecedent
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import ALLY, ENEMY, FAMILY, ROMANTIC
from bookanalysis.arabic import fold
from bookanalysis.profile import RelationshipType

_VERBS = {
    FAMILY: "تزوج/يتزوج",
    ROMANTIC: "أحب/يحب عشق/يعشق هوي/يهوى خطب/يخطب شغف/يشغف هام/يهيم افتتن/يفتتن علق/يعلق",
    ENEMY: "أبغض/يبغض كره/يكره قتل/يقتل حارب/يحارب خان/يخون انتقم/ينتقم بارز/يبارز",
    ALLY: "خدم/يخدم حالف/يحالف بايع/يبايع",
}
_NOUNS = {
    FAMILY: "زواج اقتران قران",
    ROMANTIC: "حب غرام عشق هيام خطبة افتتان شغف ولع",
    ENEMY: "عداوة بغض كراهية انتقام خيانة قتل",
}
_OPENERS = frozenset(fold("كان كانت وكان وكانت قد وقد لقد فقد ثم وهو وهي").split())
"""Before a verb; behind another word it says more of that word («خصم تحبه») or is a noun («قتل لميس»)."""
_FROM = fold("من")
_LATER = 4
_WITH_PARTICLE = frozenset({"", "ب", "ل"})
_BEFORE_OBJECT = frozenset(fold("من على إلى").split())
_DENIED = frozenset(fold("لم لا لن ما ولم ولا ولن وما فلم فلا أن لو إن إذا هل سوف أأن لأن كي").split())


@dataclass(frozen=True, slots=True)
class _Verb:
    type: RelationshipType
    is_woman: bool
    object: str
    """The pronoun joined to it, "" for none."""


def _verb_forms() -> Mapping[str, _Verb]:
    forms: dict[str, _Verb] = {}
    for kind, verbs in _VERBS.items():
        for past, present in (verb.split("/") for verb in fold(verbs).split()):
            hers = past + "ت"
            for word, is_woman in (
                (past, False),
                (hers, True),
                (present, False),
                ("ت" + present[1:], True),
            ):
                for owner in ("", HIS, HER):
                    for form in with_particles(word + owner, AND):
                        forms.setdefault(form, _Verb(kind, is_woman, owner))
    return forms


VERBS = _verb_forms()
NOUNS: Mapping[str, RelationshipType] = {
    form: kind
    for kind, nouns in _NOUNS.items()
    for noun in fold(nouns).split()
    for form in with_particles(noun)
}


def verb_ties(cast: Cast) -> Iterator[Tie]:
    """The ties of the whole book that a verb or its noun says; love only between a man and a woman."""
    for tie in chain(_verbs(cast), _nouns(cast)):
        genders = {cast.genders[tie.a], cast.genders[tie.b]}
        if tie.type is not ROMANTIC or genders not in ({MALE}, {FEMALE}):
            yield tie


def _verbs(cast: Cast) -> Iterator[Tie]:
    for place in cast.places_of(VERBS):
        is_noun = cast.ends_with(place, "ة")
        if cast.key(place - 1) not in _DENIED and place not in cast.starting and not is_noun:
            yield from _told(cast, place, VERBS[cast.key(place)])


def _nouns(cast: Cast) -> Iterator[Tie]:
    for place in cast.places_of(NOUNS):
        subject = cast.starting.get(place + 1)
        if subject is None or not subject.place.core or cast.is_joined(subject):
            continue
        other = _object(cast, subject.last + 1)
        if other and other.person != subject.person and _is_marked(cast, other):
            yield Tie(place, other.last, subject.person, other.person, NOUNS[cast.key(place)], PLAIN)


def _told(cast: Cast, place: int, verb: _Verb) -> Iterator[Tie]:
    behind = cast.starting.get(place + 1)
    before = cast.ending.get(place - 1)
    if behind and not cast.is_joined(behind) and not verb.object and _is_of_other_gender(cast, behind, verb):
        if before is None and not _begins_clause(cast, place):
            return
        yield from _object_behind(cast, place, verb, behind)
        return
    subject = behind if behind and not cast.is_joined(behind) else before
    if subject is None or cast.genders[subject.person] not in (FEMALE if verb.is_woman else MALE, None):
        return
    first, last = min(place, subject.first), max(place, subject.last)
    if verb.object:
        if before is None and not _begins_clause(cast, place):
            return
        meant = antecedent(cast, first, FEMALE if verb.object == HER else MALE, (subject.person,))
        if meant:
            start = meant.named.first if first - meant.named.first <= NEAR else first
            yield Tie(start, last, subject.person, meant.named.person, verb.type, meant.weight)
        return
    other = _object(cast, last + 1)
    if other is None and verb.type is FAMILY:
        other = _object_later(cast, last + 1)
    if other and other.person != subject.person:
        yield Tie(first, other.last, subject.person, other.person, verb.type, PLAIN)


def _begins_clause(cast: Cast, place: int) -> bool:
    return cast.key(place - 1) in CLAUSE_ENDS | _OPENERS or cast.key(place)[0] in "وف"


def _is_of_other_gender(cast: Cast, named: Named, verb: _Verb) -> bool:
    return cast.genders[named.person] == (MALE if verb.is_woman else FEMALE)


def _object_behind(cast: Cast, place: int, verb: _Verb, other: Named) -> Iterator[Tie]:
    """«كان سعد تاجرا وقد أحب لميس»: the verb does not agree with the name behind it, which is its object."""
    meant = antecedent(cast, place, FEMALE if verb.is_woman else MALE, (other.person,))
    if meant:
        first = meant.named.first if place - meant.named.first <= NEAR else place
        yield Tie(first, other.last, meant.named.person, other.person, verb.type, meant.weight)


def _object(cast: Cast, place: int) -> Named | None:
    """The mention that begins here, or behind its preposition."""
    if cast.key(place) in _BEFORE_OBJECT:
        place += 1
    other = cast.starting.get(place)
    return other if other and cast.words.particle(other.first) in _WITH_PARTICLE else None


def _object_later(cast: Cast, place: int) -> Named | None:
    """«تزوج سعد في الصيف من لميس»: a few words on, but in the clause and behind its preposition."""
    for at in range(place, place + _LATER):
        if cast.key(at) in CLAUSE_ENDS:
            return None
        if cast.key(at) == _FROM:
            return _object(cast, at)
    return None


def _is_marked(cast: Cast, other: Named) -> bool:
    """Whether a preposition makes the mention an object: «حب سعد لميس» without one may be anything."""
    return cast.is_joined(other) or cast.key(other.first - 1) in _BEFORE_OBJECT
