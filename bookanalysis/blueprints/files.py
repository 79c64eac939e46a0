"""How the API hands over a file: to be kept, not shown, and under a name in any script."""

from http import HTTPStatus
from typing import BinaryIO

from flask import Response, request, send_file

from bookanalysis.filenames import attachment
from bookanalysis.services.files import Download

BINARY = {"type": "string", "format": "binary"}
"""For the OpenAPI document."""


def file_answer(file: BinaryIO, name: str, media_type: str) -> Response:
    """Sent block by block."""
    response = send_file(file, mimetype=media_type, conditional=False)
    response.headers["Content-Disposition"] = attachment(name)
    return response


def download_answer(download: Download, media_type: str) -> Response:
    """Streamed; not sent again to who has it (RFC 9110, ETag)."""
    response = Response(download.blocks, content_type=media_type)
    response.call_on_close(download.close)
    response.headers["Content-Disposition"] = attachment(download.name)
    response.cache_control.private = response.cache_control.no_cache = True
    response.set_etag(download.digest)
    if request.if_none_match.contains_weak(download.digest):
        response.status_code = HTTPStatus.NOT_MODIFIED
    else:
        response.content_length = download.size
    return response
