"""Drop what is not the work itself; then number the chunks and set their places, once and for all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Send

from bookanalysis.ai.context import Context, Piece
from bookanalysis.ai.samples import FRONT_AND_BACK
from bookanalysis.ai.state import State
from bookanalysis.ai.store import Chunk
from bookanalysis.errors import NoText

SEPARATOR = "\n\n"
"""Between two chunks of the cleaned text."""

_FEW_WORDS = 150
"""What is longer is no title page and no imprint."""
_NUMBER = r"[0-9٠-٩]{1,3}"
_MARK = re.compile(rf" ?(?:\[{_NUMBER}\]|\({_NUMBER}\)|﴿{_NUMBER}﴾(?=\s*↩)|[↩⤴]\ufe0e?)|[¹²³⁰⁴-⁹]+")
_NOTE = re.compile(rf"(?:\[{_NUMBER}\]|\({_NUMBER}\)|{_NUMBER}\s*[-–.)]|\*+|↩|[¹²³⁰⁴-⁹]+)\s*\S")
_NOTES_LINE = re.compile(r"(?:_{3,}|-{3,}|ـ{3,}|الهوامش|هوامش|الحواشي|حواشي):?")
_IMPRINT = re.compile(
    r"ISBN|ردمك|ترقيم دولي|الترقيم الدولي|رقم الإيداع|حقوق الطبع|جميع الحقوق محفوظة|الحقوق محفوظة|"
    r"دار النشر|الناشر|منشورات|صدر هذا الكتاب|رقم إيداع|الطبعة (?:الأولى|الثانية|الثالثة|الرابعة)|"
    r"copyright|all rights reserved|www\.|https?://",
    re.IGNORECASE,
)
_CONTENTS_HEADING = re.compile(r"(?:ال)?(?:فهرس|فهرست|محتويات|المحتويات|محتوى الكتاب).{0,20}")
_PAGE_NUMBER = re.compile(rf"[.…·\s]*{_NUMBER}$")


def metadata_remover(state: State, runtime: Runtime[Context]) -> State:
    context = runtime.context
    titles = {context.publication.title or "", context.publication.author or ""}
    chunks = numbered(remove_metadata(context.pieces, titles))
    context.pieces = ()
    if not chunks:
        return State(num_of_chunks=0, refusal=NoText())
    context.run.store.save_chunks(chunks)
    return State(num_of_chunks=len(chunks))


def router_from_metadata_remover(state: State, runtime: Runtime[Context]) -> list[Send] | Literal["__end__"]:
    if "refusal" in state:
        return "__end__"
    return [Send("first_name_querier", {"chunk": number}) for number in runtime.context.window_of(1)]


def remove_metadata(pieces: Iterable[Piece], titles: Iterable[str]) -> list[Piece]:
    """The pieces of the work itself, without footnotes and the marks that lead to them."""
    kept = []
    headings = {_bare(title) for title in titles}
    for _, chapter in groupby(pieces, key=lambda piece: piece.chapter_number):
        parts = list(chapter)
        if parts[0].kind in FRONT_AND_BACK or _is_front_matter(parts, headings):
            continue
        kept += [replace(part, text=without_notes(part.text)) for part in parts]
    return [piece for piece in kept if any(char.isalpha() for char in piece.text)]


def numbered(pieces: Iterable[Piece]) -> list[Chunk]:
    """The chunks with their numbers, their chapters' numbers and their places in the cleaned text."""
    chunks: list[Chunk] = []
    start = 0
    by_chapter = groupby(pieces, key=lambda piece: piece.chapter_number)
    for chapter_number, (_, chapter) in enumerate(by_chapter, 1):
        for piece in chapter:
            end = start + len(piece.text)
            chunks.append(Chunk(len(chunks) + 1, chapter_number, piece.chapter_title, piece.text, start, end))
            start = end + len(SEPARATOR)
    return chunks


def without_notes(text: str) -> str:
    """A text without the footnotes at its end and without the marks that lead to notes."""
    lines = text.split("\n")
    lines = lines[: _first_note(lines)]
    return _MARK.sub("", "\n".join(lines)).strip()


def _first_note(lines: Sequence[str]) -> int:
    """Where the footnotes begin: the last run of lines that each begin with a mark."""
    first = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place].strip()
        if _NOTE.match(line) or _NOTES_LINE.fullmatch(line):
            first = place
        elif line:
            break
    return first if _is_marked_before(lines[:first], lines[first:]) else len(lines)


def _is_marked_before(body: Sequence[str], notes: Sequence[str]) -> bool:
    """Whether a mark in the body leads to these notes, or a rule or heading stands above them.

    Numbered lines without either are a list that the story holds.
    """
    if not notes:
        return False
    return _NOTES_LINE.fullmatch(notes[0].strip()) is not None or any(
        mark.group().strip() for mark in _MARK.finditer("\n".join(body))
    )


def _is_front_matter(parts: Sequence[Piece], headings: set[str]) -> bool:
    """Whether a chapter is a title page, an imprint or a table of contents by what it says."""
    text = "\n".join(part.text for part in parts)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines:
        return True
    if _is_contents(lines):
        return True
    if len(text.split()) > _FEW_WORDS:
        return False
    if all(_bare(line) in headings for line in lines):
        return True
    return len(_IMPRINT.findall(text)) > 1


def _is_contents(lines: Sequence[str]) -> bool:
    entries = list(_entries(lines))
    numbered_lines = sum(1 for line in entries if _PAGE_NUMBER.search(line))
    short = all(len(line.split()) <= 12 for line in entries)  # noqa: PLR2004
    if _CONTENTS_HEADING.fullmatch(lines[0]):
        return short
    return len(entries) > 2 and short and numbered_lines > 0.8 * len(entries)  # noqa: PLR2004


def _entries(lines: Sequence[str]) -> Iterator[str]:
    return (line for line in lines if not _CONTENTS_HEADING.fullmatch(line))


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text).split())
