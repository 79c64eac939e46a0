"""Words between two names tie them."""

from bookanalysis.ai.readers.offline.whole_book import look_through
from bookanalysis.profile import RelationshipType
from tests.ai.readers.offline.story import passage_of

INTRODUCTION = (
    "قال سليم: «تعالي يا سلمى.» فقالت سلمى: «إني هنا يا سليم.» ثم سأل سليم: «أين محمود؟»\n"
    "قالت سلمى: «خرج محمود مع سعاد.» وضحك سليم، وقال محمود: «أنا هنا.»\n"
    "نظرت سعاد إلى أحد الجدران، ثم قالت سعاد: «لم يخرج محمود.» فسكت محمود وسكتت سعاد.\n"
)


def ties_of(tables, story: str) -> dict[frozenset[str], set[RelationshipType]]:
    """What ties each two persons of a story that follows the introduction on a far page."""
    distance = "مر الوقت ببطء شديد في تلك البلاد البعيدة.\n" * 12
    book = look_through([passage_of(1, INTRODUCTION + distance + story)], tables)
    ties: dict[frozenset[str], set[RelationshipType]] = {}
    for tie in book.ties.get(1, ()):
        pair = frozenset((book.known[tie.a].name, book.known[tie.b].name))
        ties.setdefault(pair, set()).add(tie.type)
    return ties


def test_a_kin_word_before_a_name_ties_it_to_the_name_before(tables):
    ties = ties_of(tables, "جاءت سلمى أخت محمود إلى الدار.")

    assert ties[frozenset(("سلمى", "محمود"))] == {RelationshipType.FAMILY}


def test_a_kin_word_with_a_pronoun_ties_to_the_one_named_before(tables):
    ties = ties_of(tables, "خرج سليم مسرعا ومعه صديقه محمود.")

    assert ties[frozenset(("سليم", "محمود"))] == {RelationshipType.FRIEND}


def test_a_kin_word_ties_nobody_across_the_end_of_a_sentence(tables):
    ties = ties_of(tables, "خرج سليم مع أخته. محمود نائم.")

    assert RelationshipType.FAMILY not in ties[frozenset(("سليم", "محمود"))]


def test_two_who_are_often_together_are_tied_without_a_type(tables):
    assert ties_of(tables, "")[frozenset(("محمود", "سعاد"))] == {RelationshipType.OTHER}
