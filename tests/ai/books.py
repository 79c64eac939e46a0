"""A short book of our own, and ways to have it read."""

import json
from collections.abc import Sequence
from typing import Any

from bookanalysis.ai.answers import DescribedFact
from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.ai.workflow import Options, Progress, Run, read_book
from bookanalysis.epub import Chapter, Publication
from bookanalysis.export import export_book
from bookanalysis.profile import FactKind
from tests.ai.scripted_reader import ScriptedReader

CHAPTERS = (
    "خرج سالم من الدار قبل الفجر. كان شعره أسود كالليل. ولم يلق أحدا في الطريق.",
    "قالت هند لأخيها سالم: لا تتأخر. ثم جلست هند أخت سالم عند الباب تنتظر.",
    "كان المطر ينزل على السوق، وكانت الدكاكين مغلقة، ولم يمر أحد في ذلك اليوم كله.",
    "وصل الطبيب إلى القرية، ونزل عند هند. والطبيب هو الدكتور رائد الذي عرفه الناس.",
    "جلس الدكتور رائد مع سالم، وتحدثا حتى الليل عن أبي سالم وعن السفر.",
    "لم يبق في القرية إلا الريح. ثم جاء الصباح.",
    "عاد سالم، وعاد الدكتور رائد، وفرحت هند.",
)
PERSONS = {"سالم": ["سالم"], "هند": ["هند"], "الطبيب": ["الطبيب"], "الدكتور رائد": ["الدكتور رائد"]}
FACTS = (
    (
        DescribedFact(
            character=0, kind=FactKind.PHYSICAL, key="hair", value="أسود", words="شعره أسود كالليل"
        ),
        ["سالم"],
    ),
    (
        DescribedFact(
            character=0, kind=FactKind.RELATIONSHIP, key="family", value="أخت سالم", words="هند أخت سالم"
        ),
        ["هند", "سالم"],
    ),
    (
        DescribedFact(
            character=0, kind=FactKind.ALIAS, value="الدكتور رائد", words="والطبيب هو الدكتور رائد"
        ),
        ["الطبيب"],
    ),
)
"""Each with whom it is about: numbers are known only in a question."""


def publication(texts: Sequence[str] = CHAPTERS) -> Publication:
    chapters = tuple(Chapter(f"الفصل {number}", text) for number, text in enumerate(texts, 1))
    return Publication("طريق القرية", "كاتبة", "ar", chapters)


def reader(**changes: Any) -> ScriptedReader:
    return ScriptedReader(**{"persons": PERSONS, "facts": FACTS} | changes)


def read(
    store: MemoryStore, scripted: ScriptedReader | None = None, concurrency: int = 4, **options: Any
) -> list[Progress]:
    run = Run(scripted or reader(), store, Options(concurrency=concurrency, **options))
    return list(read_book(run))


def export_of(store: MemoryStore) -> str:
    return json.dumps(export_book(store.record("scripted")), ensure_ascii=False, indent=1)
