"""What stands in for Redis at the border."""

from redis.exceptions import ConnectionError as RedisIsAway


class RecordingQueue:
    """Keeps what was enqueued; `is_away` makes it fail as Redis does."""

    def __init__(self):
        self.calls = []
        self.is_away = False

    def get_job_position(self, job_id):
        if self.is_away:
            raise RedisIsAway
        waiting = [call["job_id"] for call in self.calls]
        return waiting.index(job_id) if job_id in waiting else None

    def enqueue_call(self, func, **options):
        self.calls.append({"func": func, **options})


class RecordingPublisher:
    def __init__(self):
        self.sent = []

    def emit(self, event, payload, *, room, namespace):
        assert namespace == "/notifications"
        self.sent.append((event, payload, room))
