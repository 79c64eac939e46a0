"""A store in memory, for a book that is read once and shown."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.store import Chunk, ChunkReading, Validation
from bookanalysis.epub import Publication
from bookanalysis.export import BookRecord, CharacterRecord, ChunkRecord, Span
from bookanalysis.profile import merged


class MemoryStore:
    """Fulfils `Store`; what was written is there to be read."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._chunks: Sequence[Chunk] = ()
        self.validation = Validation()
        self.name = BookName(title=publication.title, author=publication.author)
        self.readings: dict[int, ChunkReading] = {}
        self.merges: Mapping[str, str] | None = None
        """None until the reading is closed."""

    def publication(self) -> Publication:
        return self._publication

    def save_validation(self, validation: Validation) -> None:
        self.validation = validation

    def save_name(self, name: BookName) -> None:
        self.name = name

    def save_chunks(self, chunks: Sequence[Chunk]) -> None:
        self._chunks = tuple(chunks)

    def chunks(self) -> Sequence[Chunk]:
        return self._chunks

    def commit_chunk(self, reading: ChunkReading) -> bool:
        if reading.number in self.readings:
            return False
        self.readings[reading.number] = reading
        return True

    def finish(self, merges: Mapping[str, str]) -> None:
        self.merges = dict(merges)

    def record(self, reader: str) -> BookRecord:
        """The reading as it stands, to be exported."""
        return BookRecord(
            title=self.name.title,
            author=self.name.author,
            language=self.validation.language,
            reader=reader,
            chunks=[self._chunk_record(chunk) for chunk in self._chunks],
            characters=self._character_records(),
            facts=merged(
                (fact for reading in self.readings.values() for fact in reading.facts), self.merges or {}
            ),
        )

    def _chunk_record(self, chunk: Chunk) -> ChunkRecord:
        reading = self.readings.get(chunk.number)
        return ChunkRecord(
            number=chunk.number,
            chapter_number=chunk.chapter_number,
            chapter_title=chunk.chapter_title,
            start=chunk.start,
            end=chunk.end,
            summary=reading.summary if reading else None,
            gap=reading.gap if reading else None,
        )

    def _character_records(self) -> list[CharacterRecord]:
        """A character is as sure as the surest of those it was joined from, each as it was seen last."""
        kept = self.merges or {}
        mentions: dict[str, dict[int, list[Span]]] = defaultdict(dict)
        last_seen: dict[str, float] = {}
        for number, reading in sorted(self.readings.items()):
            for character, spans in reading.mentions.items():
                mentions[kept.get(character, character)].setdefault(number, []).extend(spans)
            last_seen |= reading.confidence
        confidence: dict[str, float] = defaultdict(float)
        for character, surety in last_seen.items():
            key = kept.get(character, character)
            confidence[key] = max(confidence[key], surety)
        return [CharacterRecord(key, mentions[key], confidence[key]) for key in mentions]
