"""Things in a row, put together into groups of even size."""

from collections.abc import Sequence
from itertools import pairwise


def even_groups(sizes: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """Ranges (first, last + 1) of neighbours whose sizes add up to at most `limit`: few and even ones.

    A thing that is larger than the limit is a group of its own.
    """
    return _groups(sizes, _evenest(sizes, limit)) if sizes else []


def _groups(sizes: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """Fill one group after the other."""
    firsts, filled = [0], 0
    for place, size in enumerate(sizes):
        if filled + size > limit and place > firsts[-1]:
            firsts.append(place)
            filled = 0
        filled += size
    return list(pairwise([*firsts, len(sizes)]))


def _evenest(sizes: Sequence[int], limit: int) -> int:
    """The least size of a group that needs no more groups than `limit` does."""
    fewest = len(_groups(sizes, limit))
    low, high = 1, limit
    while low < high:
        middle = (low + high) // 2
        if len(_groups(sizes, middle)) <= fewest:
            high = middle
        else:
            low = middle + 1
    return low
