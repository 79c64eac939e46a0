"""What a join has rewritten can be taken back, whatever was joined."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.joins import (
    Dropped,
    Join,
    Sighting,
    characters_of,
    facts_apart,
    facts_to_remember,
    merges_of,
    sightings_apart,
)
from bookanalysis.profile import Fact, FactKind, merged

KEYS = ["c1", "c2", "c3", "c4", "c5"]
CHUNKS = st.integers(1, 3)
SPANS = st.lists(st.sampled_from([(0, 3), (4, 7), (8, 11)]), min_size=1, max_size=3).map(sorted)


@st.composite
def facts(draw):
    """Few values and places, so that characters often say the same."""
    who = draw(st.sampled_from(KEYS))
    other = draw(st.sampled_from(["", *KEYS]).filter(lambda key: key != who))
    kind = FactKind.RELATIONSHIP if other else draw(st.sampled_from([FactKind.NAME, FactKind.ALIAS]))
    return Fact(draw(CHUNKS), 0, 3, who, kind, "family" if other else "", "منذر", "منذر", other)


@st.composite
def joins(draw):
    """Each dropped key once, to a lower one that is not dropped earlier."""
    since: dict[str, int] = {}
    found = []
    for place in draw(st.lists(st.integers(1, 4), unique=True)):
        kept = KEYS[draw(st.integers(0, place - 1))]
        since[KEYS[place]] = draw(CHUNKS)
        found.append(Join(KEYS[place], kept, since[KEYS[place]]))
    return [join for join in found if join.chunk <= since.get(join.kept, join.chunk)]


SIGHTINGS = st.dictionaries(
    st.sampled_from(KEYS),
    st.dictionaries(CHUNKS, st.builds(Sighting, SPANS, st.sampled_from([0.5, 0.75])), min_size=1),
)


def test_a_chain_of_joins_leads_as_far_as_the_book_has_told():
    told = [Join("c3", "c2", 5), Join("c2", "c1", 40)]

    assert merges_of(told, 4) == {}
    assert merges_of(told, 10) == {"c3": "c2"}
    assert merges_of(told, 40) == merges_of(told) == {"c3": "c1", "c2": "c1"}


@given(st.sets(facts()), joins())
def test_facts_are_as_they_were_before_the_join(before, joined):
    merges = merges_of(joined)
    dropped = [Dropped(join, facts_to_remember(before, join.dropped, merges), {}) for join in joined]

    assert facts_apart(merged(before, merges), dropped) == before


@given(SIGHTINGS, joins())
def test_everyone_is_where_they_were_before_the_join(before, joined):
    merges = merges_of(joined)
    after = defaultdict(dict)
    for key in sorted(before):
        for number, seen in before[key].items():
            there = after[merges.get(key, key)].setdefault(number, Sighting([], seen.confidence))
            after[merges.get(key, key)][number] = Sighting([*there.spans, *seen.spans], there.confidence)
    dropped = [Dropped(join, (), before.get(join.dropped, {})) for join in joined]

    apart = sightings_apart(after, dropped)

    assert {key: by_chunk for key, by_chunk in apart.items() if by_chunk} == before


def test_who_is_joined_is_as_sure_as_the_surest_each_as_seen_last():
    seen = {
        "c1": {1: Sighting([(0, 3)], 0.9), 2: Sighting([(0, 3)], 0.6)},
        "c2": {1: Sighting([(4, 7)], 0.7)},
    }

    (joined,) = characters_of(seen, {"c2": "c1"})

    assert (joined.key, joined.confidence) == ("c1", 0.7)
    assert joined.mentions == {1: [(0, 3), (4, 7)], 2: [(0, 3)]}
