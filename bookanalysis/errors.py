"""The error tree: a refusal has a status, a code, and a sentence in both languages that says what to do."""

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


class NotUnderstood(BookAnalysisError):
    """The request cannot be understood as it stands."""

    status = 400
    error_code = "BAD_REQUEST"
    en_text = "We could not understand this request. Please check that its body is complete and valid JSON."
    ar_text = "لم نفهم هذا الطلب. تأكد من أن محتواه كامل وأنه JSON سليم."


class WrongInput(NotUnderstood):
    status = 422
    error_code = "VALIDATION_ERROR"
    en_text = "Some fields are missing or wrong. Please correct those named in the details and send again."
    ar_text = "بعض الحقول ناقصة أو غير صحيحة. صحّح الحقول المذكورة في التفاصيل ثم أعد الإرسال."


class WrongContentType(NotUnderstood):
    status = 415
    error_code = "UNSUPPORTED_MEDIA_TYPE"
    en_text = "We cannot read this type of body here. Please send JSON with Content-Type: application/json."
    ar_text = "لا نستطيع قراءة هذا النوع من المحتوى هنا. أرسله بصيغة JSON مع Content-Type: application/json."


class BodyTooLarge(NotUnderstood):
    status = 413
    error_code = "BODY_TOO_LARGE"
    en_text = "What you sent is larger than we accept here. Please send something smaller."
    ar_text = "ما أرسلته أكبر من الحجم المسموح به هنا. أرسل محتوى أصغر."


class NotFound(BookAnalysisError):
    status = 404
    error_code = "NOT_FOUND"
    en_text = "There is nothing at this address. Please check it."
    ar_text = "لا يوجد شيء على هذا العنوان. تحقق منه."


class BookNotFound(NotFound):
    error_code = "BOOK_NOT_FOUND"
    en_text = "You have no such book. Please choose one from your library."
    ar_text = "ليس لديك كتاب كهذا. اختر كتابًا من مكتبتك."


class ChunkNotFound(NotFound):
    error_code = "CHUNK_NOT_FOUND"
    en_text = "None of your books has this part. Please choose a part from the book's list."
    ar_text = "ليس هذا الجزء في أي من كتبك. اختر جزءًا من قائمة أجزاء الكتاب."


class CharacterNotFound(NotFound):
    error_code = "CHARACTER_NOT_FOUND"
    en_text = "None of your books has this character. Please choose one from the book's list."
    ar_text = "ليست هذه الشخصية في أي من كتبك. اختر شخصية من قائمة شخصيات الكتاب."


class JobNotFound(NotFound):
    error_code = "JOB_NOT_FOUND"
    en_text = "You have no such job. Please choose one from your list of jobs."
    ar_text = "ليست لديك مهمة كهذه. اختر مهمة من قائمة مهامك."


class MethodNotAllowed(BookAnalysisError):
    status = 405
    error_code = "METHOD_NOT_ALLOWED"
    en_text = "This address does not take that method. The Allow header lists those it takes."
    ar_text = "لا يقبل هذا العنوان هذه الطريقة. تجد الطرق المقبولة في الترويسة Allow."


class NotReady(BookAnalysisError):
    """`details` says which part is away."""

    status = 503
    error_code = "NOT_READY"
    en_text = "A part of the service does not answer; the details say which. Please try again in a moment."
    ar_text = "أحد أجزاء الخدمة لا يستجيب، وهو مذكور في التفاصيل. حاول مرة أخرى بعد قليل."


class NotLoggedIn(BookAnalysisError):
    """Who asks is not known: the root of all 401s."""

    status = 401
    error_code = "NOT_LOGGED_IN"
    en_text = "Please log in first."
    ar_text = "سجّل الدخول أولًا."


class WrongCredentials(NotLoggedIn):
    error_code = "WRONG_CREDENTIALS"
    en_text = "The e-mail address or the password is wrong. Please check both and try again."
    ar_text = "البريد الإلكتروني أو كلمة المرور غير صحيحة. تحقق منهما وحاول مرة أخرى."


class WrongToken(NotLoggedIn):
    error_code = "WRONG_TOKEN"
    en_text = "This token is not valid here. Please log in again."
    ar_text = "رمز الدخول هذا غير صالح هنا. سجّل الدخول من جديد."


