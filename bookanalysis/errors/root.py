"""The root of the error tree: a refusal has a status, a code, and a sentence in both languages."""

from collections.abc import Mapping
from typing import Any, ClassVar


class BookAnalysisError(Exception):
    """The root: anything this program refuses or cannot do.

    The sentences may hold `{name}` fields, filled from `values`. `details` names the fields at fault.
    """

    status: ClassVar[int] = 500
    error_code: ClassVar[str] = "INTERNAL_ERROR"
    en_text: ClassVar[str] = "Something went wrong on our side. Please try again in a moment."
    ar_text: ClassVar[str] = "حدث خطأ عندنا. حاول مرة أخرى بعد قليل."

    retry_after: int | None = None
    """Seconds until it may be tried again, where that is known."""

    def __init__(self, details: Mapping[str, Any] | None = None, **values: object) -> None:
        self.details = dict(details or {})
        self.values = values
        super().__init__(self.en)

    @property
    def en(self) -> str:
        return self.en_text.format(**self.values)

    @property
    def ar(self) -> str:
        return self.ar_text.format(**self.values)

    @property
    def sentences(self) -> dict[str, str]:
        """What is told, in both languages."""
        return {"en": self.en, "ar": self.ar}


class WrongSetting(BookAnalysisError):
    error_code = "WRONG_SETTING"
    en_text = "The setting {name} cannot be {value!r}. .env.example shows what it may be."
    ar_text = "لا يصح أن تكون قيمة الإعداد {name} هي {value!r}. راجع الملف ‎.env.example لمعرفة القيم الممكنة."


class WrongJobState(BookAnalysisError):
    """An arrow that the job's state machine does not have."""

    status = 409
    error_code = "WRONG_JOB_STATE"
    en_text = "A job that is {status} cannot become {wanted}. Reload to see how it stands."
    ar_text = "لا يمكن لمهمة حالتها {status} أن تصير {wanted}. حدِّث الصفحة لترى حالتها الآن."
