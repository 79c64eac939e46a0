"""Who asks is not known, or is known already."""

from bookanalysis.errors.root import BookAnalysisError


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


class TokenReplayed(SessionEnded):
    """Someone has used a refresh token of the past; the client is told only that its session ended."""


class RefreshedAlready(BookAnalysisError):
    """Two asked at once; the other one got the new token, and the session lives on."""

    status = 409
    error_code = "REFRESHED_ALREADY"
    en_text = "This refresh token was used a moment ago. Please go on with the tokens it brought."
    ar_text = "استُعمل رمز التجديد هذا قبل لحظة. تابع بالرموز التي نتجت عنه."


class WrongPassword(BookAnalysisError):
    """Of who is logged in already; `details` names the field."""

    status = 403
    error_code = "WRONG_PASSWORD"
    en_text = "This is not your password. Please type the password that you log in with."
    ar_text = "كلمة المرور هذه ليست كلمة مرورك. اكتب الكلمة التي تسجّل بها الدخول."


class WrongResetCode(BookAnalysisError):
    """Says no more: not whether there is an account, nor what is wrong with the code."""

    status = 403
    error_code = "WRONG_RESET_CODE"
    en_text = (
        "This code is not good for this address: it is wrong, was used, or is too old. "
        "Please check both, or ask for a new code."
    )
    ar_text = "هذا الرمز غير صالح لهذا العنوان: إما خاطئ أو مستعمل أو قديم. تحقق منهما أو اطلب رمزًا جديدًا."


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
