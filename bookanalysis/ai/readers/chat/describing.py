"""What does a passage say about its characters?"""

from collections.abc import Sequence
from dataclasses import dataclass

from bookanalysis.ai.answers import DescribedFact
from bookanalysis.ai.readers import Passage, PresentCharacter
from bookanalysis.ai.readers.chat.excerpt import Excerpt
from bookanalysis.ai.readers.chat.forms import FactForm, FactsForm
from bookanalysis.ai.readers.chat.material import enclosed, holds_mark, numbered, tame_line
from bookanalysis.ai.readers.chat.traces import copies_example
from bookanalysis.profile import FactKind

MOST_FORMS = 6
"""Of a character, told besides its name."""
IMPORTANCES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class FactsQuestion:
    """`characters` are a line each: the name, and the other forms used in the passage."""

    excerpt: Excerpt
    characters: tuple[str, ...]
    node = "profile_refresher"
    form = FactsForm

    @property
    def text(self) -> str:
        return "\n".join([enclosed("شخصيات", numbered(self.characters)), self.excerpt.marked()])

    def halves(self) -> tuple["FactsQuestion", "FactsQuestion"] | None:
        halves = self.excerpt.halves()
        return halves and (
            FactsQuestion(halves[0], self.characters),
            FactsQuestion(halves[1], self.characters),
        )

    def join(self, first: FactsForm, second: FactsForm) -> FactsForm:
        return FactsForm(facts=[*first.facts, *second.facts])


def facts_in(answer: FactsForm, passage: Passage) -> list[DescribedFact]:
    """All that was said; what was copied from the question instead of the text is left without evidence."""
    return [
        DescribedFact(
            character=fact.character,
            kind=FactKind(fact.kind),
            key=_key(fact),
            value=fact.value,
            other=fact.other if fact.kind == "relationship" else None,
            words="" if _is_copied(fact, passage) else fact.words,
        )
        for fact in answer.facts
    ]


def _is_copied(fact: FactForm, passage: Passage) -> bool:
    """Whether it holds one of our marks or an example's name."""
    said = f"{fact.value} {fact.key} {fact.words}"
    return holds_mark(fact.words) or copies_example(said, passage.text)


def _key(fact: FactForm) -> str:
    """Only three kinds have one; an importance that is none of ours is left out."""
    if fact.kind == "event":
        return fact.key if fact.key in IMPORTANCES else ""
    return fact.key if fact.kind in ("relationship", "physical") else ""


def lines_of(passage: Passage, characters: Sequence[PresentCharacter]) -> tuple[str, ...]:
    return tuple(_line(passage.text, character) for character in characters)


def _line(text: str, character: PresentCharacter) -> str:
    forms = dict.fromkeys(tame_line(text[start:end]) for start, end in character.spans)
    name = tame_line(character.name)
    others = [form for form in forms if form != name][:MOST_FORMS]
    return f"{name} ({'، '.join(others)})" if others else name
