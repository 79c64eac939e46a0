"""The chat models we can open. Each provider's package is loaded only when its model is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from json import JSONDecodeError
from typing import Any

import httpx
from langchain_core.exceptions import ModelError
from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr

from bookanalysis.ai.readers.opening import ReaderSettings, provider_and_model

MOST_OUTPUT_TOKENS = 16_384
"""A bound for a model that runs away. The longest honest answer we have reason for is half of it."""
_OLLAMA_CONTEXT = 2 * MOST_OUTPUT_TOKENS
_NO_KEY = "none"
_UNFIT_BODY = (JSONDecodeError, ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What the clients raise over a body that is no JSON, or JSON of another shape."""


@dataclass(frozen=True, slots=True)
class ChatModel:
    """A model and what its client raises when a request fails.

    `structured` are the options of `with_structured_output` that make it keep to a JSON schema.
    """

    name: str
    model: BaseChatModel
    errors: tuple[type[Exception], ...] = ()
    structured: dict[str, Any] = field(default_factory=lambda: {"method": "json_schema"})

    @property
    def failures(self) -> tuple[type[Exception], ...]:
        return (*self.errors, ModelError, httpx.HTTPError, OSError, *_UNFIT_BODY)


def open_chat_model(settings: ReaderSettings) -> ChatModel:
    """Builds the client; asks nothing."""
    provider, model = provider_and_model(settings.reader)
    return _OPEN[provider](f"{provider}:{model}", model, settings)


def _gemini(name: str, model: str, settings: ReaderSettings) -> ChatModel:
    from google.genai.errors import APIError  # noqa: PLC0415
    from langchain_google_genai import (  # noqa: PLC0415
        ChatGoogleGenerativeAI,
        HarmBlockThreshold,
        HarmCategory,
    )
    from langchain_google_genai.chat_models import ChatGoogleGenerativeAIError  # noqa: PLC0415

    harms = (
        HarmCategory.HARM_CATEGORY_HARASSMENT,
        HarmCategory.HARM_CATEGORY_HATE_SPEECH,
        HarmCategory.HARM_CATEGORY_SEXUALLY_EXPLICIT,
        HarmCategory.HARM_CATEGORY_DANGEROUS_CONTENT,
    )
    # Thoughts are paid for and count against the answer's length; the 2.5 Flash models let them be off.
    # The others get the length that they allow.
    thinks = not model.startswith("gemini-2.5-flash")
    client = ChatGoogleGenerativeAI(
        model=model,
        api_key=SecretStr(settings.api_key),
        base_url=settings.base_url or None,
        temperature=0,
        max_output_tokens=None if thinks else MOST_OUTPUT_TOKENS,
        thinking_budget=None if thinks else 0,
        safety_settings=dict.fromkeys(harms, HarmBlockThreshold.OFF),
        timeout=settings.timeout,
        max_retries=1,
        cache=False,
    )
    return ChatModel(name, client, (APIError, ChatGoogleGenerativeAIError))


def _openai(name: str, model: str, settings: ReaderSettings) -> ChatModel:
    from langchain_openai import ChatOpenAI  # noqa: PLC0415
    from openai import OpenAIError  # noqa: PLC0415

    client = ChatOpenAI(
        model=model,
        api_key=SecretStr(settings.api_key or _NO_KEY),
        base_url=settings.base_url or None,
        temperature=0,
        # A server of one's own refuses more than its context has room for, and we do not know its context.
        max_completion_tokens=None if settings.base_url else MOST_OUTPUT_TOKENS,
        timeout=settings.timeout,
        max_retries=0,
        cache=False,
    )
    return ChatModel(name, client, (OpenAIError,), {"method": "json_schema", "strict": True})


def _ollama(name: str, model: str, settings: ReaderSettings) -> ChatModel:
    from langchain_ollama import ChatOllama  # noqa: PLC0415
    from ollama import ResponseError  # noqa: PLC0415

    client = ChatOllama(
        model=model,
        base_url=settings.base_url or None,
        temperature=0,
        num_predict=MOST_OUTPUT_TOKENS,
        # Ollama's own is shorter than a passage, and what does not fit it drops without a word.
        num_ctx=_OLLAMA_CONTEXT,
        client_kwargs={"timeout": settings.timeout},
        cache=False,
    )
    return ChatModel(name, client, (ResponseError,))


_OPEN: dict[str, Callable[[str, str, ReaderSettings], ChatModel]] = {
    "gemini": _gemini,
    "openai": _openai,
    "ollama": _ollama,
}
