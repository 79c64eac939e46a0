"""All that a book tells of its persons."""

from itertools import chain

from bookanalysis.ai.readers.offline.ages import ages
from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.deeds import deeds
from bookanalysis.ai.readers.offline.findings import Finding
from bookanalysis.ai.readers.offline.looks import looks
from bookanalysis.ai.readers.offline.occupations import occupations
from bookanalysis.ai.readers.offline.traits import traits


def find_portraits(cast: Cast) -> list[Finding]:
    """What is told of anyone, in reading order; the same of one person once in a passage."""
    told = chain(ages(cast), occupations(cast), looks(cast), traits(cast), deeds(cast))
    first: dict[tuple[object, ...], Finding] = {}
    for finding in sorted(told):
        passage = cast.words.passage_of(finding.first)
        if cast.words.same_passage(finding.first, finding.last):
            first.setdefault((passage, finding.person, finding.kind, finding.key, finding.value), finding)
    return list(first.values())
