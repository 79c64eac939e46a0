"""A pace that waits for nobody and remembers what it was told."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock

from bookanalysis.ai.readers.errors import QuotaSpent


@dataclass
class RecordingPace:
    entered: list[int] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    is_closed: bool = False
    _lock: Lock = field(default_factory=Lock)

    def enter(self, tokens: int) -> None:
        with self._lock:
            self.entered.append(tokens)

    def hold(self, seconds: float) -> None:
        self.held.append(seconds)

    def close_for_today(self) -> None:
        self.is_closed = True
        raise QuotaSpent(datetime(2026, 3, 2, 8, tzinfo=UTC))
