"""What a question to a chat model is, and the two that are asked of a whole book."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from pydantic import BaseModel

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.readers.chat.forms import KindForm, TitleForm
from bookanalysis.ai.readers.chat.material import enclosed, tame, tame_line

F = TypeVar("F", bound=BaseModel)

NUM_OF_SAMPLES = 8
SAMPLE_LENGTH = 400
"""In characters. Eight glimpses tell a novel from a treatise as surely as whole pages do, for less."""


class Question(Protocol[F]):
    """`node` is who asks: its prompt has that name. `text` is what is asked about, in its marks."""

    @property
    def node(self) -> str: ...

    @property
    def form(self) -> type[F]: ...

    @property
    def text(self) -> str: ...

    def halves(self) -> tuple[Self, Self] | None:
        """Two smaller questions, for an answer that was cut off; None where that is too small to cut."""
        ...

    def join(self, first: F, second: F) -> F:
        """The answer from those to the halves."""
        ...


@dataclass(frozen=True, slots=True)
class KindQuestion:
    """What kind of book are these samples from?"""

    samples: Sequence[str]
    node = "text_classifier"
    form = KindForm

    @property
    def text(self) -> str:
        return "\n".join(enclosed("عينة", [tame(sample)]) for sample in glimpses(self.samples))

    def halves(self) -> None:
        return None

    def join(self, first: KindForm, second: KindForm) -> KindForm:
        raise AssertionError("it has no halves")


@dataclass(frozen=True, slots=True)
class TitleQuestion:
    """What is the book called, and who wrote it?"""

    opening: str
    metadata: BookName
    node = "name_extractor"
    form = TitleForm

    @property
    def text(self) -> str:
        told = [
            f"العنوان: {tame_line(self.metadata.title or '')}",
            f"المؤلف: {tame_line(self.metadata.author or '')}",
        ]
        return "\n".join([enclosed("بيانات", told), enclosed("افتتاح", [tame(self.opening)])])

    def halves(self) -> None:
        return None

    def join(self, first: TitleForm, second: TitleForm) -> TitleForm:
        raise AssertionError("it has no halves")


def glimpses(samples: Sequence[str]) -> list[str]:
    """Short stretches from the middle of evenly chosen samples; one long sample is cut up first."""
    text = "\n".join(samples) if len(samples) < NUM_OF_SAMPLES else ""
    if text:
        step = max(SAMPLE_LENGTH, len(text) // NUM_OF_SAMPLES)
        samples = [text[start : start + step] for start in range(0, len(text), step)]
    last = len(samples) - 1
    places = sorted({last * number // (NUM_OF_SAMPLES - 1) for number in range(NUM_OF_SAMPLES)})
    return [_middle(samples[place]) for place in places]


def _middle(sample: str) -> str:
    start = max(0, (len(sample) - SAMPLE_LENGTH) // 2)
    return sample[start : start + SAMPLE_LENGTH]
