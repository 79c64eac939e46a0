"""What is told of anyone is gathered passage by passage."""

from bookanalysis.ai.readers.offline.portraits import find_portraits
from bookanalysis.profile import FactKind
from tests.ai.readers.offline.people import NAMES, cast_of


def test_the_same_is_told_once_in_a_passage(tables):
    findings = find_portraits(cast_of(tables, "كان سعد كريما. حقا كان سعد كريما. وكان سعد تاجرا."))

    assert [(NAMES[found.person], found.kind) for found in findings] == [
        ("سعد", FactKind.TRAIT),
        ("سعد", FactKind.OCCUPATION),
    ]


def test_findings_are_in_reading_order(tables):
    findings = find_portraits(cast_of(tables, "مات منذر. وكانت لميس جميلة. وكان سعد شابا شجاعا."))

    assert [found.first for found in findings] == sorted(found.first for found in findings)
    assert {found.kind for found in findings} == {
        FactKind.EVENT,
        FactKind.PHYSICAL,
        FactKind.AGE,
        FactKind.STRENGTH,
    }
