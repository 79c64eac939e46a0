"""Which characters turned out to be one person, and which are known to be two."""

from collections.abc import Callable

from bookanalysis.joins import Join


class Unions:
    """Sets of keys that grow by joining; two that hold keys known to be apart never join.

    `rank` orders the keys: a set goes by its first.
    """

    def __init__(self, rank: Callable[[str], int]) -> None:
        self._rank = rank
        self._sets: dict[str, list[str]] = {}
        self._roots: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        self._links: list[tuple[int, str, str]] = []

    def part(self, one: str, other: str) -> None:
        if one != other:
            self._apart.add(frozenset((one, other)))

    def are_apart(self, one: str, other: str) -> bool:
        """Whether a key of the one's set was parted from a key of the other's."""
        return any(frozenset((a, b)) in self._apart for a in self.members(one) for b in self.members(other))

    def join(self, one: str, other: str, chunk: int) -> None:
        """Make two sets one, as a chunk tells; who are one already may be so from an earlier chunk on."""
        kept, dropped = sorted((self.root(one), self.root(other)), key=self._rank)
        if kept != dropped:
            if self.are_apart(kept, dropped):
                return
            self._sets[kept] = self.members(kept) + self.members(dropped)
            self._roots |= dict.fromkeys(self._sets.pop(dropped, [dropped]), kept)
        self._links.append((chunk, one, other))

    def root(self, key: str) -> str:
        return self._roots.get(key, key)

    def members(self, key: str) -> list[str]:
        """All keys of a key's set."""
        root = self.root(key)
        return self._sets.get(root, [root])

    @property
    def joins(self) -> list[Join]:
        """The sets as they grow when the chunks are read in order: each dropped key once."""
        growing = Unions(self._rank)
        joins = []
        for chunk, one, other in sorted(self._links):
            kept, dropped = sorted((growing.root(one), growing.root(other)), key=self._rank)
            if kept != dropped:
                growing.join(kept, dropped, chunk)
                joins.append(Join(dropped, kept, chunk))
        return joins
