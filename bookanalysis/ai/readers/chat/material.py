"""Texts of a book inside a question: they cannot break out of their place."""

from collections.abc import Iterable

_NO_MARK = str.maketrans("<>", "‹›")


def tame(text: str) -> str:
    """The text without what our marks are made of. Keeps its length."""
    return text.translate(_NO_MARK)


def holds_mark(said: str) -> bool:
    """Whether an answer has copied one of our marks along with the text."""
    return tame(said) != said


def tame_line(text: str) -> str:
    return " ".join(tame(text).split())


def enclosed(tag: str, lines: Iterable[str]) -> str:
    """Tamed lines between marks that stand nowhere else."""
    return "\n".join([f"<{tag}>", *lines, f"</{tag}>"])


def numbered(lines: Iterable[str]) -> list[str]:
    return [f"{number}: {line}" for number, line in enumerate(lines, 1)]
