"""A job, as REST and the sockets tell it."""

from marshmallow import fields

from bookanalysis.models import JobStatus, JobType
from bookanalysis.schemas.base import SentencesSchema
from bookanalysis.schemas.lean import Schema, Stored

AT_THE_END = {"optional": True}


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


class GapSchema(Schema):
    chunk = fields.Integer(dump_only=True, metadata={"description": "The chunk's number"})
    reason = fields.String(dump_only=True)


class DroppedSchema(Schema):
    mentions = fields.Integer(dump_only=True)
    facts = fields.Integer(dump_only=True)


class ResultSchema(Schema):
    """How much was read; while the job runs, only what was dropped so far."""

    chunks = fields.Integer(dump_only=True, metadata=AT_THE_END)
    read = fields.Integer(
        dump_only=True, metadata={"description": "Chunks that were read, without gaps", **AT_THE_END}
    )
    gaps = fields.Nested(
        GapSchema,
        many=True,
        dump_only=True,
        metadata={"description": "Chunks that could not be read, the first 100", **AT_THE_END},
    )
    dropped = fields.Nested(
        DroppedSchema,
        dump_only=True,
        metadata={"description": "What the reader told and the text does not say", **AT_THE_END},
    )
    characters = fields.Integer(dump_only=True, metadata=AT_THE_END)
    relationships = fields.Integer(dump_only=True, metadata=AT_THE_END)


class QuestionUsageSchema(Schema):
    calls = fields.Integer(dump_only=True)
    input_tokens = fields.Integer(dump_only=True)
    output_tokens = fields.Integer(dump_only=True)


class UsageSchema(QuestionUsageSchema):
    """What a chat model was asked, and what it cost at the prices that are set."""

    cost_usd = fields.Float(dump_only=True)
    by_question = fields.Dict(keys=fields.String(), values=fields.Nested(QuestionUsageSchema), dump_only=True)


class JobSchema(JobStateSchema):
    job_type = fields.Enum(JobType, by_value=True, dump_only=True)
    reader = fields.String(dump_only=True, allow_none=True)
    result = Stored(ResultSchema, dump_only=True, allow_none=True)
    usage = Stored(UsageSchema, dump_only=True, allow_none=True)
    error_code = fields.String(dump_only=True, allow_none=True)
    error = Stored(SentencesSchema, dump_only=True, allow_none=True)
    attempts = fields.Integer(dump_only=True, metadata={"description": "Runs, also those that waited"})
    retry_at = fields.AwareDateTime(
        dump_only=True, allow_none=True, metadata={"description": "When a job that waits goes on by itself"}
    )
    started_at = fields.AwareDateTime(dump_only=True, allow_none=True)
    finished_at = fields.AwareDateTime(dump_only=True, allow_none=True)
    created_at = fields.AwareDateTime(dump_only=True)
    updated_at = fields.AwareDateTime(dump_only=True)


class JobQuerySchema(Schema):
    status = fields.Enum(JobStatus, by_value=True, load_default=None)
    job_type = fields.Enum(JobType, by_value=True, data_key="type", load_default=None)
