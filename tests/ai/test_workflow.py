"""The whole way through the graph, with a reader that answers from a script."""

import json
import threading
import time
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

import bookanalysis.ai
from bookanalysis.ai.analyst.graph import build_passage_graph
from bookanalysis.ai.answers import UnreadPart
from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.ai.readers import Passage
from bookanalysis.ai.store import ChunkReading
from bookanalysis.ai.workflow import Options, Run, build_book_graph, read_book
from bookanalysis.errors import ChunkUnreadable
from bookanalysis.joins import Join
from bookanalysis.profile import FactKind
from tests.ai.books import CHAPTERS, FACTS, PERSONS, export_of, publication, read, reader
from tests.ai.scripted_reader import ScriptedReader

NODES = sorted({*build_book_graph().nodes, *build_passage_graph().nodes} - {"__start__"})


class Killed(Exception):
    """Stands for a process that dies."""


def test_every_node_is_a_file_of_its_name_and_every_file_a_node():
    folder = Path(bookanalysis.ai.__file__).parent
    files = [
        path.stem
        for part in ("validator", "preprocessor", "analyst")
        for path in (folder / part).glob("*.py")
        if path.stem not in ("__init__", "graph")
    ]

    assert sorted([*files, "name_extractor"]) == NODES
    assert (folder / "name_extractor.py").is_file()


@pytest.mark.parametrize("concurrency", [2, 3, 8])
def test_the_result_is_the_same_for_every_concurrency(concurrency):
    one, many = MemoryStore(publication()), MemoryStore(publication())

    read(one, concurrency=1)
    read(many, concurrency=concurrency)

    assert export_of(many) == export_of(one)
    assert "الدكتور رائد" in export_of(one)


@pytest.mark.parametrize("node", NODES)
def test_a_run_killed_after_any_node_is_finished_by_the_next(node):
    undisturbed, store = MemoryStore(publication()), CountingStore(publication())
    read(undisturbed)

    with pytest.raises(Killed):
        for progress in read_book(Run(reader(), store, Options(concurrency=2))):
            if progress.stage == node:
                raise Killed
    read(store)

    assert export_of(store) == export_of(undisturbed)
    assert store.written == sorted(set(store.written))


@pytest.mark.parametrize("question", ["list_names", "summarize", "confirm_names", "describe"])
def test_a_run_killed_at_any_question_is_finished_by_the_next(question):
    undisturbed, store = MemoryStore(publication()), CountingStore(publication())
    read(undisturbed)

    def die(asked: str, passage: Passage) -> None:
        if asked == question and passage.number == 4:
            raise Killed

    with pytest.raises(Killed):
        read(store, reader(before=die), concurrency=2)
    was_written = list(store.written)
    read(store)

    assert was_written == [1, 2, 3]
    assert export_of(store) == export_of(undisturbed)
    assert store.written == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("chunk", range(1, len(CHAPTERS) + 1))
def test_a_run_killed_right_before_or_after_a_commit_writes_no_chunk_twice(chunk):
    undisturbed, before, after = (
        MemoryStore(publication()),
        CountingStore(publication()),
        CountingStore(publication()),
    )
    read(undisturbed)

    before.dies_before = chunk
    after.dies_after = chunk
    for store in (before, after):
        with pytest.raises(Killed):
            read(store)
        store.dies_before = store.dies_after = None
        read(store)

        assert export_of(store) == export_of(undisturbed)
        assert store.written == sorted(set(store.written))


def test_a_chunk_that_was_committed_before_is_not_told_again():
    store = MemoryStore(publication())
    read(store)

    again = read(store)

    assert [progress for progress in again if progress.stage == "chunk_updater" and progress.results] == []
    assert again[-1].percent == 100


def test_commits_happen_in_chunk_order_in_the_thread_that_asks_for_progress():
    store = CountingStore(publication())

    read(store, concurrency=8)

    assert store.written == [1, 2, 3, 4, 5, 6, 7]
    assert set(store.threads) == {threading.current_thread()}


def test_every_committed_chunk_is_told_with_the_characters_that_are_new():
    told = [p for p in read(MemoryStore(publication()), concurrency=8) if p.stage == "chunk_updater"]

    assert [progress.chunk_num for progress in told] == [1, 2, 3, 4, 5, 6, 7]
    assert [list(progress.results["new_characters"].values()) for progress in told] == [
        ["سالم"],
        ["هند"],
        [],
        ["الطبيب", "الدكتور رائد"],
        [],
        [],
        [],
    ]


@pytest.mark.parametrize("concurrency", [1, 3, 8])
def test_the_percentage_never_falls_and_ends_at_100(concurrency):
    percents = [progress.percent for progress in read(MemoryStore(publication()), concurrency=concurrency)]

    assert all(before <= after for before, after in pairwise(percents))
    assert percents[-1] == 100
    assert percents.count(100) == 1


def test_the_steps_are_told_in_the_order_of_the_graph():
    stages = [progress.stage for progress in read(MemoryStore(publication(CHAPTERS[:1])))]

    assert stages == [
        "language_checker",
        "text_quality_assessor",
        "text_classifier",
        "name_extractor",
        "chunker",
        "cleaner",
        "metadata_remover",
        "first_name_querier",
        "summarizer",
        "second_name_querier",
        "profile_retriever_creator",
        "profile_refresher",
        "chunk_updater",
    ]


