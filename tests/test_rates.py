import pytest

from bookanalysis.config import Config
from bookanalysis.errors import WrongSetting
from bookanalysis.rates import read_rates

HOUR = 60 * 60


def test_the_defaults_are_those_that_were_promised():
    promised = {
        "rate_anonymous": "100/hour",
        "rate_users": "1000/hour",
        "rate_uploads": "10/hour",
        "rate_password_resets": "5/hour",
        "rate_characters": "500/hour",
    }

    assert {name: getattr(Config(), name) for name in promised} == {
        name: read_rates(text) for name, text in promised.items()
    }


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("100/hour", [(100, HOUR)]),
        ("1 per second", [(1, 1)]),
        ("20 / 5 Minutes", [(20, 5 * 60)]),
        ("3/day", [(3, 24 * HOUR)]),
        ("10/minute; 100/hour", [(100, HOUR), (10, 60)]),
        ("none", []),
    ],
)
def test_rates_are_read_the_longest_window_first(text, rates):
    assert [(rate.amount, rate.get_expiry()) for rate in read_rates(text)] == rates


@pytest.mark.parametrize(
    "text",
    ["often", "100", "/hour", "-1/hour", "0/hour", "5/week", "5/hour;"],
)
def test_a_rate_that_cannot_be_meant_is_a_wrong_setting(text):
    with pytest.raises(WrongSetting, match="RATE_UPLOADS"):
        Config.from_environment({"RATE_UPLOADS": text})
