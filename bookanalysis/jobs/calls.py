"""The calls to a model, noted as they end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Engine, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from bookanalysis.ai.readers.chat.ports import Call
from bookanalysis.jobs.errors import LeaseLost
from bookanalysis.jobs.writing import write_apart
from bookanalysis.models import ModelCall, ModelTotal

Upsert = sqlite.Insert | postgresql.Insert
UPSERT: Mapping[str, Callable[..., Upsert]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True, slots=True)
class DatabaseCalls:
    """Fulfils `CallLog` for one job."""

    engine: Engine
    job_id: UUID

    def add(self, call: Call) -> None:
        kind = {"model": call.model[:100], "outcome": call.outcome[:50]}
        tokens = {"input_tokens": call.input_tokens, "output_tokens": call.output_tokens}
        noted = insert(ModelCall).values(
            job_id=self.job_id, question=call.question[:50], seconds=call.seconds, **kind, **tokens
        )
        try:  # the total last: until the end nobody else can add to it
            write_apart(self.engine, noted, self._added_up(kind, {"calls": 1, **tokens}))
        except IntegrityError as error:  # the job went with its account
            raise LeaseLost from error

    def _added_up(self, kind: dict[str, str], amounts: dict[str, int]) -> Upsert:
        first = UPSERT[self.engine.dialect.name](ModelTotal).values(**kind, **amounts)
        return first.on_conflict_do_update(
            index_elements=list(kind),
            set_={name: getattr(ModelTotal, name) + amount for name, amount in amounts.items()},
        )
