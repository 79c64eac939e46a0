"""What the offline reader finds out about a person, and the tokens that say it."""

from dataclasses import dataclass

from bookanalysis.profile import FactKind


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that tokens `first` to `last` say about a person; `key` and `value` as in a `Fact`."""

    first: int
    last: int
    person: int
    kind: FactKind
    key: str
    value: str
