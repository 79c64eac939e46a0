"""What goes in and out at the door."""

from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from bookanalysis.schemas.base import EmailAddress, Prose, Text
from bookanalysis.schemas.faults import PASSWORDS_DIFFER, OneOf
from bookanalysis.schemas.lean import Schema

LEAST_PASSWORD = 8
MOST_PASSWORD = 128


class Password(Prose):
    """Kept as typed, blanks and all."""

    is_trimmed = False


class UserSchema(Schema):
    id = fields.UUID(dump_only=True)
    name = fields.String(dump_only=True)
    email = fields.Email(dump_only=True)
    created_at = fields.AwareDateTime(dump_only=True)


class RegisterSchema(Schema):
    name = Text(required=True, min_length=1, max_length=255)
    email = EmailAddress(required=True)
    password = Password(required=True, min_length=LEAST_PASSWORD, max_length=MOST_PASSWORD, load_only=True)
    password_confirm = fields.String(required=True, load_only=True)

    @validates_schema
    def passwords_agree(self, data: dict[str, Any], **_: Any) -> None:
        if data["password"] != data["password_confirm"]:
            raise ValidationError(PASSWORDS_DIFFER, "password_confirm")


class LoginSchema(Schema):
    email = Text(required=True, max_length=254)
    password = Password(required=True, max_length=MOST_PASSWORD, load_only=True)
    session = fields.String(
        load_default="body",
        validate=OneOf(["body", "cookie"]),
        metadata={"description": "cookie: the refresh token comes in an httpOnly cookie, not in the body"},
    )


class RefreshSchema(Schema):
    refresh = Text(
        max_length=4000,
        load_only=True,
        metadata={"description": "Unless it is in the header or cookie"},
    )


class TokensSchema(Schema):
    access = fields.String(dump_only=True)
    refresh = fields.String(
        dump_only=True, metadata={"description": "Absent when it is in the cookie", "optional": True}
    )
    user = fields.Nested(UserSchema, dump_only=True)
