"""Two who love each other: where they are alone together, the text keeps speaking of love."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, Cast
from bookanalysis.ai.readers.offline.inflection import with_particles
from bookanalysis.ai.readers.offline.meetings import Pair
from bookanalysis.ai.readers.offline.pronouns import PLAIN
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import ROMANTIC
from bookanalysis.arabic import fold

_WORDS = (
    "حب الحب حبه حبها حبي حبك حبيب حبيبة حبيبي حبيبتي حبيبته حبيبها الحبيب الحبيبة أحبك أحبه أحبها يحبها تحبه"
    " يحبك تحبني يحبني أحببتك أحببت أحبت عشق العشق عاشق عاشقة العاشق العاشقين غرام الغرام غرامه"
    " غرامها غرامي هيام"
    " الهوى هواه هواها معبودتي خطيبته خطيبها خطيبتي خطيبي قبلة قبلها عانقها قران الزواج زواجه"
    " زواجها يتزوجها تتزوجه"
    " عينيها شفتيها"
)
LOVE = frozenset(
    form for word in fold(_WORDS).split() for form in with_particles(word, ("", "و", "ب", "ل", "ف"))
)
AROUND = 30
"""Tokens around a meeting that may speak of what is between the two."""
FEWEST_MEETINGS = 10
FEWEST_WORDS = 5
RATE = 1.5
"""How many times as often as in the whole book love must be spoken of."""
SHARE = 0.15
"""Of the meetings, those near which love is spoken of."""
MOST_SHOWN = 5


def love_ties(cast: Cast, meetings: Mapping[Pair, Sequence[Tie]]) -> Iterator[Tie]:
    """The places of love of each man and woman near whom it is spoken of most, for both of them."""
    places = list(cast.places_of(LOVE))
    usual = len(places) / max(1, len(cast.words.keys))
    alone = {
        pair: [tie for tie in met if _are_alone(cast, tie)]
        for pair, met in sorted(meetings.items())
        if {cast.genders[person] for person in pair} == {FEMALE, MALE} and len(met) >= FEWEST_MEETINGS
    }
    said = {pair: len({word for tie in met for word in _near(places, tie)}) for pair, met in alone.items()}
    most: dict[int, int] = {}
    for pair, times in said.items():
        for person in pair:
            most[person] = max(times, most.get(person, 0))
    for pair, met in alone.items():
        times = said[pair]
        if len(met) < FEWEST_MEETINGS or times < max(FEWEST_WORDS, RATE * usual * _covered(met)):
            continue
        loving = [tie for tie in met if _near(places, tie)]
        if len(loving) >= SHARE * len(met) and all(most[person] == times for person in pair):
            yield from of_love(places, pair, loving)


def of_love(
    places: Sequence[int], pair: Pair, meetings: Sequence[Tie], fewest_words: int = 1
) -> Iterator[Tie]:
    """The first of the meetings near one of the words of love, if there are words enough; all weigh PLAIN."""
    loving = [tie for tie in meetings if _near(places, tie)]
    if len({place for tie in loving for place in _near(places, tie)}) < fewest_words:
        return
    shown = loving[:MOST_SHOWN]
    for tie in shown:
        word = min(_near(places, tie), key=lambda place: abs(place - tie.first))
        yield Tie(min(tie.first, word), max(tie.last, word), *pair, ROMANTIC, PLAIN / len(shown))


def _are_alone(cast: Cast, tie: Tie) -> bool:
    around = cast.within(tie.first - AROUND, tie.last + AROUND)
    return {named.person for named in around} == {tie.a, tie.b}


def _near(places: Sequence[int], tie: Tie) -> Sequence[int]:
    return places[bisect_left(places, tie.first - AROUND) : bisect_right(places, tie.last + AROUND)]


def _covered(ties: Sequence[Tie]) -> int:
    """How many tokens stand around the meetings, each counted once."""
    covered = end = 0
    for tie in ties:
        covered += max(0, tie.last + AROUND - max(end, tie.first - AROUND))
        end = max(end, tie.last + AROUND)
    return covered
