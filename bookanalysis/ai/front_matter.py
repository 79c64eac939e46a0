"""Title pages, imprints and tables of contents, told by what they say."""

import re
from collections.abc import Iterable, Sequence

_FEW_WORDS = 150
"""What is longer is no title page and no imprint."""
_LONGEST_ENTRY = 12
"""Words of a line in a table of contents."""
_MOST = 0.8
_IMPRINT = re.compile(
    r"ISBN|ردمك|الترقيم الدولي|ترقيم دولي|رقم الإيداع|رقم إيداع|حقوق الطبع|الحقوق محفوظة|"
    r"دار النشر|الناشر|منشورات|صدر هذا الكتاب|الطبعة (?:الأولى|الثانية|الثالثة|الرابعة)|"
    r"copyright|all rights reserved|www\.|https?://",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:ال)?(?:فهرس|فهرست|محتويات|محتوى الكتاب)(?: \S+){0,3}")
_PAGE_NUMBER = re.compile(r"[.…·\s]*[0-9٠-٩]{1,3}$")
_BYLINE = re.compile(r"(?:تأليف|بقلم|ترجمة|نقله إلى العربية|تحقيق|رواية|قصة|by)\b", re.IGNORECASE)


def is_front_matter(text: str, titles: Iterable[str]) -> bool:
    """Whether a whole chapter is no part of the work. `titles` are the book's title and its author."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines or _is_contents(lines):
        return True
    if len(text.split()) > _FEW_WORDS:
        return False
    return _is_title_page(lines, titles) or len(_IMPRINT.findall(text)) > 1


def _is_title_page(lines: Sequence[str], titles: Iterable[str]) -> bool:
    """Nothing but the title, the author and bylines, with at most a subtitle."""
    known = [bare for title in titles if (bare := _bare(title))]
    bylines = [line for line in lines if _BYLINE.match(line)]
    others = [line for line in lines if line not in bylines and not _is_heading(line, known)]
    return not others or (bool(bylines) and len(others) == 1 and len(others[0].split()) <= _LONGEST_ENTRY)


def _is_heading(line: str, known: Iterable[str]) -> bool:
    """Whether a line is one of the known names, maybe with a word or two more («الدكتور ...»)."""
    if line.endswith((".", "!", "؟", "…")):
        return False
    bare = _bare(line)
    return any(name in bare and len(bare.split()) <= len(name.split()) + 2 for name in known)


def _is_contents(lines: Sequence[str]) -> bool:
    entries = [line for line in lines if not _CONTENTS.fullmatch(line)]
    if any(len(line.split()) > _LONGEST_ENTRY for line in entries):
        return False
    if _CONTENTS.fullmatch(lines[0]):
        return True
    with_page = sum(1 for line in entries if _PAGE_NUMBER.search(line))
    return len(entries) > 2 and with_page > _MOST * len(entries)  # noqa: PLR2004


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text).split())
