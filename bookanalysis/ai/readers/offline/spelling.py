"""Whether a word is spelt like a name: foreign names have other runs of letters than Arabic words."""

from collections.abc import Iterator, Mapping

_LONGEST_RUN = 3
_UNKNOWN = 2.5


def runs_of(word: str) -> Iterator[str]:
    """All runs of one to three letters, the word's ends marked («^», «$»), each once."""
    marked = f"^{word}$"
    return iter(
        {
            marked[start : start + length]: None
            for length in range(1, _LONGEST_RUN + 1)
            for start in range(len(marked) - length + 1)
        }
    )


def spelling_features(word: str, frequency: float, runs: Mapping[str, float]) -> dict[str, float]:
    likeness = sum(runs.get(run, 0.0) for run in runs_of(word))
    return {"spelling": likeness, "spelling_if_unknown": likeness if frequency < _UNKNOWN else 0.0}
