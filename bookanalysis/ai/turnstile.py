"""Lets threads through one at a time in the order of their numbers."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class TurnNeverComes(Exception):
    """Someone ahead failed, or the turnstile was closed."""


class Turnstile:
    """Numbers count from 1. Each has to take its turn or leave the queue, else those behind it wait."""

    def __init__(self) -> None:
        self._next = 1
        self._left: set[int] = set()
        self._barrier: int | None = None
        self._changed = Condition()

    @contextmanager
    def turn(self, number: int) -> Iterator[None]:
        """Wait for all numbers before; the block runs alone. Raises `TurnNeverComes`."""
        with self._changed:
            self._changed.wait_for(lambda: self._next == number or self._is_barred(number))
            if self._is_barred(number):
                raise TurnNeverComes
        yield
        self.leave(number)

    def leave(self, number: int) -> None:
        """Need no turn, or no more; twice is as good as once."""
        with self._changed:
            if number >= self._next:
                self._left.add(number)
            while self._next in self._left:
                self._left.remove(self._next)
                self._next += 1
            self._changed.notify_all()

    def bar(self, number: int) -> None:
        """Nobody from this number on gets a turn any more."""
        with self._changed:
            self._barrier = number if self._barrier is None else min(self._barrier, number)
            self._changed.notify_all()

    def _is_barred(self, number: int) -> bool:
        return self._barrier is not None and number >= self._barrier
