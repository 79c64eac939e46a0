"""A paid answer, kept so that it is never paid for twice."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.models.base import Base, utc_now


class ReaderAnswer(Base):
    """`digest` is the hash of model, prompt, form and text; the first answer stored wins."""

    __tablename__ = "reader_answer"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    model: Mapped[str] = mapped_column(String(100))
    form: Mapped[str] = mapped_column(String(100))
    answer: Mapped[str] = mapped_column(Text, deferred=True)
    usage: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
