"""What was claimed, how much of it holds, and why the rest does not."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from bookanalysis.profile import FactKind


class OtherClaim(StrEnum):
    """What is claimed beside facts: where a character is named, and what follows from facts."""

    MENTION = "mention"
    PROFILE = "profile"
    """A value in `character_data`."""
    LINK = "link"
    """The type and the description of two characters' relationship."""
    CHUNK = "chunk"
    """That a chunk is the cleaned text at its place."""


class Why(StrEnum):
    """Why a claim does not hold."""

    OUTSIDE_CHUNK = "outside_chunk"
    QUOTE_DIFFERS = "quote_differs"
    NAME_NOT_IN_QUOTE = "name_not_in_quote"
    NOT_WHOLE_WORDS = "not_whole_words"
    NOT_A_NAME_OF_THE_CHARACTER = "not_a_name_of_the_character"
    CHARACTER_NOT_IN_BOOK = "character_not_in_book"
    NOT_TWO_CHARACTERS = "not_two_characters"
    UNKNOWN_TYPE = "unknown_type"
    NO_FACT_SAYS_SO = "no_fact_says_so"
    TEXT_DIFFERS = "text_differs"
    NO_CLEANED_TEXT = "no_cleaned_text"


@dataclass(frozen=True, slots=True)
class Claim:
    """`character` is the key of whom it is about. What follows from facts names no place of its own."""

    kind: FactKind | OtherClaim
    value: str
    character: str | None = None
    chunk: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A claim that does not hold; `name` is that of the character it is about, if it is known."""

    claim: Claim
    name: str | None
    why: Why


@dataclass(slots=True)
class Tally:
    total: int = 0
    hold: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """`failures` may be cut short; the numbers are not."""

    claims: Mapping[FactKind | OtherClaim, Tally]
    failures: Sequence[Failure] = ()

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        return {kind.value: asdict(tally) for kind, tally in self.claims.items()}

    @property
    def total(self) -> int:
        return sum(tally.total for tally in self.claims.values())

    @property
    def hold(self) -> int:
        return sum(tally.hold for tally in self.claims.values())
