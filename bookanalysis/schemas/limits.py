"""What a client may tell before it asks."""

from marshmallow import fields

from bookanalysis.schemas.lean import Schema


class LimitsSchema(Schema):
    upload_max_bytes = fields.Integer(dump_only=True, metadata={"description": "Of one EPUB"})
    deleted_books_kept_days = fields.Integer(
        dump_only=True, metadata={"description": "So long a deleted book can be restored"}
    )
    password_min_characters = fields.Integer(dump_only=True)
    password_max_characters = fields.Integer(dump_only=True)
