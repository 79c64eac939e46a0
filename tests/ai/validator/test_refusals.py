"""A book that is not for us ends early, with its reason, and what was found is kept."""

import pytest

from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.ai.store import Validation
from bookanalysis.ai.workflow import Options, Run, read_book
from bookanalysis.epub import Chapter, Publication
from bookanalysis.errors import BookRefused, LanguageNotSupported, NoText, NotLiterary, QualityTooLow
from tests.ai.books import publication, read, reader

ENGLISH = (
    "He went out of the house before dawn, and he had not seen anybody on the road to the village. " * 20
)
PERSIAN = "او پیش از سپیده از خانه بیرون رفت و هیچ کس را در راه ندید که به او سلام کند. " * 20


def refusal_of(texts=None, **changes) -> tuple[BookRefused, MemoryStore]:
    store = MemoryStore(publication(texts) if texts else publication())
    with pytest.raises(BookRefused) as refusal:
        read(store, reader(**changes))
    return refusal.value, store


@pytest.mark.parametrize(
    ("text", "code", "name_en", "name_ar"),
    [(ENGLISH, "en", "English", "الإنجليزية"), (PERSIAN, "fa", "Persian", "الفارسية")],
)
def test_a_book_in_another_language_is_refused_by_its_name(text, code, name_en, name_ar):
    refusal, store = refusal_of([text])

    assert isinstance(refusal, LanguageNotSupported)
    assert name_en in refusal.en
    assert name_ar in refusal.ar
    assert refusal.details == {"language": code}
    assert store.validation.language == code


def test_another_language_may_be_accepted():
    store = MemoryStore(publication([ENGLISH]))

    assert read(store, accepted_languages=("ar", "en"))[-1].percent == 100


def test_a_book_of_low_quality_is_refused_with_its_score():
    refusal, store = refusal_of(quality=0.2)

    assert isinstance(refusal, QualityTooLow)
    assert "20 %" in refusal.en
    assert store.validation.quality_score == 0.2
    assert store.validation.language == "ar"


def test_a_book_that_is_no_fiction_is_refused_by_its_kind():
    refusal, store = refusal_of(kind="philosophy")

    assert isinstance(refusal, NotLiterary)
    assert "philosophy" in refusal.en
    assert "الفلسفة" in refusal.ar
    assert store.validation.classification["classification"] == "philosophy"


def test_a_book_of_title_pages_alone_has_no_text():
    pages = [Chapter("", "طريق القرية\nكاتبة", "titlepage"), Chapter("", "الفجر كان هناك في الدار", "toc")]
    store = MemoryStore(Publication("طريق القرية", "كاتبة", "ar", tuple(pages)))

    with pytest.raises(NoText):
        read(store)


def test_a_refused_book_is_asked_nothing_more():
    scripted = reader(kind="poetry")

    with pytest.raises(NotLiterary):
        read(MemoryStore(publication()), scripted)

    assert scripted.asked == ["assess_quality", "classify"]


def test_the_step_that_refuses_is_told_first():
    told = []

    with pytest.raises(QualityTooLow):
        for progress in read_book(Run(reader(quality=0.1), MemoryStore(publication()), Options())):
            told.append(progress)

    assert [progress.stage for progress in told] == ["language_checker", "text_quality_assessor"]
    assert told[-1].results == {"quality_score": 0.1, "refusal": "QUALITY_TOO_LOW"}


def test_each_finding_is_kept_with_those_before():
    store = NotingStore(publication())

    read(store)

    language, quality, kind = store.saved
    assert language.quality_score is None
    assert (quality.language, quality.quality_score, quality.classification) == ("ar", 0.9, None)
    assert (kind.language, kind.quality_score) == ("ar", 0.9)
    assert kind.classification["classification"] == "fiction"


class NotingStore(MemoryStore):
    """Notes all that was saved of the validation, not only the last."""

    def __init__(self, *args):
        super().__init__(*args)
        self.saved = []

    def save_validation(self, validation: Validation) -> None:
        self.saved.append(validation)
        super().save_validation(validation)
