"""How surely and how fast altered quotations are found: python -m benchmarks.quotations FOLDER ...

A folder holds texts (.txt, .txt.gz) or novels (.epub). Quotations of 3 to 25 words are drawn from each text
by chance, always the same ones, altered, and looked for in the stretch of 20,000 characters they are from.
What an alteration leaves as it is does not count. For one in a hundred, the text is altered instead.
"""

import argparse
import gzip
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.alterations import ALTERATIONS, OF_LETTERS, Alteration, all_together
from bookanalysis.ai.samples import body_of
from bookanalysis.arabic import FoldedText, fold
from bookanalysis.arabic.quotations import FEWEST_WORDS_TOGETHER, MOST_LEFT_OUT
from bookanalysis.arabic.sentences import is_one_sentence
from bookanalysis.epub import open_publication

STRETCH = 20_000
FEWEST_WORDS, MOST_WORDS = 3, 25
ELISION = "shortened by …"
OTHER_TEXT = "text all together"
OTHER_WORD = "one word exchanged"
"""Should be found nowhere, unless the text has it by chance."""


@dataclass
class Tally:
    """`first`: the first place that is found has the words; `among`: the very place is among all."""

    tried: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    among: Counter[str] = field(default_factory=Counter)
    texts: int = 0
    folded: int = 0
    fold_seconds: float = 0.0
    finds: int = 0
    find_seconds: float = 0.0
    missed: int = 0

    def count(self, name: str, is_first: bool, is_among: bool) -> None:
        self.tried[name] += 1
        self.first[name] += is_first
        self.among[name] += is_among
        self.missed += not is_first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--quotations", type=int, default=2000, help="for each text")
    parser.add_argument("--misses", type=int, default=0, help="show as many quotations that were not found")
    arguments = parser.parse_args()
    tally = Tally()
    for text in _texts(arguments.folders):
        tally.texts += 1
        _fold_whole(text, tally)
        _try_text(text, arguments.quotations, tally, arguments.misses)
    _print(tally)


def _texts(folders: list[Path]) -> Iterator[str]:
    for file in sorted(file for folder in folders for file in folder.rglob("*")):
        if file.name.endswith(".txt.gz"):
            yield gzip.decompress(file.read_bytes()).decode()
        elif file.suffix == ".txt":
            yield file.read_text("utf-8")
        elif file.suffix == ".epub":
            yield body_of(open_publication(file))


def _fold_whole(text: str, tally: Tally) -> None:
    begin = perf_counter()
    FoldedText(text).find_quotation("لا شيء")
    tally.fold_seconds += perf_counter() - begin
    tally.folded += len(text)


def _try_text(text: str, number: int, tally: Tally, misses: int) -> None:
    random = Random(len(text))
    stretches = [text[start : start + STRETCH] for start in range(0, len(text), STRETCH)]
    stretches = [stretch for stretch in stretches if len(stretch.split()) > MOST_WORDS]
    for place, stretch in enumerate(stretches):
        share = number * (place + 1) // len(stretches) - number * place // len(stretches)
        words = list(re.finditer(r"\S+", stretch))
        folded = FoldedText(stretch)
        for _ in range(share):
            span = _draw(stretch, words, random)
            if span:
                _try_span(folded, span, random, tally, misses)


def _draw(text: str, words: list[re.Match[str]], random: Random) -> tuple[int, int] | None:
    length = random.randint(FEWEST_WORDS, MOST_WORDS)
    first = random.randrange(len(words) - length)
    start, end = words[first].start(), words[first + length - 1].end()
    while start < end and _is_outer(text[start]):
        start += 1
    while end > start and _is_outer(text[end - 1]):
        end -= 1
    return (start, end) if end > start else None


def _is_outer(char: str) -> bool:
    return unicodedata.category(char)[0] in "PSZC"


def _try_span(folded: FoldedText, span: tuple[int, int], random: Random, tally: Tally, misses: int) -> None:
    quotation = folded.text[slice(*span)]
    for name, altered in _trials(folded.text, quotation, random):
        places = _find(folded, altered, tally)
        is_first = bool(places) and _key(folded.text[slice(*places[0])]) == _key(quotation)
        tally.count(name, is_first if name != OTHER_WORD else bool(places), span in places)
        if not is_first and name != OTHER_WORD and tally.missed <= misses:
            print(name, "|", repr(quotation), "|", repr(altered), "|", places)
    if not random.randrange(100):
        before, after = folded.text[: span[0]], folded.text[span[1] :]
        stretches = [all_together(stretch, random, OF_LETTERS) for stretch in (before, quotation, after)]
        start = len(stretches[0])
        places = FoldedText("".join(stretches)).find_quotation(quotation)
        tally.count(OTHER_TEXT, bool(places), (start, start + len(stretches[1])) in places)


def _trials(text: str, quotation: str, random: Random) -> Iterator[tuple[str, str]]:
    yield "as it stands", quotation
    for alteration in (*ALTERATIONS, all_together):
        altered = alteration(quotation, random)
        if altered != quotation:
            yield _name(alteration), altered
    shortened = _shorten(quotation, random)
    if shortened:
        yield ELISION, shortened
    yield OTHER_WORD, _exchange(quotation, text, random)


def _find(folded: FoldedText, quotation: str, tally: Tally) -> list[tuple[int, int]]:
    begin = perf_counter()
    places = folded.find_quotation(quotation)
    tally.find_seconds += perf_counter() - begin
    tally.finds += 1
    return places


def _exchange(quotation: str, text: str, random: Random) -> str:
    """The quotation with a word of the text that is not the one that stood there."""
    words = quotation.split()
    place = random.randrange(len(words))
    others = [
        word for word in random.choices(text.split(), k=20) if _key(word) not in ("", _key(words[place]))
    ]
    return " ".join([*words[:place], others[0], *words[place + 1 :]])


def _name(alteration: Alteration) -> str:
    return alteration.__name__.replace("_", " ")


def _key(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def _shorten(quotation: str, random: Random) -> str | None:
    """The quotation with an ellipsis for words in its middle that belong to one sentence."""
    words = list(re.finditer(r"\S*[^\W_]\S*", quotation))
    if len(words) < 2 * FEWEST_WORDS_TOGETHER + 1:
        return None
    first = random.randrange(FEWEST_WORDS_TOGETHER, len(words) - FEWEST_WORDS_TOGETHER)
    last = min(len(words) - FEWEST_WORDS_TOGETHER - 1, first + random.randrange(MOST_LEFT_OUT))
    before, after = words[first - 1].end(), words[last + 1].start()
    if not is_one_sentence(quotation, words[first].start(), after):
        return None
    return f"{quotation[:before]} … {quotation[after:]}"


def _print(tally: Tally) -> None:
    print(f"{tally.texts} texts, {tally.folded:,} characters")
    print(f"{'':<24}{'tried':>9}{'words found':>13}{'very place':>12}")
    for name, tried in tally.tried.items():
        print(f"{name:<24}{tried:>9,}{tally.first[name] / tried:>13.3%}{tally.among[name] / tried:>12.3%}")
    print(f"folding, with the key for quotations: {tally.folded / tally.fold_seconds:,.0f} characters/s")
    print(f"finding: {tally.find_seconds / tally.finds * 1e6:.0f} µs a quotation in {STRETCH:,} characters")


if __name__ == "__main__":
    main()
