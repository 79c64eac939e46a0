import re

import pytest

import bookanalysis.ai.readers.errors
import bookanalysis.errors.production
import bookanalysis.evaluation.errors
import bookanalysis.jobs.errors
import bookanalysis.mail.errors
import bookanalysis.running.errors  # noqa: F401  all errors must be known
from bookanalysis.errors import BookAnalysisError


def tree(root):
    return [root, *(error for child in root.__subclasses__() for error in tree(child))]


ERRORS = sorted(set(tree(BookAnalysisError)), key=lambda error: error.__name__)
CODES = {error.error_code for error in ERRORS}


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_speaks_both_languages_about_the_same_fields(error):
    def fields(text):
        return {name.removesuffix("_en").removesuffix("_ar") for name in re.findall(r"\{(\w+)", text)}

    assert re.search("[a-z]", error.en_text)
    assert re.search("[ء-ي]", error.ar_text)
    assert fields(error.en_text) == fields(error.ar_text)
    assert re.fullmatch(r"[A-Z_]{3,50}", error.error_code)
    assert 400 <= error.status <= 599


def test_a_code_means_one_sentence():
    said = {(error.error_code, error.en_text) for error in ERRORS}

    assert len(said) == len(CODES)
