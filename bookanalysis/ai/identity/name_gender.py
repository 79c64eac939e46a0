"""Whether a name is a man's or a woman's, from its parts alone."""

import re
from typing import Literal

from bookanalysis.arabic.names import FEMALE_RANKS, FEMALE_TITLES, MALE_TITLES, NameParts

NameGender = Literal["female", "male"]

_HER_NISBA = re.compile(r"ال\w{2,}يه")


def gender_of_name(name: NameParts) -> NameGender | None:
    """What titles, ranks, kunya, nasab or a woman's nisba («سلمى العراقية») say."""
    if _is_hers(name):
        return "female"
    if name.kunya or name.ranks or name.child_of or MALE_TITLES.intersection(name.titles):
        return "male"
    return None


def _is_hers(name: NameParts) -> bool:
    return bool(
        (name.kunya and name.kunya[0] == "ام")
        or FEMALE_TITLES.intersection(name.titles)
        or FEMALE_RANKS.intersection(name.ranks)
        or name.child_of == "بنت"
        or (len(name.given) > 1 and _HER_NISBA.fullmatch(name.given[-1]))
    )
