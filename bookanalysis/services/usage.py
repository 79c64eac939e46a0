"""What a job has asked a model, and what it has cost: folded from its calls."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bookanalysis.config import config
from bookanalysis.extensions import db
from bookanalysis.models import ModelCall

MILLION = 1_000_000


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
