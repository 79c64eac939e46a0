"""One question to the model's service, tried until it answers, is refused, or is given up."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from langchain_core.exceptions import ContextOverflowError
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_random_exponential

from bookanalysis.ai.readers.chat.deadline import in_time
from bookanalysis.ai.readers.chat.failures import Failure, failure_of
from bookanalysis.ai.readers.chat.ports import Call, CallLog, Pace
from bookanalysis.ai.readers.chat.providers import ChatModel
from bookanalysis.ai.readers.chat.replies import CutOff, Reply, reply_of, reply_of_completion
from bookanalysis.ai.readers.chat.tokens import TokenMeter
from bookanalysis.ai.readers.errors import ReaderKeyRefused, ReaderRefused, ReaderUnavailable

_LOG = logging.getLogger(__name__)
_UNTOLD_WAIT = 10.0
"""Seconds that all are held when the service says «too fast» and no more."""
_JITTER = wait_random_exponential(multiplier=1, max=30)


@dataclass(frozen=True, slots=True)
class Request:
    """`question` is the name of the node that asks."""

    question: str
    system: str
    text: str
    schema: dict[str, Any]

    @property
    def whole(self) -> str:
        """All that is paid for."""
        return f"{self.system}\n{self.text}\n{self.schema}"


class _TryAgain(Exception):
    """`is_held`: the pace makes us wait, so that we need not."""

    def __init__(self, *, is_held: bool) -> None:
        self.is_held = is_held
        super().__init__()


@dataclass
class Caller:
    """Notes every request that fails; who reads the reply notes the others with `note`.

    `timeout` is the seconds that one request may take in all, `attempts` how often it is made.
    Errors are raised without their cause: what a client raises may repeat the key that it was given.
    """

    chat_model: ChatModel
    calls: CallLog
    pace: Pace
    timeout: float
    attempts: int
    secret: str = field(default="", repr=False)
    sleep: Callable[[float], None] = time.sleep
    meter: TokenMeter = field(default_factory=TokenMeter)

    def call(self, request: Request) -> tuple[Reply, float]:
        """The reply, and how many seconds it took. Raises `CutOff` for a question that is too long."""
        retrying = Retrying(
            stop=stop_after_attempt(self.attempts),
            retry=retry_if_exception_type(_TryAgain),
            wait=_wait,
            sleep=self.sleep,
            reraise=True,
        )
        try:
            return retrying(self._call_once, request)
        except _TryAgain:
            raise ReaderUnavailable from None

    def note(self, request: Request, reply: Reply, outcome: str, seconds: float) -> None:
        if reply.input_tokens is not None:
            self.meter.learn(request.whole, reply.input_tokens)
        self.calls.add(
            Call(
                model=self.chat_model.name,
                question=request.question,
                outcome=outcome,
                input_tokens=self._tokens_of(request) if reply.input_tokens is None else reply.input_tokens,
                output_tokens=reply.output_tokens,
                seconds=seconds,
            )
        )

    def _call_once(self, request: Request) -> tuple[Reply, float]:
        self.pace.enter(self._tokens_of(request))
        started = time.monotonic()
        try:
            reply = self._ask(request)
        except ContextOverflowError:
            self.note(request, Reply(""), CutOff.outcome, time.monotonic() - started)
            raise CutOff from None
        except self.chat_model.failures as error:
            completion = getattr(error, "completion", None)
            if completion is None:
                failure = failure_of(error)
                self._note_failure(request, failure, time.monotonic() - started)
                self._fail(failure)
            reply = reply_of_completion(completion)
        return reply, time.monotonic() - started

    def _ask(self, request: Request) -> Reply:
        model = self.chat_model.model.with_structured_output(
            request.schema, include_raw=True, **self.chat_model.structured
        )
        messages = [SystemMessage(request.system), HumanMessage(request.text)]
        answered = in_time(self.timeout, lambda: model.invoke(messages))
        raw = answered["raw"] if isinstance(answered, dict) else None
        if not isinstance(raw, AIMessage):
            raise TypeError("the client gives no raw message")
        return reply_of(raw)

    def _tokens_of(self, request: Request) -> int:
        return self.meter.estimate(request.whole)

    def _note_failure(self, request: Request, failure: Failure, seconds: float) -> None:
        word = failure.word.replace(self.secret, "***") if self.secret else failure.word
        outcome = "unreachable" if failure.status is None else f"refused ({failure.status})"
        _LOG.warning("%s, %s: %s (%s)", self.chat_model.name, request.question, outcome, word)
        self.note(request, Reply(""), outcome, seconds)

    def _fail(self, failure: Failure) -> NoReturn:
        if failure.is_key_refused:
            raise ReaderKeyRefused from None
        if failure.is_daily:
            self.pace.close_for_today()
        if failure.is_refused:
            word = failure.word.replace(self.secret, "***") if self.secret else failure.word
            raise ReaderRefused(reason=word) from None
        wait = failure.wait or (_UNTOLD_WAIT if failure.is_too_fast else None)
        if wait is not None:
            self.pace.hold(wait)
        raise _TryAgain(is_held=wait is not None) from None


def _wait(state: RetryCallState) -> float:
    """Nothing where the pace holds everyone back anyway; else longer each time, and never the same."""
    error = state.outcome.exception() if state.outcome else None
    return 0.0 if isinstance(error, _TryAgain) and error.is_held else _JITTER(state)
