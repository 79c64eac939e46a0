"""Why `make run` cannot start, and what to do about it."""

from bookanalysis.errors import BookAnalysisError


class CannotStart(BookAnalysisError):
    """Said to whoever typed `make run`."""


class AlreadyRunning(CannotStart):
    error_code = "ALREADY_RUNNING"
    en_text = (
        "It is already running at {address} (process {pid}). "
        "Use that one, or stop it with Ctrl-C in its terminal (or: kill {pid}) and try again."
    )
    ar_text = (
        "البرنامج يعمل بالفعل على {address} (العملية {pid}). "
        "استخدمه كما هو، أو أوقفه بالضغط على Ctrl-C في نافذته (أو بالأمر kill {pid}) ثم حاول من جديد."
    )


class PortTaken(CannotStart):
    error_code = "PORT_TAKEN"
    en_text = "Port {port} is taken by another program. Choose another: make run PORT={other}"
    ar_text = "المنفذ {port} يستخدمه برنامج آخر. اختر غيره: make run PORT={other}"


class AddressNotUsable(CannotStart):
    error_code = "ADDRESS_NOT_USABLE"
    en_text = (
        "Nothing can listen at {host}:{port} here ({reason}). "
        "Choose a HOST of this machine and a PORT between 1024 and 65535."
    )
    ar_text = (
        "لا يمكن الاستماع على {host}:{port} في هذا الجهاز ({reason}). "
        "اختر عنوان HOST يخص هذا الجهاز ومنفذ PORT بين 1024 و65535."
    )


class NotARedisUrl(CannotStart):
    error_code = "NOT_A_REDIS_URL"
    en_text = "REDIS_URL is {url}, which is no Redis address. Write it like redis://127.0.0.1:6379/0"
    ar_text = "قيمة REDIS_URL هي {url} وليست عنوان Redis. اكتبها على هذه الصورة: redis://127.0.0.1:6379/0"


class RedisDoesNotAnswer(CannotStart):
    error_code = "REDIS_DOES_NOT_ANSWER"
    en_text = (
        "No Redis answers at {url}. Start it or correct REDIS_URL; "
        "without REDIS_URL, make run starts a Redis of its own."
    )
    ar_text = (
        "لا يوجد Redis يجيب على {url}. شغّله أو صحّح REDIS_URL؛ "
        "ومن دون REDIS_URL يشغّل الأمر make run خادم Redis خاصًا به."
    )


class NotARedis(CannotStart):
    error_code = "NOT_A_REDIS"
    en_text = "What answers at {url} is no Redis. Choose another port for it: make run REDIS_URL={other}"
    ar_text = "الذي يجيب على {url} ليس Redis. اختر له منفذًا آخر: make run REDIS_URL={other}"


class RedisWantsPassword(CannotStart):
    error_code = "REDIS_WANTS_PASSWORD"
    en_text = "The Redis at {url} wants another password. Write it into REDIS_URL: redis://:PASSWORD@{place}"
    ar_text = "خادم Redis على {url} يطلب كلمة مرور أخرى. اكتبها في REDIS_URL: ‎redis://:PASSWORD@{place}"


class RedisRefuses(CannotStart):
    error_code = "REDIS_REFUSES"
    en_text = "The Redis at {url} refuses: {reason}. Correct REDIS_URL or that Redis."
    ar_text = "خادم Redis على {url} يرفض: {reason}. صحّح REDIS_URL أو إعداد ذلك الخادم."


class NoRedisProgram(CannotStart):
    error_code = "NO_REDIS_PROGRAM"
    en_text = (
        "No Redis answers at {url}, and there is no redis-server to start. "
        "Install one (Debian: apt-get install redis-server), or run make install again."
    )
    ar_text = (
        "لا يوجد Redis يجيب على {url} ولا برنامج redis-server لتشغيله. "
        "ثبّته (في Debian: apt-get install redis-server) أو أعد تنفيذ make install."
    )


class DatabaseNotReady(CannotStart):
    error_code = "DATABASE_NOT_READY"
    en_text = (
        "The database could not be prepared; the lines above say why. Check DATABASE_URL and DATA_FOLDER."
    )
    ar_text = "تعذّر تجهيز قاعدة البيانات؛ السبب في الأسطر أعلاه. تحقق من DATABASE_URL وDATA_FOLDER."


class WebDoesNotAnswer(CannotStart):
    error_code = "WEB_DOES_NOT_ANSWER"
    en_text = "The web process does not answer at {address}; the lines above say why."
    ar_text = "لا تجيب عملية الويب على {address}؛ السبب في الأسطر أعلاه."
