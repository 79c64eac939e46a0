"""Threads go through in the order of their numbers."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from bookanalysis.ai.turnstile import TurnNeverComes, Turnstile


@pytest.mark.parametrize("seed", range(5))
def test_turns_come_in_order_whoever_comes_first(seed):
    turns, order = Turnstile(), []
    numbers = list(range(1, 21))
    Random(seed).shuffle(numbers)

    def take(number: int) -> None:
        with turns.turn(number):
            order.append(number)

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(take, numbers))

    assert order == sorted(numbers)


def test_who_leaves_the_queue_holds_nobody_up():
    turns = Turnstile()
    turns.leave(2)
    turns.leave(1)
    turns.leave(1)

    with turns.turn(3):
        passed = True

    assert passed


def test_a_turn_behind_a_bar_never_comes():
    turns = Turnstile()
    turns.bar(2)

    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(lambda: turns.turn(3).__enter__())
        error = waiting.exception(timeout=5)

    assert isinstance(error, TurnNeverComes)


def test_a_bar_lets_those_before_it_through():
    turns = Turnstile()
    turns.bar(2)

    with turns.turn(1):
        passed = True

    assert passed
