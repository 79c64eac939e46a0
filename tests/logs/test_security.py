from bookanalysis.logs.security import traces_of


def test_an_address_leaves_a_trace_that_is_the_same_each_time_and_tells_nothing():
    first, again = traces_of("Amina@Example.org", "key"), traces_of("amina@example.org", "key")

    assert first == again
    assert first["account"] == "a***@example.org"
    assert len(first["account_hash"]) == 16


def test_traces_differ_by_account_and_by_key():
    hashes = {
        traces_of(address, key)["account_hash"]
        for address in ("amina@example.org", "anwar@example.org")
        for key in ("key", "another")
    }

    assert len(hashes) == 4


def test_what_is_no_address_leaves_a_trace_too():
    assert traces_of("\ud800 no address", "key")["account"].startswith("***@")
