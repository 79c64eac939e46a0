"""Who is named where in a book, and which sentence a word stands in."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.ties import TIE_NOUNS
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic import fold

FEMALE = "female"
MALE = "male"
SENTENCE_ENDS = frozenset(".؟?!…\n")
SCOPE_ENDS = SENTENCE_ENDS | frozenset('«»"“”:-–—()[]')
"""What parts the told from the spoken, or one sentence from the next."""
_DASHES = frozenset("-–—")
"""They open a speech where a sentence may begin; inside one they only set words apart."""
CLAUSE_ENDS = SCOPE_ENDS | frozenset("،,؛;")
_PREPOSITIONS = frozenset(fold("إلى على عن من مع في عند لدى بين أمام نحو قبل بعد حول بنت ابن ابنة").split())


@dataclass(frozen=True, slots=True)
class Named:
    """One mention and its person, with the tokens from first to last."""

    person: int
    first: int
    last: int
    place: NamePlace


class Cast:
    """The persons of a book as they appear in its text, in reading order."""

    def __init__(
        self, words: BookWords, mentions: Sequence[Sequence[NamePlace]], genders: Sequence[str | None]
    ) -> None:
        self.words = words
        self.genders = genders
        self.named = sorted(
            (
                Named(person, place.first, place.last, place)
                for person, own in enumerate(mentions)
                for place in own
            ),
            key=lambda named: (named.first, named.last, named.person),
        )
        self.starting: Mapping[int, Named] = {named.first: named for named in self.named}
        self.ending: Mapping[int, Named] = {named.last: named for named in self.named}
        self._firsts = [named.first for named in self.named]
        self._places: dict[str, list[int]] = defaultdict(list)
        self._scopes: list[int] = []
        scope = 0
        for place, key in enumerate(words.keys):
            self._places[key].append(place)
            scope += key in SCOPE_ENDS and (key not in _DASHES or self.key(place - 1) in SCOPE_ENDS)
            self._scopes.append(scope)

    def places_of(self, keys: Iterable[str]) -> Iterator[int]:
        """Where one of the words stands, in reading order."""
        return iter(sorted(place for key in keys if key in self._places for place in self._places[key]))

    def key(self, place: int) -> str:
        return self.words.keys[place] if 0 <= place < len(self.words.keys) else "\n"

    def is_joined(self, named: Named) -> bool:
        """Whether a particle is joined to the mention («وسعد», «لسعد»)."""
        return self.words.particles[named.first] > 0

    def same_scope(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one sentence, both told or both spoken."""
        return self._scopes[one] == self._scopes[other]

    def ends_with(self, place: int, letter: str) -> bool:
        """Whether a word ends in ة or ى, which its key does not tell from a pronoun's ه or ي."""
        return self.words.surface(place, place).endswith(letter)

    def within(self, first: int, last: int) -> Sequence[Named]:
        """The mentions that begin at one of the tokens."""
        return self.named[bisect_left(self._firsts, first) : bisect_left(self._firsts, last + 1)]

    def is_ruled(self, named: Named) -> bool:
        """Whether a preposition or a kin word rules the mention, so that the sentence is about another."""
        before = self.key(named.first - 1)
        particle = self.words.particle(named.first)
        return particle.endswith(("ل", "ب", "ك")) or before in _PREPOSITIONS or self.is_owner(named)

    def is_owner(self, named: Named) -> bool:
        """Whether a bare kin word stands before the mention: it only tells whose («فاطمة أخت سعد»)."""
        place = named.first - 1
        key = self.key(place)
        if key.endswith("ه") and not self.ends_with(place, "ة"):
            return False
        return any(noun.is_clear and not noun.owner for noun in TIE_NOUNS.get(key, ()))

    def same_paragraph(self, one: int, other: int) -> bool:
        return "\n" not in self.words.keys[one:other]

    def clause(self, first: int, last: int, most: int) -> tuple[int, int]:
        """The clause around some tokens, at most so many tokens longer on each side; whole words only."""
        start, end = first, last
        while start > 0 and first - start < most and self.key(start - 1) not in CLAUSE_ENDS:
            start -= 1
        while end + 1 < len(self.words.keys) and end - last < most and self.key(end + 1) not in CLAUSE_ENDS:
            end += 1
        return start, end
