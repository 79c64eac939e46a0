"""Why a folder cannot be evaluated, and what to do about it."""

from bookanalysis.errors import BookAnalysisError


class CannotEvaluate(BookAnalysisError):
    """Said to whoever typed `flask evaluate`."""

    status = 422


class NoGold(CannotEvaluate):
    error_code = "NO_GOLD"
    en_text = (
        "{folder} holds no book with a gold file beside it (X.epub and X.gold.json). Choose another folder."
    )
    ar_text = "ليس في المجلد {folder} كتاب بجانبه ملف مرجعي (X.epub و X.gold.json). اختر مجلدًا آخر."


class GoldBroken(CannotEvaluate):
    """`place` is the path to the field at fault."""

    error_code = "GOLD_BROKEN"
    en_text = "The gold file {file} is not as it should be ({place}). docs/evaluation.md describes it."
    ar_text = "الملف المرجعي {file} ليس كما ينبغي ({place}). تجد وصفه في docs/evaluation.md."


class NoBaseline(CannotEvaluate):
    error_code = "NO_BASELINE"
    en_text = "There is no baseline {file} to compare with. Write it with --write-baseline."
    ar_text = "لا يوجد ملف المقارنة {file}. اكتبه بالخيار ‎--write-baseline."


class BaselineBroken(CannotEvaluate):
    """`place` is the path to the field at fault."""

    error_code = "BASELINE_BROKEN"
    en_text = "The baseline {file} is not as it should be ({place}). Write it anew with --write-baseline."
    ar_text = "ملف المقارنة {file} ليس كما ينبغي ({place}). اكتبه من جديد بالخيار ‎--write-baseline."
