"""A character, its evidence and its relationships, as the API tells them."""

from marshmallow import fields

from bookanalysis.models.character import CharacterOrder
from bookanalysis.profile import FactKind, RelationshipType, Role
from bookanalysis.schemas.base import Text
from bookanalysis.schemas.chunks import Span
from bookanalysis.schemas.lean import Schema, Stored


class CharacterQuerySchema(Schema):
    role = fields.Enum(Role, by_value=True, load_default=None)
    q = Text(max_length=200, load_default="", metadata={"description": "A part of the name"})
    ordering = fields.Enum(CharacterOrder, by_value=True, load_default=CharacterOrder.MOST_MENTIONED)


class PersonalitySchema(Schema):
    traits = fields.List(fields.String(), dump_only=True)
    strengths = fields.List(fields.String(), dump_only=True)
    weaknesses = fields.List(fields.String(), dump_only=True)


class ProfileEventSchema(Schema):
    event = fields.String(dump_only=True)
    chapter = fields.Integer(dump_only=True, allow_none=True)
    importance = fields.String(dump_only=True)


class ProfileLinkSchema(Schema):
    """A relationship as this character has it."""

    character = fields.String(dump_only=True, metadata={"description": "The other one's name"})
    type = fields.Enum(RelationshipType, by_value=True, dump_only=True)
    description = fields.String(dump_only=True)


class ProfileSchema(Schema):
    """Single values are the latest said; lists stand in the order of first mention."""

    name = fields.String(dump_only=True)
    aliases = fields.List(fields.String(), dump_only=True)
    role = fields.Enum(Role, by_value=True, dump_only=True)
    gender = fields.String(dump_only=True, allow_none=True)
    age = fields.String(dump_only=True, allow_none=True)
    occupation = fields.String(dump_only=True, allow_none=True)
    physical_characteristics = fields.Dict(
        keys=fields.String(), values=fields.String(), dump_only=True, metadata={"description": "By feature"}
    )
    personality = fields.Nested(PersonalitySchema, dump_only=True)
    events = fields.Nested(ProfileEventSchema, many=True, dump_only=True)
    relationships = fields.Nested(ProfileLinkSchema, many=True, dump_only=True)


class CharacterSchema(Schema):
    character_id = fields.UUID(attribute="id", dump_only=True)
    book_id = fields.UUID(dump_only=True)
    name = fields.String(dump_only=True)
    role = fields.Enum(Role, by_value=True, dump_only=True)
    gender = fields.String(dump_only=True, allow_none=True)
    mention_count = fields.Integer(dump_only=True)
    confidence = fields.Float(dump_only=True)
    character_data = Stored(ProfileSchema, dump_only=True)
    created_at = fields.AwareDateTime(dump_only=True)
    updated_at = fields.AwareDateTime(dump_only=True)


class EvidenceSchema(Schema):
    """One claim and its place: `chunk text[start:end] == quote`."""

    kind = fields.Enum(FactKind, by_value=True, dump_only=True)
    key = fields.String(dump_only=True)
    value = fields.String(dump_only=True)
    character_id = fields.UUID(dump_only=True)
    other_character_id = fields.UUID(dump_only=True, allow_none=True)
    chunk_id = fields.UUID(dump_only=True)
    chunk_number = fields.Integer(dump_only=True)
    start = fields.Integer(dump_only=True)
    end = fields.Integer(dump_only=True)
    quote = fields.String(dump_only=True)


class CharacterMentionsSchema(Schema):
    chunk_id = fields.UUID(dump_only=True)
    chunk_number = fields.Integer(attribute="chunk.chunk_number", dump_only=True)
    chapter_number = fields.Integer(attribute="chunk.chapter_number", dump_only=True)
    mention_count = fields.Integer(dump_only=True)
    spans = fields.List(Span, attribute="position_info", dump_only=True)


class CharacterDetailsSchema(CharacterSchema):
    evidence = fields.Nested(EvidenceSchema, many=True, dump_only=True)
    mentions = fields.Nested(CharacterMentionsSchema, many=True, dump_only=True)


class RelationshipSchema(Schema):
    """`relationship_type` is read from the first to the second."""

    character_id_1 = fields.UUID(dump_only=True)
    character_id_2 = fields.UUID(dump_only=True)
    name_1 = fields.String(dump_only=True)
    name_2 = fields.String(dump_only=True)
    relationship_type = fields.Enum(RelationshipType, by_value=True, dump_only=True)
    description = fields.String(dump_only=True)
    evidence = fields.Nested(EvidenceSchema, many=True, dump_only=True)


class AppearanceSchema(Schema):
    chunk_id = fields.UUID(dump_only=True)
    chunk_number = fields.Integer(dump_only=True)
    character_id = fields.UUID(dump_only=True)
    mention_count = fields.Integer(dump_only=True)
