"""A book, as the API tells it."""

from flask_smorest.fields import Upload  # type: ignore[import-untyped]
from marshmallow import fields

from bookanalysis.models import BookStatus
from bookanalysis.models.book import BookOrder
from bookanalysis.schemas.base import ONE_LINE, PROSE, Prose, SentencesSchema, Text
from bookanalysis.schemas.jobs import JobSchema
from bookanalysis.schemas.lean import Schema, Stored


class DeletedQuerySchema(Schema):
    deleted = fields.Boolean(
        load_default=False, metadata={"description": "Those instead that are deleted and can be restored"}
    )


class BookQuerySchema(Schema):
    q = Text(max_length=200, load_default="", metadata={"description": "Words of the title or the author"})
    status = fields.Enum(BookStatus, by_value=True, load_default=None)
    language = Text(max_length=10, load_default=None)
    ordering = fields.Enum(BookOrder, by_value=True, load_default=BookOrder.NEWEST)


class UploadFormSchema(Schema):
    title = Text(max_length=255, load_default=None)
    author = Text(max_length=255, load_default=None)
    description = Prose(max_length=5000, load_default=None)


class BookChangesSchema(Schema):
    """What is not given stays; null brings back what was found in the book, if anything was."""

    title = Text(max_length=255, allow_none=True)
    author = Text(max_length=255, allow_none=True)
    description = Prose(max_length=5000, allow_none=True)


class UploadFileSchema(Schema):
    file = Upload(required=True)


UPLOAD_BODY = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["file"],
                "properties": {
                    "file": {"type": "string", "format": "binary", "description": "An EPUB"},
                    "title": {"type": "string", "maxLength": 255, "pattern": ONE_LINE},
                    "author": {"type": "string", "maxLength": 255, "pattern": ONE_LINE},
                    "description": {"type": "string", "maxLength": 5000, "pattern": PROSE},
                },
                "additionalProperties": False,
            }
        }
    },
}
"""Form and file are read by two schemas; the document shows them as the one body they are."""


class UploadedSchema(Schema):
    book_id = fields.UUID(dump_only=True)


class ClassificationSchema(Schema):
    """What kind of book a text is."""

    is_literary = fields.Boolean(dump_only=True)
    classification = fields.String(dump_only=True, metadata={"description": "fiction, poetry, play, ..."})
    confidence = fields.Float(dump_only=True, metadata={"description": "0 to 1"})


class BookSchema(Schema):
    book_id = fields.UUID(attribute="id", dump_only=True)
    title = fields.String(dump_only=True, allow_none=True)
    author = fields.String(dump_only=True, allow_none=True)
    detected_language = fields.String(dump_only=True, allow_none=True)
    language_confidence = fields.Float(dump_only=True, allow_none=True)
    quality_score = fields.Float(dump_only=True, allow_none=True)
    text_classification = Stored(ClassificationSchema, dump_only=True, allow_none=True)
    processing_status = fields.Enum(BookStatus, by_value=True, dump_only=True)
    processing_error = Stored(SentencesSchema, dump_only=True, allow_none=True)
    error_code = fields.String(dump_only=True, allow_none=True)
    reader = fields.String(dump_only=True, allow_none=True)
    file_size = fields.Integer(dump_only=True)
    file_extension = fields.String(dump_only=True)
    created_at = fields.AwareDateTime(dump_only=True)
    updated_at = fields.AwareDateTime(dump_only=True)
    deleted_at = fields.AwareDateTime(dump_only=True, allow_none=True)


class BookDetailsSchema(BookSchema):
    description = fields.String(dump_only=True, allow_none=True)


class BookStatusSchema(Schema):
    book_id = fields.UUID(attribute="id", dump_only=True)
    processing_status = fields.Enum(BookStatus, by_value=True, dump_only=True)
    processing_error = Stored(SentencesSchema, dump_only=True, allow_none=True)
    error_code = fields.String(dump_only=True, allow_none=True)
    job = fields.Nested(JobSchema, attribute="latest_job", dump_only=True, allow_none=True)
