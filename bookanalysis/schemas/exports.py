"""A book's reading as a file: what may be asked for, and the document that JSON holds."""

from marshmallow import fields

from bookanalysis.export.formats import Format
from bookanalysis.export.tables import Table
from bookanalysis.profile import FactKind, RelationshipType, Role
from bookanalysis.schemas.chunks import Span
from bookanalysis.schemas.lean import Schema


class ExportQuerySchema(Schema):
    format = fields.Enum(Format, by_value=True, attribute="chosen", load_default=Format.JSON)
    table = fields.Enum(
        Table,
        by_value=True,
        load_default=Table.CHARACTERS,
        metadata={"description": "Which table a CSV holds; other formats hold all they can"},
    )


class ExportedChunkSchema(Schema):
    """`start` and `end` count the code points of the cleaned text."""

    number = fields.Integer(dump_only=True)
    chapter = fields.Integer(dump_only=True)
    chapter_title = fields.String(dump_only=True)
    start = fields.Integer(dump_only=True)
    end = fields.Integer(dump_only=True)
    summary = fields.String(dump_only=True, allow_none=True)
    gap = fields.String(dump_only=True, allow_none=True)


class ExportedPlaceSchema(Schema):
    """`start` and `end` count the code points of the chunk's text."""

    chunk = fields.Integer(dump_only=True, metadata={"description": "The chunk's number"})
    start = fields.Integer(dump_only=True)
    end = fields.Integer(dump_only=True)
    quote = fields.String(dump_only=True)


class ExportedFactSchema(ExportedPlaceSchema):
    kind = fields.Enum(FactKind, by_value=True, dump_only=True)
    key = fields.String(dump_only=True)
    value = fields.String(dump_only=True)
    other = fields.String(
        dump_only=True, metadata={"description": "A relationship's other character", "optional": True}
    )


class ExportedAppearanceSchema(Schema):
    chunk = fields.Integer(dump_only=True, metadata={"description": "The chunk's number"})
    spans = fields.List(Span, dump_only=True)


class ExportedCharacterSchema(Schema):
    name = fields.String(dump_only=True)
    aliases = fields.List(fields.String(), dump_only=True)
    role = fields.Enum(Role, by_value=True, dump_only=True)
    confidence = fields.Float(dump_only=True)
    mentions = fields.Integer(dump_only=True)
    appearances = fields.Nested(ExportedAppearanceSchema, many=True, dump_only=True)
    facts = fields.Nested(ExportedFactSchema, many=True, dump_only=True)


class ExportedRelationshipSchema(Schema):
    """`type` is read from a to b."""

    a = fields.String(dump_only=True)
    b = fields.String(dump_only=True)
    type = fields.Enum(RelationshipType, by_value=True, dump_only=True)
    description = fields.String(dump_only=True)
    evidence = fields.Nested(ExportedPlaceSchema, many=True, dump_only=True)


class ExportedBookSchema(Schema):
    title = fields.String(dump_only=True, allow_none=True)
    author = fields.String(dump_only=True, allow_none=True)
    language = fields.String(dump_only=True, allow_none=True)
    reader = fields.String(dump_only=True)
    chunks = fields.Nested(ExportedChunkSchema, many=True, dump_only=True)
    characters = fields.Nested(ExportedCharacterSchema, many=True, dump_only=True)
    relationships = fields.Nested(ExportedRelationshipSchema, many=True, dump_only=True)
