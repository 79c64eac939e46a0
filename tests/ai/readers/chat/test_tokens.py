import pytest

from bookanalysis.ai.readers.chat.tokens import TokenMeter, estimated_tokens


@pytest.mark.parametrize(("text", "tokens"), [("", 0), ("abcd efg", 2), ("سلام", 2), ("كتاب كبير", 3)])
def test_letters_outside_ascii_weigh_more(text, tokens):
    assert estimated_tokens(text) == tokens


def test_the_estimate_is_corrected_by_what_the_service_counts():
    meter = TokenMeter()
    text = "خرج سالم من الدار. " * 100
    before = meter.estimate(text)

    meter.learn(text, counted=before * 2)
    meter.learn(text, counted=before)

    assert meter.ratio == pytest.approx(1.5)
    assert meter.estimate(text) == round(before * 1.5)


def test_a_count_that_cannot_be_spoils_nothing():
    meter = TokenMeter()

    meter.learn("نص قصير", counted=10**9)

    assert meter.ratio == 4
