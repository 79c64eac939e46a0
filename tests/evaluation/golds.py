"""A village of our own, and readings of it, good and bad."""

from bookanalysis.evaluation import Gold, Prediction, align, figures_of, score
from bookanalysis.evaluation.gold import GoldCharacter, GoldRelationship, OptionalFigure
from bookanalysis.evaluation.prediction import PredictedCharacter, PredictedRelationship
from bookanalysis.profile import RelationshipType, Role


def person(name, mentions, *aliases, role=Role.MINOR, role_ok=()):
    return GoldCharacter(name, mentions, aliases, role, frozenset(role_ok))


def link(a, b, kind, *others, optional=False):
    return GoldRelationship(
        a, b, RelationshipType(kind), frozenset(map(RelationshipType, others)), optional=optional
    )


VILLAGE = Gold(
    title="ليالي القرية",
    characters=(
        person("سالم", 60, "أبو نادر", "سالم الصياد", role=Role.MAIN),
        person("هند", 30, "أم نادر", role=Role.MAIN, role_ok=(Role.MAIN, Role.SECONDARY)),
        person("الشيخ حسان", 12, "حسان", role=Role.SECONDARY),
        person("رائد بك", 6, "الطبيب رائد"),
        person("جابر", 3),
        person("ليلى", 1),
    ),
    optional_characters=(OptionalFigure("راعي الغنم", ("الراعي",)), OptionalFigure("السيدة كوثر")),
    distractors=("عنترة",),
    relationships=(
        link("سالم", "هند", "family", "romantic"),
        link("الشيخ حسان", "سالم", "mentor"),
        link("رائد بك", "هند", "friend"),
        link("ليلى", "هند", "family"),
        link("سالم", "جابر", "enemy", optional=True),
    ),
)


def said(name, *aliases, role=Role.MINOR, mentions=0):
    return PredictedCharacter(name, aliases, role, mentions)


def linked(a, b, kind):
    return PredictedRelationship(a, b, RelationshipType(kind))


def reading(*characters, links=()):
    return Prediction(characters, tuple(links))


def scored(prediction, gold=VILLAGE):
    return score(align(gold, prediction.characters), prediction)


def figures(prediction, gold=VILLAGE):
    return figures_of(scored(prediction, gold))


def perfect(gold):
    """The reading that says what the gold says."""
    return reading(
        *(said(one.name, *one.aliases, role=one.role or Role.MINOR) for one in gold.characters),
        links=[linked(one.a, one.b, one.type) for one in gold.relationships if not one.optional],
    )
