"""What all requests to a chat model come to."""

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.models.base import Base


class ModelTotal(Base):
    """Added up as each `ModelCall` is noted, so that nobody has to add up all of them.

    The calls go with their jobs, their total stays: it never falls.
    """

    __tablename__ = "model_total"

    model: Mapped[str] = mapped_column(String(100), primary_key=True)
    outcome: Mapped[str] = mapped_column(String(50), primary_key=True)
    calls: Mapped[int] = mapped_column(BigInteger)
    input_tokens: Mapped[int] = mapped_column(BigInteger)
    output_tokens: Mapped[int] = mapped_column(BigInteger)
