"""What holds for any names: order, repetition, spelling and merging."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bookanalysis.ai.identity import Cast, FoundPerson
from bookanalysis.ai.identity.name_gender import gender_of_name
from bookanalysis.ai.identity.name_rules import may_be_one
from bookanalysis.ai.identity.unions import Unions
from bookanalysis.arabic.names import parse_name
from bookanalysis.joins import merges_of

FIRST = st.sampled_from(["منذر", "رائد", "لميس", "غسان", "سهيل", "عبد الرحيم"])
LAST = st.sampled_from(["", " الحمصي", " البصري", " بن رشد", " بنت رشد", " بك", " هانم"])
TITLE = st.sampled_from(["", "", "", "الأمير ", "السيدة ", "الدكتور ", "أبو ", "أم "])
NAMES = st.builds(lambda title, first, last: title + first + last, TITLE, FIRST, LAST)
CHUNKS = st.lists(st.lists(NAMES, min_size=1, max_size=5), min_size=1, max_size=5)
LINKS = st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=12)


def persons_of(names: list[str]) -> list[FoundPerson]:
    """Each name once, at a place of its own."""
    return [
        FoundPerson(name, ((20 * place, 20 * place + len(name), name),)) for place, name in enumerate(names)
    ]


def read(chunks: list[list[FoundPerson]]) -> list[dict[tuple[int, int], str]]:
    cast = Cast()
    return [
        {span: seen.character for seen in cast.meet(number, chunk) for span in seen.spans}
        for number, chunk in enumerate(chunks, 1)
    ]


@given(CHUNKS, st.randoms(use_true_random=False))
def test_the_order_of_the_persons_of_a_chunk_does_not_matter(chunks, random):
    in_order = [persons_of(names) for names in chunks]
    shuffled = [random.sample(persons, len(persons)) for persons in in_order]

    assert read(in_order) == read(shuffled)


@given(CHUNKS)
def test_reading_the_same_again_finds_nobody_new(chunks):
    found = [persons_of(names) for names in chunks]
    cast = Cast()
    for number, persons in enumerate(found, 1):
        cast.meet(number, persons)
    last = cast.meet(len(found), found[-1])
    again = cast.meet(len(found), found[-1])

    assert [(seen.character, seen.spans) for seen in last] == [(seen.character, seen.spans) for seen in again]
    assert all(seen.facts == () for seen in again)


@given(NAMES)
def test_a_name_in_another_spelling_is_the_same_person(name):
    variants = [
        name,
        name.replace("أ", "ا"),
        "".join(letter + "َ" if letter != " " else letter for letter in name),
        name.replace("ي", "ى"),
    ]

    assert (
        len({key for chunk in read([persons_of([each]) for each in variants]) for key in chunk.values()}) == 1
    )


@given(NAMES, NAMES)
def test_the_rules_do_not_care_which_name_came_first(one, other):
    first, second = parse_name(one), parse_name(other)

    assert may_be_one(first, [second]) == may_be_one(second, [first])


@given(NAMES)
def test_a_name_fits_itself(name):
    assert may_be_one(parse_name(name), [parse_name(name)])


@given(CHUNKS)
def test_no_character_bears_names_of_a_man_and_of_a_woman(chunks):
    cast = Cast()
    named: dict[str, set[str | None]] = {}
    for number, names in enumerate(chunks, 1):
        for seen in cast.meet(number, persons_of(names)):
            forms = {gender_of_name(parse_name(fact.value)) for fact in seen.facts}
            named.setdefault(seen.character, set()).update(forms)

    assert not any({"female", "male"} <= genders for genders in named.values())


@given(LINKS, st.lists(st.sampled_from(["female", "male", None]), min_size=8, max_size=8))
@settings(max_examples=200)
def test_linking_never_joins_a_man_and_a_woman(links, genders):
    cast = Cast()
    firsts = ["رائد", "لميس", "غسان", "سهيل", "رشدان", "ميسون", "منذر", "هيثم"]
    for number, name in enumerate(firsts, 1):
        cast.meet(number, persons_of([name]))
    for number, gender in enumerate(genders, 1):
        if gender:
            cast.tell_gender(f"c{number}", gender)

    for one, other in links:
        cast.link(f"c{one}", f"c{other}", 1)

    merges = merges_of(cast.joins)
    joined: dict[str, set[str | None]] = {}
    for number, gender in enumerate(genders, 1):
        joined.setdefault(merges.get(f"c{number}", f"c{number}"), set()).add(gender)
    assert not any({"female", "male"} <= together for together in joined.values())


@given(LINKS, LINKS)
def test_joining_is_an_equivalence_that_respects_what_is_apart(links, apart):
    unions = Unions(int)
    for one, other in apart:
        unions.part(str(one), str(other))

    for one, other in links:
        unions.join(str(one), str(other), 1)

    keys = [str(number) for number in range(1, 9)]
    for key in keys:
        root = unions.root(key)
        assert unions.root(root) == root
        assert int(root) <= int(key)
        assert sorted(unions.members(key)) == [each for each in keys if unions.root(each) == root]
    assert all(unions.root(str(one)) != unions.root(str(other)) for one, other in apart if one != other)


@given(LINKS)
def test_joining_twice_changes_nothing(links):
    unions = Unions(int)
    for one, other in links:
        unions.join(str(one), str(other), 1)
    before = merges_of(unions.joins)

    for one, other in reversed(links):
        unions.join(str(other), str(one), 1)

    assert merges_of(unions.joins) == before