class TokenExpired(NotLoggedIn):
    error_code = "TOKEN_EXPIRED"
    en_text = "This token has expired. Please refresh it, or log in again."
    ar_text = "انتهت صلاحية رمز الدخول. جدّده أو سجّل الدخول من جديد."


class SessionEnded(NotLoggedIn):
    error_code = "SESSION_ENDED"
    en_text = "This session has ended. Please log in again."
    ar_text = "انتهت هذه الجلسة. سجّل الدخول من جديد."


class RefreshedAlready(BookAnalysisError):
    """Two asked at once; the other one got the new token, and the session lives on."""

    status = 409
    error_code = "REFRESHED_ALREADY"
    en_text = "This refresh token was used a moment ago. Please go on with the tokens it brought."
    ar_text = "استُعمل رمز التجديد هذا قبل لحظة. تابع بالرموز التي نتجت عنه."


class AlreadyLoggedIn(BookAnalysisError):
    status = 403
    error_code = "ALREADY_LOGGED_IN"
    en_text = "You are logged in already. Please log out first."
    ar_text = "أنت مسجّل الدخول بالفعل. سجّل الخروج أولًا."


class EmailTaken(BookAnalysisError):
    status = 409
    error_code = "EMAIL_TAKEN"
    en_text = "There is an account with this e-mail address already. Please log in, or use another address."
    ar_text = "يوجد حساب بهذا البريد الإلكتروني. سجّل الدخول أو استعمل بريدًا آخر."


class FileTooLarge(BodyTooLarge):
    """`limit` in megabytes."""

    error_code = "FILE_TOO_LARGE"
    en_text = (
        "This file is larger than {limit} MB. Please upload a smaller edition, perhaps without pictures."
    )
    ar_text = "حجم هذا الملف يتجاوز {limit} ميغابايت. ارفع نسخة أصغر، بلا صور مثلًا."


class BookExists(BookAnalysisError):
    """`details` holds the `book_id`."""

    status = 409
    error_code = "BOOK_EXISTS"
    en_text = "This file is in your library already. Please open the book that is there."
    ar_text = "هذا الملف موجود في مكتبتك. افتح الكتاب الموجود فيها."


class TooManyBooks(BookAnalysisError):
    status = 409
    error_code = "TOO_MANY_BOOKS"
    en_text = "Your library holds {limit} books, the most it can. Please delete one, then upload again."
    ar_text = "بلغت مكتبتك حدّها وهو {limit} كتاب. احذف كتابًا ثم أعد الرفع."


class LibraryFull(BookAnalysisError):
    """`limit` in megabytes."""

    status = 409
    error_code = "LIBRARY_FULL"
    en_text = "With this file your library would pass {limit} MB. Please delete a book, then upload again."
    ar_text = "بهذا الملف يتجاوز حجم مكتبتك {limit} ميغابايت. احذف كتابًا ثم أعد الرفع."


class BookIsBeingRead(BookAnalysisError):
    """`details` holds the `job_id`."""

    status = 409
    error_code = "BOOK_IS_BEING_READ"
    en_text = "This book is being read right now. Please wait until its job ends."
    ar_text = "هذا الكتاب قيد القراءة الآن. انتظر حتى تنتهي مهمته."


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


class EpubDamaged(BookRefused):
    """A ZIP that is cut short or whose bytes do not add up."""

    status = 400
    error_code = "EPUB_DAMAGED"
    en_text = "This EPUB file is damaged or incomplete. Please download or export it again, then upload it."
    ar_text = "ملف EPUB هذا تالف أو ناقص. نزّله أو صدّره من جديد ثم ارفعه."


class EpubTooLargeUnpacked(UnsafeEpub):
    """`limit` in megabytes."""

    error_code = "EPUB_TOO_LARGE_UNPACKED"
    en_text = (
        "This EPUB holds far more than a novel: unpacked, it passes the limit of {limit} MB. "
        "Please upload the book as a normal EPUB."
    )
    ar_text = (
        "يحوي هذا الملف أكثر بكثير مما تحويه رواية: حجمه بعد فك ضغطه يتجاوز الحد وهو {limit} ميغابايت. "
        "ارفع الكتاب بصيغة EPUB عادية."
    )


