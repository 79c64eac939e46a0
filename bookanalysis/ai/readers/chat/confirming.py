"""Which of the names mean whom, and which no person? Asked without the whole text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bookanalysis.ai.answers import Mention, NamedPerson, NameList, SummaryList
from bookanalysis.ai.readers import Passage
from bookanalysis.ai.readers.chat.forms import BelongsForm, ConfirmForm, PairForm
from bookanalysis.ai.readers.chat.material import enclosed, numbered, tame_line

SHARE_OF_PASSAGE = 0.08
LEAST_MATERIAL = 800
"""In characters: summaries and sentences together, whatever the passage's length."""
SUMMARY_SHARE = 0.4
SURROUNDINGS = 45
"""Characters on each side of a name."""


@dataclass(frozen=True, slots=True)
class ConfirmQuestion:
    """Forms are numbered through all persons, persons from `first`."""

    persons: tuple[tuple[str, ...], ...]
    summaries: tuple[str, ...]
    sentences: tuple[str, ...]
    first: int = 1
    first_form: int = 1
    node = "second_name_querier"
    form = ConfirmForm

    @classmethod
    def about(
        cls, passage: Passage, names: NameList, summaries: SummaryList, sentences: Sequence[str]
    ) -> "ConfirmQuestion":
        persons = tuple(forms_of(person) for person in names.persons)
        room = max(LEAST_MATERIAL, round(SHARE_OF_PASSAGE * len(passage.text)))
        told = tuple(_clipped((tame_line(each.text) for each in summaries.summaries), SUMMARY_SHARE * room))
        left = room - sum(map(len, told))
        forms = [form for person in persons for form in person]
        return cls(persons, told, tuple(dict.fromkeys(_clipped(_around(forms, sentences), left))))

    @property
    def text(self) -> str:
        lines, number = [], self.first_form
        for place, forms in enumerate(self.persons, self.first):
            told = "، ".join(f"({number + index}) {tame_line(form)}" for index, form in enumerate(forms))
            lines.append(f"{place}: {told}")
            number += len(forms)
        return "\n".join(
            [
                enclosed("أشخاص", lines),
                enclosed("ملخص", numbered(self.summaries)),
                enclosed("جمل", self.sentences),
            ]
        )

    def halves(self) -> tuple["ConfirmQuestion", "ConfirmQuestion"] | None:
        """The first persons, and the others; a single one cannot be cut."""
        half = len(self.persons) // 2
        if not half:
            return None
        num_of_forms = sum(map(len, self.persons[:half]))
        return replace(self, persons=self.persons[:half]), replace(
            self,
            persons=self.persons[half:],
            first=self.first + half,
            first_form=self.first_form + num_of_forms,
        )

    def join(self, first: ConfirmForm, second: ConfirmForm) -> ConfirmForm:
        return ConfirmForm(
            no_person=[*first.no_person, *second.no_person],
            same=[*first.same, *second.same],
            belongs=[*first.belongs, *second.belongs],
        )


def forms_of(person: NamedPerson) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.text for mention in person.mentions))


def confirmed(answer: ConfirmForm, names: NameList) -> NameList:
    """The names as the answer corrects them. Numbers that mean nothing change nothing."""
    owners = _owners(answer.belongs, names)
    one = _joined(answer.same, len(names.persons))
    dropped = set(answer.no_person)
    kept: dict[int, list[Mention]] = {}
    for number, (owner, form) in enumerate(owners, 1):
        if number not in dropped:
            kept.setdefault(one[owner], []).append(Mention(text=form))
    return NameList(
        persons=[
            NamedPerson(name=_name_of(owner, mentions, one, names), mentions=mentions)
            for owner, mentions in sorted(kept.items())
        ]
    )


def _owners(belongs: Sequence[BelongsForm], names: NameList) -> list[tuple[int, str]]:
    """Whose each form is, in the order of their numbers."""
    owners = [(place, form) for place, person in enumerate(names.persons) for form in forms_of(person)]
    for each in belongs:
        if 1 <= each.form <= len(owners) and 1 <= each.person <= len(names.persons):
            owners[each.form - 1] = each.person - 1, owners[each.form - 1][1]
    return owners


def _joined(same: Sequence[PairForm], num_of_persons: int) -> list[int]:
    """For each person the first of those who are the same."""
    one = list(range(num_of_persons))
    for pair in same:
        if 1 <= pair.first <= num_of_persons and 1 <= pair.second <= num_of_persons:
            low, high = sorted((one[pair.first - 1], one[pair.second - 1]))
            one = [low if first == high else first for first in one]
    return one


def _name_of(owner: int, mentions: Sequence[Mention], one: Sequence[int], names: NameList) -> str:
    """The fullest name among those who are one, if it was not dropped as no person's."""
    forms = {mention.text for mention in mentions}
    candidates = [person.name for person, first in zip(names.persons, one, strict=True) if first == owner]
    standing = [name for name in candidates if name in forms] or sorted(forms)
    return max(standing, key=lambda name: (len(name.split()), len(name)))


def _around(forms: Sequence[str], sentences: Sequence[str]) -> Iterator[str]:
    """The words around each form where it first stands, then where it stands next, and so on."""
    places = [[each for each in sentences if form in each] for form in forms]
    for turn in range(max(map(len, places), default=0)):
        for form, found in zip(forms, places, strict=True):
            if turn < len(found):
                yield _window(found[turn], form)


def _window(sentence: str, form: str) -> str:
    """A few words on both sides of the form, cut at spaces."""
    start = sentence.index(form)
    end = start + len(form)
    left = sentence.rfind(" ", 0, max(0, start - SURROUNDINGS)) + 1
    right = sentence.find(" ", min(len(sentence), end + SURROUNDINGS))
    return tame_line(sentence[left : right if right >= 0 else len(sentence)])


def _clipped(lines: Iterator[str], room: float) -> Iterator[str]:
    """As many whole lines as there is room for; a first line that is too long is cut."""
    left = room
    for line in dict.fromkeys(lines):
        if len(line) > left:
            if left == room:
                yield line[: int(room)]
            return
        left -= len(line) + 1
        yield line
