"""A request that cannot be understood or met."""

from bookanalysis.errors.durations import in_words
from bookanalysis.errors.root import BookAnalysisError


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


class LengthRequired(NotUnderstood):
    status = 411
    error_code = "LENGTH_REQUIRED"
    en_text = "Please say how long the body is, with Content-Length, and do not send it in chunks."
    ar_text = "حدّد طول المحتوى في الترويسة Content-Length، ولا ترسله مجزأً (chunked)."


class WrongHost(NotUnderstood):
    error_code = "WRONG_HOST"
    en_text = "This service does not answer to that host name. Please use the address you were given."
    ar_text = "لا تجيب هذه الخدمة على اسم المضيف هذا. استعمل العنوان الذي أُعطي لك."


class HttpsRequired(NotUnderstood):
    status = 403
    error_code = "HTTPS_REQUIRED"
    en_text = "This service answers over an encrypted connection only. Please use https:// or wss://."
    ar_text = "لا تجيب هذه الخدمة إلا على اتصال مشفّر. استعمل ‎https:// أو ‎wss://."


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


class UserNotFound(NotFound):
    """Said to operators only: the API tells nobody who has an account."""

    error_code = "USER_NOT_FOUND"
    en_text = "There is no account with this e-mail address. flask users list shows all of them."
    ar_text = "لا يوجد حساب بهذا البريد الإلكتروني. يعرض الأمر flask users list الحسابات كلها."


class MethodNotAllowed(BookAnalysisError):
    status = 405
    error_code = "METHOD_NOT_ALLOWED"
    en_text = "This address does not take that method. The Allow header lists those it takes."
    ar_text = "لا يقبل هذا العنوان هذه الطريقة. تجد الطرق المقبولة في الترويسة Allow."


class TooManyRequests(BookAnalysisError):
    """`limit` names the budget that is used up; `seconds` until there is something in it again."""

    status = 429
    error_code = "TOO_MANY_REQUESTS"
    en_text = "That was more than is allowed in this time. Please try again in {wait_en}."
    ar_text = "تجاوزت العدد المسموح به في هذه المدة. حاول مرة أخرى بعد {wait_ar}."

    def __init__(self, limit: str, seconds: int) -> None:
        self.retry_after = seconds
        wait_en, wait_ar = in_words(seconds)
        details = {"limit": limit, "retry_after": seconds}
        super().__init__(details, wait_en=wait_en, wait_ar=wait_ar)


class NotReady(BookAnalysisError):
    """`details` says which part is away."""

    status = 503
    error_code = "NOT_READY"
    en_text = "A part of the service does not answer; the details say which. Please try again in a moment."
    ar_text = "أحد أجزاء الخدمة لا يستجيب، وهو مذكور في التفاصيل. حاول مرة أخرى بعد قليل."


class WebAppNotBuilt(BookAnalysisError):
    """Told as a page, to people."""

    status = 503
    error_code = "WEB_APP_NOT_BUILT"
    en_text = (
        "The web app is not built here yet. Run make build on the server (make run does it, too): it builds "
        "the app or says what is missing for it. Then reload this page. The API works meanwhile."
    )
    ar_text = (
        "لم يُبنَ تطبيق الويب على هذا الخادم بعد. نفّذ عليه الأمر make build (ويفعل ذلك make run أيضًا)، "
        "فهو يبني التطبيق أو يبيّن ما ينقصه، ثم حدِّث هذه الصفحة. أما الواجهة البرمجية (API) فتعمل."
    )
