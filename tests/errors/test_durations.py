import pytest

from bookanalysis.errors.durations import in_words


@pytest.mark.parametrize(
    ("seconds", "english", "arabic"),
    [
        (1, "1 second", "ثانية واحدة"),
        (2, "2 seconds", "ثانيتين"),
        (7, "7 seconds", "7 ثوانٍ"),
        (11, "11 seconds", "11 ثانية"),
        (119, "119 seconds", "119 ثانية"),
        (103, "103 seconds", "103 ثوانٍ"),
        (120, "2 minutes", "دقيقتين"),
        (121, "3 minutes", "3 دقائق"),
        (3600, "60 minutes", "60 دقيقة"),
        (7200, "2 hours", "ساعتين"),
        (86400, "24 hours", "24 ساعة"),
    ],
)
def test_a_duration_is_rounded_up_and_said_in_both_languages(seconds, english, arabic):
    assert in_words(seconds) == (english, arabic)
