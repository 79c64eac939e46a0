"""What `flask evaluate` answers, by its exit status and its words."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bookanalysis.cli.evaluate import evaluate
from tests.e2e.story import novel
from tests.epub.builder import Epub, page

SHARED_GOLD = Path(__file__).parents[3] / "shared" / "books" / "gold"
ENGLISH = "<p>He went out of the house before dawn, and he had not seen anybody on the road.</p>" * 30
GOLD = {
    "title": "ليالي الساحل",
    "characters": [
        {"name": "سالم", "role": "main", "mentions": 90},
        {"name": "هند", "role": "main", "mentions": 80},
        {"name": "مريم", "role": "main", "mentions": 60},
        {"name": "زهير", "mentions": 4},
    ],
    "relationships": [{"a": "سالم", "b": "مريم", "type": "family"}],
}


@pytest.fixture
def folder(tmp_path):
    """One book with its gold, one without."""
    folder = tmp_path / "books"
    folder.mkdir()
    (folder / "story.epub").write_bytes(novel().build().getvalue())
    (folder / "no-gold.epub").write_bytes(novel("بلا مرجع").build().getvalue())
    write_gold(folder / "story.gold.json", GOLD)
    return folder


@pytest.fixture
def baseline(folder, tmp_path):
    file = tmp_path / "baseline.json"
    written = run(folder, "--baseline", file, "--write-baseline")
    assert written.exit_code == 0, written.output
    return file


def write_gold(file, gold):
    file.write_text(json.dumps(gold), encoding="utf-8")


def run(*arguments):
    return CliRunner().invoke(evaluate, [str(argument) for argument in arguments])


def edit(file, **figures):
    document = json.loads(file.read_text("utf-8"))
    document["books"]["story"]["figures"] |= figures
    file.write_text(json.dumps(document), encoding="utf-8")


def test_figures_are_shown_and_the_same_again_is_not_worse(folder, baseline):
    result = run(folder, "--baseline", baseline)

    assert result.exit_code == 0, result.output
    assert "ليالي الساحل" in result.stdout
    assert "0.750" in result.stdout
    assert "Nothing is worse" in result.stdout
    assert "بلا مرجع" not in result.stdout


def test_the_baseline_holds_figures_and_no_names(baseline):
    document = json.loads(baseline.read_text("utf-8"))

    assert document["books"]["story"]["title"] == "ليالي الساحل"
    assert document["books"]["story"]["figures"]["recall"] == 0.75
    assert document["books"]["story"]["figures"]["recall_3_to_5"] == 0
    assert "words_per_second" not in document["together"]
    assert "زهير" not in baseline.read_text("utf-8")


def test_a_figure_that_was_better_is_named_and_fails(folder, baseline):
    edit(baseline, recall=0.9, duplicates=-1)

    result = run(folder, "--baseline", baseline)

    assert result.exit_code == 1
    lines = [line.split()[:4] for line in result.stdout.splitlines()]
    assert ["worse", "recall", "0.9", "0.75"] in lines
    assert ["worse", "duplicates", "-1", "0"] in lines
    assert "أسوأ من خط الأساس" in result.stdout


def test_a_figure_that_was_worse_is_named_and_the_baseline_can_be_renewed(folder, baseline):
    edit(baseline, recall=0.25)

    result = run(folder, "--baseline", baseline)

    assert result.exit_code == 0
    assert ["better", "recall", "0.25", "0.75"] in [line.split()[:4] for line in result.stdout.splitlines()]
    assert "--write-baseline" in result.stdout


def test_a_book_without_a_baseline_is_new(folder, baseline):
    (folder / "story.epub").rename(folder / "another.epub")
    (folder / "story.gold.json").rename(folder / "another.gold.json")

    result = run(folder, "--baseline", baseline)

    assert result.exit_code == 0
    assert "New, nothing to compare with · جديد بلا مقارنة: ليالي الساحل" in result.stdout
    assert "In the baseline only" in result.stdout


def test_a_refused_book_is_worse_and_does_not_stop_the_others(folder, baseline):
    (folder / "a.epub").write_bytes(Epub({"c1.xhtml": page(ENGLISH)}).build().getvalue())
    write_gold(folder / "a.gold.json", {"title": "كتاب إنجليزي", "characters": []})

    result = run(folder, "--baseline", baseline)

    assert result.exit_code == 1
    assert "كتاب إنجليزي (refused · مرفوض)" in result.stdout
    assert "0.750" in result.stdout
    assert "LANGUAGE_NOT_SUPPORTED" in result.stderr
    assert "الإنجليزية" in result.stderr


def test_a_book_that_was_read_before_and_is_refused_now_is_worse(folder, baseline):
    (folder / "story.epub").write_bytes(b"not a book")

    result = run(folder, "--baseline", baseline)

    assert result.exit_code == 1
    assert "NOT_AN_EPUB" in result.stderr
    assert "In the baseline only" not in result.stdout


def test_no_baseline_is_written_while_a_book_is_refused(folder, baseline):
    before = baseline.read_bytes()
    (folder / "story.epub").write_bytes(b"not a book")

    result = run(folder, "--baseline", baseline, "--write-baseline")

    assert result.exit_code == 1
    assert "stays" in result.stderr
    assert baseline.read_bytes() == before


def test_the_report_holds_figures_and_the_names_behind_them(folder, baseline, tmp_path):
    report = tmp_path / "report.json"

    run(folder, "--baseline", baseline, "--json", report)

    document = json.loads(report.read_text("utf-8"))
    story = document["books"]["story"]
    assert story["figures"]["recall"] == document["together"]["recall"] == 0.75
    assert story["names"]["missed"] == ["زهير"]
    assert story["words_per_second"] > 0


def test_a_folder_without_a_pair_is_told_in_both_languages(tmp_path):
    result = run(tmp_path)

    assert result.exit_code == 2
    assert "NO_GOLD" in result.stderr
    assert "ملف مرجعي" in result.stderr


def test_a_broken_gold_file_is_told_before_any_book_is_read(folder):
    write_gold(folder / "story.gold.json", GOLD | {"title": None})

    result = run(folder)

    assert result.exit_code == 2
    assert "GOLD_BROKEN" in result.stderr
    assert result.stdout == ""


def test_a_missing_baseline_is_told(folder, tmp_path):
    result = run(folder, "--baseline", tmp_path / "none.json")

    assert result.exit_code == 2
    assert "NO_BASELINE" in result.stderr


def test_a_report_that_cannot_be_written_is_told_before_any_book_is_read(folder, tmp_path):
    result = run(folder, "--json", tmp_path / "nowhere" / "report.json")

    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_the_command_line_loads_the_evaluation_only_to_evaluate():
    check = "import sys, bookanalysis.app; print('networkx' in sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == "False"


@pytest.mark.skipif(not SHARED_GOLD.is_dir(), reason="the shared books are not beside the checkout")
def test_the_shared_books_are_read_as_well_as_the_baseline_says():
    result = run(SHARED_GOLD)

    assert result.exit_code == 0, result.output
    assert "In the baseline only" not in result.stdout
