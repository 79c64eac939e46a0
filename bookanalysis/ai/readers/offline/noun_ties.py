"""Ties that a noun says of someone: «سعد أخو لميس», «أخته لميس», «لميس، أخته»."""

from collections.abc import Iterator

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, Cast, Named
from bookanalysis.ai.readers.offline.inflection import MINE, YOURS
from bookanalysis.ai.readers.offline.pronouns import PLAIN, UNSURE, Antecedent, antecedent
from bookanalysis.ai.readers.offline.speeches import Speech, spoken_places
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import (
    FAMILY,
    KIN_BEFORE_KIN,
    OWNERS_GENDER,
    TIE_NOUNS,
    TieNoun,
)
from bookanalysis.arabic import fold

NEAR = 14
"""Tokens from a pronoun's owner to the words that tie, if both are shown."""
_OUR = "نا"
"""«ابن عم أميرنا سعد»: a title between the noun and the name."""
_HAS = 6
"""Tokens from «لسعد» to the noun that tells whom he has."""
_COPULAS = frozenset(
    fold("هو هي وهو وهي كان كانت وكان وكانت أنه أنها إنه إنها بأنه بأنها لأنه لأنها").split()
)
_CALLED = frozenset(fold("اسمه اسمها واسمه واسمها المسمى المسماة المدعو المدعوة يدعى تدعى").split())
_MY_BROTHER = fold("أخي")
"""«أخي سعد» may be a comrade, «ابن أخي سعد» is not."""
_COMMA = frozenset("،,")


def noun_ties(cast: Cast, speeches: list[Speech]) -> Iterator[Tie]:
    """The ties of the whole book that a noun says."""
    for place in cast.places_of(TIE_NOUNS):
        if (place in cast.starting and place in cast.ending) or cast.ends_with(place, "ى"):
            continue
        for noun in TIE_NOUNS[cast.key(place)]:
            if noun.owner == "" and cast.key(place).endswith("ه") and not cast.ends_with(place, "ة"):
                continue
            if noun.owner == "" and cast.key(place + 1) in _CALLED:
                yield from _called(cast, place, noun)
            elif noun.owner == "":
                yield from _to_the_next(cast, place, noun)
            elif noun.owner in OWNERS_GENDER and not (noun.owner == "ه" and cast.ends_with(place, "ة")):
                yield from _of_someone_before(cast, place, noun)
    yield from _spoken(cast, speeches)


def _to_the_next(cast: Cast, place: int, noun: TieNoun) -> Iterator[Tie]:
    """«سعد، أخو لميس» and «كان سعد أخا لميس»."""
    owner = cast.starting.get(place + 2 if cast.key(place + 1).endswith(_OUR) else place + 1)
    start = _beginning(cast, place)
    if owner is None or noun.is_joined or cast.is_joined(owner) or not (noun.is_clear or start < place):
        return
    bearer, is_apart = _just_before(cast, start)
    weight = PLAIN
    if bearer is None and cast.key(start - 1) in _COPULAS:
        meant = antecedent(cast, start - 1, FEMALE if noun.is_woman else MALE, (owner.person,))
        bearer, weight, is_apart = (meant.named, meant.weight, True) if meant else (None, 0.0, True)
    if bearer is None or bearer.person == owner.person or not _agrees(cast, bearer, noun, start, place):
        return
    if not is_apart and _is_object(cast, bearer):
        return
    yield Tie(bearer.first, owner.last, bearer.person, owner.person, noun.type, weight)


def _called(cast: Cast, place: int, noun: TieNoun) -> Iterator[Tie]:
    """«كان لسعد أخت اسمها لميس»."""
    bearer = cast.starting.get(place + 2)
    owners = [
        named
        for named in cast.within(place - _HAS, place - 1)
        if cast.words.particle(named.first).endswith("ل") and cast.same_scope(named.first, place)
    ]
    if bearer and owners and owners[-1].person != bearer.person and _agrees(cast, bearer, noun, place, place):
        owner = owners[-1]
        yield Tie(owner.first, bearer.last, bearer.person, owner.person, noun.type, PLAIN)


def _of_someone_before(cast: Cast, place: int, noun: TieNoun) -> Iterator[Tie]:
    """«أخته لميس», and «لميس أخته», of one whom the sentence names before."""
    start = _beginning(cast, place)
    bearer = _named_behind(cast, place)
    is_behind = bearer is not None
    if bearer is None and not noun.is_joined:
        bearer, is_apart = _just_before(cast, start)
        if bearer and not is_apart and cast.genders[bearer.person] in (OWNERS_GENDER[noun.owner], None):
            return
    if bearer is None or not bearer.place.core or not _agrees(cast, bearer, noun, start, place):
        return
    before = start if is_behind else bearer.first
    gender = OWNERS_GENDER[noun.owner]
    owner = _named_with(cast, before, gender) or antecedent(cast, before, gender, (bearer.person,))
    if owner is None:
        return
    last = bearer.last if is_behind else place
    first = owner.named.first if before - owner.named.first <= NEAR else start if is_behind else bearer.first
    yield Tie(first, last, bearer.person, owner.named.person, noun.type, owner.weight)


