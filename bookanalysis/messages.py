"""What the API and the sockets say when all is well; errors holds what they say when it is not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages; `{name}` fields are filled in by `filled`."""

    en: str
    ar: str

    def filled(self, **values: object) -> dict[str, str]:
        return {"en": self.en.format(**values), "ar": self.ar.format(**values)}


# Accounts
REGISTERED = Message("Your account is ready. You can log in now.", "حسابك جاهز. يمكنك تسجيل الدخول الآن.")
LOGGED_IN = Message("You are logged in.", "تم تسجيل الدخول.")
REFRESHED = Message("Your session goes on.", "تم تجديد جلستك.")
LOGGED_OUT = Message("You are logged out.", "تم تسجيل الخروج.")
ACCOUNT_SHOWN = Message("This is your account.", "هذا حسابك.")
ACCOUNT_CHANGED = Message("Your account is changed.", "تم تعديل حسابك.")
ACCOUNT_REMOVED = Message(
    "Your account is deleted, with all its books and what was found in them.",
    "حُذف حسابك مع كل كتبه وما وجدناه فيها.",
)
PASSWORD_CHANGED = Message(
    "Your password is changed, and all your sessions have ended. Please log in with the new password.",
    "تغيّرت كلمة المرور وانتهت جلساتك كلها. سجّل الدخول بكلمة المرور الجديدة.",
)
RESET_REQUESTED = Message(
    "If there is an account with this address, a code is on its way there. It is good for 15 minutes.",
    "إن كان لهذا العنوان حساب فسيصله رمز بعد قليل، وهو صالح مدة 15 دقيقة.",
)

# Reading
BOOK_ACCEPTED = Message(
    "We have your book and will read it now; its characters appear as we find them.",
    "وصلنا كتابك وسنقرؤه الآن، وستظهر شخصياته كلما عثرنا عليها.",
)
BOOKS_LISTED = Message("These are your books.", "هذه كتبك.")
BOOK_SHOWN = Message("This is your book.", "هذا كتابك.")
BOOK_CHANGED = Message("Your book is changed.", "عُدّلت بيانات كتابك.")
BOOK_DELETED = Message(
    "Your book is deleted. You can restore it for some days.",
    "حُذف كتابك، ويمكنك استعادته خلال بضعة أيام.",
)
BOOK_ACCEPTED_AGAIN = Message(
    "We will read your book again; what was found before makes room for what we find now.",
    "سنقرأ كتابك من جديد، ويحلّ ما نعثر عليه الآن محل ما عُثر عليه سابقًا.",
)
BOOK_RESTORED = Message("Your book is back in your library.", "عاد كتابك إلى مكتبتك.")
BOOK_STATUS_SHOWN = Message("This is how your book stands.", "هذه حالة كتابك.")
BOOK_VERIFIED = Message(
    "This is how much of what we say about your book is in its text.",
    "هذا مقدار ما ثبت في نص كتابك مما نقوله عنه.",
)
CHUNKS_LISTED = Message("These are the parts of the book.", "هذه أجزاء الكتاب.")
CHUNK_SHOWN = Message("This is a part of the book.", "هذا جزء من الكتاب.")
CHARACTERS_LISTED = Message("These are the book's characters.", "هذه شخصيات الكتاب.")
CHARACTER_SHOWN = Message(
    "This is the character, with the words that say so.", "هذه هي الشخصية مع ما يدل عليها من كلام الكتاب."
)
RELATIONSHIPS_LISTED = Message("This is how the characters are linked.", "هذه هي العلاقات بين الشخصيات.")
APPEARANCES_LISTED = Message("This is where the characters appear.", "هذه مواضع ظهور الشخصيات.")
JOBS_LISTED = Message("These are your jobs.", "هذه مهامك.")
JOB_SHOWN = Message("This is how the job stands.", "هذه حالة المهمة.")

# The service
LIMITS_SHOWN = Message(
    "This is what the service takes, and how long it keeps it.",
    "هذا ما تقبله الخدمة والمدة التي تحتفظ به فيها.",
)

# Operators
DASHBOARD_OPENED = Message(
    "The dashboard of the queues is open to you for an hour.", "لوحة مراقبة الطوابير مفتوحة لك لساعة واحدة."
)

# Health
ALIVE = Message("The service is running.", "الخدمة تعمل.")
READY = Message("The service is ready.", "الخدمة جاهزة.")
ECHOED = Message("We hear you.", "نسمعك.")

# Sent over the sockets
PROCESSING_STARTED = Message("We began to read your book.", "بدأنا قراءة كتابك.")
GETTING_READY = Message(
    "We are getting your book ready to be read.",
    "نُعِدّ كتابك للقراءة.",
)
PROGRESS = Message(
    "{chunk_num} of {num_of_chunks} parts of your book are read.",
    "قرأنا {chunk_num} من أصل {num_of_chunks} من أجزاء كتابك.",
)
VALIDATION_COMPLETED = Message(
    "Your book passed our checks: it can be analysed.", "اجتاز كتابك الفحص، ويمكن تحليله."
)
BOOK_NAMED = Message("We found the book's title and author.", "تعرّفنا على عنوان الكتاب ومؤلفه.")
PREPROCESSING_COMPLETED = Message(
    "The text is ready, in {num_of_chunks} parts.", "صار النص جاهزًا، وعدد أجزائه {num_of_chunks}."
)
CHARACTERS_EXTRACTED = Message(
    "Part {chunk_num} of {num_of_chunks} is read; the characters are up to date.",
    "قرأنا الجزء {chunk_num} من {num_of_chunks} وحدّثنا الشخصيات.",
)
PROCESSING_COMPLETED = Message("Your book is analysed.", "اكتمل تحليل كتابك.")
PROCESSING_FAILED = Message(
    "We could not analyse your book. Please try again.", "تعذّر تحليل كتابك. حاول مرة أخرى."
)
JOB_CANCELLED = Message("The analysis of your book was cancelled.", "أُلغي تحليل كتابك.")
