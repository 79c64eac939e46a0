"""A job that cannot be changed as it was asked, or that was."""

from bookanalysis.errors.root import BookAnalysisError


class JobCancelled(BookAnalysisError):
    """Why a book is not read to its end."""

    status = 409
    error_code = "JOB_CANCELLED"
    en_text = (
        "The reading of this book was cancelled. What was found so far stays; you can have it read again."
    )
    ar_text = "أُلغيت قراءة هذا الكتاب، وبقي ما عُثر عليه حتى الآن. يمكنك طلب قراءته من جديد."


class JobEnded(BookAnalysisError):
    """`details` holds the `status` that it ended with."""

    status = 409
    error_code = "JOB_ENDED"
    en_text = "This job has ended already, so it cannot be cancelled. Reload to see how it stands."
    ar_text = "انتهت هذه المهمة من قبل فلا يمكن إلغاؤها. حدِّث الصفحة لترى حالتها الآن."


class JobSuperseded(BookAnalysisError):
    """`details` holds the `job_id` of the latest reading."""

    status = 409
    error_code = "JOB_SUPERSEDED"
    en_text = (
        "The book was read again after this job, so the job cannot run any more. Requeue the latest one."
    )
    ar_text = "قُرئ الكتاب من جديد بعد هذه المهمة فلا يمكن تشغيلها ثانية. أعد تشغيل أحدث مهمة للكتاب."


class NotAReading(BookAnalysisError):
    """E-mail is sent or given up by itself."""

    status = 409
    error_code = "NOT_A_READING"
    en_text = "This job sends an e-mail. Only the reading of a book can be cancelled or run again."
    ar_text = "هذه المهمة ترسل بريدًا إلكترونيًا. لا يمكن إلغاء مهمة أو تشغيلها ثانية إلا إذا كانت قراءة كتاب."
