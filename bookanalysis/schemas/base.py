"""Fields and envelopes that all bodies share."""

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from marshmallow import ValidationError, fields

from bookanalysis.extensions import off_loop
from bookanalysis.messages import Message
from bookanalysis.models.paging import Page
from bookanalysis.schemas.faults import NO_TEXT, NOT_A_LINE, Length, Range
from bookanalysis.schemas.lean import Schema

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""Control characters and halves of characters: no database keeps them all."""
PROSE = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$"
ONE_LINE = r"^[^\x00-\x08\x0a-\x1f\x85\u2028\u2029]*$"
_NO_BLANK = r"[^\x00-\x20\x7f-\xa0\u1680\u2000-\u202f\u205f\u3000]"
SAYS_SOMETHING = f"^ *{_NO_BLANK}{ONE_LINE[1:]}"
"""The same for the OpenAPI document; JSON has no halves of characters. Blanks alone say nothing."""
_END_OF_LINE = re.compile("[\n\r\x85\u2028\u2029]")


def _is_plain(text: str) -> None:
    if _NO_TEXT.search(text):
        raise ValidationError(NO_TEXT)


def _is_a_line(text: str) -> None:
    """A name goes into headers of mails and downloads, where a new line begins another header."""
    if _END_OF_LINE.search(text):
        raise ValidationError(NOT_A_LINE)


class Text(fields.String):
    """A line of text from outside: of limited length as it was sent, then trimmed."""

    rules: tuple[Callable[[str], None], ...] = (_is_plain, _is_a_line)
    pattern = ONE_LINE
    is_trimmed = True

    def __init__(self, *, max_length: int, min_length: int = 0, **options: Any) -> None:
        length = Length(min=min_length, max=max_length)
        self.as_sent = Length(max=max_length)
        pattern = SAYS_SOMETHING if min_length and self.is_trimmed else self.pattern
        metadata = {"pattern": pattern, **options.pop("metadata", {})}
        super().__init__(validate=[*self.rules, length], metadata=metadata, **options)

    def _deserialize(self, value: Any, *args: Any, **options: Any) -> str:
        text: str = super()._deserialize(value, *args, **options)
        self.as_sent(text)
        return text.strip() if self.is_trimmed else text


class Prose(Text):
    """Text of several lines."""

    rules = (_is_plain,)
    pattern = PROSE


class EmailAddress(fields.Email):
    """In small letters, as it is kept; a capital may become two of them, so the length is measured then."""

    def __init__(self, **options: Any) -> None:
        super().__init__(validate=[_is_plain, Length(max=254)], **options)

    def _deserialize(self, value: Any, *args: Any, **options: Any) -> str:
        text: str = super()._deserialize(value, *args, **options)
        return text.lower()


LARGEST_PAGE = 100
"""Only lists that come whole are longer; thousands of items take a while to be said."""


class PageQuerySchema(Schema):
    page = fields.Integer(load_default=1, validate=Range(1, 100_000))
    page_size = fields.Integer(load_default=20, validate=Range(1, LARGEST_PAGE))


class PaginationSchema(Schema):
    page = fields.Integer(dump_only=True)
    page_size = fields.Integer(dump_only=True)
    total = fields.Integer(dump_only=True)
    total_pages = fields.Integer(dump_only=True)


class Envelope(Schema):
    """Every answer: what happened, in both languages, and the data."""

    status = fields.String(dump_only=True)
    en = fields.String(dump_only=True)
    ar = fields.String(dump_only=True)


class SentencesSchema(Schema):
    """What is told, in both languages."""

    en = fields.String(dump_only=True)
    ar = fields.String(dump_only=True)


class RefusalSchema(Envelope):
    error_code = fields.String(dump_only=True)
    details = fields.Dict(dump_only=True)


class _Answer(Envelope):
    body: type[Schema]

    def __init__(self, message: Message, status: str = "success") -> None:
        super().__init__()
        self.head = {"status": status, **message.filled()}
        self.content = self.body()

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        return {**self.head, **self.rest(obj)}

    def rest(self, obj: Any) -> Mapping[str, Any]:
        return {"data": self.content.dump(obj)}


class _ListAnswer(_Answer):
    pagination = fields.Nested(PaginationSchema, dump_only=True)

    def rest(self, obj: Page[Any]) -> Mapping[str, Any]:
        dump = partial(self.content.dump, many=True)
        return {
            "data": dump(obj.items) if len(obj.items) <= LARGEST_PAGE else off_loop(dump, obj.items),
            "pagination": {
                "page": obj.page,
                "page_size": obj.page_size,
                "total": obj.total,
                "total_pages": obj.total_pages,
            },
        }


class _JobAnswer(_Answer):
    job_id = fields.UUID(dump_only=True)

    def rest(self, obj: Any) -> Mapping[str, Any]:
        return {"job_id": str(obj.id), **super().rest(obj)}


def one(body: type[Schema], message: Message) -> Schema:
    """The envelope of one thing."""
    return _class_of(_Answer, body)(message)


def page_of(body: type[Schema], message: Message) -> Schema:
    """The envelope of a `Page`."""
    return _class_of(_ListAnswer, body)(message)


def accepted(body: type[Schema], message: Message) -> Schema:
    """The envelope of a job that was just made."""
    return _class_of(_JobAnswer, body)(message, "accepted")


class NothingSchema(Schema):
    """No data: the sentence says it all."""


@cache
def _class_of(kind: type[_Answer], body: type[Schema]) -> type[_Answer]:
    """One class for a body, so that the OpenAPI document names each envelope once."""
    data = fields.Nested(body, many=kind is _ListAnswer, dump_only=True)
    name = f"{body.__name__.removesuffix('Schema')}{kind.__name__.removeprefix('_')}"
    return type(name, (kind,), {"data": data, "body": body})
