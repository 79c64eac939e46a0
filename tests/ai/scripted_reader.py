"""A reader that answers from a script: whom each text names, and what it says of them."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from bookanalysis.ai.answers import (
    BookName,
    DescribedFact,
    FactList,
    Mention,
    NamedPerson,
    NameList,
    QualityAssessment,
    Summary,
    SummaryList,
    TextClassification,
)
from bookanalysis.ai.readers import KnownPerson, Passage, PresentCharacter


@dataclass
class ScriptedReader:
    """`persons` maps a person's name to all forms of it; a passage names who has a form in it.

    `facts` are told of the passages that hold their words; each with the names of its character and, for a
    relationship, of the other. `before` is called with the question's name
    and the passage before each answer.
    """

    persons: Mapping[str, Sequence[str]]
    facts: Sequence[tuple[DescribedFact, Sequence[str]]] = ()
    quality: float = 0.9
    kind: str = "fiction"
    delay: float = 0
    known_persons: Sequence[KnownPerson] = ()
    before: Callable[[str, Passage], None] = lambda question, passage: None
    name: str = "scripted"
    words_at_once: int = 0
    asked: list[str] = field(default_factory=list)
    _asking: Lock = field(default_factory=Lock)

    def assess_quality(self, samples: Sequence[str]) -> QualityAssessment:
        self.asked.append("assess_quality")
        return QualityAssessment(quality_score=self.quality)

    def classify(self, samples: Sequence[str]) -> TextClassification:
        self.asked.append("classify")
        return TextClassification(
            is_literary=self.kind == "fiction", classification=self.kind, confidence=0.9
        )

    def name_book(self, opening: str, metadata: BookName) -> BookName:
        self.asked.append("name_book")
        return metadata

    def prepare(self, passages: Sequence[Passage]) -> "ScriptedReader":
        self.asked.append("prepare")
        return self

    def list_names(self, passage: Passage) -> NameList:
        self._ask("list_names", passage)
        return NameList(
            persons=[
                NamedPerson(name=name, mentions=[Mention(text=form) for form in here])
                for name, forms in self.persons.items()
                if (here := [form for form in forms if form in passage.text])
            ]
        )

    def summarize(self, passage: Passage, names: NameList) -> SummaryList:
        self._ask("summarize", passage)
        return SummaryList(
            summaries=[
                Summary(part=number, text=passage.text[part.start : part.start + 20])
                for number, part in enumerate(passage.parts, 1)
            ]
        )

    def confirm_names(
        self, passage: Passage, names: NameList, summaries: SummaryList, sentences: Sequence[str]
    ) -> NameList:
        self._ask("confirm_names", passage)
        return names

    def describe(self, passage: Passage, characters: Sequence[PresentCharacter]) -> FactList:
        self._ask("describe", passage)
        numbers = {character.name: number for number, character in enumerate(characters, 1)}
        return FactList(
            facts=[
                fact.model_copy(update=dict(zip(("character", "other"), map(numbers.get, who), strict=False)))
                for fact, who in self.facts
                if fact.words in passage.text and all(name in numbers for name in who)
            ]
        )

    def _ask(self, question: str, passage: Passage) -> None:
        with self._asking:
            self.asked.append(f"{question} {passage.number}")
        self.before(question, passage)
        time.sleep(self.delay)
