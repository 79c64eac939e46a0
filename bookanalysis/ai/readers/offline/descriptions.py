"""Whom a noun or an adjective describes: «كان سعد كريما», «سعد الكريم», «الشاب سعد», «سعد، طبيب القصر»."""

from dataclasses import dataclass
from enum import Enum

from bookanalysis.ai.readers.offline.cast import SENTENCE_ENDS, Cast, Named
from bookanalysis.ai.readers.offline.inflection import AND, PARTICLES, with_particles
from bookanalysis.ai.readers.offline.lexicon import FEMALE_VERBS, MALE_VERBS
from bookanalysis.ai.readers.offline.pronouns import meant_by_sentence, meant_nearby
from bookanalysis.arabic import fold

_WAS = fold("كان كانت أصبح أصبحت صار صارت")
_COPULAS = frozenset(form for word in _WAS.split() for form in with_particles(word, AND))
_PRONOUNS = frozenset(fold("وهو وهي فهو فهي لأنه لأنها").split())
_THAT = frozenset(form for word in fold("إن أن لأن بأن لكن").split() for form in with_particles(word, AND))
_UNREAL = frozenset(
    fold("لو إن إذا هل أ ليت لعل ما لولا ولو فلو وإن وإذا كأن وكأن ليس ليست لم كما مهما").split()
)
_MAN = {
    "male": frozenset(fold("رجل رجلا شاب شابا فتى").split()),
    "female": frozenset(fold("امرأة فتاة سيدة").split()),
}
_INTRANSITIVE = MALE_VERBS | FEMALE_VERBS
_PREPOSITIONS = frozenset(
    form
    for word in fold("إلى على عن من مع في عند لدى بين أمام نحو بعد قبل يا أيها أيتها ابن بنت أخو أخت").split()
    for form in with_particles(word, AND)
)
_COMMA = frozenset("،,")
_QUESTION = frozenset("؟?")
_FURTHEST_QUESTION = 40


class Use(Enum):
    """How a word is used beside a name."""

    ADJECTIVE = 1
    NOUN = 2
    """It may stand before the name and behind a comma, too («الشاب سعد», «سعد، طبيب القصر»)."""
    HONORIFIC = 3
    """A noun that beside a name only honours: «كان سعد شيخا» tells something, «الشيخ سعد» does not."""


@dataclass(frozen=True, slots=True)
class Described:
    """Who is described, and the tokens that say it."""

    person: int
    first: int
    last: int


def described(
    cast: Cast,
    place: int,
    gender: str,
    *,
    use: Use = Use.ADJECTIVE,
    like: frozenset[str] = frozenset(),
) -> Described | None:
    """Whom the word describes, by grammar alone; nobody in a question or a condition.

    `like` are the words that may stand between in a row («كان سعد كريما شجاعا»).
    """
    key = cast.key(place)
    if place in cast.starting or _is_asked(cast, place):
        return None
    if key.startswith("ال"):
        who = _in_apposition(cast, place) if use is not Use.HONORIFIC else None
        if who is None and use is Use.NOUN:
            who = _titled(cast, place)
    else:
        who = _of_predicate(cast, _head(cast, place, gender, like), gender)
        if who is None and use is Use.NOUN and cast.key(place - 1) in _COMMA:
            who = cast.ending.get(place - 2)
    if who is None or not who.place.core or cast.genders[who.person] not in (gender, None):
        return None
    return Described(who.person, min(who.first, place), max(who.last, place))


def _head(cast: Cast, place: int, gender: str, like: frozenset[str]) -> int:
    """The first of a row of describing words, or «رجل» before them."""
    while cast.key(place - 1) in like and place - 1 not in cast.starting:
        place -= 1
    return place - 1 if cast.key(place - 1) in _MAN[gender] else place


def _of_predicate(cast: Cast, place: int, gender: str) -> Named | None:
    """The subject of «كان سعد …», «سعد كان …», «سعد وهو …», «إن سعدا …»."""
    who = cast.ending.get(place - 1)
    if who:
        opening = who.first - 1
        is_said = cast.key(opening) in _COPULAS | _THAT and not cast.is_joined(who)
        return who if is_said and cast.key(opening - 1) not in _UNREAL else None
    if cast.key(place - 1) not in _COPULAS | _PRONOUNS or cast.key(place - 2) in _UNREAL:
        return None
    who = cast.ending.get(place - 2)
    if who:
        return who if cast.key(who.first - 1) not in _UNREAL else None
    return meant_nearby(cast, place - 1, gender) or meant_by_sentence(cast, place - 1, gender)


def _in_apposition(cast: Cast, place: int) -> Named | None:
    """«جاء سعد الكريم». Behind another verb the word may be the object («سأل سعد الطبيب»), behind a noun it
    may be of that («صوت سعد الجميل»).
    """
    who = cast.ending.get(place - 1)
    return who if who and _takes_no_object(cast, who.first) else None


def _titled(cast: Cast, place: int) -> Named | None:
    """«الشاب سعد», unless the noun may be the subject and the name the object («رأى الشاب سعدا»)."""
    who = cast.starting.get(place + 1)
    if who is None or cast.is_joined(who) or not _takes_no_object(cast, place):
        return None
    return who


def _takes_no_object(cast: Cast, place: int) -> bool:
    before = cast.key(place - 1)
    particle = cast.words.particle(place)
    return before in _INTRANSITIVE | _PREPOSITIONS or (particle != "" and particle in PARTICLES)


def _is_asked(cast: Cast, place: int) -> bool:
    """Whether the word stands in a question."""
    for end in range(place + 1, min(place + _FURTHEST_QUESTION, len(cast.words.keys))):
        if cast.key(end) in SENTENCE_ENDS:
            return cast.key(end) in _QUESTION
    return False
