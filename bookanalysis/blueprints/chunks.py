"""Chunks: list, show."""

from flask.views import MethodView

from bookanalysis import messages
from bookanalysis.blueprints.api import Blueprint
from bookanalysis.blueprints.login import login_required
from bookanalysis.models import Book
from bookanalysis.models.chunk import chunks_of
from bookanalysis.models.paging import paginate
from bookanalysis.schemas.base import PageQuerySchema, one, page_of
from bookanalysis.schemas.chunks import ChunkDetailsSchema, ChunkSchema, OfBookSchema, UntilChunkSchema
from bookanalysis.services.chunks import show_chunk
from bookanalysis.services.ownership import own

chunks = Blueprint("chunks", __name__, url_prefix="/api/chunks", description="The parts of a book")


@chunks.route("/")
class Chunks(MethodView):
    @login_required
    @chunks.arguments(OfBookSchema, location="query")
    @chunks.arguments(PageQuerySchema, location="query")
    @chunks.response(200, page_of(ChunkSchema, messages.CHUNKS_LISTED))
    @chunks.alt_response(404, description="You have no such book")
    def get(self, of, page):
        """List the parts of a book"""
        return paginate(chunks_of(own(Book, of["book_id"])), **page)


@chunks.route("/<uuid:chunk_id>/")
class ChunkDetails(MethodView):
    @login_required
    @chunks.arguments(UntilChunkSchema, location="query")
    @chunks.response(200, one(ChunkDetailsSchema, messages.CHUNK_SHOWN))
    @chunks.alt_response(404, description="None of your books has this part, or it lies behind `until_chunk`")
    def get(self, place, chunk_id):
        """Show the text of a part, and who is mentioned where"""
        return show_chunk(chunk_id, **place)
