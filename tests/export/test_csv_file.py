import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.export.csv_file import write_csv

HARMLESS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="=+-@＝＋－＠\ufffe\uffff")


def read(written):
    return list(csv.reader(StringIO(written.decode("utf-8-sig"), newline=""), strict=True))


def test_the_file_says_that_it_is_utf8_and_ends_its_lines_as_the_rfc_has_it():
    written = write_csv(["الاسم", "n"], [["هِنْد", 1]])

    assert written == b"\xef\xbb\xbf" + "الاسم,n\r\nهِنْد,1\r\n".encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\x00=", "＝"])
def test_no_text_becomes_a_formula(start):
    ((cell,),) = read(write_csv(["c"], [[f"{start}cmd()"]]))[1:]

    assert cell.startswith("'")
    assert cell.endswith("cmd()")


def test_numbers_stay_numbers_and_nothing_stays_empty():
    assert read(write_csv(["a", "b", "c"], [[-1, 0.5, None]]))[1] == ["-1", "0.5", ""]


def test_commas_quotes_and_line_breaks_stay_in_their_cell():
    said = 'قال: "نعم",\nثم سكت؛ ومضى'

    assert read(write_csv(["c", "d"], [[said, "x"]]))[1] == [said, "x"]


@given(st.lists(st.lists(st.text(HARMLESS), min_size=2, max_size=2)))
def test_harmless_text_comes_back_as_it_was(rows):
    assert read(write_csv(["a", "b"], rows))[1:] == rows


@given(st.text())
def test_whatever_a_text_holds_a_cell_is_harmless(text):
    ((cell, _),) = read(write_csv(["c", "d"], [[text, "x"]]))[1:]

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\x00" not in cell
