"""What one thing is shown with, fetched along with it."""

from sqlalchemy.orm import selectinload, undefer, undefer_group

from bookanalysis.models import Book, Character, CharacterFact, Chunk, ChunkCharacter

BOOK_WITH_DESCRIPTION = (undefer(Book.description),)
CHARACTER_WITH_EVIDENCE = (
    selectinload(Character.evidence).joinedload(CharacterFact.chunk).load_only(Chunk.chunk_number),
    selectinload(Character.mentions)
    .joinedload(ChunkCharacter.chunk)
    .load_only(Chunk.chunk_number, Chunk.chapter_number),
)
CHUNK_TEXT = (undefer_group("text"),)
CHUNK_WITH_MENTIONS = (
    *CHUNK_TEXT,
    selectinload(Chunk.mentions).joinedload(ChunkCharacter.character).load_only(Character.name),
)
