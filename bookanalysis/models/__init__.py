"""The tables, one noun a file."""

from bookanalysis.models.base import Base, utc_now
from bookanalysis.models.book import Book, BookStatus
from bookanalysis.models.character import Character, ChunkCharacter
from bookanalysis.models.character_fact import CharacterFact
from bookanalysis.models.character_join import CharacterJoin
from bookanalysis.models.character_relationship import CharacterRelationship
from bookanalysis.models.chunk import Chunk
from bookanalysis.models.job import Job, JobStatus, JobType
from bookanalysis.models.login_session import LoginSession
from bookanalysis.models.model_call import ModelCall
from bookanalysis.models.model_total import ModelTotal
from bookanalysis.models.password_reset_code import PasswordResetCode
from bookanalysis.models.stored_answer import StoredAnswer
from bookanalysis.models.user import User

__all__ = [
    "Base",
    "Book",
    "BookStatus",
    "Character",
    "CharacterFact",
    "CharacterJoin",
    "CharacterRelationship",
    "Chunk",
    "ChunkCharacter",
    "Job",
    "JobStatus",
    "JobType",
    "LoginSession",
    "ModelCall",
    "ModelTotal",
    "PasswordResetCode",
    "StoredAnswer",
    "User",
    "utc_now",
]
