"""A shorter novel of the same evenings, and what a chat model knows of it."""

from tests.e2e.story import EVENINGS
from tests.epub.builder import Epub, page
from tests.gemini.cast import Cast

MARK = "وفي تلك الليلة احترق المخزن القديم عند الجسر."
MARKED = 4
"""The chapter that alone holds the mark; each chapter is one chunk."""
CHAPTERS = 8
TOLD = 5
"""Evenings in a chapter."""

CAST = Cast(
    forms={
        "سالم": ["سالم"],
        "مريم": ["مريم"],
        "يوسف": ["يوسف"],
        "هند": ["هند"],
        "نادر": ["نادر"],
        "الشيخ حسان": ["الشيخ حسان"],
        "رائد": ["رائد"],
        "ليلى": ["ليلى"],
        "جابر": ["جابر"],
        "السفينة": ["السفينة"],
    },
    facts={
        "سالم": [("relationship", "friend", "صديق نادر", "خرج سالم مع صديقه نادر", "نادر")],
        "هند": [("relationship", "family", "ابنة مريم", "ثم دخلت ابنتها هند", "مريم")],
        "يوسف": [
            ("relationship", "family", "زوج مريم", "وتذكرت زوجها يوسف", "مريم"),
            ("event", "high", "عاد بعد سنين", "وبعد شهر عاد يوسف", ""),
        ],
        "رائد": [
            ("occupation", "", "طبيب", "وكان طبيبا من المدينة", ""),
            ("relationship", "family", "أخو ليلى", "ماتت أختي ليلى", "ليلى"),
        ],
        "جابر": [("occupation", "", "صياد", "صياد اسمه جابر", "")],
    },
    no_persons=["السفينة"],
    title="ليالي الساحل",
    author="كاتبة الاختبار",
)


def short_novel(title: str, *, with_author: bool = True) -> Epub:
    """Without its author the model is asked for the book's name before anything else."""
    documents = {f"c{number}.xhtml": _chapter(number) for number in range(1, CHAPTERS + 1)}
    author = "<dc:creator>كاتبة الاختبار</dc:creator>" if with_author else ""
    metadata = (
        f"<dc:title>{title}</dc:title>{author}<dc:language>ar</dc:language>"
        '<dc:identifier id="uid">urn:short-novel</dc:identifier>'
    )
    return Epub(documents, metadata=metadata)


def _chapter(number: int) -> str:
    """Other evenings than the chapters around it, in a row of its own."""
    told = [EVENINGS[(number * 3 + turn) % len(EVENINGS)] for turn in range(TOLD)]
    if number == MARKED:
        told.insert(2, MARK)
    return page(f"<h1>الليلة {number}</h1><p>{' '.join(told)}</p>")
