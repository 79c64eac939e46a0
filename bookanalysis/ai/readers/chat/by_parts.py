"""A passage that a model will not read as a whole is asked about part by part: one part spoils no other."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from pydantic import BaseModel

from bookanalysis.ai.answers import UnreadPart
from bookanalysis.ai.readers.chat.asking import Asker
from bookanalysis.ai.readers.chat.excerpt import Excerpt
from bookanalysis.ai.readers.chat.questions import Question
from bookanalysis.errors import ChunkUnreadable

F = TypeVar("F", bound=BaseModel)


def ask_by_parts(
    asker: Asker, excerpt: Excerpt, question_about: Callable[[Excerpt], Question[F]]
) -> tuple[Sequence[F], list[UnreadPart]]:
    """The answers, one if all goes well, and the parts without one.

    Raises `ChunkUnreadable` where no part can be read.
    """
    try:
        return [asker.ask(question_about(excerpt))], []
    except ChunkUnreadable:
        if len(excerpt.parts) == 1:
            raise
    answers, unread = [], []
    for number, part in excerpt.alone():
        try:
            answers.append(asker.ask(question_about(part)))
        except ChunkUnreadable as error:
            unread.append(UnreadPart(part=number, reason=error.reason))
    if not answers:
        raise ChunkUnreadable(unread[0].reason)
    return answers, unread
