"""Under which form a person is shown, and which other forms are aliases."""

import re
from collections import Counter
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.persons import Person
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic import fold

_FREQUENT_TITLE = 0.25
_FREQUENT_RANK = 0.1
_TYPICAL_SHARE = 0.3
_OFTEN = 2
_NOMINATIVE = re.compile(r"\bابو\b")


@dataclass(slots=True)
class _Form:
    """One form of a name, spellings taken together; `example` is its first mention."""

    example: NamePlace
    spellings: Counter[str]

    @property
    def times(self) -> int:
        return self.spellings.total()

    @property
    def text(self) -> str:
        return max(self.spellings, key=lambda spelling: (self.spellings[spelling], spelling))


def forms_of(person: Person, words: BookWords) -> tuple[str, ...]:
    """All forms of a person's name as they stand in the text, the one to show first."""
    forms: dict[str, _Form] = {}
    for mention in person.mentions:
        text = words.surface(mention.first, mention.last)
        form = forms.setdefault(fold(text), _Form(mention, Counter()))
        form.spellings[text] += 1
    total = len(person.mentions)
    titled = person.titles.total() >= max(2, _FREQUENT_TITLE * total)
    ranked = sum(bool(mention.ranks) for mention in person.mentions) >= max(1, _FREQUENT_RANK * total)

    def worth(form: _Form) -> tuple[bool, bool, int, int, bool, int, int]:
        mention = form.example
        fits = bool(mention.title) == titled, bool(mention.ranks) == ranked
        return (
            bool(mention.core),
            form.times >= _OFTEN or form.times >= _TYPICAL_SHARE * total,
            len(mention.core),
            sum(fits),
            _NOMINATIVE.search(fold(form.text)) is not None,
            form.times,
            -mention.first,
        )

    return tuple(form.text for form in sorted(forms.values(), key=worth, reverse=True))
