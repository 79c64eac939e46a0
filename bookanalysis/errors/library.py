"""A book that the library cannot take or touch now."""

from bookanalysis.errors.requests import BodyTooLarge
from bookanalysis.errors.root import BookAnalysisError


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
    en_text = "Your library holds {limit} books, the most it can. Please delete one, then try again."
    ar_text = "بلغت مكتبتك حدّها وهو {limit} كتاب. احذف كتابًا ثم حاول مرة أخرى."


class LibraryFull(BookAnalysisError):
    """`limit` in megabytes."""

    status = 409
    error_code = "LIBRARY_FULL"
    en_text = "With this file your library would pass {limit} MB. Please delete a book, then try again."
    ar_text = "بهذا الملف يتجاوز حجم مكتبتك {limit} ميغابايت. احذف كتابًا ثم حاول مرة أخرى."


class BookIsBeingRead(BookAnalysisError):
    """`details` holds the `job_id`."""

    status = 409
    error_code = "BOOK_IS_BEING_READ"
    en_text = "This book is being read right now. Please wait until its job ends."
    ar_text = "هذا الكتاب قيد القراءة الآن. انتظر حتى تنتهي مهمته."


class BookFileMissing(BookAnalysisError):
    """The row is there, the file is not: someone has removed it by hand."""

    status = 410
    error_code = "BOOK_FILE_MISSING"
    en_text = "The file of this book is no longer there. Please delete the book, then upload the file again."
    ar_text = "لم يعد ملف هذا الكتاب موجودًا. احذف الكتاب ثم ارفع الملف من جديد."
