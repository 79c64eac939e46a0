"""An e-mail that does not go out. The sentences name no address: logs and jobs keep them."""

from bookanalysis.errors import BookAnalysisError


class MailRefused(BookAnalysisError):
    """For good: trying again cannot help. `reason` is the server's code, or what is wrong."""

    status = 502
    error_code = "MAIL_REFUSED"
    en_text = "The e-mail cannot be delivered to this address ({reason}). Please check the address."
    ar_text = "لا يمكن إيصال الرسالة إلى هذا العنوان ({reason}). تحقق من العنوان."


class MailNotSent(BookAnalysisError):
    """For now."""

    status = 503
    error_code = "MAIL_NOT_SENT"
    en_text = "The mail server does not take e-mails at the moment ({reason}). This one is tried again later."
    ar_text = "خادم البريد لا يقبل الرسائل حاليًا ({reason}). ستُعاد محاولة إرسال هذه الرسالة لاحقًا."
