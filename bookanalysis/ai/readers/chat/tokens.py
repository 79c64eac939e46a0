"""How many tokens a text will be, before the model's own count is known."""

from threading import Lock

_OTHERS_A_TOKEN = 2.5
_ASCII_A_TOKEN = 4.0
_FARTHEST = 4.0


def estimated_tokens(text: str) -> int:
    """One for 2.5 letters outside ASCII or for 4 characters within it: rather too many than too few."""
    ascii_length = len(text.encode("ascii", "ignore"))
    return round((len(text) - ascii_length) / _OTHERS_A_TOKEN + ascii_length / _ASCII_A_TOKEN)


class TokenMeter:
    """Corrects the estimate by what the service has counted so far. Any thread may ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._estimated = self._counted = 0

    @property
    def ratio(self) -> float:
        """Counted tokens for each estimated one."""
        with self._lock:
            ratio = self._counted / self._estimated if self._estimated else 1.0
        return min(max(ratio, 1 / _FARTHEST), _FARTHEST)

    def estimate(self, text: str) -> int:
        return round(estimated_tokens(text) * self.ratio)

    def learn(self, text: str, counted: int) -> None:
        with self._lock:
            self._estimated += estimated_tokens(text)
            self._counted += counted
