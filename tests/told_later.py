"""A story of our own that keeps things back: a full name, a tie, and that two are one."""

from bookanalysis.ai.answers import DescribedFact
from bookanalysis.profile import FactKind
from tests.ai.scripted_reader import ScriptedReader
from tests.epub.builder import Epub, page

CHAPTERS = (
    "وصل منصور إلى القرية قبل الغروب. ورأى سلمى تملأ جرتها، ثم عادت سلمى إلى الدار ولم تقل شيئا.",
    "لم يبق من ذكر زياد في القرية إلا بئر حفرها زياد بيديه قبل سنين طويلة. وكانت الريح تمحو ما بقي.",
    "كانت سلمى أخت زياد الصغرى، وما زالت تحفظ قميصه. وكان منصور يمر كل يوم قرب البئر صامتا.",
    "في تلك الليلة سقط القناع، ومنصور هو زياد بعينه، عرفته العجائز من ندبة في يده اليسرى.",
    "صار منصور حديث الناس. اسم الرجل في الدفاتر منصور العمراني. بنى منصور دارا، وزرع منصور نخلا.",
    "رحل منصور مرة أخرى، وترك منصور مفتاح الدار، ولم يعد منصور، ونسيه الناس إلا قليلا منهم.",
)
LAST = len(CHAPTERS)
PERSONS = {"منصور": ["منصور العمراني", "منصور"], "سلمى": ["سلمى"], "زياد": ["زياد"]}


def _told(words: str, who: list[str], **said: str) -> tuple[DescribedFact, list[str]]:
    return DescribedFact(character=0, words=words, **said), who


FACTS = (
    _told(
        "سلمى أخت زياد",
        ["سلمى", "زياد"],
        kind=FactKind.RELATIONSHIP,
        key="family",
        value="سلمى أخت زياد",
    ),
    _told("ومنصور هو زياد", ["منصور"], kind=FactKind.ALIAS, value="زياد"),
    _told("ندبة في يده اليسرى", ["منصور"], kind=FactKind.PHYSICAL, key="scar", value="في يده اليسرى"),
)


def reader() -> ScriptedReader:
    return ScriptedReader(persons=PERSONS, facts=FACTS)


def book() -> Epub:
    return Epub({f"c{number}.xhtml": page(f"<p>{text}</p>") for number, text in enumerate(CHAPTERS, 1)})
