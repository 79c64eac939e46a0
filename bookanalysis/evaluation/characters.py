"""Whether the characters of the gold were found, and in which role."""

from bookanalysis.evaluation.figures import Counts, Share
from bookanalysis.evaluation.matching import Alignment


def characters_found(alignment: Alignment) -> Counts:
    """Who is optional or rare is left out of what was said; a duplicate is not."""
    asked_for = alignment.gold.asked_for
    return Counts(
        hits=len(asked_for.intersection(alignment.matches.values())),
        predicted=len(alignment.predicted) - len(alignment.ignored) - len(alignment.rare),
        expected=len(asked_for),
    )


def mentions_found(alignment: Alignment) -> Share:
    """The share of the mentions, by the gold's count, that are of characters who were found."""
    found = set(alignment.matches.values())
    mentions = {place: alignment.gold.characters[place].mentions for place in alignment.gold.asked_for}
    return Share(sum(mentions[place] for place in mentions.keys() & found), sum(mentions.values()))


def found_in_band(alignment: Alignment, fewest: int, most: float) -> Share:
    """Recall among the characters that the gold counts so many mentions of."""
    band = {
        place
        for place in alignment.gold.asked_for
        if fewest <= alignment.gold.characters[place].mentions <= most
    }
    return Share(len(band.intersection(alignment.matches.values())), len(band))


def roles_right(alignment: Alignment) -> Share:
    """Among the characters that were found, frequent or not, and whose role the gold knows."""
    accepted = [
        alignment.gold.characters[match].accepts(alignment.predicted[place].role)
        for place, match in alignment.matches.items()
        if alignment.gold.characters[match].role is not None
    ]
    return Share(sum(accepted), len(accepted))
