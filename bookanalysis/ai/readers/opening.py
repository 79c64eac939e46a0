"""Which reader the settings mean, whether it can work here, and how to get it."""

from dataclasses import dataclass, field
from importlib.util import find_spec

from bookanalysis.ai.readers import Reader
from bookanalysis.ai.readers.chat.ports import AnswerStore, CallLog, Pace
from bookanalysis.ai.readers.errors import ReaderKeyMissing, ReaderNotInstalled, ReaderUnknown
from bookanalysis.ai.readers.offline import OfflineReader

OFFLINE = "offline"
DEFAULT_GEMINI = "gemini-2.5-flash"
_PACKAGES = {
    "gemini": "langchain_google_genai",
    "openai": "langchain_openai",
    "ollama": "langchain_ollama",
}
"""Each provider's client; the extra that brings it is named like the provider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderSettings:
    """`timeout` is of one call in seconds, `attempts` how often one call is tried in all."""

    reader: str = OFFLINE
    api_key: str = field(default="", repr=False)
    base_url: str = ""
    timeout: float = 60
    words_at_once: int = 4000
    attempts: int = 6


def check_reader(settings: ReaderSettings) -> None:
    """Raises what keeps the reader from working here, as far as it can be told without asking it."""
    if settings.reader == OFFLINE:
        return
    provider, _ = provider_and_model(settings.reader)
    if find_spec(_PACKAGES[provider]) is None:
        raise ReaderNotInstalled(reader=settings.reader, extra=provider)
    if not settings.api_key and _needs_key(provider, settings):
        raise ReaderKeyMissing(reader=settings.reader)


def open_reader(settings: ReaderSettings, answers: AnswerStore, calls: CallLog, pace: Pace) -> Reader:
    """The reader, ready to be asked. Loads the provider's client, which takes a second or two."""
    check_reader(settings)
    if settings.reader == OFFLINE:
        return OfflineReader()
    from bookanalysis.ai.readers.chat.reader import open_chat_reader  # noqa: PLC0415

    return open_chat_reader(settings, answers, calls, pace)


def provider_and_model(reader: str) -> tuple[str, str]:
    """«gemini:gemini-2.5-flash» in its two halves. Raises `ReaderUnknown`."""
    provider, _, model = reader.partition(":")
    if reader == "gemini":
        model = DEFAULT_GEMINI
    if provider not in _PACKAGES or not model.strip():
        raise ReaderUnknown(reader=reader)
    return provider, model.strip()


def _needs_key(provider: str, settings: ReaderSettings) -> bool:
    """Servers that speak OpenAI's protocol on one's own machine often want none."""
    return provider == "gemini" or (provider == "openai" and not settings.base_url)
