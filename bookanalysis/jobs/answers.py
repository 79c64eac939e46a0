"""The database as the store of validated answers: what has arrived outlives its run and its book."""

from dataclasses import dataclass

from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError

from bookanalysis.jobs.writing import write_apart
from bookanalysis.models import StoredAnswer


@dataclass(frozen=True, slots=True)
class DatabaseAnswers:
    """Fulfils `AnswerStore`."""

    engine: Engine

    def find(self, digest: str) -> str | None:
        with self.engine.connect() as connection:
            return connection.scalar(select(StoredAnswer.answer).filter_by(digest=digest))

    def keep(self, digest: str, answer: str) -> str:
        try:
            write_apart(self.engine, insert(StoredAnswer).values(digest=digest, answer=answer))
        except IntegrityError:  # another worker was first
            return self.find(digest) or answer
        return answer
