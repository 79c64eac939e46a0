"""A chunk, as the API tells it."""

from marshmallow import fields

from bookanalysis.schemas.faults import Range
from bookanalysis.schemas.lean import Schema

Span = fields.List(
    fields.Integer(), metadata={"description": "Start and end in the chunk's text, in code points"}
)


class OfBookSchema(Schema):
    """A list that hangs on a book."""

    book_id = fields.UUID(required=True)


class UntilChunkSchema(Schema):
    """How far someone has read."""

    until_chunk = fields.Integer(
        load_default=None,
        validate=Range(min=1),
        metadata={
            "description": "Show the book as it stood at this part: names, facts, counts and order from the"
            " parts up to it. Without it, or behind the last part, the whole book."
        },
    )


class ChunkSchema(Schema):
    chunk_id = fields.UUID(attribute="id", dump_only=True)
    book_id = fields.UUID(dump_only=True)
    chunk_number = fields.Integer(dump_only=True)
    chapter_number = fields.Integer(dump_only=True)
    chapter_title = fields.String(dump_only=True)
    start_position = fields.Integer(dump_only=True)
    end_position = fields.Integer(dump_only=True)
    word_count = fields.Integer(dump_only=True)
    read_at = fields.AwareDateTime(dump_only=True, allow_none=True)
    gap = fields.String(dump_only=True, allow_none=True)


class ChunkMentionsSchema(Schema):
    character_id = fields.UUID(dump_only=True)
    name = fields.String(attribute="character.name", dump_only=True)
    mention_count = fields.Integer(dump_only=True)
    spans = fields.List(Span, attribute="position_info", dump_only=True)


class ChunkDetailsSchema(ChunkSchema):
    chunk_text = fields.String(dump_only=True)
    summary = fields.String(dump_only=True, allow_none=True)
    mentions = fields.Nested(ChunkMentionsSchema, many=True, dump_only=True)
