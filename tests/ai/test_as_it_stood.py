"""A book cut at a chunk is the book that ends there: nothing is known from behind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bookanalysis.ai.characters import Characters
from bookanalysis.ai.identity import Cast, FoundPerson
from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.ai.readers.offline import OfflineReader
from bookanalysis.ai.store import Chunk, ChunkReading
from bookanalysis.ai.workflow import Run, read_book
from bookanalysis.export import export_book
from bookanalysis.fold import fold_book
from bookanalysis.joins import Join, merges_of
from bookanalysis.profile import Fact, FactKind
from tests import told_later
from tests.ai.books import publication, read

NAMES = ["رائد", "غسان", "سهيل", "منذر", "هيثم", "رشدان"]
"""No two of them may be one person's by the rules."""
HERE = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)
TOLD = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(NAMES), st.integers(0, 3)), max_size=2)
CHAPTERS = st.lists(st.tuples(HERE, TOLD), min_size=1, max_size=6)


def store_of(chapters) -> MemoryStore:
    """Chunk by chunk: who is named, and whom it ties to whom or calls by what name besides."""
    store, cast, characters = MemoryStore(publication()), Cast(), Characters()
    store.save_chunks([Chunk(n, n, "", "", 100 * n, 100 * n + 90) for n in range(1, len(chapters) + 1)])
    for number, (names, told) in enumerate(chapters, 1):
        persons = [FoundPerson(name, ((10 * n, 10 * n + 4, name),)) for n, name in enumerate(names)]
        met = cast.meet(number, persons)
        keys = [appearance.character for appearance in met]
        facts = [fact for appearance in met for fact in appearance.facts]
        for place, alias, other in told:
            who, whom = keys[place % len(keys)], keys[other % len(keys)]
            facts.append(Fact(number, 50, 54, who, FactKind.ALIAS, "", alias, alias))
            if who != whom:
                facts.append(Fact(number, 60, 64, who, FactKind.RELATIONSHIP, "friend", "صديق", "صديق", whom))
        store.commit_chunk(
            ChunkReading(
                number,
                mentions={each.character: each.spans for each in met},
                facts=sorted(set(facts)),
                confidence={each.character: each.confidence for each in met},
            )
        )
        characters.meet(met, facts)
    characters.link_aliases(cast)
    store.finish(cast.joins)
    return store


@given(CHAPTERS)
@settings(max_examples=200, deadline=None)
def test_cut_at_any_chunk_a_book_is_as_if_it_ended_there(chapters):
    whole = store_of(chapters)

    for last in range(1, len(chapters) + 1):
        ended = store_of(chapters[:last])
        cut = whole.record("scripted", last)
        assert export_book(cut) == export_book(ended.record("scripted"))
        assert fold_book(cut) == fold_book(ended.record("scripted"))


@given(CHAPTERS)
@settings(max_examples=100, deadline=None)
def test_at_its_last_chunk_and_behind_a_book_is_whole(chapters):
    store = store_of(chapters)

    for last in (len(chapters), len(chapters) + 5):
        assert fold_book(store.record("scripted", last)) == fold_book(store.record("scripted"))


@pytest.mark.parametrize("last", range(1, told_later.LAST + 1))
def test_a_whole_reading_cut_at_a_chunk_is_the_reading_of_the_book_to_there(last):
    whole, ended = (
        MemoryStore(publication(told_later.CHAPTERS)),
        MemoryStore(publication(told_later.CHAPTERS[:last])),
    )

    read(whole, told_later.reader())
    read(ended, told_later.reader())

    assert export_book(whole.record("scripted", last)) == export_book(ended.record("scripted"))


def test_an_alias_joins_from_the_chunk_on_that_has_both_it_and_the_name():
    early = store_of([(["رائد"], [(0, "غسان", 0)]), (["سهيل"], []), (["غسان"], [])])
    late = store_of([(["غسان"], []), (["رائد"], []), (["رائد"], [(0, "غسان", 0)])])

    assert early.joins == (Join("c3", "c1", 3),)
    assert late.joins == (Join("c2", "c1", 3),)


def test_what_is_told_twice_is_known_from_the_first_time_on():
    cast = Cast()
    for number, name in enumerate(["رائد", "غسان", "سهيل"], 1):
        cast.meet(number, [FoundPerson(name, ((0, 4, name),))])

    cast.link("c1", "c2", 40)
    cast.link("c3", "c2", 20)
    cast.link("c2", "c1", 10)

    assert cast.joins == [Join("c2", "c1", 10), Join("c3", "c1", 20)]


def test_of_three_the_last_two_are_one_before_the_first_is():
    cast = Cast()
    for number, name in enumerate(["رائد", "غسان", "سهيل"], 1):
        cast.meet(number, [FoundPerson(name, ((0, 4, name),))])

    cast.link("c1", "c2", 40)
    cast.link("c3", "c2", 20)

    assert merges_of(cast.joins, 20) == {"c3": "c2"}
    assert merges_of(cast.joins, 40) == {"c2": "c1", "c3": "c1"}


def test_the_offline_reader_too_keeps_two_apart_until_they_are_told_to_be_one():
    chapters = (
        "جاء غسان إلى السوق صباحا. قال غسان: صباح الخير. ثم جلس غسان قرب الباب ينتظر.",
        "في المدينة عاش سهيل وحيدا. قال سهيل: لا أحد يعرفني. وخرج سهيل يمشي على الشاطئ حتى الغروب.",
        "وفي المساء جاء غسان الملقب بسهيل. عرفه الناس كلهم، وصاحت النساء من فرح. ثم نام غسان.",
    )
    store = MemoryStore(publication(chapters))

    list(read_book(Run(OfflineReader(), store)))

    known = [fold_book(store.record("offline", last)).characters.values() for last in (1, 2, 3)]
    assert [[each.name for each in characters] for characters in known] == [
        ["غسان"],
        ["غسان", "سهيل"],
        ["غسان"],
    ]
    assert [each.profile["aliases"] for each in known[2]] == [["سهيل"]]
