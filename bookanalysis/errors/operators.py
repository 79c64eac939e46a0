"""What is for those who operate the service."""

from bookanalysis.errors.root import BookAnalysisError


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
