"""How often something may be done, as text: `100/hour`, or several that all hold: `100/hour; 10/minute`."""

import re
from dataclasses import dataclass
from operator import attrgetter

NO_LIMIT = "none"
_SECONDS = {"second": 1, "minute": 60, "hour": 60 * 60, "day": 24 * 60 * 60}
_RATE = re.compile(r"(\d{1,9}) ?(?:/|per) ?(?:(\d{1,3}) )?(second|minute|hour|day)s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rate:
    """So many times in a window of so many seconds, which begins with the first time."""

    amount: int
    seconds: int


Rates = tuple[Rate, ...]


def read_rates(text: str) -> Rates:
    """The shortest window first; none for `none`. Raises ValueError."""
    if text.strip().lower() == NO_LIMIT:
        return ()
    rates = sorted((_read_rate(part) for part in text.split(";")), key=attrgetter("seconds"))
    if len({rate.seconds for rate in rates}) < len(rates):
        raise ValueError(text)
    return tuple(rates)


def _read_rate(text: str) -> Rate:
    found = _RATE.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    amount, windows, unit = found.groups()
    rate = Rate(int(amount), int(windows or 1) * _SECONDS[unit.lower()])
    if not (rate.amount and rate.seconds):
        raise ValueError(text)
    return rate
