"""What may be wrong with a field, in both languages, in place of what marshmallow says.

A fault is its English sentence, so that marshmallow carries it like any message; the Arabic goes with it.
"""

from typing import Any, Self

from marshmallow import fields, validate


class Fault(str):
    ar: str
    __slots__ = ("ar",)

    def __new__(cls, en: str, ar: str) -> Self:
        fault = super().__new__(cls, en)
        fault.ar = ar
        return fault

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Fields are copied, and what they say with them."""
        return type(self), (str(self), self.ar)

    def format(self, *args: object, **values: object) -> Self:
        return type(self)(super().format(*args, **values), self.ar.format(*args, **values))

    @property
    def sentences(self) -> dict[str, str]:
        return {"en": str(self), "ar": self.ar}


NOT_VALID = Fault("This value is not valid.", "هذه القيمة غير صالحة.")
NO_TEXT = Fault("This holds characters that are not text.", "تحوي هذه القيمة رموزًا ليست نصًا.")
NOT_A_LINE = Fault("This must be a single line.", "يجب أن يكون هذا سطرًا واحدًا.")
NOT_SIX_DIGITS = Fault("The code has six digits.", "الرمز من ستة أرقام.")
NOT_YOUR_PASSWORD = Fault("This is not your password.", "هذه ليست كلمة مرورك.")
PASSWORDS_DIFFER = Fault("The two passwords differ.", "كلمتا المرور غير متطابقتين.")
NOT_AMONG = Fault("This must be one of: {choices}.", "القيم المقبولة: {choices}.")

OF_FIELDS: dict[type[fields.Field[Any]], dict[str, Fault]] = {
    fields.Field: {
        "required": Fault("This field is required.", "هذا الحقل مطلوب."),
        "null": Fault("This field may not be null.", "لا يصح أن تكون قيمة هذا الحقل null."),
        "validator_failed": NOT_VALID,
    },
    fields.String: {
        "invalid": Fault("This is not text.", "هذه القيمة ليست نصًا."),
        "invalid_utf8": Fault("This is not text in UTF-8.", "هذه القيمة ليست نصًا بترميز UTF-8."),
    },
    fields.Email: {
        "invalid": Fault("This is not a complete e-mail address.", "هذا ليس عنوان بريد إلكتروني كاملًا.")
    },
    fields.UUID: {"invalid_uuid": Fault("This is not an id (a UUID).", "هذا ليس معرّفًا (UUID).")},
    fields.Number: {"too_large": Fault("This number is too large.", "هذا العدد كبير جدًا.")},
    fields.Integer: {"invalid": Fault("This is not a whole number.", "هذا ليس عددًا صحيحًا.")},
    fields.Boolean: {"invalid": Fault("This must be true or false.", "القيم المقبولة: true أو false.")},
    fields.Enum: {"unknown": NOT_AMONG},
}
OF_SCHEMAS: dict[str, str] = {
    "unknown": Fault("There is no such field here.", "لا يوجد هنا حقل بهذا الاسم."),
    "type": Fault("This must be an object of fields.", "يجب أن يكون هذا كائنًا له حقول."),
}

for kind, faults in OF_FIELDS.items():
    kind.default_error_messages = {**kind.default_error_messages, **faults}


class Length(validate.Length):
    message_min = Fault("At least {min} characters, please.", "الحد الأدنى لعدد الأحرف هو {min}.")
    message_max = Fault("At most {max} characters, please.", "الحد الأقصى لعدد الأحرف هو {max}.")
    message_all = Fault("From {min} to {max} characters, please.", "عدد الأحرف المقبول من {min} إلى {max}.")


class Range(validate.Range):
    message_min = Fault("This must be {{min}} or more.", "القيم المقبولة: {{min}} فأكثر.")
    message_max = Fault("This must be {{max}} or less.", "القيم المقبولة: {{max}} فأقل.")
    message_all = Fault("This must be from {{min}} to {{max}}.", "القيم المقبولة: من {{min}} إلى {{max}}.")


class OneOf(validate.OneOf):
    default_message = NOT_AMONG
