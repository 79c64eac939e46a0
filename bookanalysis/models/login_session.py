"""One login, from the password to the logout."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.models.base import Base, Timestamped


class LoginSession(Timestamped, Base):
    """The blocklist: a token is good while its session (`sid`) is not revoked.

    Only the refresh token with `current_jti` may be used. The one before it, `previous_jti`, is told
    apart from a stolen one by the time since `rotated_at`.
    """

    __tablename__ = "login_session"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    current_jti: Mapped[str] = mapped_column(String(36))
    previous_jti: Mapped[str | None] = mapped_column(String(36))
    rotated_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    expires_at: Mapped[datetime] = mapped_column(index=True)
