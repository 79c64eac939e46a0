"""What is for those who operate the service."""

from bookanalysis.errors.accounts import NotLoggedIn
from bookanalysis.errors.requests import NotFound
from bookanalysis.errors.root import BookAnalysisError


class StaffOnly(BookAnalysisError):
    status = 403
    error_code = "STAFF_ONLY"
    en_text = "This is for the staff of the service. Please ask an administrator if you belong to it."
    ar_text = "هذا مخصص للعاملين على الخدمة. راجع المسؤول إن كنت منهم."


class DashboardClosed(NotLoggedIn):
    """No cookie, or one that is not ours or too old."""

    error_code = "DASHBOARD_CLOSED"
    en_text = "The dashboard opens for an hour at a time. Please open it from your account."
    ar_text = "تُفتح لوحة المراقبة لساعة واحدة في كل مرة. افتحها من حسابك."


class ForeignOrigin(BookAnalysisError):
    """The browser sent our cookie along with what another site, or nobody we can tell, asked for."""

    status = 403
    error_code = "FOREIGN_ORIGIN"
    en_text = "This was not asked from our own pages, so it was not done. Please do it from the dashboard."
    ar_text = "لم يأتِ هذا الطلب من صفحاتنا فلم يُنفَّذ. نفّذه من لوحة المراقبة نفسها."


class RunNotFound(NotFound):
    error_code = "RUN_NOT_FOUND"
    en_text = "The queues hold no such run any more. Please choose one from the dashboard's lists."
    ar_text = "لم يعد في الطوابير تشغيل كهذا. اختر واحدًا من قوائم لوحة المراقبة."


class RunHasNotFailed(BookAnalysisError):
    status = 409
    error_code = "RUN_HAS_NOT_FAILED"
    en_text = "Only a run that failed can be queued again. Reload to see how it stands."
    ar_text = "لا يُعاد إلى الطابور إلا تشغيل أخفق. حدِّث الصفحة لترى حالته الآن."


class MetricsClosed(BookAnalysisError):
    status = 403
    error_code = "METRICS_CLOSED"
    en_text = (
        "Metrics are told to this machine itself, and to whoever brings the METRICS_TOKEN as a bearer token. "
        "Please ask for them in one of these ways."
    )
    ar_text = (
        "لا تُعطى القياسات إلا لهذا الجهاز نفسه أو لمن يقدّم METRICS_TOKEN رمزًا من نوع Bearer. "
        "اطلبها بإحدى هاتين الطريقتين."
    )
