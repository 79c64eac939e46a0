"""Write the learned tables as the package reads them."""

import gzip
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from bookanalysis.ai.readers.offline.tables import Background, NameCounts, Tables


def write_tables(tables: Tables, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _write(
        folder / "novels.json.gz",
        {
            "books": tables.background_books,
            "words": tables.background_words,
            "left": tables.left,
            "right": tables.right,
            "background": _columns(tables.background, Background._fields),
            "first": tables.first._asdict(),
            "second": tables.second._asdict(),
        },
    )
    _write(
        folder / "signs.json.gz",
        {"base": tables.sign_base, "signs": tables.signs, "spelling": tables.spelling},
    )
    _write(folder / "name-lists.json.gz", _columns(tables.listed, NameCounts._fields))
    levels: dict[str, list[str]] = defaultdict(list)
    for word, level in sorted(tables.frequency.items()):
        levels[f"{level:.1f}"].append(word)
    _write(folder / "frequency.json.gz", {level: " ".join(levels[level]) for level in sorted(levels)})


def _columns(rows: Mapping[str, tuple], names: tuple[str, ...]) -> dict[str, object]:
    words = sorted(rows)
    columns = {name: [rows[word][place] for word in words] for place, name in enumerate(names)}
    return {"words": " ".join(words)} | columns


def _write(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")
