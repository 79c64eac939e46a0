"""What the offline reader learned from other novels, read from the files beside it."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple


class Background(NamedTuple):
    """How a word stood in other novels: books and times seen, then its mean contexts and rates."""

    books: int
    times: int
    left: float
    right: float
    speech: float
    title: float
    vocative: float


class NameCounts(NamedTuple):
    """How often lists of names hold a word as a given name, a surname, or a foreign or unsorted name."""

    given: int
    surname: int
    foreign: int


RARITY = "rarity"
"""The feature that says how rare a word is in its book, from 0 to 1."""


class Weights(NamedTuple):
    """What each feature of a word adds to the log-odds that it is a name, and what it adds more if rare.

    A word seen three times is told by its looks, one seen often by its places: `if_rare` is added to `of` in
    the measure of the word's rarity.
    """

    of: Mapping[str, float]
    if_rare: Mapping[str, float]
    intercept: float

    def score(self, features: Mapping[str, float]) -> float:
        rarity = features[RARITY]
        return self.intercept + sum(
            (weight + rarity * self.if_rare[name]) * features[name] for name, weight in self.of.items()
        )


UNLISTED = NameCounts(0, 0, 0)
GIVEN_NAME = 3
"""In how many lists a word has to be to count as a given name."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Read-only. Words are keys as `words` makes them; a left context «+و» is the joined particle.

    `left` and `right` are log-odds that the word between is a name; `frequency` is Zipf's scale. `signs` add
    up with `sign_base` to the log-odds of a name at a place; `spelling` is that for a word's runs of letters.
    """

    left: Mapping[str, float]
    right: Mapping[str, float]
    background: Mapping[str, Background]
    background_books: int
    background_words: int
    listed: Mapping[str, NameCounts]
    frequency: Mapping[str, float]
    signs: Mapping[str, float]
    sign_base: float
    spelling: Mapping[str, float]
    first: Weights
    second: Weights

    def names(self, word: str) -> NameCounts:
        return self.listed.get(word, UNLISTED)


def is_given_name(word: str) -> bool:
    """Whether a folded word is a listed given name."""
    return load_tables().names(word).given >= GIVEN_NAME


@cache
def load_tables() -> Tables:
    """The tables of the package, read once."""
    novels = _read("novels.json.gz")
    background = novels["background"]
    columns = [background[name] for name in Background._fields]
    signs = _read("signs.json.gz")
    lists = _read("name-lists.json.gz")
    return Tables(
        left=novels["left"],
        right=novels["right"],
        background=dict(zip(background["words"].split(), map(Background, *columns), strict=True)),
        background_books=novels["books"],
        background_words=novels["words"],
        listed=dict(
            zip(
                lists["words"].split(),
                map(NameCounts, *(lists[name] for name in NameCounts._fields)),
                strict=True,
            )
        ),
        frequency={
            word: float(level)
            for level, words in _read("frequency.json.gz").items()
            for word in words.split()
        },
        signs=signs["signs"],
        sign_base=signs["base"],
        spelling=signs["spelling"],
        first=Weights(**novels["first"]),
        second=Weights(**novels["second"]),
    )


def _read(name: str) -> Any:
    file = resources.files(__package__).joinpath("data", name)
    return json.loads(gzip.decompress(file.read_bytes()))
