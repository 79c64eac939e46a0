"""What came back from the model: why it stopped is looked at before what it says."""

import json
import re
from dataclasses import dataclass
from typing import Any, TypeVar

from langchain_core.messages import AIMessage
from pydantic import BaseModel, ValidationError

from bookanalysis.ai.readers.chat.repetition import repeats_itself, runs_away

F = TypeVar("F", bound=BaseModel)

_FINISHED = frozenset({"", "STOP", "TOOL_CALLS", "FINISH_REASON_UNSPECIFIED"})
_CUT_OFF = frozenset({"MAX_TOKENS", "LENGTH"})
_GARBLED = frozenset(
    {"OTHER", "MALFORMED_FUNCTION_CALL", "MALFORMED_RESPONSE", "UNEXPECTED_TOOL_CALL", "LOAD"}
)
_FENCED = re.compile(r"```(?:json)?\s*\n(.*)\n\s*```", re.DOTALL)


class Unusable(Exception):
    """There is a reply, but no answer in it. `outcome` is what the log of calls says."""

    outcome = "invalid"


class CutOff(Unusable):
    """The answer (or the question) was longer than the model may write (or read)."""

    outcome = "truncated"


class Blocked(Unusable):
    """The model will not answer this; `reason` is its own word."""

    outcome = "blocked"

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Invalid(Unusable):
    """No JSON, not to the form, or the same over and over."""


@dataclass(frozen=True, slots=True)
class Reply:
    """`input_tokens` is None where the service does not say."""

    text: str
    finish: str = ""
    block: str = ""
    refusal: str = ""
    input_tokens: int | None = None
    output_tokens: int = 0


def reply_of(message: AIMessage) -> Reply:
    told = message.response_metadata
    usage = message.usage_metadata
    feedback = told.get("prompt_feedback") or {}
    return Reply(
        text=_text_of(message),
        finish=_word(told.get("finish_reason") or told.get("done_reason")),
        block=_word(feedback.get("block_reason")),
        refusal=str(message.additional_kwargs.get("refusal") or ""),
        input_tokens=(usage["input_tokens"] or None) if usage else None,
        output_tokens=usage["output_tokens"] if usage else 0,
    )


def reply_of_completion(completion: Any) -> Reply:
    """OpenAI's client raises where the answer is cut off or filtered; the error holds the completion."""
    return Reply(
        text=completion.choices[0].message.content or "",
        finish=_word(completion.choices[0].finish_reason),
        input_tokens=completion.usage.prompt_tokens if completion.usage else None,
        output_tokens=completion.usage.completion_tokens if completion.usage else 0,
    )


def answer_in(reply: Reply, form: type[F]) -> F:
    """Raises `Unusable`."""
    if reply.block and reply.block != "BLOCKED_REASON_UNSPECIFIED":
        raise Blocked(reply.block)
    if reply.refusal:
        raise Blocked("REFUSAL")
    if reply.finish in _CUT_OFF and not runs_away(reply.text):
        raise CutOff
    if reply.finish in _CUT_OFF | _GARBLED:
        raise Invalid(reply.finish)
    if reply.finish not in _FINISHED:
        raise Blocked(reply.finish)
    fenced = _FENCED.fullmatch(reply.text.strip())
    try:
        said = json.loads(fenced[1] if fenced else reply.text)
        if runs_away(reply.text) or repeats_itself(said):
            raise Invalid("the same over and over")
        return form.model_validate(said)
    except (ValidationError, ValueError, RecursionError) as error:
        raise Invalid(type(error).__name__) from error


def _text_of(message: AIMessage) -> str:
    """A model without structured output of its own answers by calling a tool."""
    if message.tool_calls:
        return json.dumps(message.tool_calls[0]["args"], ensure_ascii=False)
    return str(message.text)


def _word(reason: Any) -> str:
    """An enum's name, or the word as it is."""
    return str(getattr(reason, "name", reason) or "").upper()
