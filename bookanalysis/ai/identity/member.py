"""A character in the making: by which names the book calls it so far."""

from dataclasses import dataclass, field

from bookanalysis.ai.identity.name_gender import gender_of_name
from bookanalysis.ai.identity.name_rules import fullness
from bookanalysis.ai.readers import KnownPerson
from bookanalysis.arabic import fold
from bookanalysis.arabic.names import NameParts, parse_name


@dataclass(slots=True, eq=False)
class Member:
    """One character.

    `order` gives each known form its rank, the best to show first; `said` are the forms that have their
    fact; `names` are all forms by which the person may be recognised. All keys are folded. `genders` are
    what a reader and the text say beside the names.
    """

    key: str
    order: dict[str, int]
    confidence: float | None
    name: str = ""
    said: set[str] = field(default_factory=set)
    names: dict[str, NameParts] = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    mentions: int = 0

    @property
    def gender(self) -> str | None:
        """A man or a woman, where all signs agree."""
        signs = {gender_of_name(name) for name in self.names.values()} | self.genders
        told = [gender for gender in ("female", "male") if gender in signs]
        return told[0] if len(told) == 1 else None

    @property
    def surety(self) -> float:
        """The reader's confidence, or what the number of mentions gives."""
        return self.confidence if self.confidence is not None else 1 - 0.5**self.mentions

    def prefers(self, form: str) -> bool:
        """Whether a form is better to show than the name so far."""
        if not self.name:
            return True
        if self.order:
            last = len(self.order)
            return self.order.get(fold(form), last) < self.order.get(fold(self.name), last)
        return fullness(parse_name(form)) > fullness(parse_name(self.name))

    def recognise(self, form: str) -> None:
        self.names.setdefault(fold(form), parse_name(form))


def new_member(key: str, known: KnownPerson | None) -> Member:
    """A member that has not been met yet; with `known`, one whom a reader found in the whole book."""
    if known is None:
        return Member(key, {}, None)
    ranks = {fold(form): rank for rank, form in reversed(list(enumerate(known.forms)))}
    genders = {known.gender} if known.gender else set()
    return Member(key, ranks, known.confidence, genders=genders)
