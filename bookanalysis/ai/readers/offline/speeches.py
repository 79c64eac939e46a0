"""Who says what to whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, SENTENCE_ENDS, Cast, Named
from bookanalysis.ai.readers.offline.inflection import AND, with_particles
from bookanalysis.arabic import fold

_INTRODUCTION = 14
"""Tokens from the verb of speech to the colon or the mark that opens the speech."""
_LONGEST = 250
_SENTENCE = 25
"""Tokens from the one who does something before speaking to the verb of speech."""
_DOERS = frozenset({"", "و", "ف"})
"""What may be joined to the name of one who acts."""
_RULED = frozenset(fold("أبا أبي").split())
"""The first word of a kunya in a case in which nobody does anything."""
_PAUSE = 120
"""Tokens after which a talk is over: a speech that names no speaker is nobody's then."""
_OPENINGS = frozenset('«"“:')
_CLOSINGS = {"«": "»", '"': '"', "“": "”"}
_STEMS = "قال سأل أجاب همس صاح صرخ هتف تمتم أضاف تساءل غمغم أردف استطرد"
_OBJECTS = ("", "ه", "ها")


def _verbs(stems: str, ending: str) -> frozenset[str]:
    return frozenset(
        form
        for stem in fold(stems).split()
        for said in _OBJECTS
        for form in with_particles(stem + ending + said, AND)
    )


_SAYING = {MALE: frozenset(fold("قائلا يقول").split()), FEMALE: frozenset(fold("قائلة تقول").split())}
"""Behind the verb that tells what the speaker does: «التفت سعد إلى لميس قائلا»."""
_BY_A_MAN = _verbs(_STEMS, "") | _SAYING[MALE]
_BY_A_WOMAN = _verbs(_STEMS, "ت") | _SAYING[FEMALE]
_TO = frozenset(fold("إلى له لها يا").split())


@dataclass(frozen=True, slots=True)
class Speech:
    """The spoken tokens from first to last; speaker and addressee are persons where they can be told."""

    first: int
    last: int
    speaker: int | None
    addressee: int | None
    names_speaker: bool
    names_addressee: bool
    """Whether the verb's sentence or the speech names them; else the turns of the talk tell who they are."""


def find_speeches(cast: Cast) -> list[Speech]:
    """All speeches that a verb of speech opens, in reading order."""
    talk = _Talk(cast)
    speeches: list[Speech] = []
    verbs = sorted(cast.places_of(_BY_A_MAN | _BY_A_WOMAN))
    for index, verb in enumerate(verbs):
        following = verbs[index + 1] if index + 1 < len(verbs) else len(cast.words.keys)
        opening = _opening(cast, verb, following)
        if opening is None or (speeches and verb <= speeches[-1].last and speeches[-1].first <= verb):
            continue
        speeches.append(talk.speech(verb, opening, following))
    return speeches


def _opening(cast: Cast, verb: int, following: int) -> int | None:
    for place in range(verb + 1, min(verb + _INTRODUCTION, following, len(cast.words.keys))):
        key = cast.key(place)
        if key in _OPENINGS:
            return place
        if key in SENTENCE_ENDS:
            return None
    return None


class _Talk:
    """The talk so far: its last two speakers."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._last: int | None = None
        self._other: int | None = None
        self._until = -_PAUSE

    def speech(self, verb: int, opening: int, following: int) -> Speech:
        cast = self._cast
        last = _end(cast, opening, following)
        if verb - self._until > _PAUSE:
            self._last = self._other = None
        gender = FEMALE if cast.key(verb) in _BY_A_WOMAN else MALE
        named = list(cast.within(verb + 1, opening))
        speaker = next((one.person for one in named if one.first == verb + 1), None)
        if speaker is None and named and cast.key(verb + 1) in _TO and named[0].first == verb + 2:
            speaker = named[0].person if cast.genders[named[0].person] in (gender, None) else None
        told = [one for one in named if one.person != speaker and _is_spoken_to(cast, one)]
        addressee = told[0].person if told else self._called(opening, last)
        if addressee is None:
            addressee = self._turned_to(verb, speaker)
        names_speaker, names_addressee = speaker is not None, addressee is not None
        if speaker is None:
            speaker = self._doer(verb, gender)
            names_speaker = speaker is not None
        if speaker is None:
            speaker = self._by_turn(gender, addressee)
        if addressee is None:
            addressee = self._last if self._last != speaker else self._other
        if addressee == speaker:
            addressee = None
        self._turn(speaker, addressee, last)
        return Speech(opening + 1, last, speaker, addressee, names_speaker, names_addressee)

    def _called(self, opening: int, last: int) -> int | None:
        """Whom the speech calls by name («يا سعد»)."""
        return next(
            (one.person for one in self._cast.within(opening + 1, last) if self._is_called(one)), None
        )

    def _is_called(self, one: Named) -> bool:
        return self._cast.key(one.first - 1) == "يا"

    def _doer(self, verb: int, gender: str) -> int | None:
        """Whose deed the sentence tells before the verb («تنهدت لميس وقالت»), if only one fits."""
        cast = self._cast
        doers = {
            one.person
            for one in cast.within(max(0, verb - _SENTENCE), verb - 1)
            if cast.same_scope(one.first, verb)
            and cast.genders[one.person] in (gender, None)
            and cast.words.particle(one.first) in _DOERS
            and not cast.is_ruled(one)
            and cast.key(one.last - len(one.place.core) + 1) not in _RULED
        }
        return doers.pop() if len(doers) == 1 else None

    def _turned_to(self, verb: int, speaker: int | None) -> int | None:
        """To whom the sentence turns before the verb («التفت سعد إلى لميس وقال»)."""
        cast = self._cast
        before = cast.within(max(0, verb - _SENTENCE), verb - 1)
        turned = [one for one in before if cast.same_scope(one.first, verb) and _is_spoken_to(cast, one)]
        return turned[-1].person if turned and turned[-1].person != speaker else None

    def _by_turn(self, gender: str, addressee: int | None) -> int | None:
        """Who speaks where the verb names nobody: the other one of the talk, if the verb agrees."""
        genders = self._cast.genders
        for person in (self._other, self._last):
            if person is not None and person != addressee and genders[person] == gender:
                return person
        return None

    def _turn(self, speaker: int | None, addressee: int | None, until: int) -> None:
        self._until = until
        if speaker is None:
            self._last = self._other = None
        elif addressee is not None:
            self._last, self._other = speaker, addressee
        else:
            if speaker != self._last:
                self._other = self._last
            self._last = speaker


def _is_spoken_to(cast: Cast, one: Named) -> bool:
    return cast.words.particle(one.first) in ("ل",) or cast.key(one.first - 1) == fold("إلى")


def _end(cast: Cast, opening: int, following: int) -> int:
    """The last token of a speech: before the closing mark, or the paragraph's end."""
    closing = _CLOSINGS.get(cast.key(opening)) or _CLOSINGS.get(cast.key(opening + 1))
    last = opening
    for place in range(opening + 2, min(opening + _LONGEST, len(cast.words.keys))):
        key = cast.key(place)
        if key in ("\n", closing) or (closing is None and place == following):
            return place - 1
        last = place
    return last


def spoken_places(cast: Cast, keys: frozenset[str], speeches: list[Speech]) -> Iterator[tuple[int, Speech]]:
    """Where the words stand in a speech, with the speech."""
    places = list(cast.places_of(keys))
    index = 0
    for speech in speeches:
        while index < len(places) and places[index] < speech.first:
            index += 1
        while index < len(places) and places[index] <= speech.last:
            yield places[index], speech
            index += 1
