"""How long, in words."""

from math import ceil

MINUTE = 60
HOUR = 60 * MINUTE
_UNITS = (
    (HOUR, ("hour", "hours"), ("ساعة واحدة", "ساعتين", "ساعات", "ساعة")),
    (MINUTE, ("minute", "minutes"), ("دقيقة واحدة", "دقيقتين", "دقائق", "دقيقة")),
    (1, ("second", "seconds"), ("ثانية واحدة", "ثانيتين", "ثوانٍ", "ثانية")),
)
_FEW = range(3, 11)


def in_words(seconds: int) -> tuple[str, str]:
    """In English and in Arabic (genitive: after بعد), rounded up, in the largest unit that counts two."""
    size, english, arabic = next(unit for unit in _UNITS if seconds >= 2 * unit[0] or unit[0] == 1)
    number = ceil(seconds / size)
    return f"{number} {english[number != 1]}", _arabic(number, *arabic)


def _arabic(number: int, one: str, two: str, few: str, many: str) -> str:
    if number in (1, 2):
        return one if number == 1 else two
    return f"{number} {few if number % 100 in _FEW else many}"
