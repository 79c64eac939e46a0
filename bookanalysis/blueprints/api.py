"""How the API answers: the one place that turns errors into envelopes and reads bodies."""

from http import HTTPStatus
from typing import Any

import flask_smorest  # type: ignore[import-untyped]
from flask import Flask, Response, current_app, g, jsonify
from marshmallow import Schema
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionInTime
from webargs.core import is_json
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import HTTPException

from bookanalysis.blueprints.access import request_id
from bookanalysis.blueprints.budgets import is_counted
from bookanalysis.blueprints.document import (
    TOO_MANY_REQUESTS,
    DocumentPlugin,
    describe_limits,
    describe_login,
    describe_name,
    name_operations,
    refused_for_now,
)
from bookanalysis.errors import (
    BodyTooLarge,
    BookAnalysisError,
    MethodNotAllowed,
    NotFound,
    NotReady,
    NotUnderstood,
    WrongContentType,
    WrongInput,
)
from bookanalysis.schemas.base import RefusalSchema
from bookanalysis.schemas.faults import NOT_VALID, Fault

BY_STATUS: dict[int, type[BookAnalysisError]] = {
    400: NotUnderstood,
    404: NotFound,
    405: MethodNotAllowed,
    413: BodyTooLarge,
    415: WrongContentType,
    422: WrongInput,
}


class JsonParser(FlaskParser):
    def load_json(self, req: Any, schema: Any) -> Any:
        if req.content_length and not is_json(req.mimetype):
            raise WrongContentType
        try:
            return super().load_json(req, schema)
        except (RecursionError, ValueError) as error:  # nested without end, a number of thousands of digits
            raise NotUnderstood from error


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    ARGUMENTS_PARSER = JsonParser()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._prepare_doc_cbks.append(describe_name)
        self._prepare_doc_cbks.append(describe_login)
        self._prepare_doc_cbks.append(self._describe_limits)

    def add_url_rule(
        self, rule: str, endpoint: str | None = None, view_func: Any = None, **options: Any
    ) -> None:
        name_operations(view_func)
        super().add_url_rule(rule, endpoint, view_func, **options)

    def alt_response(self, status_code: int, *args: Any, **options: Any) -> Any:
        """A refusal, unless said otherwise."""
        return super().alt_response(status_code, *args, **{"schema": RefusalSchema, **options})

    def arguments(self, schema: type[Schema], **options: Any) -> Any:
        """Make the schema once, not at every request."""
        return super().arguments(schema(), **options)

    def _describe_limits(self, operation: dict[str, Any], _info: Any, **_: Any) -> dict[str, Any]:
        return describe_limits(operation) if is_counted(f"{self.url_prefix or ''}/") else operation


class Api(flask_smorest.Api):  # type: ignore[misc]
    ERROR_SCHEMA = RefusalSchema

    def __init__(self, app: Flask) -> None:
        super().__init__(app, spec_kwargs={"marshmallow_plugin": DocumentPlugin()})

    def _register_responses(self) -> None:
        super()._register_responses()
        self.spec.components.response(TOO_MANY_REQUESTS, refused_for_now(self.ERROR_SCHEMA), lazy=True)

    def _register_error_handlers(self) -> None:
        super()._register_error_handlers()
        app: Flask = self._app
        app.register_error_handler(BookAnalysisError, refusal)
        for error in (OperationalError, NoConnectionInTime):
            app.register_error_handler(error, self.handle_database_error)

    def handle_http_exception(self, error: HTTPException) -> Response:
        status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            response = refusal(BookAnalysisError({"request_id": request_id()}))
        else:
            response = refusal(BY_STATUS.get(status, NotUnderstood)(_fields_at_fault(error)))
        response.status_code = status
        if error.code == HTTPStatus.METHOD_NOT_ALLOWED:
            response.headers.extend(header for header in error.get_headers() if header[0] == "Allow")
        return response

    def handle_database_error(self, error: SQLAlchemyError) -> Response:
        current_app.logger.error("The database does not answer", exc_info=error)
        return refusal(NotReady({"database": "away"}))


def refusal(error: BookAnalysisError) -> Response:
    """The answer; `g.refusal` is what the logs are told of it."""
    g.refusal = error
    response = jsonify(
        {"status": "error", **error.sentences, "error_code": error.error_code, "details": error.details}
    )
    response.status_code = error.status
    response.retry_after = error.retry_after
    return response


def _fields_at_fault(error: HTTPException) -> dict[str, Any]:
    """What validation found, without the word for where it looked (json, query, form, files)."""
    found: dict[str, dict[str, Any]] = getattr(error, "data", {}).get("messages", {})
    return {field: _said(faults) for place in found.values() for field, faults in _named(place).items()}


def _named(place: Any) -> dict[str, Any]:
    return place if isinstance(place, dict) else {"body": place}


def _said(faults: Any) -> Any:
    """In both languages; what a library says of its own accord, too."""
    if isinstance(faults, dict):
        return {name: _said(each) for name, each in faults.items()}
    if isinstance(faults, list):
        return [_said(each) for each in faults]
    return faults.sentences if isinstance(faults, Fault) else {"en": str(faults), "ar": NOT_VALID.ar}
