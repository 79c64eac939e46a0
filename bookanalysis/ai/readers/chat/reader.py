"""A reader that asks a chat model; what can be told without one is told by the offline reader's rules."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce

from bookanalysis.ai.answers import (
    BookName,
    FactList,
    NameList,
    QualityAssessment,
    SummaryList,
    TextClassification,
)
from bookanalysis.ai.readers import KnownPerson, Passage, PreparedReader, PresentCharacter
from bookanalysis.ai.readers.chat.asking import Asker
from bookanalysis.ai.readers.chat.by_parts import ask_by_parts
from bookanalysis.ai.readers.chat.calling import Caller
from bookanalysis.ai.readers.chat.confirming import ConfirmQuestion, confirmed
from bookanalysis.ai.readers.chat.describing import FactsQuestion, facts_in, lines_of
from bookanalysis.ai.readers.chat.excerpt import Excerpt
from bookanalysis.ai.readers.chat.naming import NamesQuestion, joined, names_in, summaries_in
from bookanalysis.ai.readers.chat.ports import AnswerStore, CallLog, Pace
from bookanalysis.ai.readers.chat.providers import open_chat_model
from bookanalysis.ai.readers.chat.questions import KindQuestion, TitleQuestion
from bookanalysis.ai.readers.offline import kind, quality
from bookanalysis.ai.readers.offline.book_name import name_book
from bookanalysis.ai.readers.opening import ReaderSettings
from bookanalysis.arabic import FoldedText
from bookanalysis.arabic.language import identify
from bookanalysis.errors import ChunkUnreadable

FICTION = "fiction"
SURE = 0.6
"""Of the rules, that a book is a novel, from 0 to 1. Left-out books of other kinds seldom seem so."""
ENOUGH_TO_TELL = 6000
"""In characters: on less than two pages the rules are not asked."""


def open_chat_reader(
    settings: ReaderSettings, answers: AnswerStore, calls: CallLog, pace: Pace
) -> "ChatReader":
    chat_model = open_chat_model(settings)
    caller = Caller(chat_model, calls, pace, settings.timeout, settings.attempts, settings.api_key)
    return ChatReader(chat_model.name, settings.words_at_once, Asker(chat_model.name, caller, answers))


@dataclass
class ChatReader:
    """Fulfils `Reader`."""

    name: str
    words_at_once: int
    asker: Asker

    def assess_quality(self, samples: Sequence[str]) -> QualityAssessment:
        return quality.assess(samples)

    def classify(self, samples: Sequence[str]) -> TextClassification:
        """By the offline rules where they are sure of an Arabic novel; to refuse a book is the model's word.

        A model that will not answer leaves it to the rules.
        """
        by_rules = kind.classify(samples)
        if by_rules.is_literary and by_rules.confidence >= SURE and _are_enough(samples):
            return by_rules
        try:
            answer = self.asker.ask(KindQuestion(tuple(samples)))
        except ChunkUnreadable:
            return by_rules
        return TextClassification(
            is_literary=answer.is_literary,
            classification=FICTION if answer.is_literary else _other_than_fiction(answer.kind),
            confidence=answer.confidence,
        )

    def name_book(self, opening: str, metadata: BookName) -> BookName:
        """Asked only where the metadata lacks something; an answer that the opening does not hold is none."""
        by_rules = name_book(opening, metadata)
        if (metadata.title or "").strip() and (metadata.author or "").strip():
            return by_rules
        try:
            answer = self.asker.ask(TitleQuestion(opening, metadata))
        except ChunkUnreadable:
            return by_rules
        text = FoldedText(opening)
        return BookName(
            title=(metadata.title or "").strip() or _said(answer.title, text) or by_rules.title,
            author=(metadata.author or "").strip() or _said(answer.author, text) or by_rules.author,
        )

    def prepare(self, passages: Sequence[Passage]) -> PreparedReader:
        """Nothing to see beforehand."""
        return PreparedChatReader(self.asker)


@dataclass
class PreparedChatReader:
    """Fulfils `PreparedReader`."""

    asker: Asker
    known_persons: Sequence[KnownPerson] = ()
    _summaries: dict[int, SummaryList] = field(default_factory=dict)

    def list_names(self, passage: Passage) -> NameList:
        answers, unread = ask_by_parts(self.asker, Excerpt.of(passage), NamesQuestion)
        answer = reduce(joined, answers)
        self._summaries[passage.number] = summaries_in(answer, passage)
        return names_in(answer, passage).model_copy(update={"unread": unread})

    def summarize(self, passage: Passage, names: NameList) -> SummaryList:
        """From the answer that brought the names."""
        del names
        return self._summaries.pop(passage.number, SummaryList())

    def confirm_names(
        self, passage: Passage, names: NameList, summaries: SummaryList, sentences: Sequence[str]
    ) -> NameList:
        if not names.persons:
            return names
        return confirmed(self.asker.ask(ConfirmQuestion.about(passage, names, summaries, sentences)), names)

    def describe(self, passage: Passage, characters: Sequence[PresentCharacter]) -> FactList:
        if not characters:
            return FactList()
        lines = lines_of(passage, characters)
        answers, unread = ask_by_parts(
            self.asker, Excerpt.of(passage), lambda excerpt: FactsQuestion(excerpt, lines)
        )
        facts = [fact for answer in answers for fact in facts_in(answer, passage)]
        return FactList(facts=facts, unread=unread)


def _said(name: str, text: FoldedText) -> str | None:
    return name if name and any(text.find([name])) else None


def _other_than_fiction(word: str) -> str:
    """A model that says «no novel» and «fiction» in one answer means some other kind."""
    return "nonfiction" if word == FICTION else word


def _are_enough(samples: Sequence[str]) -> bool:
    """Whether the rules, which know Arabic only, may be trusted with them."""
    return sum(map(len, samples)) >= ENOUGH_TO_TELL and identify(" ".join(samples)).language == "ar"