class TooManyEntries(UnsafeEpub):
    error_code = "EPUB_TOO_MANY_FILES"
    en_text = (
        "This EPUB holds more than {limit} files, more than a book needs. "
        "Please upload the book as a normal EPUB."
    )
    ar_text = "يحوي هذا الكتاب أكثر من {limit} ملف، وهذا فوق ما يحتاج إليه كتاب. ارفعه بصيغة EPUB عادية."


class PackageTooLarge(UnsafeEpub):
    """`limit` in megabytes."""

    error_code = "EPUB_PACKAGE_TOO_LARGE"
    en_text = (
        "The list of contents inside this EPUB is larger than {limit} MB, so it cannot be read safely. "
        "Please export the book again from the program that made it."
    )
    ar_text = (
        "قائمة المحتويات داخل ملف EPUB هذا أكبر من {limit} ميغابايت فلا تُقرأ بأمان. "
        "صدّر الكتاب من جديد من البرنامج الذي أنشأه."
    )


class UnsafePath(UnsafeEpub):
    error_code = "EPUB_UNSAFE_PATH"
    en_text = (
        "This EPUB names a file outside of itself, which no proper book does. "
        "Please get the book from another source."
    )
    ar_text = "يشير ملف EPUB هذا إلى ملف خارج نطاقه، وهذا لا يفعله كتاب سليم. احصل على الكتاب من مصدر آخر."


class DrmProtected(BookRefused):
    error_code = "DRM_PROTECTED"
    en_text = (
        "This book is protected by DRM, so its text cannot be read. "
        "Please upload a copy without protection from a shop or library that offers one."
    )
    ar_text = (
        "هذا الكتاب محمي بنظام إدارة الحقوق الرقمية (DRM) فلا يمكن قراءة نصه. "
        "ارفع نسخة غير محمية من متجر أو مكتبة تتيحها."
    )


class NoText(BookRefused):
    error_code = "NO_TEXT"
    en_text = "There is no text in this EPUB. Please check that you chose the right file."
    ar_text = "لا يوجد نص في ملف EPUB هذا. تأكد من أنك اخترت الملف الصحيح."


class ImagesOnly(BookRefused):
    error_code = "IMAGES_ONLY"
    en_text = (
        "The pages of this book are pictures, so there is no text to read. "
        "Please upload an edition with real text, or run text recognition (OCR) on it first."
    )
    ar_text = (
        "صفحات هذا الكتاب صور، فليس فيها نص يُقرأ. "
        "ارفع طبعة نصية، أو حوّل الصور إلى نص ببرنامج للتعرف الضوئي على الحروف (OCR) أولًا."
    )


class LanguageNotSupported(BookRefused):
    error_code = "LANGUAGE_NOT_SUPPORTED"
    en_text = "This book seems to be in {language_en}. Please upload a novel in {accepted_en}."
    ar_text = "يبدو أن لغة هذا الكتاب هي {language_ar}. ارفع رواية باللغة {accepted_ar}."


class QualityTooLow(BookRefused):
    """`score` and `least` in percent."""

    error_code = "QUALITY_TOO_LOW"
    en_text = (
        "The text of this book is too damaged to read: its quality is {score} %, "
        "at least {least} % is needed. Please upload a cleaner edition."
    )
    ar_text = "نص هذا الكتاب مشوه بحيث لا يُقرأ: جودته {score}٪ والمطلوب {least}٪ على الأقل. ارفع طبعة أسلم."


class NotLiterary(BookRefused):
    error_code = "NOT_LITERARY"
    en_text = "This book seems to be {kind_en}, not a novel or stories. Please upload a work of fiction."
    ar_text = "يبدو أن هذا الكتاب {kind_ar} وليس رواية أو قصصًا. ارفع عملًا روائيًا."


class ChunkUnreadable(BookAnalysisError):
    """A reader cannot read one chunk, whatever is tried; the book goes on without it."""

    error_code = "CHUNK_UNREADABLE"
    en_text = "A part of the book could not be read ({reason})."
    ar_text = "تعذرت قراءة جزء من الكتاب ({reason})."

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason=reason)