def test_the_whole_book_is_prepared_once():
    scripted = reader()

    read(MemoryStore(publication()), scripted, concurrency=8)

    assert scripted.asked.count("prepare") == 1


def test_a_chunk_without_names_is_asked_nothing_more():
    scripted = reader()

    read(MemoryStore(publication()), scripted)

    assert [question for question in scripted.asked if question.endswith(" 3")] == ["list_names 3"]


def test_a_book_without_any_name_is_read_to_its_end():
    store = MemoryStore(publication())

    progress = read(store, reader(persons={}))

    assert progress[-1].percent == 100
    assert sorted(store.readings) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("question", ["list_names", "summarize", "confirm_names", "describe"])
@pytest.mark.parametrize("concurrency", [1, 8])
def test_a_chunk_that_cannot_be_read_is_a_named_gap_and_the_book_goes_on(question, concurrency):
    def refuse(asked: str, passage: Passage) -> None:
        if asked == question and passage.number in (2, 5):
            raise ChunkUnreadable("SAFETY")

    store = MemoryStore(publication())

    read(store, reader(before=refuse), concurrency)

    assert [n for n, reading in sorted(store.readings.items()) if reading.gap == "SAFETY"] == [2, 5]
    assert sorted(store.readings) == [1, 2, 3, 4, 5, 6, 7]


def test_short_chunks_asked_about_together_give_the_same_characters_for_fewer_questions():
    alone, together = reader(), reader(words_at_once=60)
    one, other = MemoryStore(publication()), MemoryStore(publication())

    read(one, alone)
    read(other, together)

    for found in ("characters", "relationships"):
        assert json.loads(export_of(other))[found] == json.loads(export_of(one))[found]
    assert len(together.asked) < 0.8 * len(alone.asked)


def test_a_passage_that_cannot_be_read_is_a_gap_in_each_of_its_chunks():
    def refuse(asked: str, passage: Passage) -> None:
        if passage.number == 1:
            raise ChunkUnreadable("SAFETY")

    store = MemoryStore(publication())

    read(store, reader(before=refuse, words_at_once=60))

    assert [n for n, reading in sorted(store.readings.items()) if reading.gap] == [1, 2, 3]


def test_of_a_passage_only_the_unread_part_is_a_gap():
    class Blinking(ScriptedReader):
        def list_names(self, passage):
            names = super().list_names(passage)
            return names.model_copy(update={"unread": [UnreadPart(part=2, reason="SAFETY")]})

    store = MemoryStore(publication())

    read(store, Blinking(PERSONS, FACTS, words_at_once=1000))

    assert [(n, reading.gap) for n, reading in sorted(store.readings.items()) if reading.gap] == [
        (2, "SAFETY")
    ]


def test_names_stand_where_a_later_question_finds_no_answer():
    def refuse(asked: str, passage: Passage) -> None:
        if asked == "confirm_names":
            raise ChunkUnreadable("RECITATION")

    store = MemoryStore(publication())

    read(store, reader(before=refuse))

    assert len(store.record("scripted").characters) == 3
    assert store.readings[1].gap == "RECITATION"
    assert any(fact.kind is FactKind.PHYSICAL for fact in store.readings[1].facts)


@pytest.mark.parametrize("seed", range(4))
def test_the_result_is_the_same_whichever_answer_comes_first(seed):
    chance = Random(seed)
    undisturbed, store = MemoryStore(publication()), MemoryStore(publication())
    read(undisturbed, concurrency=1)

    read(store, reader(before=lambda *_: time.sleep(chance.random() / 50)), concurrency=8)

    assert export_of(store) == export_of(undisturbed)


def test_no_more_questions_are_asked_at_once_than_allowed():
    lock, asked_now, most = threading.Lock(), [0], [0]

    class Counting(ScriptedReader):
        def _ask(self, question, passage):
            with lock:
                asked_now[0] += 1
                most[0] = max(most[0], asked_now[0])
            super()._ask(question, passage)
            with lock:
                asked_now[0] -= 1

    read(MemoryStore(publication()), Counting(PERSONS, FACTS, delay=0.02), concurrency=3)

    assert most == [3]


def test_an_alias_that_is_another_characters_name_joins_the_two():
    store = MemoryStore(publication())

    read(store)
    joined = store.record("scripted").characters

    assert store.joins == (Join("c4", "c3", 4),)
    assert [character.key for character in joined] == ["c1", "c2", "c3"]


def test_passages_are_asked_about_at_the_same_time():
    together = threading.Barrier(4, timeout=10)

    def meet(question: str, passage: Passage) -> None:
        if question == "list_names" and passage.number <= 4:
            together.wait()

    read(MemoryStore(publication()), reader(before=meet), concurrency=4)

    assert not together.broken


class CountingStore(MemoryStore):
    """Notes each chunk that is really written, and may die around a commit."""

    def __init__(self, *args):
        super().__init__(*args)
        self.written = []
        self.threads = []
        self.dies_before = self.dies_after = None

    def commit_chunk(self, reading: ChunkReading) -> bool:
        if reading.number == self.dies_before:
            raise Killed
        is_new = super().commit_chunk(reading)
        if is_new:
            self.written.append(reading.number)
            self.threads.append(threading.current_thread())
        if reading.number == self.dies_after:
            raise Killed
        return is_new
