"""Passages are read ahead of their commits, and what goes wrong is raised where it belongs."""

from threading import Barrier, Event, Lock, Timer

import pytest

from bookanalysis.ai.read_ahead import ReadAhead
from bookanalysis.ai.turnstile import Turnstile


class Broken(Exception):
    """Stands for whatever a reading may raise."""


def test_the_steps_of_a_passage_come_in_order():
    with ReadAhead(lambda number: [f"first {number}", f"second {number}"], Turnstile(), 2) as ahead:
        steps = [list(ahead.steps_of(number, last=3)) for number in (1, 2, 3)]

    assert steps == [[f"first {number}", f"second {number}"] for number in (1, 2, 3)]


def test_as_many_as_allowed_are_under_way_and_no_more():
    together, lock, begun = Barrier(3, timeout=10), Lock(), []

    def read(number: int) -> list[str]:
        with lock:
            begun.append(number)
        if number <= 3:
            together.wait()
        return []

    with ReadAhead(read, Turnstile(), 3) as ahead:
        list(ahead.steps_of(1, last=9))

        assert sorted(begun) == [1, 2, 3]


def test_what_a_reading_raises_is_raised_when_its_passage_is_taken():
    def read(number: int) -> list[str]:
        if number == 2:
            raise Broken
        return ["read"]

    with ReadAhead(read, Turnstile(), 4) as ahead:
        assert list(ahead.steps_of(1, last=3)) == ["read"]
        with pytest.raises(Broken):
            list(ahead.steps_of(2, last=3))


def test_a_broken_reading_does_not_keep_those_behind_it_waiting():
    turns = Turnstile()

    def read(number: int) -> list[str]:
        if number == 1:
            raise Broken
        with turns.turn(number):
            return []

    with pytest.raises(Broken), ReadAhead(read, turns, 4) as ahead:
        list(ahead.steps_of(1, last=4))


def test_leaving_early_begins_nothing_new():
    may_go_on, begun = Event(), []

    def read(number: int) -> list[str]:
        begun.append(number)
        may_go_on.wait(10)
        return []

    with ReadAhead(read, Turnstile(), 1) as ahead:
        ahead._begin(1)
        ahead._begin(2)
        Timer(0.3, may_go_on.set).start()

    assert begun == [1]
