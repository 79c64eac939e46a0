"""How the API hands over a file: to be kept, not shown, and under a name in any script."""

from typing import BinaryIO

from flask import Response, send_file

from bookanalysis.filenames import attachment


def file_answer(file: BinaryIO, name: str, media_type: str) -> Response:
    """Sent block by block."""
    response = send_file(file, mimetype=media_type, conditional=False)
    response.headers["Content-Disposition"] = attachment(name)
    return response
