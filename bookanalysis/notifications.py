"""Every Socket.IO event and room. Publishing needs no server: workers and the web process do it alike."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any
from uuid import UUID

from flask import current_app
from marshmallow import fields

from bookanalysis import messages
from bookanalysis.messages import Message
from bookanalysis.models import Job, utc_now
from bookanalysis.schemas.base import SentencesSchema
from bookanalysis.schemas.jobs import JobStateSchema
from bookanalysis.schemas.lean import Schema

NAMESPACE = "/notifications"


class Event(StrEnum):
    PROCESSING_STARTED = "processing_started"
    PROGRESS = "progress"
    VALIDATION_COMPLETED = "validation_completed"
    BOOK_NAMED = "book_named"
    PREPROCESSING_COMPLETED = "preprocessing_completed"
    CHARACTERS_EXTRACTED = "characters_extracted"
    PROCESSING_COMPLETED = "processing_completed"
    PROCESSING_FAILED = "processing_failed"
    JOB_CANCELLED = "job_cancelled"

    @property
    def message(self) -> Message:
        said: Message = getattr(messages, self.name)
        return said


SNAPSHOT = "snapshot"
"""Sent once to each connection: the user's active jobs."""
ECHO = "echo"

WITH_SOME = {"optional": True}


class NotificationSchema(JobStateSchema):
    """Every event of a job; what stands last comes with some of them."""

    event = fields.Enum(Event, by_value=True, dump_only=True)
    message = fields.Nested(SentencesSchema, dump_only=True)
    timestamp = fields.AwareDateTime(dump_only=True)
    results = fields.Dict(dump_only=True, metadata={"description": "What the step found", **WITH_SOME})
    title = fields.String(dump_only=True, allow_none=True, metadata=WITH_SOME)
    author = fields.String(dump_only=True, allow_none=True, metadata=WITH_SOME)
    error_code = fields.String(dump_only=True, metadata=WITH_SOME)
    retry_at = fields.AwareDateTime(dump_only=True, metadata=WITH_SOME)


class SnapshotSchema(Schema):
    event = fields.Constant(SNAPSHOT, dump_only=True)
    jobs = fields.Nested(JobStateSchema, many=True, dump_only=True)
    timestamp = fields.AwareDateTime(dump_only=True)


DESCRIBED = {"Notification": NotificationSchema, "Snapshot": SnapshotSchema}
"""For the OpenAPI document, from which clients take their types."""

_state = JobStateSchema()


def room_of(user_id: UUID | str) -> str:
    return f"user_{user_id}"


def publish(job: Job, event: Event, **extra: Any) -> None:
    """Tell the job's user; call it after the commit that raised `job.seq`.

    `extra` is what the event carries beyond the job's state, JSON only. An event may be lost: the
    row is the truth.
    """
    if job.user_id is not None:
        current_app.extensions["publisher"].emit(
            event.value, payload(job, event, **extra), room=room_of(job.user_id), namespace=NAMESPACE
        )


def payload(job: Job, event: Event, **extra: Any) -> dict[str, Any]:
    state: dict[str, Any] = _state.dump(job)
    if job.error_code is not None:
        extra = {"error_code": job.error_code, **extra}
    return {
        **state,
        "event": event.value,
        "message": _message(job, event, state),
        "timestamp": utc_now().isoformat(),
        **extra,
    }


def snapshot(jobs: Sequence[Job]) -> dict[str, Any]:
    return {
        "event": SNAPSHOT,
        "jobs": _state.dump(jobs, many=True),
        "timestamp": utc_now().isoformat(),
    }


def _message(job: Job, event: Event, state: dict[str, Any]) -> dict[str, str]:
    if event in (Event.PROCESSING_FAILED, Event.PROGRESS) and job.error is not None:
        return job.error  # why it failed, or why it waits
    if event is Event.PROGRESS and not job.num_of_chunks:
        return messages.GETTING_READY.filled()
    return event.message.filled(**state)
