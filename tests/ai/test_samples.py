"""A book is judged by stretches from all over it."""

from bookanalysis.ai.samples import NUM_OF_SAMPLES, SAMPLE_LENGTH, samples_of
from bookanalysis.epub import Chapter, Publication


def samples(*chapters: Chapter) -> list[str]:
    return list(samples_of(Publication("طريق", None, "ar", chapters)))


def test_a_short_book_is_its_own_sample():
    assert samples(Chapter("", "خرج سالم."), Chapter("", "عاد سالم.")) == ["خرج سالم.\n\nعاد سالم."]


def test_samples_of_a_long_book_reach_from_its_beginning_to_its_end():
    text = "أول " + "كلام " * 40_000 + "آخر"

    found = samples(Chapter("", text))

    assert len(found) == NUM_OF_SAMPLES
    assert {len(sample) for sample in found} == {SAMPLE_LENGTH}
    assert found[0].startswith("أول")
    assert found[-1].endswith("آخر")


def test_what_is_no_part_of_the_work_is_no_sample():
    assert samples(Chapter("", "الفهرس", "toc"), Chapter("", "خرج سالم.")) == ["خرج سالم."]


def test_a_book_of_front_matter_alone_is_judged_by_it():
    assert samples(Chapter("", "الفهرس", "toc")) == ["الفهرس"]
