"""The demo novels as they are written: Markdown with a title, an author and chapters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("novels")
AUTHOR = "مؤلف: "


@dataclass(frozen=True, slots=True)
class NovelChapter:
    title: str
    paragraphs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Novel:
    """`name` is that of its file."""

    name: str
    title: str
    author: str
    chapters: Sequence[NovelChapter]


def demo_novels() -> list[Novel]:
    return [_read(path) for path in sorted(FOLDER.glob("*.md"))]


def _read(path: Path) -> Novel:
    opening, *chapters = path.read_text(encoding="utf-8").split("\n## ")
    title, author, *_ = opening.splitlines()
    return Novel(
        path.stem, title.removeprefix("# "), author.removeprefix(AUTHOR), tuple(_chapters_of(chapters))
    )


def _chapters_of(texts: Sequence[str]) -> Iterator[NovelChapter]:
    for text in texts:
        title, _, body = text.partition("\n")
        yield NovelChapter(title, tuple(" ".join(part.split()) for part in body.strip().split("\n\n")))
