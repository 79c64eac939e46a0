"""The built web app at `/`: its files, and its page for every address that only the app itself can read."""

from os.path import isfile
from pathlib import Path, PurePosixPath

from flask import Flask, Response, current_app, render_template, request, send_file
from flask.typing import ResponseReturnValue
from werkzeug.routing import BaseConverter
from werkzeug.security import safe_join

from bookanalysis.environment import PROJECT
from bookanalysis.errors import NotFound, WebAppNotBuilt

BUILT = PROJECT / "frontend" / "dist"
PAGE = "index.html"
HASHED = "assets"
"""What is in this folder has the hash of its content in its name, so it never changes."""
A_YEAR = 365 * 24 * 60 * 60
AS_IT_IS = "identity"
ENDINGS = {"br": ".br", "gzip": ".gz", AS_IT_IS: ""}
"""The build compresses what is worth it, and we never; the smallest first."""
MEDIA_TYPES = {".js": "text/javascript", ".woff": "font/woff", ".woff2": "font/woff2"}
"""Not every machine knows them."""


class PathOfWebApp(BaseConverter):
    """Any path but those that others answer: theirs stay unknown where they are unknown."""

    regex = r"(?!(?:api|healthz|metrics|readyz|rq|socket\.io)(?:/|\Z)).+"
    part_isolating = False
    weight = 300


def serve_web_app(app: Flask) -> None:
    app.extensions["web_app"] = BUILT
    app.url_map.converters["path_of_web_app"] = PathOfWebApp
    app.add_url_rule("/", view_func=page)
    app.add_url_rule("/<path_of_web_app:path>", view_func=file_or_page)
    app.register_error_handler(WebAppNotBuilt, tell_how_to_build)


def page() -> Response:
    if not (_folder() / PAGE).is_file():
        raise WebAppNotBuilt
    return built_file(PAGE)


def file_or_page(path: str) -> Response:
    """Files have an ending, the app's own addresses have none."""
    if PurePosixPath(path).suffix:
        return built_file(path)
    if request.accept_mimetypes.best_match(["application/json", "text/html"]) == "text/html":
        return page()
    raise NotFound


def built_file(name: str) -> Response:
    """As it is or compressed, whichever the client would rather have."""
    path = safe_join(str(_folder()), name)
    forms = _forms(path) if path else {}
    if AS_IT_IS not in forms:
        raise NotFound
    coding = request.accept_encodings.best_match(forms, default=AS_IT_IS)
    file = Path(forms[AS_IT_IS])
    is_hashed = _folder() / HASHED in file.parents
    response = send_file(
        forms[coding],
        mimetype=MEDIA_TYPES.get(file.suffix),
        download_name=file.name,
        max_age=A_YEAR if is_hashed else None,
    )
    response.cache_control.immutable = is_hashed
    if len(forms) > 1:
        response.vary.add("Accept-Encoding")
    if coding != AS_IT_IS:
        response.content_encoding = coding
    return response


def tell_how_to_build(error: WebAppNotBuilt) -> ResponseReturnValue:
    return render_template("web_app_not_built.html", error=error), error.status


def _folder() -> Path:
    folder: Path = current_app.extensions["web_app"]
    return folder


def _forms(path: str) -> dict[str, str]:
    """The file of each coding that there is."""
    files = {coding: path + ending for coding, ending in ENDINGS.items()}
    return {coding: file for coding, file in files.items() if isfile(file)}  # noqa: PTH113  no name is an error
