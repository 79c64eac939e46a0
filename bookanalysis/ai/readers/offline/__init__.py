"""The embedded reader: rules and statistics over the whole book, without key or network."""

from collections.abc import Sequence

from bookanalysis.ai.answers import BookName, QualityAssessment, TextClassification
from bookanalysis.ai.readers import Passage
from bookanalysis.ai.readers.offline import kind, quality
from bookanalysis.ai.readers.offline.book_name import name_book
from bookanalysis.ai.readers.offline.prepared import PreparedOfflineReader
from bookanalysis.ai.readers.offline.tables import load_tables


class OfflineReader:
    """Fulfils `Reader`. Its tables were learned from other novels and are read once."""

    name = "offline"
    words_at_once = 0

    def assess_quality(self, samples: Sequence[str]) -> QualityAssessment:
        return quality.assess(samples)

    def classify(self, samples: Sequence[str]) -> TextClassification:
        return kind.classify(samples)

    def name_book(self, opening: str, metadata: BookName) -> BookName:
        return name_book(opening, metadata)

    def prepare(self, passages: Sequence[Passage]) -> PreparedOfflineReader:
        return PreparedOfflineReader(passages, load_tables())
