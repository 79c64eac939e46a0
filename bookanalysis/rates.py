"""How often something may be done, as text: `100/hour`, or several that all hold: `100/hour; 10/minute`."""

from limits import RateLimitItem, parse_many

NO_LIMIT = "none"
Rates = tuple[RateLimitItem, ...]


def read_rates(text: str) -> Rates:
    """The longest window first: what it refuses waits longest. No rates for `none`; raises ValueError."""
    if text.strip().lower() == NO_LIMIT:
        return ()
    rates = sorted(parse_many(text), key=RateLimitItem.get_expiry, reverse=True)
    if not all(rate.amount for rate in rates):
        raise ValueError(text)
    return tuple(rates)
