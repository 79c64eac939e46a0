"""A small reading with what makes exports go wrong: vowel marks, shared names, formulas, a line break."""

from bookanalysis.profile import Fact, FactKind
from bookanalysis.record import BookRecord, CharacterRecord, ChunkRecord

CHUNKS = (
    ChunkRecord(1, 1, "الفجر", 0, 40, "ملخص"),
    ChunkRecord(2, 2, "=الليل", 42, 60),
)
CHARACTERS = (
    CharacterRecord("c1", {1: [(0, 4)]}, 0.51234),
    CharacterRecord("c2", {1: [(9, 12), (20, 23)], 2: [(0, 3)]}, 1.0),
    CharacterRecord("c3", {2: [(30, 34)]}, 1.0),
)
FACTS = (
    Fact(1, 0, 4, "c1", FactKind.NAME, "", "سالِمٌ", "سالِمٌ"),
    Fact(1, 5, 12, "c1", FactKind.RELATIONSHIP, "mentor", "معلم هند", "معلم\r\nهند", "c2"),
    Fact(2, 5, 9, "c1", FactKind.RELATIONSHIP, "mentor", "علّمها", "علّمها", "c2"),
    Fact(1, 9, 12, "c2", FactKind.NAME, "", "هِنْدُ", "هِنْدُ"),
    Fact(1, 20, 23, "c2", FactKind.ALIAS, "", "أم سالم", "أم سالم"),
    Fact(1, 20, 23, "c2", FactKind.ALIAS, "", "الخالة", "الخالة"),
    Fact(1, 20, 23, "c2", FactKind.GENDER, "", "female", "أم سالم"),
    Fact(2, 0, 3, "c2", FactKind.PHYSICAL, "hair", "أسود", "شعرها أسود"),
    Fact(2, 0, 3, "c2", FactKind.TRAIT, "", "=1+1", "- قال «كريمة»، وسكت"),
    Fact(2, 30, 34, "c3", FactKind.NAME, "", "سالِمٌ", "سالِمٌ"),
)
BOOK = BookRecord("طريق", "كاتبة", "ar", "scripted", CHUNKS, CHARACTERS, FACTS)
EMPTY = BookRecord(None, None, None, "")
