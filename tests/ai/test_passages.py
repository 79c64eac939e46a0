"""Short chunks are asked about together; every chunk is in one passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.ai.even_groups import even_groups
from bookanalysis.ai.passages import part_with, passages_of
from tests.ai.passages import chunks_of, passage_of

SIZES = st.lists(st.integers(1, 30), max_size=30)


@given(SIZES, st.integers(0, 60))
def test_every_chunk_is_in_one_passage_at_its_place(sizes, words_at_once):
    chunks = chunks_of(*["كلمة " * size + "." for size in sizes])

    passages = passages_of(chunks, words_at_once)

    parts = [(passage, part) for passage in passages for part in passage.parts]
    assert [part.chunk for _, part in parts] == [chunk.number for chunk in chunks]
    assert [passage.text[part.start : part.end] for passage, part in parts] == [c.text for c in chunks]
    assert [passage.number for passage in passages] == list(range(1, len(passages) + 1))


@given(SIZES, st.integers(0, 60))
def test_a_passage_is_longer_than_allowed_only_if_it_is_one_chunk(sizes, words_at_once):
    passages = passages_of(chunks_of(*["كلمة " * size for size in sizes]), words_at_once)

    assert all(len(p.text.split()) <= words_at_once or len(p.parts) == 1 for p in passages)


def test_without_a_limit_each_chunk_is_alone():
    assert [len(passage.parts) for passage in passages_of(chunks_of("أ", "ب", "ج"), 0)] == [1, 1, 1]


def test_passages_are_even():
    chunks = chunks_of(*["كلمة " * 10] * 5)

    assert [len(passage.parts) for passage in passages_of(chunks, 40)] == [3, 2]


@given(SIZES, st.integers(1, 60))
def test_there_are_no_more_passages_than_if_they_were_half_full_or_as_few_as_can_be(sizes, words_at_once):
    passages = passages_of(chunks_of(*["كلمة " * size for size in sizes]), words_at_once)

    fewest = len(even_groups(sizes, words_at_once))
    assert len(passages) <= max(fewest, 2 * sum(sizes) / words_at_once)


def test_where_chunks_allow_it_passages_are_half_full_so_that_more_can_be_asked_at_once():
    chunks = chunks_of(*["كلمة " * 10] * 12)

    assert len(passages_of(chunks, 40)) == 6


@pytest.mark.parametrize(("span", "chunk"), [((0, 4), 1), ((6, 9), 2), ((2, 8), None), ((4, 6), None)])
def test_a_span_belongs_to_the_chunk_that_holds_it_whole(span, chunk):
    part = part_with(passage_of("أحمد", "علي"), span)

    assert (part.chunk if part else None) == chunk
