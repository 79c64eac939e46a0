"""What a chat reader is given from outside, in memory: for the command line and for tests."""

import time
from collections.abc import Callable
from threading import Lock

from limits.storage import MemoryStorage

from bookanalysis.ai.readers.chat.pace import Limits, LimitsPace
from bookanalysis.ai.readers.chat.ports import Call


class MemoryAnswers:
    """Fulfils `AnswerStore`."""

    def __init__(self) -> None:
        self._answers: dict[str, str] = {}
        self._lock = Lock()

    def find(self, digest: str) -> str | None:
        return self._answers.get(digest)

    def keep(self, digest: str, answer: str) -> str:
        with self._lock:
            return self._answers.setdefault(digest, answer)

    def __len__(self) -> int:
        return len(self._answers)


class MemoryCalls:
    """Fulfils `CallLog`. `all` are the calls in the order they ended."""

    def __init__(self) -> None:
        self._calls: list[Call] = []
        self._lock = Lock()

    def add(self, call: Call) -> None:
        with self._lock:
            self._calls.append(call)

    @property
    def all(self) -> tuple[Call, ...]:
        with self._lock:
            return tuple(self._calls)


class MemoryBoard:
    """Fulfils `Board`."""

    def __init__(self) -> None:
        self._deadlines: dict[str, float] = {}
        self._lock = Lock()

    def get(self, name: str) -> float | None:
        return self._deadlines.get(name)

    def put(self, name: str, deadline: float) -> None:
        with self._lock:
            self._deadlines[name] = max(deadline, self._deadlines.get(name, deadline))


class LocalPace(LimitsPace):
    """The pace of one process alone."""

    def __init__(
        self,
        limits: Limits,
        window: int = 60,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(limits, MemoryStorage(), MemoryBoard(), "local", window, clock, sleep)
