"""Write the books of the browser's journey into a folder: `python -m tests.e2e.write_books FOLDER`."""

import sys
from pathlib import Path

from bookanalysis.demo.binding import bind
from bookanalysis.demo.novels import demo_novels
from tests.e2e.story import novel
from tests.epub.builder import Epub, page

ENGLISH = " ".join(
    ["The old keeper climbed the stairs of the lighthouse and lit the lamp, as he had done every night."]
    * 200
)


def books():
    yield from ((f"{each.name}.epub", bind(each).getvalue()) for each in demo_novels())
    yield "nights.epub", novel().build().getvalue()
    yield "thirty_nights.epub", novel("ثلاثون ليلة", chapters=30).build().getvalue()
    yield "english.epub", Epub({"c1.xhtml": page(f"<p>{ENGLISH}</p>")}).build().getvalue()
    yield "damaged.epub", novel().build().getvalue()[:2000]
    yield "notes.epub", "ليست هذه رواية".encode()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in books():
        (folder / name).write_bytes(content)
