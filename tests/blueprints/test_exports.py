"""The owner of a book takes its reading away as a file."""

import csv
from io import BytesIO, StringIO

import networkx
import pytest
from sqlalchemy import event
from werkzeug.http import parse_options_header

from bookanalysis.export.document import export_book, write_document
from bookanalysis.extensions import db
from bookanalysis.models import Book, BookStatus
from bookanalysis.services.records import record_of
from tests.rows import add_book
from tests.verified_story import verified_story
from tests.visitor import refused

FORMATS = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "graphml": "application/graphml+xml; charset=utf-8",
    "gexf": "application/gexf+xml; charset=utf-8",
}
TABLES = ["characters", "relationships", "facts", "appearances"]
READ_BACK = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}


@pytest.fixture
def story(amina, arrange):
    return arrange(verified_story, amina.user)


@pytest.fixture
def path(story):
    return f"/api/books/{story.book.id}/export/"


def name_of(answer):
    return parse_options_header(answer.headers["Content-Disposition"])[1]["filename"]


def test_json_is_the_document_that_the_command_line_writes(amina, arrange, story, path):
    answer = amina.get(f"{path}?format=json")

    def written():
        return write_document(export_book(record_of(db.session.get(Book, story.book.id))))

    assert answer.data == arrange(written)
    assert amina.get(path).data == answer.data


@pytest.mark.parametrize("chosen", FORMATS)
def test_arabic_arrives_as_it_is(amina, path, chosen):
    text = amina.get(f"{path}?format={chosen}&table=facts").data.decode("utf-8")

    assert "أحمد" in text
    assert ("أَحْمَدُ" in text) is (chosen in ("json", "csv"))


@pytest.mark.parametrize("chosen", FORMATS)
def test_the_file_has_its_type_and_is_named_after_the_title(amina, path, chosen):
    answer = amina.get(f"{path}?format={chosen}")

    assert answer.headers["Content-Type"] == FORMATS[chosen]
    assert answer.content_length == len(answer.data)
    assert name_of(answer) == ("الأيام - characters.csv" if chosen == "csv" else f"الأيام.{chosen}")


@pytest.mark.parametrize(("table", "lines"), list(zip(TABLES, [2, 1, 9, 2], strict=True)))
def test_a_csv_holds_one_table(amina, path, table, lines):
    answer = amina.get(f"{path}?format=csv&table={table}")

    rows = list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig"), newline=""), strict=True))
    assert len(rows) == lines
    assert rows[0]["character"] == "أحمد"
    assert name_of(answer) == f"الأيام - {table}.csv"


@pytest.mark.parametrize("chosen", READ_BACK)
def test_the_graph_links_the_characters(amina, path, chosen):
    graph = READ_BACK[chosen](BytesIO(amina.get(f"{path}?format={chosen}").data))

    ((source, target, link),) = graph.edges(data=True)
    assert (graph.nodes[source]["label"], graph.nodes[target]["label"]) == ("أحمد", "فاطمة")
    assert link["relationship"] == "mentor"


@pytest.mark.parametrize("status", [BookStatus.PENDING, BookStatus.PROCESSING])
@pytest.mark.parametrize("chosen", FORMATS)
def test_a_book_that_is_still_being_read_gives_what_is_there(amina, arrange, status, chosen):
    book = arrange(add_book, amina.user, title=None, processing_status=status)

    answer = amina.get(f"/api/books/{book.id}/export/?format={chosen}")

    assert answer.status_code == 200
    assert name_of(answer).startswith("book")


@pytest.mark.parametrize("query", ["format=xml", "format=", "format=csv&table=chunks"])
def test_a_format_or_table_that_is_not_there_is_told(amina, path, query):
    details = refused(amina.get(f"{path}?{query}"), 422, "VALIDATION_ERROR")

    assert details.keys() == {"table" if "table" in query else "format"}


def test_someone_elses_book_is_not_there(visitor, path):
    refused(visitor("badr@example.org").get(path), 404, "BOOK_NOT_FOUND")


def test_a_deleted_book_is_not_there(amina, arrange, story, path):
    arrange(lambda: (db.session.merge(story.book).delete(), db.session.commit()))

    refused(amina.get(path), 404, "BOOK_NOT_FOUND")


def test_nobody_exports_without_logging_in(stranger, path):
    refused(stranger.get(path), 401, "NOT_LOGGED_IN")


@pytest.mark.parametrize("chosen", FORMATS)
@pytest.mark.parametrize("parts", [1, 9])
def test_it_costs_the_same_for_a_long_book(app, amina, arrange, chosen, parts):
    book = arrange(verified_story, amina.user, parts).book
    asked = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    amina.get(f"/api/books/{book.id}/export/?format={chosen}")

    assert len(asked) == 6, asked


def test_the_file_is_made_off_the_event_loop(app, amina, path):
    called = []

    def in_a_thread(function, *arguments):
        called.append(function.__name__)
        return function(*arguments)

    app.extensions["off_loop"] = in_a_thread

    amina.get(f"{path}?format=gexf")

    assert called == ["write_export"]


def test_it_is_documented_as_a_file_of_four_types(stranger):
    document = stranger.get("/api/openapi.json").json

    answers = document["paths"]["/api/books/{book_id}/export/"]["get"]["responses"]
    contents = answers["200"]["content"]
    assert {"200", "404", "422"} <= answers.keys()
    assert contents.keys() == {content_type.partition(";")[0] for content_type in FORMATS.values()}
    assert contents["text/csv"]["schema"] == {"type": "string"}
    document_of_a_book = document["components"]["schemas"]["ExportedBook"]["properties"]
    assert "status" not in document_of_a_book
    assert "relationships" in document_of_a_book
