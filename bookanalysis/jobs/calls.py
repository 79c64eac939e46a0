"""The calls to a model, noted as they end; a job's usage is folded from them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from bookanalysis.ai.readers.chat.ports import Call
from bookanalysis.config import config
from bookanalysis.extensions import db
from bookanalysis.jobs.errors import LeaseLost
from bookanalysis.jobs.writing import write_apart
from bookanalysis.models import ModelCall

MILLION = 1_000_000


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


def usage_of(job_id: UUID) -> dict[str, Any] | None:
    """What a job has asked so far and what it has cost; None if it asked no model. One query."""
    rows = db.session.execute(
        select(
            ModelCall.question,
            func.count(),
            func.sum(ModelCall.input_tokens),
            func.sum(ModelCall.output_tokens),
        )
        .where(ModelCall.job_id == job_id)
        .group_by(ModelCall.question)
        .order_by(ModelCall.question)
    ).all()
    if not rows:
        return None
    calls, read, written = (sum(int(row[place]) for row in rows) for place in (1, 2, 3))
    return {
        "calls": calls,
        "input_tokens": read,
        "output_tokens": written,
        "cost_usd": _cost(read, written),
        "by_question": {
            question: {"calls": calls, "input_tokens": int(read), "output_tokens": int(written)}
            for question, calls, read, written in rows
        },
    }


def _cost(input_tokens: int, output_tokens: int) -> float:
    prices = config()
    cost = input_tokens * prices.reader_input_price + output_tokens * prices.reader_output_price
    return round(cost / MILLION, 6)
