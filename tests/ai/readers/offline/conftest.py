import pytest

from bookanalysis.ai.readers.offline.prepared import PreparedOfflineReader
from bookanalysis.ai.readers.offline.tables import Tables, load_tables
from tests.ai.readers.offline.story import PASSAGES


@pytest.fixture(scope="session")
def tables() -> Tables:
    return load_tables()


@pytest.fixture(scope="session")
def prepared(tables) -> PreparedOfflineReader:
    return PreparedOfflineReader(PASSAGES, tables)
