"""The calls to a model, noted as they end."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Engine, insert
from sqlalchemy.exc import IntegrityError

from bookanalysis.ai.readers.chat.ports import Call
from bookanalysis.jobs.errors import LeaseLost
from bookanalysis.jobs.writing import write_apart
from bookanalysis.models import ModelCall


@dataclass(frozen=True, slots=True)
class DatabaseCalls:
    """Fulfils `CallLog` for one job."""

    engine: Engine
    job_id: UUID

    def add(self, call: Call) -> None:
        noted = insert(ModelCall).values(
            job_id=self.job_id,
            model=call.model[:100],
            question=call.question[:50],
            outcome=call.outcome[:50],
            input_tokens=call.input_tokens,
            output_tokens=call.output_tokens,
            seconds=call.seconds,
        )
        try:
            write_apart(self.engine, noted)
        except IntegrityError as error:  # the job went with its account
            raise LeaseLost from error
