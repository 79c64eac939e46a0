"""One lock for each key, there as long as somebody holds or awaits it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class LockByKey:
    def __init__(self) -> None:
        self._guard = Lock()
        self._locks: dict[str, Lock] = {}
        self._users: Counter[str] = Counter()

    @contextmanager
    def hold(self, key: str) -> Iterator[None]:
        with self._guard:
            lock = self._locks.setdefault(key, Lock())
            self._users[key] += 1
        try:
            with lock:
                yield
        finally:
            with self._guard:
                self._users[key] -= 1
                if not self._users[key]:
                    del self._users[key], self._locks[key]
