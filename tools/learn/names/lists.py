"""Lists of names and word frequencies, out of packages that hold them."""

import importlib
import json
import math
import sqlite3
from collections import defaultdict
from importlib import resources

import wordfreq

from bookanalysis.ai.readers.offline.tables import NameCounts
from bookanalysis.ai.readers.offline.words import is_word
from bookanalysis.arabic import fold

ROLES = {"given": 0, "surname": 1}
FOREIGN = 2
FAKER_LOCALES = ("ar_AA", "ar_PS", "ar_SA", "ar_DZ")
FAKER_WEIGHT = 5
LOWEST_FREQUENCY = 2.0


def name_lists() -> dict[str, NameCounts]:
    """How often each word stands as a given name, a surname, or a foreign name."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for word, role, times in _romanizer_units():
        counts[fold(word)][ROLES.get(role, FOREIGN)] += times
    for name in _arabnamer_names():
        for word in fold(name).split():
            counts[word][FOREIGN] += 1
    for name in _faker_first_names():
        counts[fold(name)][0] += FAKER_WEIGHT
    return {
        word: NameCounts(*columns)
        for word, columns in counts.items()
        if len(word) > 1 and " " not in word and (sum(columns) > 1 or columns[FOREIGN])
    }


def _romanizer_units() -> list[tuple[str, str, int]]:
    path = resources.files("arabic_name_romanizer").joinpath("resources", "names.sqlite3")
    with resources.as_file(path) as file, sqlite3.connect(file) as database:
        return database.execute("select arabic_key, role, sum(count) from units group by 1, 2").fetchall()


def _arabnamer_names() -> list[str]:
    path = resources.files("arabnamer").joinpath("data", "dict_FINAL.json")
    values = json.loads(path.read_text("utf-8")).values()
    return [
        name
        for value in values
        for name in (value if isinstance(value, list) else [value])
        if isinstance(name, str)
    ]


def _faker_first_names() -> list[str]:
    names = []
    for locale in FAKER_LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in sorted(vars(provider)):
            if "first_name" in attribute:
                value = getattr(provider, attribute)
                names += [name for name in value if isinstance(name, str) and " " not in name]
    return names


def word_frequencies() -> dict[str, float]:
    """Zipf frequency of each word (log10 of its share, plus 9), spellings taken together."""
    shares: dict[str, float] = defaultdict(float)
    for word, share in wordfreq.get_frequency_dict("ar", "best").items():
        shares[fold(word)] += share
    return {
        word: round(math.log10(share) + 9, 1)
        for word, share in shares.items()
        if word and is_word(word) and math.log10(share) + 9 >= LOWEST_FREQUENCY
    }
