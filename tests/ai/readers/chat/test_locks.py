import threading
import time

from bookanalysis.ai.readers.chat.locks import LockByKey


def test_one_key_lets_one_in_and_another_key_another():
    locks, inside, most = LockByKey(), {"a": 0, "b": 0}, {"a": 0, "b": 0}

    def enter(key):
        with locks.hold(key):
            inside[key] += 1
            most[key] = max(most[key], inside[key])
            time.sleep(0.01)
            inside[key] -= 1

    threads = [threading.Thread(target=enter, args=(key,)) for key in "ab" * 5]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == {"a": 1, "b": 1}


def test_another_key_does_not_wait():
    locks = LockByKey()

    with locks.hold("a"), locks.hold("b"):
        pass


def test_a_lock_that_nobody_uses_is_gone():
    locks = LockByKey()

    with locks.hold("a"):
        pass

    assert locks._locks == {}
    assert not locks._users
