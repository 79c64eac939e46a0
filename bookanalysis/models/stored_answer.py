"""A validated answer of a chat model, kept across books and runs so that it is never paid for twice."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.models.base import Base, utc_now


class StoredAnswer(Base):
    """`digest` is the hash of model, prompt, form and text; the first answer stored wins."""

    __tablename__ = "stored_answer"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    answer: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
