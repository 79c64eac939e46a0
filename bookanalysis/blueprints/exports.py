"""A book's reading as a file."""

from io import BytesIO

from flask.views import MethodView

from bookanalysis.blueprints.api import Blueprint
from bookanalysis.blueprints.files import file_answer
from bookanalysis.blueprints.login import login_required
from bookanalysis.export.formats import Format
from bookanalysis.models import Book
from bookanalysis.schemas.exports import ExportedBookSchema, ExportQuerySchema
from bookanalysis.services.exports import export_file
from bookanalysis.services.ownership import own

exports = Blueprint("exports", __name__, url_prefix="/api/books", description="Readings as files")


def answers_with_a_file(view):
    """Tell the OpenAPI document that the answer is the file alone, in one of four types."""
    headers = {"Content-Disposition": {"schema": {"type": "string"}, "description": "The file's name"}}
    shared = {"description": "The file, not in an envelope", "headers": headers}
    for written in (Format.GEXF, Format.GRAPHML, Format.CSV):
        document = exports.alt_response(
            200, schema={"type": "string"}, content_type=written.media_type, success=True, **shared
        )
        view = document(view)
    return exports.response(200, ExportedBookSchema, content_type=Format.JSON.media_type, **shared)(view)


@exports.route("/<uuid:book_id>/export/")
class BookExport(MethodView):
    @login_required
    @exports.arguments(ExportQuerySchema, location="query")
    @answers_with_a_file
    @exports.alt_response(404, description="You have no such book")
    def get(self, query, book_id):
        """Export what was found in a book, so far

        JSON holds everything. CSV holds one table, for spreadsheet programs: UTF-8 with a byte order mark;
        a text that would be a formula has an apostrophe before it. GraphML and GEXF hold the graph of
        characters and relationships, each type read from source to target. Characters are numbered by how
        often they are mentioned, from 1.
        """
        file = export_file(own(Book, book_id), **query)
        return file_answer(BytesIO(file.content), file.name, file.media_type)
