"""The visit of docs/api.md, run as it is written: in a shell with curl, and in Python."""

import json
import re
import shutil
import subprocess
import sys
from email import message_from_bytes
from email.policy import default
from threading import Thread

import pytest
import requests

from tests.api_document import examples, table, words
from tests.e2e.story import novel
from tests.e2e.system import wait_until
from tests.test_api_document import added, frame, waiting

VISIT = "## A visit"
ADDRESS = "http://127.0.0.1:5000"
KEEP_WHAT_WAS_TOLD = """
import json
with open("told.json", "w") as file:
    json.dump(told, file)
"""


class Visit:
    """Someone who follows the examples, one after the other, in a folder of their own."""

    def __init__(self, system, folder, language, email):
        self.system, self.folder, self.language, self.email = system, folder, language, email
        (folder / "novel.epub").write_bytes(novel().build().read())

    def run(self, program, *more):
        """All that was printed. The code from the e-mail is typed in once it has come."""
        script = "\n".join([*examples(VISIT, self.language), *more]).replace(ADDRESS, self.system.address)
        (self.folder / "visit").write_text(script, encoding="utf-8")
        visit = subprocess.Popen(
            [*program, "visit"],
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        typist = Thread(target=self._type_the_code, args=[visit], daemon=True)
        typist.start()
        try:
            said = visit.stdout.read()
            assert visit.wait(10) == 0, said
        finally:
            visit.kill()
            typist.join(10)
        return said

    def _type_the_code(self, visit):
        with visit.stdin:
            code = wait_until(lambda: visit.poll() is not None or self._code(), 90, "the code's e-mail")
            if code is not True:
                visit.stdin.write(f"{code}\n")

    def _code(self):
        for path in (self.system.folder / "mail").glob("*.eml"):
            letter = message_from_bytes(path.read_bytes(), policy=default)
            if letter["To"] == self.email and "code" in letter["Subject"]:
                lines = letter.get_body(("plain",)).get_content().split()
                return next(line for line in lines if line.isdigit() and len(line) == 6)
        return None

    def file(self, name):
        return (self.folder / name).read_bytes()


@pytest.fixture(scope="module")
def shell(system, tmp_path_factory):
    assert shutil.which("curl"), "the visit needs curl: .ci/run installs it"
    visit = Visit(system, tmp_path_factory.mktemp("shell"), "sh", "amina@example.com")
    return visit, visit.run(["sh", "-eu"])


@pytest.fixture(scope="module")
def python(system, tmp_path_factory):
    visit = Visit(system, tmp_path_factory.mktemp("python"), "python", "badr@example.com")
    return visit, visit.run([sys.executable, "-X", "utf8"], KEEP_WHAT_WAS_TOLD)


def refusals(said):
    return [json.loads(line)["error_code"] for line in said.splitlines() if '"status":"error"' in line]


def test_in_the_shell_only_what_is_to_be_refused_is_refused(shell):
    _, said = shell

    assert refusals(said) == ["REFRESHED_ALREADY", "SESSION_ENDED", "SESSION_ENDED", "WRONG_CREDENTIALS"]


def test_in_the_shell_the_book_is_read_and_its_evidence_shown(shell):
    _, said = shell
    answers = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    told = [each["data"] for each in answers if isinstance(each.get("data"), dict)]

    read, cancelled = (each for each in told if "job_type" in each)
    assert (read["status"], cancelled["status"]) == ("completed", "cancelled")
    assert read["result"]["read"] == read["num_of_chunks"]
    assert any(each.get("evidence") for each in told)
    assert any(each["hold"] == each["total"] > 0 for each in told if "hold" in each)


def test_in_the_shell_the_files_are_what_they_should_be(shell):
    visit, _ = shell

    assert visit.file("copy.epub") == visit.file("novel.epub")
    assert json.loads(visit.file("characters.json"))["characters"]
    assert visit.file("relationships.csv").startswith("\ufeffcharacter_id,".encode())


def test_in_python_all_comes_out_as_it_is_written(python):
    visit, said = python
    lines = said.splitlines()

    assert lines[:3] == ["REFRESHED_ALREADY", "None", "SESSION_ENDED"]
    assert lines[-2].endswith("SESSION_ENDED")
    assert lines[-1] == "WRONG_CREDENTIALS"
    assert "True" in lines  # a claim was cut out of its text
    assert "cancelled" in lines
    assert visit.file("copy.epub") == visit.file("novel.epub")
    assert b"gexf" in visit.file("graph.gexf")


def test_in_python_fewer_are_known_by_the_end_of_the_first_part(python):
    _, said = python

    so_far, all_in_all = re.search(r"^(\d+) of (\d+) characters are known", said, re.MULTILINE).groups()
    assert 0 < int(so_far) < int(all_in_all)


def test_every_event_brings_the_fields_that_are_told(python):
    visit, _ = python
    (snapshot, _), *told = json.loads(visit.file("told.json"))

    fields = {words(row[0])[0]: set(words(row[2])) for row in table("## Events")}
    assert snapshot == "snapshot"
    assert {event for event, _ in told} == fields.keys() - {"processing_failed"}
    for event, news in told:
        assert frame() <= news.keys() <= frame() | fields[event], news


def test_the_results_of_milestones_are_those_that_are_shown(python):
    visit, _ = python
    told = json.loads(visit.file("told.json"))

    for event, news in told:
        shown = added().get(event, {}).get("results")
        if shown and event != "progress":
            assert news["results"].keys() == shown.keys(), event
    assert waiting().keys() == {"retry_at", "error_code"}


def test_nothing_is_left_of_the_visitors(system, shell, python):
    for visit, _ in (shell, python):
        login = {"email": visit.email, "password": "a third password"}
        answer = requests.post(f"{system.address}/api/auth/login/", json=login, timeout=30)
        assert answer.json()["error_code"] == "WRONG_CREDENTIALS"
