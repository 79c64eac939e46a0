"""The words of a whole book: keys, particles taken off, and where each stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bookanalysis.ai.readers.offline.lexicon import STOP_WORDS
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.arabic import FoldedText

_BEFORE_ALLAH = "عبد|عبيد|جاد|سعد|فضل|هبه|حسب|خلف|جار|امه|ضيف|حمد|فتح|عوض|نعمه|عطا|نصر"
_BEFORE_DIN = (
    "نور|صلاح|علاء|بهاء|جمال|سيف|شمس|عز|محيي|محي|فخر|ناصر|كمال|ضياء|تقي|بدر|شهاب|زين|نجم|عماد|جلال|حسام|سعد"
    "|نظام|قطب|ركن|رفاعه|شرف|برهان|اسد|غياث|تاج|مجد|معز|امين|خير|رشيد"
)
_BEFORE_DAWLA = "سيف|ناصر|عضد|معز|ركن|عز|شرف|بهاء|جلال|صمصام|شمس|فخر|حسام|تاج|عماد|اسد|سعد|شجاع|ظهير|مويد"
_COMPOUND = rf"(?:{_BEFORE_ALLAH}) الله|عبد ال\w{{3,}}|(?:{_BEFORE_DIN}) الدين|(?:{_BEFORE_DAWLA}) الدوله"
_TOKEN = re.compile(rf"\b[وفبلك]?(?:{_COMPOUND})\b|\w+|\n|[^\w\s]")
_PARTICLES = ("ول", "فل", "وب", "فب", "و", "ف", "ل", "ب", "ك")
_SHORTEST_SPLIT = 4
_SHORTEST_REST = 3
_RARE = 2.5
_COMMON = 3.2
_LISTED_OFTEN = 10


def is_word(token: str) -> bool:
    """Whether a token is an Arabic word, not a mark, a number or a line's end."""
    return "\u0621" <= token[0] <= "\u064a"


def tokens_of(folded: str) -> Iterator[tuple[str, int, int]]:
    """Words, marks and line ends of a folded text with their spans; compounds («عبد الله») are one word."""
    for match in _TOKEN.finditer(folded):
        yield match.group().replace(" ", ""), match.start(), match.end()


class BookWords:
    """All tokens of a book in reading order.

    `keys` are the tokens; `stems` the same without joined particles ("" for what is no word); `particles`
    how many letters were taken off. `occurrences` lists the places of each stem.
    """

    def __init__(self, texts: Sequence[str], tables: Tables) -> None:
        self.texts = [FoldedText(text) for text in texts]
        self.keys: list[str] = []
        self._places: list[tuple[int, int, int]] = []
        for number, text in enumerate(self.texts):
            for key, start, end in tokens_of(text.folded):
                self.keys.append(key)
                self._places.append((number, start, end))
            self.keys.append("\n")
            self._places.append((number, len(text.folded), len(text.folded)))
        self.counts = Counter(key for key in self.keys if is_word(key))
        self.size = sum(self.counts.values())
        splits = {key: _split(key, self.counts, tables) for key in self.counts}
        self.stems = [splits[key][1] if key in splits else "" for key in self.keys]
        self.particles = [splits[key][0] if key in splits else 0 for key in self.keys]
        self.occurrences: dict[str, list[int]] = defaultdict(list)
        for place, stem in enumerate(self.stems):
            if stem:
                self.occurrences[stem].append(place)

    def left_of(self, place: int) -> str:
        """What stands before a word: its own particle as «+و», else the token before."""
        if self.particles[place]:
            return "+" + self.particle(place)
        return self.keys[place - 1] if place else "\n"

    def right_of(self, place: int) -> str:
        return self.keys[place + 1]

    def particle(self, place: int) -> str:
        letters = self.keys[place][: self.particles[place]]
        return letters[:-1] if letters.endswith("لل") else letters

    def passage_of(self, place: int) -> int:
        """The index of the passage in which a token stands."""
        return self._places[place][0]

    def same_passage(self, one: int, other: int) -> bool:
        return self._places[one][0] == self._places[other][0]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span in the passage's text from one word, without its particle, to another."""
        passage, start, _ = self._places[first]
        return self.texts[passage].original_span(start + self.particles[first], self._places[last][2])

    def surface(self, first: int, last: int) -> str:
        """The words as they stand in the text."""
        start, end = self.span(first, last)
        return self.texts[self._places[first][0]].text[start:end]


def _split(word: str, counts: Counter[str], tables: Tables) -> tuple[int, str]:
    """How many letters of a word are a joined particle in this book, and the rest.

    A particle is taken off where the rest is a word of this book and the commoner one.
    """
    if len(word) < _SHORTEST_SPLIT or word in STOP_WORDS:
        return 0, word
    splits = [
        (counts[rest], len(particle), rest)
        for particle in _PARTICLES
        if word.startswith(particle) and _is_particle(word, rest := word[len(particle) :], counts, tables)
    ]
    if word.startswith("لل") and counts["ال" + word[2:]]:
        splits.append((counts["ال" + word[2:]], 2, "ال" + word[2:]))
    if word[1:3] == "ال" and word[0] in "وفبك" and len(word) > _SHORTEST_SPLIT + 1 and counts[word[1:]]:
        splits.append((counts[word[1:]], 1, word[1:]))
    if not splits:
        return 0, word
    _, letters, rest = max(splits)
    return letters, rest


def _is_particle(word: str, rest: str, counts: Counter[str], tables: Tables) -> bool:
    if len(rest) < _SHORTEST_REST or counts[rest] < max(2, counts[word] / 2):
        return False
    frequency = tables.frequency.get(word, 0.0)
    if tables.names(word).given >= _LISTED_OFTEN and frequency > _COMMON:
        return False
    return tables.frequency.get(rest, 0.0) > frequency or (
        frequency < _RARE and counts[rest] >= 2 * counts[word]
    )
