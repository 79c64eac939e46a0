"""Settings that are well at home and unsafe on the internet."""

from bookanalysis.errors.root import BookAnalysisError


class UnsafeInProduction(BookAnalysisError):
    """With PRODUCTION nothing starts; said to who operates the service."""


class SecretNotShared(UnsafeInProduction):
    error_code = "SECRET_NOT_SHARED"
    en_text = (
        "PRODUCTION needs a SECRET_KEY: all machines must sign with the same one. "
        "Make it: openssl rand -hex 32"
    )
    ar_text = (
        "يحتاج الوضع PRODUCTION إلى SECRET_KEY: على كل الأجهزة أن توقّع بالمفتاح نفسه. "
        "أنشئ مفتاحًا بالأمر: openssl rand -hex 32"
    )


class SecretTooShort(UnsafeInProduction):
    error_code = "SECRET_TOO_SHORT"
    en_text = "SECRET_KEY is shorter than {least} bytes and could be guessed. Make one: openssl rand -hex 32"
    ar_text = "المفتاح SECRET_KEY أقصر من {least} بايت فيمكن تخمينه. أنشئ مفتاحًا بالأمر: openssl rand -hex 32"


class SecretGuessable(UnsafeInProduction):
    error_code = "SECRET_GUESSABLE"
    en_text = (
        "SECRET_KEY is made of words or repeats itself and could be guessed. Make one: openssl rand -hex 32"
    )
    ar_text = (
        "المفتاح SECRET_KEY مؤلف من كلمات أو مكرر فيمكن تخمينه. أنشئ مفتاحًا بالأمر: openssl rand -hex 32"
    )


class HttpsNotForced(UnsafeInProduction):
    error_code = "HTTPS_NOT_FORCED"
    en_text = "Passwords would travel in the clear. Set FORCE_HTTPS=yes, and TRUSTED_PROXIES behind a proxy."
    ar_text = "ستنتقل كلمات المرور دون تشفير. اضبط FORCE_HTTPS=yes، واضبط TRUSTED_PROXIES خلف خادم وكيل."


class CookiesInTheClear(UnsafeInProduction):
    error_code = "COOKIES_IN_THE_CLEAR"
    en_text = "Cookies would also go over HTTP. Set FORCE_HTTPS=yes or COOKIE_SECURE=yes."
    ar_text = "ستُرسل ملفات الارتباط عبر HTTP أيضًا. اضبط FORCE_HTTPS=yes أو COOKIE_SECURE=yes."


class AnyHostTrusted(UnsafeInProduction):
    error_code = "ANY_HOST_TRUSTED"
    en_text = "Requests for any host name would be answered. Name yours: TRUSTED_HOSTS=books.example.org"
    ar_text = "ستُجاب الطلبات لأي اسم مضيف. اذكر اسم مضيفك: TRUSTED_HOSTS=books.example.org"


class OriginInTheClear(UnsafeInProduction):
    error_code = "ORIGIN_IN_THE_CLEAR"
    en_text = "{origin} in CORS_ORIGINS could be changed on its way to the browser. Name it with https://"
    ar_text = "يمكن تغيير صفحات {origin} المذكور في CORS_ORIGINS في طريقها إلى المتصفح. اكتبه مع ‎https://"


class RedisWithoutPassword(UnsafeInProduction):
    error_code = "REDIS_WITHOUT_PASSWORD"
    en_text = (
        "The Redis at {place} is on another machine and REDIS_URL has no password. "
        "Give it one: rediss://:PASSWORD@{place}"
    )
    ar_text = (
        "خادم Redis على {place} في جهاز آخر وليس في REDIS_URL كلمة مرور. أضفها: ‎rediss://:PASSWORD@{place}"
    )


class DatabasePasswordKnown(UnsafeInProduction):
    error_code = "DATABASE_PASSWORD_KNOWN"
    en_text = "The password in DATABASE_URL is one from examples. Choose another in the database and here."
    ar_text = "كلمة المرور في DATABASE_URL من كلمات الأمثلة. اختر غيرها في قاعدة البيانات وهنا."
