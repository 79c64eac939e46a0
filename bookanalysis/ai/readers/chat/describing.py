"""What does a passage say about its characters?"""

from collections.abc import Sequence
from dataclasses import dataclass

from bookanalysis.ai.answers import DescribedFact, FactList
from bookanalysis.ai.readers import Passage, PresentCharacter
from bookanalysis.ai.readers.chat.excerpt import Excerpt
from bookanalysis.ai.readers.chat.forms import FactForm, FactsForm
from bookanalysis.ai.readers.chat.material import enclosed, holds_mark, numbered, tame_line
from bookanalysis.ai.readers.chat.traces import copies_example
from bookanalysis.profile import FactKind

MOST_FORMS = 6
"""Of a character, told besides its name."""
GENDERS = ("male", "female")
IMPORTANCES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class FactsQuestion:
    """`characters` are a line each: the name, and the other forms used in the passage."""

    excerpt: Excerpt
    characters: tuple[str, ...]
    node = "profile_refresher"
    form = FactsForm

    @classmethod
    def about(cls, passage: Passage, characters: Sequence[PresentCharacter]) -> "FactsQuestion":
        lines = tuple(_line(passage.text, character) for character in characters)
        return cls(Excerpt.of(passage), lines)

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


def facts_in(answer: FactsForm, passage: Passage, num_of_characters: int) -> FactList:
    """The facts whose numbers are in the question's list."""
    facts = [
        DescribedFact(
            character=fact.character,
            kind=FactKind(fact.kind),
            key=_key(fact),
            value=fact.value,
            other=fact.other if fact.kind == "relationship" else None,
            words=fact.words,
        )
        for fact in answer.facts
        if _is_meant(fact, num_of_characters)
        and (fact.kind != "gender" or fact.value in GENDERS)
        and not holds_mark(fact.words)
        and not copies_example(f"{fact.value} {fact.key} {fact.words}", passage.text)
    ]
    return FactList(facts=facts)


def _key(fact: FactForm) -> str:
    """Only three kinds have one; an importance that is none of ours is left out."""
    if fact.kind == "event":
        return fact.key if fact.key in IMPORTANCES else ""
    return fact.key if fact.kind in ("relationship", "physical") else ""


def _is_meant(fact: FactForm, num_of_characters: int) -> bool:
    numbers = range(1, num_of_characters + 1)
    if fact.character not in numbers:
        return False
    return fact.kind != "relationship" or (fact.other in numbers and fact.other != fact.character)


def _line(text: str, character: PresentCharacter) -> str:
    forms = dict.fromkeys(tame_line(text[start:end]) for start, end in character.spans)
    name = tame_line(character.name)
    others = [form for form in forms if form != name][:MOST_FORMS]
    return f"{name} ({'، '.join(others)})" if others else name
