"""Where a book names persons: titles, kunya, the name's words, nasab and ranks taken together."""

from dataclasses import dataclass

from bookanalysis.ai.readers.offline.lexicon import (
    BEFORE_A_PLACE_OR_TRIBE,
    FATHER_OF,
    MOTHER_OF,
    NOBLE_PARTICLES,
    RANKS_BEHIND,
    SON_OF,
    STOP_WORDS,
    TITLES,
)
from bookanalysis.ai.readers.offline.names import BookNames
from bookanalysis.ai.readers.offline.words import BookWords

MOST_WORDS = 4
_SURELY_ALI = 3.0
_NASAB = frozenset({"بن", "بنت"})


@dataclass(frozen=True, slots=True)
class NamePlace:
    """One place that names a person, as tokens `first` to `last`, both included.

    `core` are the words of the name with nasab («سعد بن منذر»), a kunya's «ابو» or «ام» in front; it is empty
    for a title that stands alone.
    """

    first: int
    last: int
    title: str
    core: tuple[str, ...]
    ranks: tuple[str, ...]


def find_mentions(words: BookWords, names: BookNames) -> list[NamePlace]:
    """All places that name a person, in reading order; none overlaps another."""
    finder = _Finder(words, names)
    mentions = []
    place = 0
    while place < len(words.stems):
        mention = finder.at(place) if words.stems[place] else None
        if mention:
            mentions.append(mention)
            place = mention.last + 1
        else:
            place += 1
    return mentions


class _Finder:
    def __init__(self, words: BookWords, names: BookNames) -> None:
        self._words = words
        self._names = names

    def at(self, first: int) -> NamePlace | None:
        stem = self._words.stems[first]
        if stem in TITLES:
            return self._titled(first)
        if self._words.keys[first - 1] in BEFORE_A_PLACE_OR_TRIBE and first:
            return None
        return self._name(first, first, "")

    def _titled(self, first: int) -> NamePlace | None:
        """A title with the name behind it, perhaps after a second title; else the title alone."""
        title = self._words.stems[first]
        place = first + 1
        if self._bare(place) in TITLES and self._begins_name(place + 1, title):
            place += 1
        if self._begins_name(place, title):
            mention = self._name(first, place, title)
            if mention:
                return mention
        if self._names.is_name(title):
            return self._name(first, first, "")
        return NamePlace(first, first, title, (), ()) if title.startswith("ال") else None

    def _begins_name(self, place: int, title: str) -> bool:
        """Whether a name may begin behind a title."""
        stem = self._bare(place)
        if stem in NOBLE_PARTICLES:
            return self._is_foreign(place + 1)
        if stem == "على":
            return self._names.may_be_ali(title)
        if stem in FATHER_OF | MOTHER_OF | SON_OF:
            return self._names.is_name(self._bare(place + 1))
        return bool(stem) and stem not in STOP_WORDS and self._names.may_follow_title(stem)

    def _is_foreign(self, place: int) -> bool:
        stem = self._bare(place)
        return bool(stem) and stem not in STOP_WORDS | TITLES

    def _name(self, first: int, place: int, title: str) -> NamePlace | None:
        """The name whose words begin at `place`; with a title, `first` is the title's place."""
        names, stem = self._names, self._words.stems[place]
        core: list[str] = []
        if stem in FATHER_OF | MOTHER_OF | SON_OF and names.is_name(self._bare(place + 1)):
            place += 1
            child = self._words.stems[place]
            if stem not in SON_OF:
                core.append("ام" if stem in MOTHER_OF else "ابو")
            elif names.is_called_son_of(child):
                core.append("ابن")
            elif not title:
                first = place
            stem = child
        elif stem in NOBLE_PARTICLES and title:
            core.append(stem)
            place += 1
            stem = self._words.stems[place]
        elif not self._is_name_here(place, title):
            return None
        core.append(names.base(stem))
        last, ranks = self._extend(place, core)
        return NamePlace(first, last, title, tuple(core), ranks)

    def _is_name_here(self, place: int, title: str) -> bool:
        stem = self._words.stems[place]
        if title:
            return self._begins_name(place, title)
        if self._bare(place + 1) in RANKS_BEHIND and stem not in STOP_WORDS | TITLES | RANKS_BEHIND:
            return self._names.may_follow_title(stem)
        return self._names.is_name_at(place) and not self._is_doubtful_ali(place)

    def _extend(self, last: int, core: list[str]) -> tuple[int, tuple[str, ...]]:
        ranks: list[str] = []
        while following := self._bare(last + 1):
            if following in _NASAB and self._names.may_be_father(self._bare(last + 2)):
                core += [following, self._names.base(self._bare(last + 2))]
                last += 2
            elif following in NOBLE_PARTICLES and self._is_foreign(last + 2):
                core += [following, self._words.stems[last + 2]]
                last += 2
            elif following in RANKS_BEHIND:
                ranks.append(following)
                last += 1
            elif len(core) < MOST_WORDS and self._names.continues(
                self._words.stems[last], following, self._words.keys[last + 1]
            ):
                core.append(self._names.base(following))
                last += 1
            else:
                break
        return last, tuple(ranks)

    def _bare(self, place: int) -> str:
        """The word at a place if no particle is joined to it, else ""."""
        if place >= len(self._words.stems) or self._words.particles[place]:
            return ""
        return self._words.stems[place]

    def _is_doubtful_ali(self, place: int) -> bool:
        """«علي» that may as well be «عليّ»: no sign of a name beside it."""
        if self._words.stems[place] != "علي":
            return False
        before = self._words.keys[place - 1] if place else "\n"
        return (
            self._names.scores.get("علي", 0.0) < _SURELY_ALI
            and before not in {"يا", "بن", "ابن"}
            and self._bare(place + 1) not in RANKS_BEHIND | SON_OF
        )
