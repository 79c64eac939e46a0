"""Two who love each other: nobody else is as near to either, and love is spoken of where they are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, Cast
from bookanalysis.ai.readers.offline.love import LOVE, of_love
from bookanalysis.ai.readers.offline.meetings import Pair
from bookanalysis.ai.readers.offline.tie_evidence import Tie

LEAST = 25.0
"""How close the two must be."""
SHARE = 0.25
"""How close they must be for each time that one of them is named."""
FEWEST_WORDS = 3


def partner_ties(cast: Cast, close: Mapping[Pair, float], met: Mapping[Pair, Sequence[Tie]]) -> Iterator[Tie]:
    """The places of love of each man and woman who are each nearer to the other than to anybody else."""
    times = Counter(named.person for named in cast.named)
    nearest: dict[int, Pair] = {}
    for pair in sorted(close, key=lambda pair: (-close[pair], pair)):
        for person in pair:
            nearest.setdefault(person, pair)
    places = list(cast.places_of(LOVE))
    for pair in sorted(set(nearest.values())):
        if any(nearest[person] != pair for person in pair):
            continue
        wanted = max(LEAST, SHARE * max(times[person] for person in pair))
        if close[pair] >= wanted and {cast.genders[person] for person in pair} == {FEMALE, MALE}:
            yield from of_love(places, pair, met[pair], FEWEST_WORDS)
