import pytest

from bookanalysis.ai.readers.errors import ReaderKeyMissing, ReaderUnknown
from bookanalysis.running.__main__ import run
from tests.conftest import config_in


@pytest.mark.parametrize(("reader", "error"), [("gemini", ReaderKeyMissing), ("nobody", ReaderUnknown)])
def test_nothing_starts_when_the_reader_cannot_be_opened(tmp_path, reader, error):
    with pytest.raises(error):
        run(config_in(tmp_path / "var", reader=reader))

    assert not (tmp_path / "var").exists()
