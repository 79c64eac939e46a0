"""What a chat reader is given from outside: where answers are kept, calls are noted, and the pace is set."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Call:
    """One request to the model, paid for whatever came of it.

    `question` is the name of the node that asks; `outcome` is `answered`, or why there is no answer:
    `truncated`, `invalid`, `blocked`, `refused` (with a status), `unreachable`.
    """

    model: str
    question: str
    outcome: str
    input_tokens: int
    output_tokens: int
    seconds: float


class CallLog(Protocol):
    """Every call is noted when it ends, in whatever thread. It must not be lost when the process dies."""

    def add(self, call: Call) -> None: ...


class AnswerStore(Protocol):
    """Validated answers by the digest of their question: never paid for twice. Any thread may call."""

    def find(self, digest: str) -> str | None:
        """The stored answer as JSON."""
        ...

    def keep(self, digest: str, answer: str) -> str:
        """Store an answer in a transaction of its own; the first stored wins and comes back."""
        ...


class Pace(Protocol):
    """How fast the model may be asked: requests and tokens a minute, requests a day. All workers share it."""

    def enter(self, tokens: int) -> None:
        """Wait until a call with about so many input tokens may go. Raises `QuotaSpent`."""
        ...

    def hold(self, seconds: float) -> None:
        """The service said to wait: nobody calls before that."""
        ...

    def close_for_today(self) -> None:
        """The service said that today's quota is spent: raises `QuotaSpent`, as `enter` then does, too."""
        ...
