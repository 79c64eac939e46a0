"""docs/api.md tells what the code does."""

import json
import re
import shutil
import subprocess

import pytest

from bookanalysis.blueprints import budgets
from bookanalysis.blueprints.sockets import LARGEST_MESSAGE, SECONDS_TO_LOG_IN
from bookanalysis.config import MEGABYTE, Config
from bookanalysis.environment import read_settings
from bookanalysis.epub.checks import LARGEST_UNPACKED
from bookanalysis.epub.directory import MOST_ENTRIES
from bookanalysis.errors import NotAnEpub
from bookanalysis.models import BookStatus, JobStatus
from bookanalysis.notifications import ECHO, SNAPSHOT, Event, payload, snapshot
from bookanalysis.profile import FactKind
from bookanalysis.schemas.accounts import NewPasswordSchema
from bookanalysis.schemas.base import PageQuerySchema
from bookanalysis.schemas.books import BookChangesSchema
from bookanalysis.schemas.characters import EvidenceSchema
from bookanalysis.services.reset_codes import LIFETIME
from tests.api_document import examples, section, table, word, words
from tests.rows import add_book, add_job, add_user
from tests.test_errors import ERRORS

ON_THE_SERVER_ONLY = (
    "bookanalysis.running.",
    "bookanalysis.evaluation.",
    "bookanalysis.doctor.",
    "bookanalysis.errors.production",
)
"""What only commands say."""
ERROR_TABLES = ("### Refusals", "### Why a job fails or waits", "### For operators, and in the logs")


def most(schema, field):
    (length,) = (each for each in schema._declared_fields[field].validators if hasattr(each, "max"))
    return length.max


FIXED = {
    "an EPUB, unpacked": LARGEST_UNPACKED // MEGABYTE,
    "files in an EPUB": MOST_ENTRIES,
    "another body than an upload's": Config().flask_settings()["MAX_CONTENT_LENGTH"] // MEGABYTE,
    "rows of a page": most(PageQuerySchema, "page_size"),
    "characters of a title, of an author": most(BookChangesSchema, "title"),
    "characters of a description": most(BookChangesSchema, "description"),
    "a password's least characters": next(
        each.min
        for each in NewPasswordSchema._declared_fields["new_password"].validators
        if getattr(each, "min", None)
    ),
    "a message to the socket": LARGEST_MESSAGE,
    "parts of a form": Config().flask_settings()["MAX_FORM_PARTS"],
    "a socket on which nobody logs in": SECONDS_TO_LOG_IN,
    "a reset code": LIFETIME.total_seconds() // 60,
}


def as_shown(sentence):
    """Fields by their name only: `{wait_en}` is `{wait}`."""
    return re.sub(r"\{(\w+?)(_en|_ar)?(![rs])?\}", r"{\1}", sentence)


def test_every_error_code_is_told_with_its_status_and_sentences():
    told = {word(row[1]): (row[0], *row[2:]) for heading in ERROR_TABLES for row in table(heading)}

    said = {
        error.error_code: (str(error.status), as_shown(error.en_text), as_shown(error.ar_text))
        for error in ERRORS
        if "error_code" in vars(error) and not error.__module__.startswith(ON_THE_SERVER_ONLY)
    }
    assert told == said


def test_no_error_code_is_told_twice():
    codes = [word(row[1]) for heading in ERROR_TABLES for row in table(heading)]

    assert len(codes) == len(set(codes))


def test_each_limit_of_requests_has_its_default_and_its_name():
    rates = {each.name: each.rates for each in vars(budgets).values() if isinstance(each, budgets.Budget)}

    told = {word(name): (word(setting), default) for _, setting, default, name in table("### How often")}

    assert told.keys() == rates.keys()
    for name, (setting, default) in told.items():
        assert rates[name](Config()) == read_settings(Config, {setting: default})[setting.lower()]


