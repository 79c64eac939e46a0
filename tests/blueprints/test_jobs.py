import pytest

from tests.rows import add_book, add_job
from tests.visitor import data_of

RESULT = {
    "chunks": 3,
    "read": 2,
    "gaps": [{"chunk": 2, "reason": "SAFETY"}],
    "dropped": {"mentions": 4, "facts": 1},
    "characters": 2,
    "relationships": 1,
}
USAGE = {
    "calls": 3,
    "input_tokens": 2000,
    "output_tokens": 150,
    "cost_usd": 0.000975,
    "by_question": {"describe": {"calls": 3, "input_tokens": 2000, "output_tokens": 150}},
}


@pytest.mark.parametrize(
    ("result", "usage"),
    [(RESULT, USAGE), ({"dropped": {"mentions": 4, "facts": 1}}, None), (None, None)],
    ids=["completed", "running", "new"],
)
def test_a_job_shows_what_was_read_and_what_it_cost(amina, arrange, result, usage):
    job = arrange(lambda: add_job(amina.user, add_book(amina.user), result=result, usage=usage))

    shown = data_of(amina.get(f"/api/jobs/{job.id}/"))

    assert shown["result"] == result
    assert shown["usage"] == usage


def test_the_api_describes_what_a_job_shows(stranger):
    schemas = stranger.get("/api/openapi.json").json["components"]["schemas"]

    assert schemas["Result"]["properties"].keys() == RESULT.keys()
    assert schemas["Usage"]["properties"].keys() == USAGE.keys()
