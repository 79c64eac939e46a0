"""Ties that one shows by how they call another: «يا أبي», «يا سيدي»."""

from collections.abc import Iterator, Mapping

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, Cast
from bookanalysis.ai.readers.offline.pronouns import PLAIN, UNSURE
from bookanalysis.ai.readers.offline.speeches import Speech, spoken_places
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import ALLY, FAMILY, FRIEND, ROMANTIC, STUDENT
from bookanalysis.arabic import fold
from bookanalysis.profile import RelationshipType

_CLERGY = frozenset(
    fold("القس القسيس المطران الأسقف البطريرك الراهب الكاهن الأب الراهبة القديس الكردينال").split()
)
"""They are father or mother to all."""

_Call = tuple[RelationshipType, str, float]
"""What the speaker is to the one called, whether a man or a woman is called, and how far it is to be
believed.

«يا ولدي» and «يا أخي» are said to anyone and tell nothing; neither does «يا سيدي»; «يا مولاي»
and «يا خالتي» tell little.
"""
_CALLS: Mapping[str, _Call] = {
    fold(word): (kind, gender, weight)
    for kind, gender, weight, words in (
        (FAMILY, MALE, 1.0, "أبي أبت أبتاه والدي زوجي جدي"),
        (FAMILY, FEMALE, 1.0, "أمي أماه والدتي زوجتي جدتي"),
        (FAMILY, FEMALE, 0.3, "خالتي عمتي"),
        (ROMANTIC, FEMALE, 0.7, "حبيبتي معبودتي فاتنتي"),
        (ROMANTIC, MALE, 0.7, "حبيبي معبودي"),
        (STUDENT, MALE, 0.5, "أستاذي معلمي"),
        (FRIEND, MALE, 0.7, "صديقي"),
        (FRIEND, FEMALE, 0.7, "صديقتي"),
        (ALLY, MALE, 0.2, "مولاي"),
        (ALLY, FEMALE, 0.2, "مولاتي"),
    )
    for word in words.split()
}


def address_ties(cast: Cast, speeches: list[Speech]) -> list[Tie]:
    """The ties that the calls of all speeches show, where speaker and addressee can be told.

    Two who call each other lord and lady are polite; neither serves the other.
    """
    ties = list(_calls(cast, speeches))
    serving = {(tie.a, tie.b) for tie in ties if tie.type is ALLY}
    return [tie for tie in ties if tie.type is not ALLY or (tie.b, tie.a) not in serving]


def _calls(cast: Cast, speeches: list[Speech]) -> Iterator[Tie]:
    clergy = {named.person for named in cast.named if named.place.title in _CLERGY}
    for place, speech in spoken_places(cast, frozenset({"يا"}), speeches):
        call = _CALLS.get(cast.key(place + 1))
        if call is None or speech.speaker is None:
            continue
        kind, gender, belief = call
        called = cast.starting.get(place + 2) or cast.starting.get(place + 1)
        addressee = called.person if called else speech.addressee
        if addressee is None or addressee == speech.speaker or cast.genders[addressee] not in (gender, None):
            continue
        if kind is FAMILY and addressee in clergy:
            continue
        if kind is ROMANTIC and cast.genders[addressee] == cast.genders[speech.speaker]:
            continue
        last = called.last if called else place + 1
        is_sure = speech.names_speaker and (speech.names_addressee or called is not None)
        weight = belief * (PLAIN if is_sure else UNSURE)
        yield Tie(place, last, speech.speaker, addressee, kind, weight)
