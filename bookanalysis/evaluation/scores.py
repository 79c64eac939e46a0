"""All that is measured of one book, or of several together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import reduce
from math import inf
from statistics import fmean

from bookanalysis.evaluation.aliases import b_cubed
from bookanalysis.evaluation.characters import (
    characters_found,
    found_in_band,
    mentions_found,
    roles_right,
)
from bookanalysis.evaluation.figures import BCubed, Counts, Share
from bookanalysis.evaluation.gold import FEWEST_MENTIONS
from bookanalysis.evaluation.matching import Alignment
from bookanalysis.evaluation.prediction import Prediction
from bookanalysis.evaluation.relations import relations_found

Figure = float | int | None
"""A share from 0 to 1, or a count; None is a share of nothing."""
COUNTED = frozenset(
    ("duplicates", "over_merged", "distractors", "spurious", "dropped_names", "dropped_facts", "gaps")
)
"""Figures that are better when lower; shares are better when higher."""
DIGITS = 4
_BAND_ENDS = (5, 20)


@dataclass(frozen=True, slots=True)
class Score:
    """Sums over books are micro averages: every character, name and pair weighs the same."""

    characters: Counts
    mentions: Share
    aliases: BCubed
    roles: Share
    pairs: Counts
    typed: Counts
    rare_band: Share
    middle_band: Share
    frequent_band: Share
    duplicates: int
    over_merged: int
    distractors: int
    spurious: int
    dropped_names: int
    dropped_facts: int
    gaps: int

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


def score(alignment: Alignment, prediction: Prediction) -> Score:
    pairs, typed = relations_found(alignment, prediction)
    return Score(
        characters=characters_found(alignment),
        mentions=mentions_found(alignment),
        aliases=b_cubed(alignment),
        roles=roles_right(alignment),
        pairs=pairs,
        typed=typed,
        rare_band=found_in_band(alignment, FEWEST_MENTIONS, _BAND_ENDS[0]),
        middle_band=found_in_band(alignment, _BAND_ENDS[0] + 1, _BAND_ENDS[1]),
        frequent_band=found_in_band(alignment, _BAND_ENDS[1] + 1, inf),
        duplicates=len(alignment.duplicates),
        over_merged=len(alignment.over_merged),
        distractors=len(alignment.distractors),
        spurious=len(alignment.spurious),
        dropped_names=prediction.dropped_names,
        dropped_facts=prediction.dropped_facts,
        gaps=prediction.gaps,
    )


def figures_of(score: Score) -> dict[str, Figure]:
    """The figures by name, rounded."""
    return _rounded(
        {
            "precision": score.characters.precision,
            "recall": score.characters.recall,
            "f1": score.characters.f1,
            "mention_weighted_recall": score.mentions.value,
            "b_cubed_f1": score.aliases.f1,
            "role_accuracy": score.roles.value,
            "pair_precision": score.pairs.precision,
            "pair_recall": score.pairs.recall,
            "pair_f1": score.pairs.f1,
            "typed_pair_f1": score.typed.f1,
            "recall_3_to_5": score.rare_band.value,
            "recall_6_to_20": score.middle_band.value,
            "recall_21_up": score.frequent_band.value,
            "duplicates": score.duplicates,
            "over_merged": score.over_merged,
            "distractors": score.distractors,
            "spurious": score.spurious,
            "dropped_names": score.dropped_names,
            "dropped_facts": score.dropped_facts,
            "gaps": score.gaps,
        }
    )


def figures_together(scores: Sequence[Score]) -> dict[str, Figure]:
    """The micro averages and sums, and the mean of the books' B-cubed. Of no book, nothing."""
    if not scores:
        return {}
    b_cubed_of_books = [score.aliases.f1 for score in scores if score.aliases.f1 is not None]
    mean = {"b_cubed_mean_f1": fmean(b_cubed_of_books) if b_cubed_of_books else None}
    return figures_of(reduce(Score.__add__, scores)) | _rounded(mean)


def _rounded(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    return {
        name: round(figure, DIGITS) if isinstance(figure, float) else figure
        for name, figure in figures.items()
    }
