"""B-cubed: whether names of one person are together, and of different persons apart."""

from collections import Counter
from collections.abc import Sequence

from bookanalysis.evaluation.figures import BCubed, Share
from bookanalysis.evaluation.matching import Alignment


def b_cubed(alignment: Alignment) -> BCubed:
    """Over the names of the gold that the reading has at all, each seen from its own place."""
    items = _items(alignment)
    together = Counter(items)
    of_gold = Counter(gold for gold, _ in items)
    of_prediction = Counter(place for _, place in items)
    return BCubed(
        precision=Share(sum(together[item] / of_prediction[item[1]] for item in items), len(items)),
        recall=Share(sum(together[item] / of_gold[item[0]] for item in items), len(items)),
    )


def _items(alignment: Alignment) -> Sequence[tuple[int, int]]:
    """For each name of each character of the gold: that character, and who has the name in the reading."""
    matched_by = {match: place for place, match in alignment.matches.items()}
    keys_of = [frozenset(character.keys) for character in alignment.predicted]
    items = []
    for gold, keys in enumerate(alignment.owners.keys):
        for key in keys:
            having = [place for place, their_keys in enumerate(keys_of) if key in their_keys]
            free = [place for place in having if not _is_used_for_another(alignment, key, gold, place)]
            if matched_by.get(gold) in having:
                items.append((gold, matched_by[gold]))
            elif free:
                items.append((gold, free[0]))
    return items


def _is_used_for_another(alignment: Alignment, key: str, gold: int, place: int) -> bool:
    """Whether the name, which several share, is there for someone else who has it."""
    match = alignment.matches.get(place)
    return match is not None and match != gold and match in alignment.owners.of(key)
