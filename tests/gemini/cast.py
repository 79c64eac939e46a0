"""Right answers: whom a text names and what it says of them, from a cast that is given."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Fact = tuple[str, str, str, str, str]
"""Kind, key, value, the text's words, and the other person's name or nothing."""

_PART = re.compile(r"^<جزء (\d+)>$", re.MULTILINE)
_PERSON = re.compile(r"^(\d+): (.*)$", re.MULTILINE)
_FORM = re.compile(r"\((\d+)\) ([^،]+)")


@dataclass
class Cast:
    """`forms` maps a person's name to all forms of it, `facts` to what is said.

    `no_persons` are forms that the second question finds to name nobody.
    """

    forms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    facts: Mapping[str, Sequence[Fact]] = field(default_factory=dict)
    no_persons: Sequence[str] = ()
    title: str = ""
    author: str = ""
    is_literary: bool = True

    def answer(self, question: str, asked: str) -> dict[str, Any]:
        return getattr(self, f"_{question}")(asked)

    def _text_classifier(self, asked: str) -> dict[str, Any]:
        kind = "fiction" if self.is_literary else "history"
        return {"is_literary": self.is_literary, "kind": kind, "confidence": 0.9}

    def _name_extractor(self, asked: str) -> dict[str, Any]:
        return {"title": self.title, "author": self.author}

    def _first_name_querier(self, asked: str) -> dict[str, Any]:
        text = between("نص", asked)
        persons = [
            {"name": name, "forms": here}
            for name, forms in self.forms.items()
            if (here := [form for form in forms if form in text])
        ]
        return {"persons": persons, "summaries": [*_summaries(text)]}

    def _second_name_querier(self, asked: str) -> dict[str, Any]:
        """Persons who are one in the cast, and the forms that name nobody."""
        first_with: dict[str, int] = {}
        no_person, same = [], []
        for person, line in _PERSON.findall(between("أشخاص", asked)):
            for number, form in _FORM.findall(line):
                name = next((name for name, forms in self.forms.items() if form in forms), form)
                other = first_with.setdefault(name, int(person))
                if form in self.no_persons:
                    no_person.append(int(number))
                elif other != int(person):
                    same.append({"first": other, "second": int(person)})
        return {"no_person": no_person, "same": same, "belongs": []}

    def _profile_refresher(self, asked: str) -> dict[str, Any]:
        text = between("نص", asked)
        numbers = {name: number for number, name in persons_in(asked)}
        facts = [
            {
                "character": numbers[name],
                "kind": kind,
                "key": key,
                "value": value,
                "other": numbers.get(other, 0),
                "words": words,
            }
            for name, said in self.facts.items()
            for kind, key, value, words, other in said
            if name in numbers and words in text
        ]
        return {"facts": facts}


def persons_in(asked: str) -> list[tuple[int, str]]:
    """The characters that facts are asked about."""
    listed = _PERSON.findall(between("شخصيات", asked))
    return [(int(number), line.partition(" (")[0]) for number, line in listed]


def between(tag: str, asked: str) -> str:
    start, end = asked.index(f"<{tag}>\n"), asked.index(f"\n</{tag}>")
    return asked[start + len(tag) + 3 : end]


def _summaries(text: str):
    pieces = _PART.split(text)
    for number, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        yield {"part": int(number), "text": "يحدث هنا: " + " ".join(piece.split()[:40])}
