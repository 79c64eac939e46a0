"""What names nobody."""

import pytest

from bookanalysis.ai.identity.not_names import is_name


@pytest.mark.parametrize(
    "form",
    [
        "أنا",
        "هو",
        "الرجل",
        "الراوي",
        "أخته",
        "والدها",
        "الفتاة",
        "الرجل العجوز",
        "الناس",
        "نَفْسُهُ",
        "...",
        "١٢",
        "",
    ],
)
def test_pronouns_and_common_nouns_name_nobody(form):
    assert not is_name(form)


@pytest.mark.parametrize(
    "form",
    ["سعد", "عبد الله", "الدكتور", "الشيخ صديق", "أبو بكر الصديق", "أبي", "ابن غسان", "سيدة الملك", "Anna"],
)
def test_names_and_titles_alone_name_somebody(form):
    assert is_name(form)
