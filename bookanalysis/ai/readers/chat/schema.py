"""A form's JSON schema as it is sent: without what costs tokens and tells a model nothing."""

from functools import cache
from typing import Any

from pydantic import BaseModel

_NOT_TOLD = ("title", "minimum", "maximum")


def closed(schema: dict[str, Any]) -> None:
    """For OpenAI's strict mode: no other fields than these."""
    if schema.get("type") == "object":
        schema["additionalProperties"] = False


@cache
def schema_of(form: type[BaseModel]) -> dict[str, Any]:
    """The schema with its parts in their places; only the whole has a title. Not to be changed."""
    schema = form.model_json_schema()
    parts = schema.pop("$defs", {})
    return {"title": form.__name__, **_lean(schema, parts)}


def _lean(schema: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref")
    if reference:
        return _lean(parts[reference.rpartition("/")[2]], parts)
    lean = {key: value for key, value in schema.items() if key not in _NOT_TOLD}
    if "properties" in lean:
        lean["properties"] = {name: _lean(inner, parts) for name, inner in lean["properties"].items()}
    if isinstance(lean.get("items"), dict):
        lean["items"] = _lean(lean["items"], parts)
    return lean
