from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID

import marshmallow
import pytest
from marshmallow import fields

from bookanalysis.models import JobStatus
from bookanalysis.schemas.lean import Schema


class Part(Schema):
    number = fields.Integer()


def fields_of_a_schema():
    return {
        "thing_id": fields.UUID(attribute="id"),
        "title": fields.String(allow_none=True),
        "status": fields.Enum(JobStatus, by_value=True),
        "made_at": fields.AwareDateTime(),
        "owner": fields.String(attribute="user.name"),
        "parts": fields.Nested(Part, many=True),
        "spans": fields.List(fields.List(fields.Integer())),
        "secret": fields.String(load_only=True),
    }


THING = SimpleNamespace(
    id=UUID(int=1),
    title=None,
    status=JobStatus.RUNNING,
    made_at=datetime(2026, 1, 1, tzinfo=UTC),
    user=SimpleNamespace(name="أمينة"),
    parts=[SimpleNamespace(number=1), SimpleNamespace(number=2)],
    spans=[[0, 4]],
)


@pytest.mark.parametrize("many", [False, True])
def test_it_says_the_same_as_marshmallow(many):
    lean = type("Lean", (Schema,), fields_of_a_schema())()
    usual = type("Usual", (marshmallow.Schema,), fields_of_a_schema())()
    thing = [THING, THING] if many else THING

    assert lean.dump(thing, many=many) == usual.dump(thing, many=many)


def test_a_missing_attribute_is_an_error():
    with pytest.raises(AttributeError):
        Part().dump(SimpleNamespace())


def test_a_field_it_cannot_say_is_an_error():
    with pytest.raises(TypeError):
        type("Odd", (Schema,), {"method": fields.Method("x"), "x": lambda self, obj: 1})().dump(THING)
