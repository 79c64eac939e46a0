"""One request to a chat model: what a job's usage is folded from."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.models.base import Base, utc_now


class ModelCall(Base):
    """Paid for, whatever came of it: `outcome` is `answered`, or why there is no answer."""

    __tablename__ = "model_call"

    id: Mapped[int] = mapped_column(primary_key=True)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), index=True)
    model: Mapped[str] = mapped_column(String(100))
    question: Mapped[str] = mapped_column(String(50))
    outcome: Mapped[str] = mapped_column(String(50))
    input_tokens: Mapped[int]
    output_tokens: Mapped[int]
    seconds: Mapped[float]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
