import pytest

from bookanalysis.ai.answers import DescribedFact, FactList, Mention
from bookanalysis.errors import ChunkUnreadable
from bookanalysis.jobs.process_book import process_book
from bookanalysis.profile import FactKind
from bookanalysis.services import coverage
from tests.jobs.test_process_book import PowerCut, let_the_lease_run_out

MADE_UP = DescribedFact(character=1, kind=FactKind.TRAIT, value="كريم", words="وكان كريما يهب ماله")


def unreadable(*numbers):
    def before(asked, passage):
        if asked == "list_names" and passage.number in numbers:
            raise ChunkUnreadable(reason="SAFETY")

    return before


@pytest.fixture
def inventive(monkeypatch, scripted):
    """A reader that also tells what the text does not say: of each chunk with names, a name and a trait."""
    list_names, describe = scripted.list_names, scripted.describe

    def with_a_name(passage):
        answer = list_names(passage)
        for person in answer.persons[:1]:
            person.mentions.append(Mention(text="شهرزاد"))
        return answer

    def with_a_trait(passage, characters):
        return FactList(facts=[*describe(passage, characters).facts, MADE_UP])

    monkeypatch.setattr(scripted, "list_names", with_a_name)
    monkeypatch.setattr(scripted, "describe", with_a_trait)
    return scripted


def test_a_part_that_cannot_be_read_is_a_gap_with_its_reason(job, fresh, scripted):
    scripted.before = unreadable(2, 5)

    process_book(str(job.id))

    result = fresh().result
    assert (result["chunks"], result["read"]) == (7, 5)
    assert result["gaps"] == [{"chunk": 2, "reason": "SAFETY"}, {"chunk": 5, "reason": "SAFETY"}]


def test_of_very_many_gaps_some_are_listed_and_all_are_counted(job, fresh, scripted, monkeypatch):
    monkeypatch.setattr(coverage, "MOST_GAPS", 2)
    scripted.before = unreadable(1, 2, 4, 5)

    process_book(str(job.id))

    assert [gap["chunk"] for gap in fresh().result["gaps"]] == [1, 2]
    assert fresh().result["chunks"] - fresh().result["read"] == 4


def test_names_and_facts_that_the_text_has_not_are_counted(job, fresh, inventive):
    process_book(str(job.id))

    assert fresh().result["dropped"] == {"mentions": 5, "facts": 5}


def test_a_resumed_run_counts_nothing_twice(job, fresh, inventive):
    def cut(asked, passage):
        if f"{asked} {passage.number}" == "describe 5":
            inventive.before = lambda asked, passage: None
            raise PowerCut

    inventive.before = cut
    with pytest.raises(PowerCut):
        process_book(str(job.id))
    let_the_lease_run_out(fresh())

    process_book(str(job.id))

    assert fresh().result["dropped"] == {"mentions": 5, "facts": 5}
    assert fresh().result["read"] == 7


def test_a_job_that_fails_tells_how_far_it_came(job, fresh, scripted, config_with):
    config_with(retry_delays=())

    def fail(asked, passage):
        if passage.number == 5:
            raise ConnectionError

    scripted.before = fail
    with pytest.raises(ConnectionError):
        process_book(str(job.id))

    assert (fresh().result["chunks"], fresh().result["read"]) == (7, 4)


def test_a_book_that_was_never_cut_has_no_result(job, fresh, scripted):
    scripted.kind = "philosophy"

    process_book(str(job.id))

    assert fresh().result is None