def _named_with(cast: Cast, place: int, gender: str) -> Antecedent | None:
    """«سعد وأخته»: the one right before «and» is meant."""
    owner = cast.ending.get(place - 1)
    if owner is None or not cast.key(place).startswith("و") or cast.genders[owner.person] != gender:
        return None
    return Antecedent(owner, PLAIN)


def _spoken(cast: Cast, speeches: list[Speech]) -> Iterator[Tie]:
    """«أختي لميس» of the one who speaks, «أختك لميس» of the one who is spoken to.

    In «ابن عمي سعد» the second word may have been taken for a title of the name.
    """
    keys = frozenset(key for key, nouns in TIE_NOUNS.items() if any(noun.owner in "يك" for noun in nouns))
    for place, speech in spoken_places(cast, keys, speeches):
        start = _beginning(cast, place)
        bearer = _named_behind(cast, place)
        if bearer is None and start < place:
            titled = cast.starting.get(place)
            bearer = titled if titled and titled.place.title else None
        if bearer is None:
            continue
        if _is_of_another(cast.key(place)) or not bearer.place.core:
            continue
        for noun in TIE_NOUNS[cast.key(place)]:
            owner, weight = _owner_of_speech(noun, speech)
            if owner is None or owner == bearer.person or not _agrees(cast, bearer, noun, start, place):
                continue
            if start == place and cast.key(place).endswith(_MY_BROTHER):
                weight = min(weight, UNSURE)
            yield Tie(start, bearer.last, bearer.person, owner, noun.type, weight)


def _owner_of_speech(noun: TieNoun, speech: Speech) -> tuple[int | None, float]:
    """Whom «my» or «your» means; what is only told by the turns of the talk counts less."""
    if noun.owner == MINE:
        return speech.speaker, PLAIN if speech.names_speaker else UNSURE
    if noun.owner == YOURS:
        return speech.addressee, PLAIN if speech.names_addressee else UNSURE
    return None, 0.0


def _beginning(cast: Cast, place: int) -> int:
    """Where a kin word of two words begins («ابن عمه»), else the place itself."""
    is_kin = any(noun.type is FAMILY for noun in TIE_NOUNS[cast.key(place)])
    return place - 1 if is_kin and _unjoined(cast.key(place - 1)) in KIN_BEFORE_KIN else place


def _unjoined(key: str) -> str:
    return key[1:] if key not in KIN_BEFORE_KIN and key[:1] in tuple("وفبل") else key


def _just_before(cast: Cast, place: int) -> tuple[Named | None, bool]:
    """The mention right before a word, and whether a comma or a copula parts them."""
    if cast.key(place - 1) in _COMMA | _COPULAS:
        return cast.ending.get(place - 2), True
    listed = _listed_before(cast, place)
    if listed:
        return listed, True
    bearer = cast.ending.get(place - 1)
    if bearer is None and cast.key(place - 1).startswith("ال"):
        bearer = cast.ending.get(place - 2)
    return bearer, bearer is not None and cast.key(bearer.first - 1) in _COPULAS


def _listed_before(cast: Cast, place: int) -> Named | None:
    """Who is told about after a colon in a list of persons («سعد:» and in the next line «أخو لميس»)."""
    last = place - 1 if cast.key(place - 1) != "\n" else place - 2
    bearer = cast.ending.get(last - 1) if cast.key(last) == ":" else None
    return bearer if bearer and cast.key(bearer.first - 1) == "\n" else None


def _named_behind(cast: Cast, place: int) -> Named | None:
    """The mention right behind a word, or behind its adjective («أخته الصغيرة لميس») or «اسمها»."""
    following = cast.key(place + 1)
    step = 2 if (following.startswith("ال") or following in _CALLED) and place + 1 not in cast.starting else 1
    bearer = cast.starting.get(place + step)
    if bearer is None or cast.is_joined(bearer):
        return None
    return bearer


def _agrees(cast: Cast, bearer: Named, noun: TieNoun, start: int, place: int) -> bool:
    """Whether the noun may mean the person: it is hers or his, and «ابنة عمه» is hers."""
    is_woman = noun.is_woman
    if start < place:
        first = _unjoined(cast.key(start))
        is_woman = first in _WOMENS
        if first == "زوج":
            return True
    return cast.genders[bearer.person] in (FEMALE if is_woman else MALE, None)


_WOMENS = frozenset(fold("بنت ابنة أخت زوجة").split())


def _is_object(cast: Cast, bearer: Named) -> bool:
    """Whether a preposition rules the mention, so that the noun behind it begins something new."""
    return cast.is_joined(bearer) and cast.words.particle(bearer.first) not in ("و", "ف")


def _is_of_another(key: str) -> bool:
    """«والدي سعد» are more often Saad's parents than the speaker's father, «أبي سعد» is a kunya."""
    return key.endswith(("والدي", "ولدي", "ابي"))
