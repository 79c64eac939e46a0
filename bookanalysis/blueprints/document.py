"""The OpenAPI document: who may ask, how each question is refused, and which fields are always there."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, TypeVar

from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.common import get_fields
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from flask.views import MethodView
from marshmallow import Schema

Security = list[dict[str, list[str]]]
View = TypeVar("View", bound=Callable[..., Any])

ACCESS_TOKEN: Security = [{"access token": []}]
ANY_TOKEN: Security = [*ACCESS_TOKEN, {"refresh token": []}]
REFRESH_TOKEN: Security = [{"refresh token": []}, {"refresh cookie": [], "csrf token": []}, {}]
"""The last one: it is in the body."""
NOBODY: Security = []

SCHEMES = {
    "access token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "refresh token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "refresh cookie": {"type": "apiKey", "in": "cookie", "name": "refresh_token_cookie"},
    "csrf token": {"type": "apiKey", "in": "header", "name": "X-CSRF-TOKEN"},
    "metrics token": {"type": "http", "scheme": "bearer", "description": "METRICS_TOKEN"},
}

UNAUTHORIZED = "UNAUTHORIZED"
TOO_MANY_REQUESTS = "TooManyRequests"
RETRY_AFTER = {
    "description": "Seconds until it may be tried again",
    "required": True,
    "schema": {"type": "integer", "minimum": 1},
}
NOTHING = {"type": "object", "nullable": True, "enum": [None]}


def asks_for(security: Security) -> Callable[[View], View]:
    """Decorate a view with whom it lets in."""

    def decorate(view: View) -> View:
        view.__dict__["_apidoc"] = {**deepcopy(view.__dict__.get("_apidoc", {})), "security": security}
        return view

    return decorate


def name_operations(resource: type[MethodView]) -> None:
    """By method and resource: generated clients call their functions so."""
    for method in map(str.lower, resource.methods or ()):
        view = getattr(resource, method)
        name = f"{method}{resource.__name__}"
        view.__dict__["_apidoc"] = {**view.__dict__.get("_apidoc", {}), "operation_id": name}


def describe_name(operation: dict[str, Any], documented: Mapping[str, Any], **_: Any) -> dict[str, Any]:
    return {**operation, "operationId": documented["operation_id"]}


def describe_login(operation: dict[str, Any], documented: Mapping[str, Any], **_: Any) -> dict[str, Any]:
    """An operation that asks for no token lets everyone in."""
    operation["security"] = documented.get("security", NOBODY)
    if operation["security"]:
        operation.setdefault("responses", {}).setdefault("401", UNAUTHORIZED)
    return operation


def describe_limits(operation: dict[str, Any]) -> dict[str, Any]:
    """What counts to a budget is refused once it is used up."""
    operation.setdefault("responses", {})["429"] = TOO_MANY_REQUESTS
    return operation


def refused_for_now(schema: type[Schema]) -> dict[str, Any]:
    return {
        "description": "Too many requests",
        "headers": {"Retry-After": RETRY_AFTER},
        "content": {"application/json": {"schema": schema}},
    }


def without_null(_converter: OpenAPIConverter, _field: Any, *, ret: dict[str, Any]) -> dict[str, Any]:
    """A query has no word for null: what may be absent is left out of it."""
    schema = {name: said for name, said in ret["schema"].items() if said is not None and name != "nullable"}
    if "enum" in schema:
        schema["enum"] = [value for value in schema["enum"] if value is not None]
    return {"schema": schema}


class _Converter(OpenAPIConverter):
    def init_parameter_attribute_functions(self) -> None:
        super().init_parameter_attribute_functions()
        self.add_parameter_attribute_function(without_null)

    def schema2jsonschema(self, schema: Any) -> dict[str, Any]:
        """What the server says is there in each answer, unless a field is said to be `optional`."""
        described: dict[str, Any] = super().schema2jsonschema(schema)
        always = {
            field.data_key or name
            for name, field in get_fields(schema).items()
            if field.required or (field.dump_only and not field.metadata.get("optional"))
        }
        if always:
            described["required"] = sorted(always)
        return described

    def field2property(self, field: Any) -> dict[str, Any]:
        described: dict[str, Any] = super().field2property(field)
        if "enum" in described:
            described.setdefault("type", "string")
        if "anyOf" in described:
            described["anyOf"] = [NOTHING if "$ref" not in each else each for each in described["anyOf"]]
        return described


class DocumentPlugin(MarshmallowPlugin):
    Converter = _Converter
