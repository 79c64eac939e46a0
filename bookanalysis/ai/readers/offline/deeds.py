"""What happens to a person, or what they do that changes their life."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.cast import CLAUSE_ENDS, FEMALE, MALE, SENTENCE_ENDS, Cast, Named
from bookanalysis.ai.readers.offline.findings import Finding
from bookanalysis.ai.readers.offline.inflection import AND, with_particles
from bookanalysis.ai.readers.offline.lexicon import PLACES
from bookanalysis.ai.readers.offline.ties import TIE_NOUNS
from bookanalysis.arabic import fold
from bookanalysis.profile import FactKind

_VERBS = {
    "high": "مات توفي قتل تزوج انتحر ولد استشهد اغتيل هلك",
    "medium": "سافر هرب فر سجن مرض جرح طلق تولى عزل هاجر نفي اعتقل انهزم انتصر شفي ورث ترهب",
    "low": "عاد رجع وصل رحل غادر انتقل",
}
_WITH_PLACE = frozenset(fold("عاد رجع وصل رحل غادر انتقل").split())
"""They are told only of a town or a country; people go back to their rooms all the time."""
_WITH_GOAL = frozenset(fold("سافر هاجر فر هرب").split())
_GOALS = frozenset(fold("إلى من ل").split())
_OFFICES = frozenset(
    fold(
        "الوزارة الخلافة الحكم الملك القيادة قيادة الإمارة العرش ولاية رئاسة وزارة منصب السلطنة عرش حكم إمارة"
    ).split()
)
_NOT_BEFORE = frozenset(
    fold(
        "لم لا لن ما ولم ولا ولن وما فلم فلا هل إن إذا لو أن سوف أو كأن ليت لعل كيف متى لماذا ولو"
        " فلو وإذا فإذا حتى كلما"
        " لولا بعدما بعد قبل أين إذ من منذ كما كي لكي يوم حين عندما ريثما قبلما مهما أم لما ولما"
        " فلما ساعة عند سواء يكون تكون ويكون وكأن فكأن"
        " وتكون فيكون فتكون"
    ).split()
)
_ALSO_NOUNS = frozenset(fold("قتل جرح مرض نفي عزل سجن").split())
"""«قتل» may be the deed or the noun («يود قتل سعد»)."""
_BEFORE_A_VERB = frozenset(fold("أنه أنها إنه إنها بأنه لأنه الذي").split())
_SO = frozenset(fold("قد وقد لقد فقد ولقد ثم").split())
_ONCE = frozenset(fold("مات توفي انتحر ولد استشهد غرق اغتيل هلك").split())
_LONGEST = 8
_FURTHEST_QUESTION = 40
_TAKE_OVER, _BE_BORN, _IN = fold("تولى ولد في").split()
_DANGLING = frozenset(fold("إلى من في على عن قد وقد أن حول بعد قبل مع كل بين الذي التي").split())
_STOP = frozenset(fold("الذي التي إذ لأن حين حيث لكن ولكن لما فلما وكان وكانت وهو وهي").split())


@dataclass(frozen=True, slots=True)
class _Verb:
    stem: str
    importance: str
    gender: str


def _verbs() -> Mapping[str, _Verb]:
    forms: dict[str, _Verb] = {}
    for importance, verbs in _VERBS.items():
        for stem in fold(verbs).split():
            hers = stem[:-1] + "ت" if stem == fold("تولى") else stem + "ت"
            for word, gender in ((stem, MALE), (hers, FEMALE)):
                for form in with_particles(word, AND):
                    forms.setdefault(form, _Verb(stem, importance, gender))
    return forms


_FORMS = _verbs()


def deeds(cast: Cast) -> Iterator[Finding]:
    """Every event whose verb stands right beside its named subject; what happens once, once."""
    seen: set[tuple[int, str]] = set()
    for place in cast.places_of(_FORMS):
        verb = _FORMS[cast.key(place)]
        who = _subject(cast, place, verb)
        if who is None or (who.person, verb.stem) in seen:
            continue
        first, last = min(place, who.first), _end(cast, max(place, who.last))
        if not _is_telling(cast, verb.stem, range(max(place, who.last) + 1, last + 1)):
            continue
        if verb.stem in _ONCE:
            seen.add((who.person, verb.stem))
        value = " ".join(cast.words.surface(first, last).split())
        yield Finding(first, last, who.person, FactKind.EVENT, verb.importance, value)


def _subject(cast: Cast, place: int, verb: _Verb) -> Named | None:
    """Who is named right behind the verb, or right before it («سعد مات», «سعد قد مات»)."""
    if place in cast.starting or _is_unreal(cast, place, verb):
        return None
    if verb.stem == _TAKE_OVER and cast.key(place).endswith("ي") and not cast.ends_with(place, "ى"):
        return None
    who = cast.starting.get(place + 1)
    if who and cast.is_joined(who):
        return None
    if who is None and cast.key(place)[0] not in "وف":
        before = place - 2 if cast.key(place - 1) in _SO else place - 1
        who = cast.ending.get(before)
        if who and (
            cast.genders[who.person] is None or cast.is_ruled(who) or cast.key(who.first - 1) in _NOT_BEFORE
        ):
            return None
    if (
        who is None
        or not who.place.core
        or _is_accusative(cast, who)
        or cast.genders[who.person] not in (verb.gender, None)
    ):
        return None
    return who


def _is_unreal(cast: Cast, place: int, verb: _Verb) -> bool:
    """Whether the verb is denied, asked, supposed or wished."""
    if cast.key(place - 1) in _NOT_BEFORE:
        return True
    if cast.key(place - 1) in _SO and cast.key(place - 2) in _NOT_BEFORE:
        return True
    if verb.stem in _ALSO_NOUNS and cast.key(place - 1) not in CLAUSE_ENDS | _SO | _BEFORE_A_VERB:
        return True
    for end in range(place + 1, min(place + _FURTHEST_QUESTION, len(cast.words.keys))):
        if cast.key(end) in SENTENCE_ENDS:
            return cast.key(end) in "؟?"
    return False


def _end(cast: Cast, last: int) -> int:
    """The last token of the clause, before the next clause's beginning, at most some words on."""
    end = last
    while end - last < _LONGEST and not _begins_clause(cast, end + 1):
        end += 1
    while end > last and cast.key(end) in _DANGLING:
        end -= 1
    return end


def _begins_clause(cast: Cast, place: int) -> bool:
    key = cast.key(place)
    if key in CLAUSE_ENDS or key in _STOP:
        return True
    particle = cast.words.particle(place) if cast.words.particles[place] else ""
    if particle.startswith("ف"):
        return True
    return key.startswith("و") and key not in TIE_NOUNS and place not in cast.starting and particle != ""


def _is_telling(cast: Cast, stem: str, rest: range) -> bool:
    """Whether the rest of the clause makes the verb an event: where to, which office."""
    stems = [cast.words.stems[place] for place in rest]
    if stem in _WITH_PLACE:
        return not PLACES.isdisjoint(stems[:3])
    if stem in _WITH_GOAL:
        return any(cast.key(place) in _GOALS for place in rest[:3])
    if stem == _TAKE_OVER:
        return not _OFFICES.isdisjoint(stems[:2])
    return stem != _BE_BORN or _IN in stems


def _is_accusative(cast: Cast, who: Named) -> bool:
    """Whether the name has the ending of an object («قتل سعدا»)."""
    key = cast.key(who.last)
    return key.endswith("ا") and who.place.core[-1:] == (key[:-1],)
