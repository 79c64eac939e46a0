"""How a run ends that is not the book's fault."""

from bookanalysis.errors import BookAnalysisError
from bookanalysis.models import JobType


class LeaseLost(BookAnalysisError):
    """Another run holds the job, or it was cancelled or ended: what this run still has is not wanted."""

    status = 409
    error_code = "LEASE_LOST"
    en_text = "This run no longer holds its job. Reload to see how the job stands."
    ar_text = "لم يعد هذا التشغيل صاحب المهمة. حدِّث الصفحة لترى حالتها الآن."


class JobTimedOut(BookAnalysisError):
    error_code = "JOB_TIMED_OUT"
    en_text = "Reading this book took longer than {minutes} minutes and was ended. Please try again."
    ar_text = "استغرقت قراءة هذا الكتاب أكثر من {minutes} دقيقة فأُوقفت. حاول مرة أخرى."


class ReadingInterrupted(BookAnalysisError):
    """Its process died each time, so no run could say why."""

    error_code = "READING_INTERRUPTED"
    en_text = "The reading of this book was interrupted {attempts} times. Please try again later."
    ar_text = "انقطعت قراءة هذا الكتاب {attempts} مرات. حاول مرة أخرى لاحقًا."


class ReadingStopped(BookAnalysisError):
    """The worker was asked to stop; the next one goes on."""

    error_code = "READING_STOPPED"
    en_text = "The reading of this book pauses while the service restarts, and goes on by itself."
    ar_text = "توقفت قراءة هذا الكتاب مؤقتًا ريثما تُعاد الخدمة، وستُستأنف تلقائيًا."


class SendingInterrupted(BookAnalysisError):
    error_code = "SENDING_INTERRUPTED"
    en_text = "The sending of this e-mail was interrupted {attempts} times. Please ask for it again later."
    ar_text = "انقطع إرسال هذه الرسالة {attempts} مرات. اطلبها مرة أخرى لاحقًا."


class SendingStopped(BookAnalysisError):
    error_code = "SENDING_STOPPED"
    en_text = "This e-mail waits while the service restarts, and is sent by itself."
    ar_text = "تنتظر هذه الرسالة ريثما تُعاد الخدمة، وستُرسل تلقائيًا."


INTERRUPTED = {JobType.PROCESS_BOOK: ReadingInterrupted, JobType.EMAIL: SendingInterrupted}
STOPPED = {JobType.PROCESS_BOOK: ReadingStopped, JobType.EMAIL: SendingStopped}
