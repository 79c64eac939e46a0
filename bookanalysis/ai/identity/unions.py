"""Which characters turned out to be one person, and which are known to be two."""

from collections.abc import Callable


class Unions:
    """Sets of keys that grow by joining; two that hold keys known to be apart never join.

    `rank` orders the keys: a set goes by its first.
    """

    def __init__(self, rank: Callable[[str], int]) -> None:
        self._rank = rank
        self._sets: dict[str, list[str]] = {}
        self._roots: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()

    def part(self, one: str, other: str) -> None:
        if one != other:
            self._apart.add(frozenset((one, other)))

    def are_apart(self, one: str, other: str) -> bool:
        """Whether a key of the one's set was parted from a key of the other's."""
        return any(frozenset((a, b)) in self._apart for a in self.members(one) for b in self.members(other))

    def join(self, one: str, other: str) -> None:
        kept, dropped = sorted((self.root(one), self.root(other)), key=self._rank)
        if kept != dropped and not self.are_apart(kept, dropped):
            self._sets[kept] = self.members(kept) + self.members(dropped)
            self._roots |= dict.fromkeys(self._sets.pop(dropped, [dropped]), kept)

    def root(self, key: str) -> str:
        return self._roots.get(key, key)

    def members(self, key: str) -> list[str]:
        """All keys of a key's set."""
        root = self.root(key)
        return self._sets.get(root, [root])

    @property
    def dropped(self) -> dict[str, str]:
        """Each key that goes by another, with that other."""
        return {key: self._roots[key] for key in sorted(self._roots, key=self._rank)}
