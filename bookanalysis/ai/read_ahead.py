"""Passages are read in threads, several at a time, ahead of the commits."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from contextvars import copy_context
from queue import SimpleQueue

from bookanalysis.ai.turnstile import Turnstile
from bookanalysis.logs.context import noting


class ReadAhead(AbstractContextManager["ReadAhead"]):
    """`read` goes through one passage, told by its number, and names each step when it is done.

    At most `under_way` passages are begun and not yet taken. Leaving the block waits for the questions
    that are asked at that moment; nothing new is begun.
    """

    def __init__(self, read: Callable[[int], Iterable[str]], turns: Turnstile, under_way: int) -> None:
        self._read = read
        self._turns = turns
        self._under_way = under_way
        self._begun: dict[int, tuple[SimpleQueue[str | None], Future[None]]] = {}
        self._next = 1
        self._threads = ThreadPoolExecutor(under_way, thread_name_prefix="passage")

    def steps_of(self, number: int, last: int) -> Iterator[str]:
        """The steps of the next passage as they are done, until it is read. Raises what its reading raised.

        `last` is the number of the book's last passage.
        """
        while self._next <= min(last, number + self._under_way - 1):
            self._begin(self._next)
            self._next += 1
        steps, reading = self._begun.pop(number)
        while (step := steps.get()) is not None:
            yield step
        reading.result()

    def __exit__(self, *_: object) -> None:
        self._turns.bar(0)
        self._threads.shutdown(cancel_futures=True)

    def _begin(self, number: int) -> None:
        steps: SimpleQueue[str | None] = SimpleQueue()
        reading = self._threads.submit(copy_context().run, self._go_through, number, steps)
        self._begun[number] = steps, reading

    def _go_through(self, number: int, steps: SimpleQueue[str | None]) -> None:
        is_read = False
        try:
            with noting(passage=number):
                for step in self._read(number):
                    steps.put(step)
            is_read = True
        finally:
            if is_read:
                self._turns.leave(number)
            else:
                self._turns.bar(number)
            steps.put(None)
