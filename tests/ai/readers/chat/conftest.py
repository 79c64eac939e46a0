from dataclasses import dataclass, field

import pytest

from bookanalysis.ai.readers.chat.memory import MemoryAnswers, MemoryCalls
from bookanalysis.ai.readers.chat.reader import ChatReader
from bookanalysis.ai.readers.opening import ReaderSettings, open_reader
from tests.ai.readers.chat.ports import RecordingPace
from tests.ai.readers.chat.story import CAST
from tests.gemini.server import KEY, GeminiServer


@dataclass
class Desk:
    """A reader that asks the server through the real client, and all that it was given."""

    server: GeminiServer
    answers: MemoryAnswers = field(default_factory=MemoryAnswers)
    calls: MemoryCalls = field(default_factory=MemoryCalls)
    pace: RecordingPace = field(default_factory=RecordingPace)
    slept: list[float] = field(default_factory=list)

    def open(self, **settings) -> ChatReader:
        told = {"reader": "gemini", "api_key": KEY, "base_url": self.server.url, "timeout": 5} | settings
        reader = open_reader(ReaderSettings(**told), self.answers, self.calls, self.pace)
        reader.asker.caller.sleep = self.slept.append
        return reader

    @property
    def outcomes(self) -> list[str]:
        return [call.outcome for call in self.calls.all]


@pytest.fixture
def server():
    with GeminiServer(CAST) as server:
        yield server


@pytest.fixture
def desk(server):
    return Desk(server)
