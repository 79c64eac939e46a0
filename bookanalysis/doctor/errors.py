"""What may be wrong with an installation, and what to do about it."""

from bookanalysis.errors import BookAnalysisError


class Ailment(BookAnalysisError):
    """Said to who operates the service."""


class SecretNotReadable(Ailment):
    error_code = "SECRET_NOT_READABLE"
    en_text = (
        "The key in DATA_FOLDER cannot be read or made ({reason}). "
        "Correct the folder's rights or set SECRET_KEY."
    )
    ar_text = "تعذرت قراءة المفتاح في DATA_FOLDER أو إنشاؤه ({reason}). صحّح أذونات المجلد أو اضبط SECRET_KEY."


class DatabaseAway(Ailment):
    error_code = "DATABASE_AWAY"
    en_text = "The database cannot be reached ({reason}). Start it, or correct DATABASE_URL or DATA_FOLDER."
    ar_text = "تعذر الوصول إلى قاعدة البيانات ({reason}). شغّلها أو صحّح DATABASE_URL أو DATA_FOLDER."


class DatabaseNotMigrated(Ailment):
    error_code = "DATABASE_NOT_MIGRATED"
    en_text = "The database is at version {found}; this program needs {wanted}. Run: flask db upgrade"
    ar_text = "قاعدة البيانات على الإصدار {found} والبرنامج يحتاج إلى {wanted}. نفّذ: flask db upgrade"


class RedisAway(Ailment):
    error_code = "REDIS_AWAY"
    en_text = (
        "Redis does not answer at {place} ({reason}). Start it or correct REDIS_URL; make run starts its own."
    )
    ar_text = "لا يجيب Redis على {place} ({reason}). شغّله أو صحّح REDIS_URL؛ والأمر make run يشغّل خادمه الخاص."


class RedisTooOld(Ailment):
    error_code = "REDIS_TOO_OLD"
    en_text = "Redis is version {found}; at least {least} is needed. Please update it."
    ar_text = "إصدار Redis هو {found} والمطلوب {least} على الأقل. حدِّثه."


class StorageNotWritable(Ailment):
    error_code = "STORAGE_NOT_WRITABLE"
    en_text = "No file can be written to {folder} ({reason}). Correct its rights or STORAGE_FOLDER."
    ar_text = "تتعذر الكتابة في المجلد {folder} ({reason}). صحّح أذوناته أو الإعداد STORAGE_FOLDER."


class StorageFull(Ailment):
    """In megabytes."""

    error_code = "STORAGE_FULL"
    en_text = "Only {free} MB are free in {folder}. Make room: at least {least} MB are needed."
    ar_text = "لم يبق في {folder} إلا {free} ميغابايت. أفسح مكانًا: المطلوب {least} ميغابايت على الأقل."


class MailSenderWrong(Ailment):
    error_code = "MAIL_SENDER_WRONG"
    en_text = "MAIL_FROM is no e-mail address ({value!r}). Set one, as books@example.org."
    ar_text = "الإعداد MAIL_FROM ليس عنوان بريد ({value!r}). اضبط عنوانًا مثل books@example.org."


class MailServerUnusable(Ailment):
    error_code = "MAIL_SERVER_UNUSABLE"
    en_text = (
        "The mail server {place} does not let us in ({reason}). "
        "Correct SMTP_HOST, SMTP_PORT, SMTP_SECURITY, SMTP_USER or SMTP_PASSWORD, or start it."
    )
    ar_text = (
        "خادم البريد {place} لا يسمح لنا بالدخول ({reason}). "
        "صحّح SMTP_HOST أو SMTP_PORT أو SMTP_SECURITY أو SMTP_USER أو SMTP_PASSWORD، أو شغّله."
    )


class MailFolderNotWritable(Ailment):
    error_code = "MAIL_FOLDER_NOT_WRITABLE"
    en_text = "No e-mail can be kept in {folder} ({reason}). Correct its rights, or set SMTP_HOST."
    ar_text = "لا يمكن حفظ الرسائل في المجلد {folder} ({reason}). صحّح أذوناته أو اضبط SMTP_HOST."


class LogsNotWritable(Ailment):
    error_code = "LOGS_NOT_WRITABLE"
    en_text = "The log cannot be written to {place} ({reason}). Correct its rights or LOG_FOLDER."
    ar_text = "تتعذر كتابة السجلات في {place} ({reason}). صحّح الأذونات أو الإعداد LOG_FOLDER."


class WorkersMissing(Ailment):
    error_code = "WORKERS_MISSING"
    en_text = (
        "No worker runs, so books wait unread. Start them: python worker.py; make run starts everything."
    )
    ar_text = (
        "لا يعمل أي عامل فتبقى الكتب دون قراءة. شغّل العمّال: python worker.py؛ والأمر make run يشغّل كل شيء."
    )
