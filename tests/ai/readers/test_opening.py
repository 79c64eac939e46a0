import subprocess
import sys

import pytest

from bookanalysis.ai.readers import opening
from bookanalysis.ai.readers.chat.memory import LocalPace, MemoryAnswers, MemoryCalls
from bookanalysis.ai.readers.chat.pace import Limits
from bookanalysis.ai.readers.errors import ReaderKeyMissing, ReaderNotInstalled, ReaderUnknown
from bookanalysis.ai.readers.offline import OfflineReader
from bookanalysis.ai.readers.opening import ReaderSettings, check_reader, open_reader


def opened(**settings):
    return open_reader(ReaderSettings(**settings), MemoryAnswers(), MemoryCalls(), LocalPace(Limits()))


@pytest.mark.parametrize(
    "reader", ["", "online", "gpt", "openai", "openai:", "ollama", "gemini: ", "Offline", "claude:x"]
)
def test_a_reader_that_nobody_knows_is_told(reader):
    with pytest.raises(ReaderUnknown, match="gemini:MODEL"):
        check_reader(ReaderSettings(reader=reader, api_key="k"))


@pytest.mark.parametrize("reader", ["gemini", "gemini:gemini-2.5-pro", "openai:some-model"])
def test_a_key_that_is_missing_is_told(reader):
    with pytest.raises(ReaderKeyMissing):
        check_reader(ReaderSettings(reader=reader))


@pytest.mark.parametrize(
    "settings",
    [
        {"reader": "offline"},
        {"reader": "gemini", "api_key": "k"},
        {"reader": "openai:m", "api_key": "k"},
        {"reader": "openai:m", "base_url": "http://127.0.0.1:1/v1"},
        {"reader": "ollama:m"},
    ],
)
def test_what_has_all_it_needs_passes(settings):
    check_reader(ReaderSettings(**settings))


def test_a_package_that_is_missing_is_told_with_its_extra(monkeypatch):
    monkeypatch.setattr(opening, "find_spec", lambda name: None)

    with pytest.raises(ReaderNotInstalled, match=r"bookanalysis\[gemini\]"):
        check_reader(ReaderSettings(reader="gemini", api_key="k"))


def test_the_embedded_reader_opens_without_anything():
    assert isinstance(opened(), OfflineReader)


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"reader": "gemini", "api_key": "k"}, "gemini:gemini-2.5-flash"),
        ({"reader": "gemini:gemini-2.5-pro", "api_key": "k"}, "gemini:gemini-2.5-pro"),
        ({"reader": "openai:m", "base_url": "http://127.0.0.1:1/v1"}, "openai:m"),
        ({"reader": "ollama:qwen3:8b", "base_url": "http://127.0.0.1:1"}, "ollama:qwen3:8b"),
    ],
)
def test_a_chat_reader_is_named_by_provider_and_model(settings, name):
    reader = opened(**settings, words_at_once=2000)

    assert (reader.name, reader.words_at_once) == (name, 2000)


def test_the_key_is_not_shown_with_the_settings():
    assert "secret" not in repr(ReaderSettings(reader="gemini", api_key="secret"))


def test_checking_a_reader_loads_no_client():
    code = (
        "import sys; from bookanalysis.ai.readers.opening import ReaderSettings, check_reader;"
        "check_reader(ReaderSettings(reader='gemini', api_key='k'));"
        "print([name for name in sys.modules if name.partition('.')[0] in"
        " ('langchain_core', 'langchain_google_genai', 'google', 'openai', 'limits')])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
