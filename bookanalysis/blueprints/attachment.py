"""A file as an answer, to be kept under a name of its own."""

from http import HTTPStatus
from urllib.parse import quote

from flask import Response, request

from bookanalysis.services.files import Download

BINARY = {"type": "string", "format": "binary"}
"""For the OpenAPI document."""


def attachment(download: Download, content_type: str) -> Response:
    """Streamed; not sent again to who has it (RFC 9110, ETag)."""
    response = Response(download.blocks, content_type=content_type)
    response.call_on_close(download.close)
    response.headers["Content-Disposition"] = _disposition(download.name)
    response.cache_control.private = response.cache_control.no_cache = True
    response.set_etag(download.digest)
    if request.if_none_match.contains_weak(download.digest):
        response.status_code = HTTPStatus.NOT_MODIFIED
    else:
        response.content_length = download.size
    return response


def _disposition(name: str) -> str:
    """RFC 6266: the name in UTF-8, and a plain one for what cannot read that."""
    plain = name if name.isascii() else f"book{name[name.rfind('.') :]}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
