"""Pieces are whole sentences, of even size, and together the whole chapter."""

from hypothesis import example, given
from hypothesis import strategies as st

from bookanalysis.ai.preprocessor.chunker import cut
from bookanalysis.arabic import sentences

WORDS = st.sampled_from(["خرج", "سالم", "من", "الدار،", "عند", "الفجر؛", "ثم", "عاد"])
SENTENCE = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
TEXT = st.lists(st.tuples(SENTENCE, st.sampled_from([". ", "؟ ", "!\n", "\n\n", "… "])), max_size=40).map(
    lambda parts: "".join(sentence + end for sentence, end in parts)
)
LIMIT = st.integers(1, 60)


def sizes(text: str, limit: int) -> list[int]:
    return [len(text[start:end].split()) for start, end in cut(text, limit)]


@given(TEXT, LIMIT)
@example("", 5)
def test_no_word_is_lost_and_none_is_doubled(text, limit):
    pieces = [text[start:end] for start, end in cut(text, limit)]

    assert " ".join(pieces).split() == text.split()


@given(TEXT, LIMIT)
def test_no_piece_is_longer_than_the_limit(text, limit):
    assert all(0 < size <= limit for size in sizes(text, limit))


@given(TEXT, LIMIT)
def test_a_sentence_that_fits_is_never_cut(text, limit):
    pieces = cut(text, limit)

    for start, end in sentences(text):
        if len(text[start:end].split()) <= limit:
            assert sum(first <= start and end <= last for first, last in pieces) == 1


@given(st.integers(1, 200))
def test_pieces_of_equal_sentences_differ_by_one_sentence_at_most(num_of_sentences):
    text = "عاد سالم إلى الدار. " * num_of_sentences

    found = sizes(text, 40)

    assert max(found) - min(found) <= 4 * len(found)
    assert len(found) == -(-4 * num_of_sentences // 40)


def test_a_short_rest_is_shared_out():
    text = "عاد سالم إلى الدار. " * 755

    assert sizes(text, 3000) == [1512, 1508]


def test_a_sentence_longer_than_a_piece_is_cut_at_a_clause():
    text = "خرج سالم من الدار، ومشى في الطريق الطويل، حتى بلغ السوق"

    assert [text[start:end].strip() for start, end in cut(text, 6)] == [
        "خرج سالم من الدار،",
        "ومشى في الطريق الطويل،",
        "حتى بلغ السوق",
    ]


def test_a_clause_longer_than_a_piece_is_cut_at_a_space():
    assert sizes("كلمة " * 25, 10) == [10, 10, 5]
