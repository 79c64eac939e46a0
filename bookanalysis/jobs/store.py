"""The database as a reading's store: every write is one short transaction, guarded by the run's lease."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from uuid import UUID

from sqlalchemy import func, select

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.store import Chunk as TextChunk
from bookanalysis.ai.store import ChunkReading, Validation
from bookanalysis.epub import Publication, open_publication
from bookanalysis.extensions import db, storage
from bookanalysis.jobs.lease import Lease
from bookanalysis.jobs.merging import merge_characters
from bookanalysis.jobs.profiles import character_id, fact_row, refresh_profiles
from bookanalysis.joins import Join
from bookanalysis.models import Book, Character, Chunk, ChunkCharacter, Job, utc_now
from bookanalysis.profile import Fact
from bookanalysis.services.coverage import dropped_with

SHORT_TEXT = 255
"""What a column for a name or a title holds."""


class DatabaseStore:
    """Fulfils `Store` for the book of one job."""

    def __init__(self, lease: Lease) -> None:
        self._lease = lease
        self._book_id = _book_of(lease.job_id)

    def publication(self) -> Publication:
        with storage().open(self._book().file) as file:
            return open_publication(file)

    def save_validation(self, validation: Validation) -> None:
        with self._writing():
            book = self._book()
            if validation.language is not None:
                book.detected_language = validation.language
                book.language_confidence = validation.language_confidence
            if validation.quality_score is not None:
                book.quality_score = validation.quality_score
            if validation.classification is not None:
                book.text_classification = dict(validation.classification)

    def save_name(self, name: BookName) -> None:
        """What the user types stays, also if that is at this moment."""
        with self._writing():
            book = db.session.get_one(Book, self._book_id, with_for_update=True)
            book.take_name(_short(name.title), _short(name.author))

    def save_chunks(self, chunks: Sequence[TextChunk]) -> None:
        text_file = f"{self._lease.job_id}.txt"
        storage().save(text_file, BytesIO(_text_of(chunks).encode()))
        with self._writing() as job:
            if self.chunks():
                return
            self._book().txt_file = text_file
            job.num_of_chunks = len(chunks)
            db.session.add_all(_row_of(self._book_id, chunk) for chunk in chunks)

    def chunks(self) -> Sequence[TextChunk]:
        rows = db.session.execute(
            select(
                Chunk.chunk_number,
                Chunk.chapter_number,
                Chunk.chapter_title,
                Chunk.chunk_text,
                Chunk.start_position,
                Chunk.end_position,
            )
            .filter_by(book_id=self._book_id)
            .order_by(Chunk.chunk_number)
        )
        return [TextChunk(*row) for row in rows]

    def commit_chunk(self, reading: ChunkReading) -> bool:
        with self._writing() as job:
            chunk = db.session.scalars(
                select(Chunk).filter_by(book_id=self._book_id, chunk_number=reading.number)
            ).one()
            if chunk.read_at is not None:
                return False
            self._add_characters(reading)
            self._add_mentions(chunk, reading)
            self._add_facts(chunk, reading.facts)
            chunk.summary, chunk.gap, chunk.read_at = reading.summary, reading.gap, utc_now()
            refresh_profiles(self._book_id)
            self._count(job, reading)
        return True

    def finish(self, joins: Sequence[Join]) -> None:
        with self._writing():
            merge_characters(
                self._book_id,
                [Join(str(self._id(join.dropped)), str(self._id(join.kept)), join.chunk) for join in joins],
            )
            refresh_profiles(self._book_id)

    @contextmanager
    def _writing(self) -> Iterator[Job]:
        job = self._lease.guard()
        try:
            yield job
            db.session.commit()
        finally:
            db.session.rollback()

    def _book(self) -> Book:
        return db.session.get_one(Book, self._book_id)

    def _add_characters(self, reading: ChunkReading) -> None:
        """Their names follow from their facts, a moment later."""
        for key in sorted(_characters_in(reading)):
            character = db.session.get(Character, self._id(key))
            if character is None:
                character = Character(id=self._id(key), book_id=self._book_id, name="")
                db.session.add(character)
            character.confidence = reading.confidence.get(key, character.confidence)
        db.session.flush()

    def _add_mentions(self, chunk: Chunk, reading: ChunkReading) -> None:
        db.session.add_all(
            ChunkCharacter(
                chunk_id=chunk.id,
                character_id=self._id(key),
                mention_count=len(spans),
                position_info=[list(span) for span in spans],
                confidence=reading.confidence.get(key, 1.0),
            )
            for key, spans in reading.mentions.items()
            if spans
        )

    def _add_facts(self, chunk: Chunk, facts: Iterable[Fact]) -> None:
        db.session.add_all(fact_row(fact, chunk.id, self._id) for fact in dict.fromkeys(facts))

    def _id(self, key: str) -> UUID:
        return character_id(self._book_id, key)

    def _count(self, job: Job, reading: ChunkReading) -> None:
        read = select(func.count()).where(Chunk.book_id == self._book_id, Chunk.read_at.is_not(None))
        job.chunk_num = db.session.scalars(read).one()
        job.result = {**(job.result or {}), "dropped": dropped_with(job, dict(reading.dropped))}


def _book_of(job_id: UUID) -> UUID:
    return db.session.scalars(select(Book.id).join(Job, Job.book_id == Book.id).where(Job.id == job_id)).one()


def _characters_in(reading: ChunkReading) -> set[str]:
    said = {key for fact in reading.facts for key in (fact.character, fact.other) if key}
    return said | set(reading.mentions) | set(reading.confidence)


def _row_of(book_id: UUID, chunk: TextChunk) -> Chunk:
    return Chunk(
        book_id=book_id,
        chunk_number=chunk.number,
        chapter_number=chunk.chapter_number,
        chapter_title=chunk.chapter_title[:SHORT_TEXT],
        chunk_text=chunk.text,
        start_position=chunk.start,
        end_position=chunk.end,
        word_count=len(chunk.text.split()),
    )


def _text_of(chunks: Iterable[TextChunk]) -> str:
    """The cleaned text: each chunk at its place, with line ends between."""
    text = ""
    for chunk in chunks:
        text += "\n" * (chunk.start - len(text)) + chunk.text
    return text


def _short(text: str | None) -> str | None:
    return text and text[:SHORT_TEXT]
