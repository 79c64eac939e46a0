"""Books: upload, list, show, change, delete, restore, read again, download."""

from functools import wraps

from flask import request
from flask.views import MethodView
from flask_jwt_extended import current_user

from bookanalysis import messages
from bookanalysis.blueprints.api import Blueprint
from bookanalysis.blueprints.budgets import UPLOADS, counts_accepted
from bookanalysis.blueprints.files import BINARY, download_answer
from bookanalysis.blueprints.login import login_required
from bookanalysis.config import MEGABYTE, config
from bookanalysis.errors import FileTooLarge
from bookanalysis.models import Book
from bookanalysis.models.book import books_of, find_books
from bookanalysis.models.loading import BOOK_WITH_DESCRIPTION
from bookanalysis.models.paging import paginate
from bookanalysis.schemas.base import PageQuerySchema, accepted, one, page_of
from bookanalysis.schemas.books import (
    UPLOAD_BODY,
    BookChangesSchema,
    BookDetailsSchema,
    BookQuerySchema,
    BookSchema,
    BookStatusSchema,
    DeletedQuerySchema,
    UploadedSchema,
    UploadFileSchema,
    UploadFormSchema,
)
from bookanalysis.schemas.verification import VerificationSchema
from bookanalysis.services.books import add_book, request_analysis
from bookanalysis.services.files import open_download
from bookanalysis.services.library import delete_book, reprocess_book, restore_book, update_book
from bookanalysis.services.ownership import own
from bookanalysis.services.verification import verify_book

EPUB = "application/epub+zip"
MOST_FAILURES = 100
"""Of a verification, in one answer; more say nothing more."""

books = Blueprint("books", __name__, url_prefix="/api/books", description="Books")


def takes_an_epub(view):
    """Let the body be as large as a book, and refuse a larger one before a byte of it is read."""

    @wraps(view)
    def measured(*args, **kwargs):
        limits = config()
        request.max_content_length = limits.max_epub_bytes + MEGABYTE
        if (request.content_length or 0) > request.max_content_length:
            raise FileTooLarge(limit=limits.max_epub_mb)
        return view(*args, **kwargs)

    return measured


@books.route("/")
class Books(MethodView):
    @login_required
    @books.arguments(DeletedQuerySchema, location="query")
    @books.arguments(BookQuerySchema, location="query")
    @books.arguments(PageQuerySchema, location="query")
    @books.response(200, page_of(BookSchema, messages.BOOKS_LISTED))
    def get(self, deleted, query, page):
        """List your books"""
        return paginate(find_books(books_of(current_user.id, **deleted), **query), **page)

    @counts_accepted(UPLOADS)
    @login_required
    @takes_an_epub
    @books.arguments(UploadFormSchema, location="form")
    @books.arguments(UploadFileSchema, location="files")
    @books.response(202, accepted(UploadedSchema, messages.BOOK_ACCEPTED))
    @books.alt_response(400, description="The file is no EPUB, or is damaged or unsafe")
    @books.alt_response(409, description="The file is in the library already, or the library is full")
    @books.alt_response(411, description="The body comes in chunks, so that nobody knows its length")
    @books.alt_response(413, description="The file is too large")
    @books.doc(requestBody=UPLOAD_BODY)
    def post(self, form, files):
        """Upload a book and have it read"""
        return request_analysis(add_book(current_user, files["file"].stream, **form))


@books.route("/<uuid:book_id>/")
class BookDetails(MethodView):
    @login_required
    @books.response(200, one(BookDetailsSchema, messages.BOOK_SHOWN))
    @books.alt_response(404, description="You have no such book")
    def get(self, book_id):
        """Show a book"""
        return own(Book, book_id, *BOOK_WITH_DESCRIPTION)

    @login_required
    @books.arguments(BookChangesSchema, required=False)
    @books.response(200, one(BookDetailsSchema, messages.BOOK_CHANGED))
    @books.alt_response(404, description="You have no such book")
    def put(self, changes, book_id):
        """Change what a book is called, or what is said of it"""
        return update_book(own(Book, book_id), changes)

    @login_required
    @books.response(200, one(BookSchema, messages.BOOK_DELETED))
    @books.alt_response(404, description="You have no such book")
    def delete(self, book_id):
        """Delete a book; for some days it can be restored"""
        return delete_book(own(Book, book_id))


@books.route("/<uuid:book_id>/restore/")
class BookRestore(MethodView):
    @login_required
    @books.response(200, one(BookDetailsSchema, messages.BOOK_RESTORED))
    @books.alt_response(404, description="You have no such book, or it is purged")
    @books.alt_response(409, description="The file is in the library already, or the library is full")
    def post(self, book_id):
        """Bring a deleted book back"""
        return restore_book(current_user.id, book_id)


@books.route("/<uuid:book_id>/reprocess/")
class BookReprocess(MethodView):
    @login_required
    @books.response(202, accepted(UploadedSchema, messages.BOOK_ACCEPTED_AGAIN))
    @books.alt_response(404, description="You have no such book")
    @books.alt_response(409, description="The book is being read; the details name the job")
    def post(self, book_id):
        """Have a book read again, from the beginning"""
        return reprocess_book(own(Book, book_id))


@books.route("/<uuid:book_id>/download/")
class BookDownload(MethodView):
    @login_required
    @books.response(200, BINARY, content_type=EPUB, description="The EPUB as it was uploaded")
    @books.alt_response(304, description="You have it already, as If-None-Match says")
    @books.alt_response(404, description="You have no such book")
    @books.alt_response(410, description="The file is no longer there")
    def get(self, book_id):
        """Download the file of a book"""
        return download_answer(open_download(own(Book, book_id)), EPUB)


@books.route("/<uuid:book_id>/status/")
class BookStatus(MethodView):
    @login_required
    @books.response(200, one(BookStatusSchema, messages.BOOK_STATUS_SHOWN))
    @books.alt_response(404, description="You have no such book")
    def get(self, book_id):
        """Tell how far a book is"""
        return own(Book, book_id)


@books.route("/<uuid:book_id>/verification/")
class BookVerification(MethodView):
    @login_required
    @books.response(200, one(VerificationSchema, messages.BOOK_VERIFIED))
    @books.alt_response(404, description="You have no such book")
    def get(self, book_id):
        """Check every claim about a book against its text, as it stands now"""
        return verify_book(own(Book, book_id), MOST_FAILURES)
