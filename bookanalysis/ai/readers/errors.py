"""What may be wrong with a reader that lives elsewhere, and what to do about it."""

from datetime import datetime

from bookanalysis.errors import BookAnalysisError


class ReaderMisconfigured(BookAnalysisError):
    """An operator has to act: trying again cannot help, and it is not the book's fault."""


class ReaderUnknown(ReaderMisconfigured):
    error_code = "READER_UNKNOWN"
    en_text = (
        "There is no reader {reader!r}. READER may be offline, gemini:MODEL, openai:MODEL or ollama:MODEL."
    )
    ar_text = (
        "لا يوجد قارئ باسم {reader!r}. "
        "قيم READER الممكنة: offline أو gemini:MODEL أو openai:MODEL أو ollama:MODEL."
    )


class ReaderNotInstalled(ReaderMisconfigured):
    """`extra` is the optional part of this project that brings the provider's client."""

    error_code = "READER_NOT_INSTALLED"
    en_text = (
        "The reader {reader!r} needs a package that is not installed: pip install 'bookanalysis[{extra}]'."
    )
    ar_text = "يحتاج القارئ {reader!r} إلى حزمة غير مثبتة. ثبّتها بالأمر: pip install 'bookanalysis[{extra}]'."


class ReaderKeyMissing(ReaderMisconfigured):
    error_code = "READER_KEY_MISSING"
    en_text = "The reader {reader!r} needs an API key. Set READER_API_KEY, or choose READER=offline."
    ar_text = "يحتاج القارئ {reader!r} إلى مفتاح API. اضبط READER_API_KEY أو اختر READER=offline."


class ReaderKeyRefused(ReaderMisconfigured):
    error_code = "READER_KEY_REFUSED"
    en_text = "The model's service refuses our API key. The operator has to set a valid READER_API_KEY."
    ar_text = "ترفض خدمة النموذج مفتاح API الخاص بنا. على المشغّل أن يضبط مفتاحًا صالحًا في READER_API_KEY."


class ReaderRefused(ReaderMisconfigured):
    """The service takes no such request: no such model, a wrong setting. `reason` is its own word."""

    error_code = "READER_REFUSED"
    en_text = "The model's service does not accept our requests: {reason}. The operator has to check READER."
    ar_text = "لا تقبل خدمة النموذج طلباتنا: {reason}. على المشغّل أن يتحقق من الإعداد READER."


class ReaderUnavailable(BookAnalysisError):
    """The service did not answer although it was asked again and again; it may later."""

    status = 503
    error_code = "READER_UNAVAILABLE"
    en_text = (
        "The model that reads the books does not answer at the moment. The reading goes on by itself later."
    )
    ar_text = "النموذج الذي يقرأ الكتب لا يستجيب الآن. ستُستأنف القراءة تلقائيًا لاحقًا."


class QuotaSpent(BookAnalysisError):
    """No more requests today; `until` is when they return."""

    status = 503
    error_code = "READER_QUOTA_SPENT"
    en_text = (
        "Today's quota of the model that reads the books is used up. "
        "The reading goes on by itself at {until} UTC."
    )
    ar_text = (
        "استُنفدت اليوم حصة النموذج الذي يقرأ الكتب. ستُستأنف القراءة تلقائيًا في {until} بالتوقيت العالمي."
    )

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__(until=f"{until:%Y-%m-%d %H:%M}")
