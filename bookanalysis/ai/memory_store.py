"""A store in memory, for a book that is read once and shown."""

from collections import defaultdict
from collections.abc import Sequence

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.store import Chunk, ChunkReading, Validation
from bookanalysis.epub import Publication
from bookanalysis.joins import Join, Sighting, characters_of, merges_of
from bookanalysis.profile import merged
from bookanalysis.record import BookRecord, ChunkRecord


class MemoryStore:
    """Fulfils `Store`; what was written is there to be read."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._chunks: Sequence[Chunk] = ()
        self.validation = Validation()
        self.name = BookName(title=publication.title, author=publication.author)
        self.readings: dict[int, ChunkReading] = {}
        self.joins: Sequence[Join] | None = None
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

    def finish(self, joins: Sequence[Join]) -> None:
        self.joins = tuple(joins)

    def record(self, reader: str, until_chunk: int | None = None) -> BookRecord:
        """The reading as it stands, or as it stood at a chunk."""
        last = len(self._chunks) if until_chunk is None else until_chunk
        readings = [reading for number, reading in sorted(self.readings.items()) if number <= last]
        merges = merges_of(self.joins or (), last)
        return BookRecord(
            title=self.name.title,
            author=self.name.author,
            language=self.validation.language,
            reader=reader,
            chunks=[self._chunk_record(chunk) for chunk in self._chunks if chunk.number <= last],
            characters=characters_of(self._sightings(readings), merges),
            facts=merged((fact for reading in readings for fact in reading.facts), merges),
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

    def _sightings(self, readings: Sequence[ChunkReading]) -> dict[str, dict[int, Sighting]]:
        sightings: dict[str, dict[int, Sighting]] = defaultdict(dict)
        for reading in readings:
            for character, spans in reading.mentions.items():
                sure = reading.confidence.get(character, 0.0)
                sightings[character][reading.number] = Sighting(spans, sure)
        return sightings
