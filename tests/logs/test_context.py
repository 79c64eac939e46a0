import asyncio
from contextvars import copy_context
from threading import Barrier, Thread

from bookanalysis.logs.context import begin, carried, note, noted, noting


def apart(function):
    """In a context of its own, as each request and job is."""
    return copy_context().run(function)


def test_after_a_piece_of_work_all_is_as_before():
    def work():
        begin(request_id="r")
        with noting(job_id="j"):
            note(book_id="b")
            inside = dict(noted())
        return inside, dict(noted())

    assert apart(work) == ({"request_id": "r", "job_id": "j", "book_id": "b"}, {"request_id": "r"})


def test_something_new_knows_nothing_of_the_old():
    def work():
        begin(request_id="r", user_id="u")
        begin(request_id="s")
        return dict(noted())

    assert apart(work) == {"request_id": "s"}


def test_threads_do_not_see_each_others_notes():
    both, seen = Barrier(2), {}

    def work(name):
        begin(request_id=name)
        both.wait(5)
        seen[name] = dict(noted())

    threads = [Thread(target=work, args=(name,)) for name in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == {"a": {"request_id": "a"}, "b": {"request_id": "b"}}


def test_coroutines_do_not_see_each_others_notes():
    async def work(name):
        begin(request_id=name)
        await asyncio.sleep(0)
        return noted()["request_id"]

    async def both():
        return await asyncio.gather(work("a"), work("b"))

    assert asyncio.run(both()) == ["a", "b"]


def test_the_request_travels_with_its_work_and_nothing_else_does():
    def work():
        begin(request_id="r", user_id="u", account="a***@example.org")
        return carried()

    assert apart(work) == {"request_id": "r"}
    assert apart(lambda: (begin(), carried())[1]) == {}
