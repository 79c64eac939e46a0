"""Where a request was made, as the browser tells it."""

from urllib.parse import urlsplit

from flask import request

from bookanalysis.errors import ForeignOrigin


def check_origin() -> None:
    """Refuse what another site's page asks for: the browser would send our cookie along."""
    if not _is_from_our_pages():
        raise ForeignOrigin


def _is_from_our_pages() -> bool:
    """Told by the first of three headers that is there; one of them is, in any browser."""
    headers = request.headers
    if "Origin" in headers:
        return headers["Origin"] == _own_origin()
    if "Sec-Fetch-Site" in headers:
        return headers["Sec-Fetch-Site"] == "same-origin"
    return _origin_of(headers.get("Referer", "")) == _own_origin()


def _own_origin() -> str:
    return f"{request.scheme}://{request.host}"


def _origin_of(address: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}"
