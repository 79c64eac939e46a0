"""A job, as REST and the sockets tell it."""

from marshmallow import fields

from bookanalysis.models import JobStatus, JobType
from bookanalysis.schemas.lean import Schema


class JobStateSchema(Schema):
    """How far a job is: what a list, the details, a snapshot and every event have in common."""

    job_id = fields.UUID(attribute="id", dump_only=True)
    book_id = fields.UUID(dump_only=True, allow_none=True)
    status = fields.Enum(JobStatus, by_value=True, dump_only=True)
    stage = fields.String(dump_only=True, allow_none=True)
    progress = fields.Integer(dump_only=True, metadata={"description": "0 to 100"})
    chunk_num = fields.Integer(dump_only=True, metadata={"description": "Chunks committed"})
    num_of_chunks = fields.Integer(dump_only=True)
    seq = fields.Integer(dump_only=True, metadata={"description": "Rises within a job; drop what is lower"})


class JobSchema(JobStateSchema):
    job_type = fields.Enum(JobType, by_value=True, dump_only=True)
    reader = fields.String(dump_only=True, allow_none=True)
    result = fields.Raw(dump_only=True, allow_none=True)
    usage = fields.Raw(dump_only=True, allow_none=True)
    error_code = fields.String(dump_only=True, allow_none=True)
    error = fields.Raw(dump_only=True, allow_none=True, metadata={"description": "{en, ar}"})
    attempts = fields.Integer(dump_only=True)
    retry_at = fields.AwareDateTime(dump_only=True, allow_none=True)
    started_at = fields.AwareDateTime(dump_only=True, allow_none=True)
    finished_at = fields.AwareDateTime(dump_only=True, allow_none=True)
    created_at = fields.AwareDateTime(dump_only=True)
    updated_at = fields.AwareDateTime(dump_only=True)


class JobQuerySchema(Schema):
    status = fields.Enum(JobStatus, by_value=True, load_default=None)
    job_type = fields.Enum(JobType, by_value=True, data_key="type", load_default=None)
