"""A book that cannot be read, or a part of it."""

from bookanalysis.errors.root import BookAnalysisError


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