@pytest.mark.parametrize(
    "row", table("### How much") + table("### How long"), ids=lambda row: row[0].replace(" ", "-")
)
def test_each_other_limit_has_its_default(row):
    what, setting, default = row[:3]
    numbers = tuple(map(int, re.findall(r"\d+", default)))

    meant = FIXED[what] if setting == "fixed" else getattr(Config(), word(setting).lower())

    assert numbers == (meant if isinstance(meant, tuple) else (meant,))


def test_the_visit_names_the_times_as_they_are():
    settings = Config()
    visit = section("## A visit")

    assert f"lasts {settings.access_token_hours} hours" in visit
    assert f"token {settings.refresh_token_days} days" in visit
    assert f"for {settings.refresh_grace_seconds} seconds" in visit
    assert f"restored for {settings.book_kept_days} days" in visit


def test_a_claim_is_shown_as_it_is():
    (claim,) = map(json.loads, examples("### Who is in it", "json"))

    assert claim.keys() == EvidenceSchema().fields.keys()
    assert claim["end"] - claim["start"] == len(claim["quote"])
    assert set(FactKind) <= set(words(section("### Who is in it")))


@pytest.mark.parametrize(("heading", "states"), [("### Of a job", JobStatus), ("### Of a book", BookStatus)])
def test_every_state_is_told(heading, states):
    assert [word(row[0]) for row in table(heading)] == list(states)


@pytest.fixture
def job(context):
    user = add_user()
    return add_job(user, add_book(user), status=JobStatus.RUNNING)


def frame():
    return {name for row in table("### The frame") for name in words(row[0])}


def test_every_event_is_told():
    assert [word(row[0]) for row in table("## Events")] == list(Event)


@pytest.mark.parametrize("event", Event)
def test_every_event_has_the_frame_that_is_told(job, event):
    assert payload(job, event).keys() == frame()


def test_the_whole_example_is_a_frame_with_what_the_event_adds():
    (example,) = map(json.loads, examples("### The frame", "json"))

    assert example.keys() == frame() | added()[example["event"]].keys()


def test_a_failure_brings_what_is_told(job):
    job.fail(NotAnEpub())

    assert payload(job, Event.PROCESSING_FAILED).keys() == frame() | added()["processing_failed"].keys()


def test_the_examples_are_those_of_the_table():
    fields = {word(row[0]): set(words(row[2])) for row in table("## Events")}

    assert fields.keys() == added().keys()
    assert all(each.keys() <= fields[event] for event, each in added().items())
    assert fields["progress"] == added()["progress"].keys() | waiting().keys()


def added():
    return json.loads(examples("### What else they bring", "json")[0])


def waiting():
    return json.loads(examples("### What else they bring", "json")[1])


def test_snapshot_and_echo_are_as_they_are_shown(job):
    shown, echo = map(json.loads, examples("### Snapshot and echo", "json"))

    sent = snapshot([job])
    assert (shown["event"], echo["event"]) == (SNAPSHOT, ECHO)
    assert shown.keys() == sent.keys()
    assert shown["jobs"][0].keys() == sent["jobs"][0].keys()


TEXT = "رأى 𐤀𐤁 سالمًا"
"""Two letters beyond U+FFFF before the name."""
NAME = (TEXT.index("سالم"), len(TEXT))


def test_python_cuts_by_code_points_as_it_is_shown():
    names = {}
    exec("\n".join(examples("## Offsets", "python")), names)

    assert names["cut"](TEXT, *NAME) == "سالمًا"


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node to run JavaScript")
def test_javascript_cuts_by_code_points_as_it_is_shown():
    start, end = NAME
    ask = f"const text = {json.dumps(TEXT)}; console.log(JSON.stringify([cut(text, {start}, {end}), "
    ask += f"text.slice(utf16(text, {start}), utf16(text, {end}))]));"

    done = subprocess.run(
        ["node", "-e", "\n".join([*examples("## Offsets", "js"), ask])],
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == ["سالمًا", "سالمًا"]
