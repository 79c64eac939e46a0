"""What someone sees and changes of their own account."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from bookanalysis.schemas.auth import LEAST_PASSWORD, MOST_PASSWORD, Password, UserSchema
from bookanalysis.schemas.base import EmailAddress, Text
from bookanalysis.schemas.faults import NOT_SIX_DIGITS, PASSWORDS_DIFFER
from bookanalysis.schemas.lean import Schema

_OF_ADDRESS = {"description": "Another address takes the password, too"}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


class Code(fields.String):
    """Six digits, as any keyboard writes them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(validate=validate.Regexp(r"^[0-9٠-٩۰-۹]{6}\Z", error=NOT_SIX_DIGITS), **options)

    def deserialize(self, value: Any, *args: Any, **options: Any) -> Any:
        code = super().deserialize(value, *args, **options)
        return code.translate(_DIGITS) if isinstance(code, str) else code


class AccountSchema(UserSchema):
    is_staff = fields.Boolean(dump_only=True)
    last_login = fields.AwareDateTime(dump_only=True, allow_none=True)


class AccountChangeSchema(Schema):
    name = Text(required=True, min_length=1, max_length=255)
    email = EmailAddress(metadata=_OF_ADDRESS)
    password = Password(max_length=MOST_PASSWORD, load_only=True)


class AccountRemovalSchema(Schema):
    password = Password(required=True, max_length=MOST_PASSWORD, load_only=True)


class NewPasswordSchema(Schema):
    """Said twice, as it cannot be seen."""

    new_password = Password(
        required=True, min_length=LEAST_PASSWORD, max_length=MOST_PASSWORD, load_only=True
    )
    new_password_confirm = fields.String(required=True, load_only=True)

    @validates_schema
    def passwords_agree(self, data: dict[str, Any], **_: Any) -> None:
        if data["new_password"] != data["new_password_confirm"]:
            raise ValidationError(PASSWORDS_DIFFER, "new_password_confirm")


class PasswordChangeSchema(NewPasswordSchema):
    old_password = Password(required=True, max_length=MOST_PASSWORD, load_only=True)


class PasswordResetSchema(Schema):
    email = EmailAddress(required=True)


class PasswordConfirmSchema(NewPasswordSchema):
    email = EmailAddress(required=True)
    code = Code(required=True, load_only=True)
