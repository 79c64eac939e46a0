"""Whom does a passage name, and what happens in it? One answer for both."""

from dataclasses import dataclass

from bookanalysis.ai.answers import Mention, NamedPerson, NameList, Summary, SummaryList
from bookanalysis.ai.readers import Passage
from bookanalysis.ai.readers.chat.excerpt import Excerpt
from bookanalysis.ai.readers.chat.forms import NamesForm, PersonForm, SummaryForm
from bookanalysis.ai.readers.chat.traces import copies_example
from bookanalysis.arabic import FoldedText, fold


@dataclass(frozen=True, slots=True)
class NamesQuestion:
    excerpt: Excerpt
    node = "first_name_querier"
    form = NamesForm

    @property
    def text(self) -> str:
        return self.excerpt.marked()

    def halves(self) -> tuple["NamesQuestion", "NamesQuestion"] | None:
        halves = self.excerpt.halves()
        return halves and (NamesQuestion(halves[0]), NamesQuestion(halves[1]))

    def join(self, first: NamesForm, second: NamesForm) -> NamesForm:
        return joined(first, second)


def joined(first: NamesForm, second: NamesForm) -> NamesForm:
    """Persons of one name are one; the summaries of a part that was cut follow each other."""
    persons: dict[str, PersonForm] = {}
    for person in (*first.persons, *second.persons):
        known = persons.get(fold(person.name))
        forms = [*(known.forms if known else ()), *person.forms]
        name = known.name if known else person.name
        persons[fold(name)] = PersonForm(name=name, forms=forms)
    texts: dict[int, str] = {}
    for summary in (*first.summaries, *second.summaries):
        texts[summary.part] = f"{texts.get(summary.part, '')} {summary.text}".strip()
    summaries = [SummaryForm(part=part, text=text) for part, text in texts.items()]
    return NamesForm(persons=list(persons.values()), summaries=summaries)


def names_in(answer: NamesForm, passage: Passage) -> NameList:
    """All that was said; a person is called by a form that stands in the passage, if there is one."""
    text = FoldedText(passage.text)
    persons = []
    for person in answer.persons:
        forms = list(dict.fromkeys((*person.forms, person.name)))
        found = [form for form in forms if any(text.find([form]))]
        name = person.name if person.name in found else max(found, key=len, default=person.name)
        persons.append(NamedPerson(name=name, mentions=[Mention(text=form) for form in forms]))
    return NameList(persons=persons)


def summaries_in(answer: NamesForm, passage: Passage) -> SummaryList:
    """The first summary of each part that the passage has, in the parts' order."""
    texts: dict[int, str] = {}
    for summary in answer.summaries:
        if 1 <= summary.part <= len(passage.parts) and not copies_example(summary.text, passage.text):
            texts.setdefault(summary.part, summary.text)
    return SummaryList(summaries=[Summary(part=part, text=text) for part, text in sorted(texts.items())])
