"""How long a chat model takes for a novel, and what it costs: python -m benchmarks.chat_reading BOOK.epub

The workflow asks, through Gemini's real client, a server on loopback that answers after so many seconds. Whom
the server knows comes from BOOK.gold.json, if it lies beside the book, or from --names; of each character of
a passage it tells one event in the text's words. Tokens are estimated alike for the book and the requests.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.ai.readers.chat.memory import LocalPace, MemoryAnswers, MemoryCalls
from bookanalysis.ai.readers.chat.pace import Limits
from bookanalysis.ai.readers.chat.tokens import estimated_tokens
from bookanalysis.ai.readers.opening import ReaderSettings, open_reader
from bookanalysis.ai.workflow import Options, Run, read_book
from bookanalysis.epub import Publication, open_publication
from bookanalysis.export import export_book
from tests.gemini import moods
from tests.gemini.cast import Cast, between, persons_in
from tests.gemini.server import KEY, GeminiServer

WORDS_OF_A_FACT = 8


class Witness(Cast):
    """Says of each character the words from its first mention on."""

    def _profile_refresher(self, asked: str) -> dict[str, Any]:
        text = between("نص", asked)
        facts = [
            _event(number, " ".join(text[text.index(name) :].partition("\n")[0].split()[:WORDS_OF_A_FACT]))
            for number, name in persons_in(asked)
            if name in text
        ]
        return {"facts": facts}


def _event(character: int, words: str) -> dict[str, Any]:
    return {
        "character": character,
        "kind": "event",
        "key": "medium",
        "value": words,
        "other": 0,
        "words": words,
    }


@dataclass(frozen=True, slots=True)
class Reading:
    """`words` and `book_tokens` are of the cleaned text."""

    concurrency: int
    words: int
    seconds: float
    calls: int
    book_tokens: int
    input_tokens: int
    most_at_once: int
    characters: int
    export: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("book", type=Path)
    parser.add_argument("--seconds", type=float, default=1.0, help="that each answer takes")
    parser.add_argument("--concurrency", type=int, nargs="+", default=[1, 8])
    parser.add_argument("--names", nargs="+", default=[], help="of characters, besides the gold file's")
    arguments = parser.parse_args()
    with arguments.book.open("rb") as file:
        publication = open_publication(file)
    cast = Witness(forms=_gold_forms(arguments.book) | {name: [name] for name in arguments.names})
    readings = [
        _read(publication, cast, arguments.seconds, concurrency) for concurrency in arguments.concurrency
    ]
    _print(readings)


def _gold_forms(book: Path) -> dict[str, Sequence[str]]:
    gold = book.with_name(f"{book.stem}.gold.json")
    if not gold.exists():
        return {}
    characters = json.loads(gold.read_text(encoding="utf-8"))["characters"]
    return {each["name"]: [each["name"], *each["aliases"]] for each in characters}


def _read(publication: Publication, cast: Cast, seconds: float, concurrency: int) -> Reading:
    with GeminiServer(cast, moods.delayed(seconds)) as server:
        settings = ReaderSettings(reader="gemini", api_key=KEY, base_url=server.url)
        reader = open_reader(settings, MemoryAnswers(), MemoryCalls(), LocalPace(Limits()))
        store = MemoryStore(publication)
        begun = perf_counter()
        for _ in read_book(Run(reader, store, Options(concurrency=concurrency))):
            pass
        taken = perf_counter() - begun
    text = "\n".join(chunk.text for chunk in store.chunks())
    document: Mapping[str, Any] = export_book(store.record(reader.name))
    return Reading(
        concurrency=concurrency,
        words=len(text.split()),
        seconds=taken,
        calls=len(server.requests),
        book_tokens=estimated_tokens(text),
        input_tokens=sum(estimated_tokens(exchange.paid) for exchange in server.requests),
        most_at_once=server.most_at_once,
        characters=len(document["characters"]),
        export=json.dumps(document, ensure_ascii=False),
    )


def _print(readings: Sequence[Reading]) -> None:
    first = readings[0]
    print(f"{first.words:,} words, {first.book_tokens:,} tokens, {first.characters} characters found")
    titles = ("at once", "seconds", "times as fast", "calls", "input / book", "most at once", "same export")
    print("".join(f"{title:>14}" for title in titles))
    for reading in readings:
        cells = (
            f"{reading.concurrency}",
            f"{reading.seconds:.1f}",
            f"{first.seconds / reading.seconds:.1f}",
            f"{reading.calls}",
            f"{reading.input_tokens / reading.book_tokens:.2f}",
            f"{reading.most_at_once}",
            "yes" if reading.export == first.export else "NO",
        )
        print("".join(f"{cell:>14}" for cell in cells))


if __name__ == "__main__":
    main()
