"""What holds for every gold and every reading."""

from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.evaluation import Gold, Prediction, figures_of
from bookanalysis.evaluation.gold import GoldCharacter, GoldRelationship, OptionalFigure
from bookanalysis.evaluation.prediction import PredictedCharacter, PredictedRelationship
from bookanalysis.evaluation.scores import COUNTED
from bookanalysis.profile import RelationshipType, Role
from tests.evaluation.golds import VILLAGE, figures, perfect, scored

NAMES = ("سالم", "هند", "جابر", "ليلى", "نادر", "رائد", "حسان", "مريم", "يوسف", "كوثر", "طارق", "سعاد")
FORMS = ("{}", "الشيخ {}", "{} بك", "أم {}", "أبو {}")
ALL_NAMES = [form.format(name) for name in NAMES for form in FORMS]
roles = st.sampled_from(Role)
types = st.sampled_from(RelationshipType)


def cut(names):
    """The names dealt out into characters of one to three names each."""
    sizes = st.lists(st.integers(1, 3), min_size=1, max_size=6)
    return sizes.map(lambda sizes: [names[sum(sizes[:n]) : sum(sizes[: n + 1])] for n in range(len(sizes))])


@st.composite
def golds(draw):
    characters = tuple(
        GoldCharacter(first, draw(st.integers(1, 40)), tuple(aliases), draw(roles))
        for first, *aliases in draw(st.permutations(ALL_NAMES).flatmap(cut))
    )
    ends = st.sampled_from([character.name for character in characters])
    drawn = draw(st.lists(st.tuples(ends, ends, types), max_size=5))
    links = tuple(GoldRelationship(a, b, kind) for a, b, kind in drawn if a != b)
    return Gold("كتاب", characters, (OptionalFigure("الراعي"),), ("عنترة",), links)


predicted_characters = st.lists(
    st.builds(
        PredictedCharacter,
        name=st.sampled_from([*ALL_NAMES, "الراعي", "عنترة", "القاهرة"]),
        aliases=st.lists(st.sampled_from(ALL_NAMES), max_size=3).map(tuple),
        role=roles,
        mentions=st.integers(1, 9),
    ),
    max_size=8,
).map(tuple)
predicted_links = st.lists(
    st.builds(PredictedRelationship, a=st.sampled_from(ALL_NAMES), b=st.sampled_from(ALL_NAMES), type=types),
    max_size=6,
).map(tuple)
predictions = st.builds(Prediction, characters=predicted_characters, relationships=predicted_links)


@given(golds())
def test_saying_what_the_gold_says_is_perfect(gold):
    read = figures(perfect(gold), gold)

    assert {figure for name, figure in read.items() if name not in COUNTED} <= {1.0, None}
    assert {read[name] for name in COUNTED} == {0}
    assert read["f1"] == read["b_cubed_f1"] == read["role_accuracy"] == 1.0


@given(golds(), predictions)
def test_shares_are_shares(gold, prediction):
    read = figures(prediction, gold)

    assert all(
        figure is None or (figure >= 0 if name in COUNTED else 0 <= figure <= 1)
        for name, figure in read.items()
    )


@given(golds(), predictions, st.randoms(use_true_random=False))
def test_the_order_of_a_reading_changes_nothing(gold, prediction, random):
    characters, links = list(prediction.characters), list(prediction.relationships)
    random.shuffle(characters)
    random.shuffle(links)
    turned = [PredictedRelationship(link.b, link.a, link.type) for link in links]

    shuffled = Prediction(tuple(characters), tuple(turned))

    assert figures(shuffled, gold) == figures(prediction, gold)


@given(st.data())
def test_saying_someone_twice_never_raises_f1(data):
    """Of readings that join nobody: a copy of one that holds two persons may well find the second."""
    everybody = perfect(VILLAGE).characters
    some = data.draw(st.lists(st.sampled_from(everybody), min_size=1, unique=True))
    twice = data.draw(st.sampled_from(some))

    once = scored(Prediction(tuple(some)))
    again = scored(Prediction((*some, twice)))

    assert again.characters.f1 <= once.characters.f1
    assert again.duplicates == 1


@given(st.lists(predictions, min_size=2, max_size=3))
def test_together_counts_are_sums(readings):
    one_by_one = [scored(reading) for reading in readings]

    together = figures_of(sum(one_by_one[1:], start=one_by_one[0]))

    assert all(together[name] == sum(figures_of(score)[name] for score in one_by_one) for name in COUNTED)
