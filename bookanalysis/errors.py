"""The error tree: every refusal has a status, a code, and a sentence in English and in Arabic that says what to do."""

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


class BookRefused(BookAnalysisError):
    """The book itself is the reason; trying again cannot help."""

    status = 422


class UnsafeEpub(BookRefused):
    """The file could harm the reader: a bomb, a path that climbs."""

    status = 400


class NotAnEpub(BookRefused):
    status = 400
    error_code = "NOT_AN_EPUB"
    en_text = "This file is not an EPUB. Please choose a file that an e-book reader can open."
    ar_text = "هذا الملف ليس كتابًا بصيغة EPUB. اختر ملفًا يفتحه قارئ الكتب الإلكترونية."
