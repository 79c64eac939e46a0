"""The claims of a whole book, chunk by chunk: only what is shown is kept in memory, never the text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bookanalysis.profile import Fact, FactKind
from bookanalysis.verification.places import fault_of_fact, fault_of_mention
from bookanalysis.verification.profiles import (
    ShownCharacter,
    ShownRelationship,
    Statement,
    claims_of_link,
    claims_of_profile,
    name_keys_of,
    relationships_in,
    statements_of,
)
from bookanalysis.verification.report import Claim, Failure, OtherClaim, Report, Tally, Why

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChunkClaims:
    """A chunk's text, its facts, and the spans of the mentions of each character."""

    number: int
    start: int
    end: int
    text: str
    facts: Sequence[Fact]
    mentions: Mapping[str, Sequence[Span]]


class BookVerification:
    """Takes in what is shown, then each chunk once; at the end, what no fact has said is left over.

    A fact that does not hold stands behind nothing. At most `most_failures` are kept, all are counted.
    """

    def __init__(
        self,
        characters: Iterable[ShownCharacter],
        links: Iterable[ShownRelationship],
        most_failures: int | None = None,
    ) -> None:
        self._most_failures = most_failures
        self._tallies: dict[FactKind | OtherClaim, Tally] = defaultdict(Tally)
        self._failures: list[Failure] = []
        self._unsaid: dict[Statement, Claim] = {}
        shown = list(characters)
        self._names = {character.key: character.name for character in shown}
        self._name_keys = {character.key: name_keys_of(character) for character in shown}
        self._take_in(shown, list(links))

    def _take_in(self, shown: Sequence[ShownCharacter], links: Sequence[ShownRelationship]) -> None:
        links_of: dict[str, list[ShownRelationship]] = defaultdict(list)
        for link in links:
            self._unsaid.update(claims_of_link(link))
            links_of[link.first].append(link)
            links_of[link.second].append(link)
        for character in shown:
            self._unsaid.update(claims_of_profile(character))
            for claim, is_known in relationships_in(character, links_of[character.key], self._names):
                self._count(claim, None if is_known else Why.NO_FACT_SAYS_SO)

    def check_chunk(self, chunk: ChunkClaims, cleaned_text: str | None) -> None:
        """`cleaned_text` is what the book's cleaned text has at the chunk's place; None if there is none."""
        self._check_text(chunk, cleaned_text)
        for character, spans in chunk.mentions.items():
            for start, end in spans:
                said = chunk.text[max(0, start) : max(0, end)]
                claim = Claim(OtherClaim.MENTION, said, character, chunk.number, start, end)
                self._count(claim, self._fault_of_mention(character, start, end, chunk.text))
        for fact in chunk.facts:
            why = fault_of_fact(fact, chunk.text, self._names)
            self._count(Claim(fact.kind, fact.value, fact.character, chunk.number, fact.start, fact.end), why)
            if why is None:
                self._hear(fact)

    def report(self) -> Report:
        """What holds and what does not. All chunks must have been checked."""
        for claim in self._unsaid.values():
            self._count(claim, Why.NO_FACT_SAYS_SO)
        self._unsaid.clear()
        return Report(dict(sorted(self._tallies.items())), tuple(self._failures))

    def _check_text(self, chunk: ChunkClaims, cleaned_text: str | None) -> None:
        why = None
        if cleaned_text is None:
            why = Why.NO_CLEANED_TEXT
        elif cleaned_text != chunk.text or len(chunk.text) != chunk.end - chunk.start:
            why = Why.TEXT_DIFFERS
        self._count(Claim(OtherClaim.CHUNK, "", None, chunk.number, chunk.start, chunk.end), why)

    def _fault_of_mention(self, character: str, start: int, end: int, text: str) -> Why | None:
        names = self._name_keys.get(character)
        if names is None:
            return Why.CHARACTER_NOT_IN_BOOK
        return fault_of_mention(start, end, text, names)

    def _hear(self, fact: Fact) -> None:
        for statement in statements_of(fact):
            claim = self._unsaid.pop(statement, None)
            if claim:
                self._count(claim, None)

    def _count(self, claim: Claim, why: Why | None) -> None:
        tally = self._tallies[claim.kind]
        tally.total += 1
        if why is None:
            tally.hold += 1
        elif self._most_failures is None or len(self._failures) < self._most_failures:
            name = self._names.get(claim.character) if claim.character else None
            self._failures.append(Failure(claim, name, why))
