"""A summary is made of the text's own telling sentences."""

from bookanalysis.ai.readers.offline.summary import summarise

TEXT = (
    "كان البحر هادئا في ذلك الصباح البعيد. سافر غسان إلى المدينة مع صديقه القديم. «من أنت؟» "
    "مر يوم طويل ولم يحدث فيه شيء. وصلت لميس إلى الميناء قبل غروب الشمس بقليل."
)


def test_sentences_that_name_persons_are_preferred():
    names = {(TEXT.index(name), TEXT.index(name) + 4): 1.0 for name in ("غسان", "لميس")}

    summary = summarise(TEXT, names)

    assert "سافر غسان" in summary
    assert "وصلت لميس" in summary
    assert "من أنت" not in summary


def test_a_text_of_short_sentences_gives_its_longest():
    assert summarise("نعم. لا أدري.", {}) == "لا أدري."


def test_a_text_without_words_has_no_summary():
    assert summarise("\n\n", {}) == ""
