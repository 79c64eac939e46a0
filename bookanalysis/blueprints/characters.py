"""Characters: list, show with evidence, and how they are linked."""

from functools import partial

from flask.views import MethodView

from bookanalysis import messages
from bookanalysis.blueprints.api import Blueprint
from bookanalysis.blueprints.budgets import CHARACTERS, take
from bookanalysis.blueprints.login import login_required
from bookanalysis.models import Book
from bookanalysis.models.paging import whole
from bookanalysis.schemas.base import PageQuerySchema, one, page_of
from bookanalysis.schemas.characters import (
    AppearanceSchema,
    CharacterDetailsSchema,
    CharacterQuerySchema,
    CharacterSchema,
    RelationshipSchema,
)
from bookanalysis.schemas.chunks import OfBookSchema, UntilChunkSchema
from bookanalysis.services.characters import (
    appearances,
    list_characters,
    relationships,
    show_character,
)
from bookanalysis.services.ownership import own

characters = Blueprint(
    "characters", __name__, url_prefix="/api/characters", description="Characters and their relationships"
)
characters.before_request(partial(take, CHARACTERS))


@characters.route("/")
class Characters(MethodView):
    @login_required
    @characters.arguments(OfBookSchema, location="query")
    @characters.arguments(CharacterQuerySchema, location="query")
    @characters.arguments(UntilChunkSchema, location="query")
    @characters.arguments(PageQuerySchema, location="query")
    @characters.response(200, page_of(CharacterSchema, messages.CHARACTERS_LISTED))
    @characters.alt_response(404, description="You have no such book")
    def get(self, of, query, place, page):
        """List the characters of a book, as they are at its end or stood at a part"""
        return list_characters(own(Book, of["book_id"]), **page, **place, **query)


@characters.route("/<uuid:character_id>/")
class CharacterDetails(MethodView):
    @login_required
    @characters.arguments(UntilChunkSchema, location="query")
    @characters.response(200, one(CharacterDetailsSchema, messages.CHARACTER_SHOWN))
    @characters.alt_response(404, description="None of your books has this character, or not yet")
    def get(self, place, character_id):
        """Show a character, with the words that say each claim"""
        return show_character(character_id, **place)


@characters.route("/relationships/")
class Relationships(MethodView):
    @login_required
    @characters.arguments(OfBookSchema, location="query")
    @characters.arguments(UntilChunkSchema, location="query")
    @characters.response(200, page_of(RelationshipSchema, messages.RELATIONSHIPS_LISTED))
    @characters.alt_response(404, description="You have no such book")
    def get(self, of, place):
        """Show how the characters of a book are linked, all on one page"""
        return whole(relationships(own(Book, of["book_id"]), **place))


@characters.route("/appearances/")
class Appearances(MethodView):
    @login_required
    @characters.arguments(OfBookSchema, location="query")
    @characters.arguments(UntilChunkSchema, location="query")
    @characters.response(200, page_of(AppearanceSchema, messages.APPEARANCES_LISTED))
    @characters.alt_response(404, description="You have no such book")
    def get(self, of, place):
        """Count the mentions of each character in each part, all on one page"""
        return whole(appearances(own(Book, of["book_id"]), **place))
