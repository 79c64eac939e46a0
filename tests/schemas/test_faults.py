"""Whatever is wrong with a field is said in both languages."""

import importlib
import inspect
import pkgutil

import pytest

from bookanalysis import schemas
from bookanalysis.schemas.accounts import PasswordConfirmSchema
from bookanalysis.schemas.auth import LoginSchema, RegisterSchema
from bookanalysis.schemas.base import PageQuerySchema
from bookanalysis.schemas.books import BookQuerySchema
from bookanalysis.schemas.chunks import OfBookSchema, UntilChunkSchema
from bookanalysis.schemas.faults import Fault
from bookanalysis.schemas.lean import Schema

MODULES = [
    importlib.import_module(f"{schemas.__name__}.{each.name}")
    for each in pkgutil.iter_modules(schemas.__path__)
]
SCHEMAS = sorted(
    {
        member
        for module in MODULES
        for _, member in inspect.getmembers(module, inspect.isclass)
        if issubclass(member, Schema) and member.__module__ == module.__name__ and member.__name__[0] != "_"
    },
    key=lambda schema: schema.__name__,
)
TAKEN = [
    pytest.param(field, id=f"{schema.__name__}.{name}")
    for schema in SCHEMAS
    for name, field in schema._declared_fields.items()
    if not field.dump_only
]


@pytest.mark.parametrize("field", TAKEN)
def test_every_message_of_a_field_that_is_taken_has_its_arabic(field):
    said = field.error_messages | {validator: said_by(validator) for validator in field.validators}

    assert {key for key, message in said.items() if not isinstance(message, Fault)} == set()


def said_by(validator):
    """Those of ours raise what the tests below look at."""
    if inspect.isfunction(validator):
        return Fault("", "")
    return getattr(validator, "message_all", None) or validator.error


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_message_of_a_schema_has_its_arabic(schema):
    assert all(isinstance(message, Fault) for message in schema().error_messages.values())


@pytest.mark.parametrize(
    ("schema", "body", "arabic"),
    [
        (RegisterSchema, {"password": "قصيرة"}, "عدد الأحرف المقبول من 8 إلى 128."),
        (RegisterSchema, {"password": "\0" * 9}, "تحوي هذه القيمة رموزًا ليست نصًا."),
        (RegisterSchema, {"name": "أمينة\nسعيد"}, "يجب أن يكون هذا سطرًا واحدًا."),
        (RegisterSchema, {"name": 7}, "هذه القيمة ليست نصًا."),
        (LoginSchema, {"email": "ا" * 255}, "الحد الأقصى لعدد الأحرف هو 254."),
        (LoginSchema, {"session": "none"}, "القيم المقبولة: body, cookie."),
        (PasswordConfirmSchema, {"code": "١٢"}, "الرمز من ستة أرقام."),
        (PageQuerySchema, {"page": "الأولى"}, "هذا ليس عددًا صحيحًا."),
        (PageQuerySchema, {"page_size": 101}, "القيم المقبولة: من 1 إلى 100."),
        (UntilChunkSchema, {"until_chunk": 0}, "القيم المقبولة: 1 فأكثر."),
        (OfBookSchema, {"book_id": "الأيام"}, "هذا ليس معرّفًا (UUID)."),
        (BookQuerySchema, {"status": "unread"}, "القيم المقبولة: pending, processing, completed, failed."),
    ],
)
def test_the_arabic_is_filled_in_like_the_english(schema, body, arabic):
    (field,) = body

    assert arabic in [fault.ar for fault in schema().validate(body, partial=True)[field]]


def test_two_passwords_that_differ_are_told_in_arabic():
    account = {"name": "أمينة", "email": "amina@example.org", "password": "كلمة سر طويلة"}

    (fault,) = RegisterSchema().validate({**account, "password_confirm": "أخرى"})["password_confirm"]

    assert fault.ar == "كلمتا المرور غير متطابقتين."
