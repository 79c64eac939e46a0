"""What `flask analyze` answers, by its exit status and its words."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.ai.readers.offline import OfflineReader
from bookanalysis.ai.workflow import Run, read_book
from bookanalysis.cli.analyze import analyze
from bookanalysis.epub import open_publication
from bookanalysis.export import export_book
from tests.e2e.story import novel
from tests.epub.builder import Epub, page

ENGLISH = "<p>He went out of the house before dawn, and he had not seen anybody on the road.</p>" * 30


@pytest.fixture
def a_novel(tmp_path):
    return written(tmp_path, novel())


def written(folder: Path, book: Epub) -> Path:
    file = folder / "book.epub"
    file.write_bytes(book.build().getvalue())
    return file


def run(*arguments: object):
    return CliRunner().invoke(analyze, [str(argument) for argument in arguments])


def test_a_novel_is_read_shown_and_written(a_novel, tmp_path):
    output = tmp_path / "result.json"

    result = run(a_novel, "--output", output)
    document = json.loads(output.read_text("utf-8"))

    assert result.exit_code == 0, result.output
    names = {character["name"] for character in document["characters"]}
    assert {"سالم", "هند", "مريم"} <= names
    assert all(name in result.stdout for name in names)
    assert document["reader"] == "offline"


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        (".gexf", b"<?xml version='1.0' encoding='utf-8'?>\n<gexf "),
        (".GraphML", b"<?xml version='1.0' encoding='utf-8'?>\n<graphml "),
        (".csv", b"\xef\xbb\xbfcharacter_id,character,kind,"),
        ("", b'{\n "title": '),
        (".txt", b'{\n "title": '),
    ],
)
def test_the_ending_tells_the_format(a_novel, tmp_path, ending, begins):
    output = tmp_path / f"result{ending}"

    result = run(a_novel, "--output", output, "--table", "facts")

    assert result.exit_code == 0, result.output
    assert output.read_bytes().startswith(begins)
    assert "سالم" in output.read_text("utf-8")


def test_every_claim_is_the_text_at_its_place(a_novel):
    store = MemoryStore(open_publication(a_novel))
    for _ in read_book(Run(OfflineReader(), store)):
        pass
    texts = {chunk.number: chunk.text for chunk in store.chunks()}

    document = export_book(store.record("offline"))
    said = [fact for character in document["characters"] for fact in character["facts"]]
    said += [place for link in document["relationships"] for place in link["evidence"]]

    assert len(said) > len(document["characters"])
    assert all(texts[fact["chunk"]][fact["start"] : fact["end"]] == fact["quote"] for fact in said)


def test_a_refused_book_gives_the_reason_in_both_languages(tmp_path):
    result = run(written(tmp_path, Epub({"c1.xhtml": page(ENGLISH)})))

    assert result.exit_code == 2
    assert "LANGUAGE_NOT_SUPPORTED" in result.stderr
    assert "English" in result.stderr
    assert "الإنجليزية" in result.stderr


def test_a_file_that_is_no_epub_is_refused(tmp_path):
    file = tmp_path / "book.epub"
    file.write_text("not a book")

    result = run(file)

    assert result.exit_code == 2
    assert "NOT_AN_EPUB" in result.stderr


def test_a_reader_is_named_on_the_line_or_by_the_setting(a_novel, monkeypatch):
    monkeypatch.setenv("READER", "nobody")

    by_setting, on_the_line = run(a_novel), run(a_novel, "--reader", "offline")

    assert by_setting.exit_code == 1
    assert "READER_UNKNOWN" in by_setting.stderr
    assert on_the_line.exit_code == 0, on_the_line.output


def test_a_chat_model_without_a_key_is_told_before_the_book_is_read(monkeypatch, tmp_path):
    monkeypatch.delenv("READER_API_KEY", raising=False)

    result = run(tmp_path / "no-such-book.epub", "--reader", "gemini:gemini-2.5-flash")

    assert result.exit_code == 1
    assert "READER_KEY_MISSING" in result.stderr
    assert "مفتاح" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [(), ("no-such-book.epub",), ("--no-such-option", "x.epub"), ("--table", "chunks", "x.epub"), ("/",)],
)
def test_a_wrong_call_is_an_error(arguments):
    result = run(*arguments)

    assert result.exit_code == 1
    assert "Error" in result.stderr


def test_a_result_that_cannot_be_written_is_told_before_the_book_is_read(tmp_path):
    result = run(tmp_path / "no-such-book.epub", "--output", tmp_path / "nowhere" / "result.json")

    assert result.exit_code == 1
    assert "nowhere" in result.stderr


def test_the_command_line_loads_the_workflow_only_to_read():
    check = "import sys, bookanalysis.app; print('langgraph' in sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == "False"
