"""How many claims of a book hold, as the API tells it."""

from marshmallow import fields

from bookanalysis.schemas.lean import Schema
from bookanalysis.verification import Why


class TallySchema(Schema):
    total = fields.Integer(dump_only=True)
    hold = fields.Integer(dump_only=True)


class FailureSchema(Schema):
    """A claim that does not hold. What follows from facts (profile, link) names no place."""

    kind = fields.String(attribute="claim.kind", dump_only=True)
    value = fields.String(attribute="claim.value", dump_only=True)
    character_id = fields.UUID(attribute="claim.character", dump_only=True, allow_none=True)
    name = fields.String(dump_only=True, allow_none=True)
    chunk_number = fields.Integer(attribute="claim.chunk", dump_only=True, allow_none=True)
    start = fields.Integer(attribute="claim.start", dump_only=True, allow_none=True)
    end = fields.Integer(attribute="claim.end", dump_only=True, allow_none=True)
    why = fields.Enum(Why, by_value=True, dump_only=True)


class VerificationSchema(Schema):
    claims = fields.Dict(
        keys=fields.String(),
        values=fields.Nested(TallySchema),
        attribute="counts",
        dump_only=True,
        metadata={"description": "By kind: those of facts, and mention, profile, link, chunk"},
    )
    total = fields.Integer(dump_only=True)
    hold = fields.Integer(dump_only=True)
    failures = fields.Nested(
        FailureSchema, many=True, dump_only=True, metadata={"description": "The first 100"}
    )
