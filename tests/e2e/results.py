"""What a reading came to, in the export's words: read through the API, or from the database."""

import sqlite3
from contextlib import closing, contextmanager

from bookanalysis.app import create_app
from bookanalysis.config import Config
from bookanalysis.export import export_book
from bookanalysis.extensions import db
from bookanalysis.models import Book
from bookanalysis.services.records import record_of
from bookanalysis.services.verification import verify_book

TABLES = ("chunk", "character", "character_fact", "chunk_character", "character_relationship")


def through_the_api(browser, book_id):
    """Characters and relationships as `flask analyze` writes them."""
    rows = browser.pages("/api/characters/", book_id=book_id)
    details = [browser.get(f"/api/characters/{row['character_id']}/")["data"] for row in rows]
    names = {row["character_id"]: row["name"] for row in rows}
    relationships = browser.get("/api/characters/relationships/", book_id=book_id)["data"]
    return {
        "characters": sorted((character(each, names) for each in details), key=by_name),
        "relationships": sorted(map(relationship, relationships), key=str),
    }


def character(told, names):
    return {
        "name": told["name"],
        "aliases": told["character_data"]["aliases"],
        "role": told["role"],
        "mentions": told["mention_count"],
        "appearances": [{"chunk": each["chunk_number"], "spans": each["spans"]} for each in told["mentions"]],
        "facts": sorted((fact(each, names) for each in own_evidence(told)), key=str),
    }


def own_evidence(told):
    """The API shows a link with both of its characters, the export with the one that it is told of."""
    return [each for each in told["evidence"] if each["character_id"] == told["character_id"]]


def fact(told, names):
    other = {"other": names[told["other_character_id"]]} if told["other_character_id"] else {}
    return {"kind": told["kind"], "key": told["key"], "value": told["value"], **other, **place(told)}


def relationship(told):
    return {
        "pair": sorted([told["name_1"], told["name_2"]]),
        "type": told["relationship_type"],
        "description": told["description"],
        "evidence": sorted((place(each) for each in told["evidence"]), key=str),
    }


def place(told):
    return {
        "chunk": told.get("chunk_number", told.get("chunk")),
        "start": told["start"],
        "end": told["end"],
        "quote": told["quote"],
    }


def as_the_api_tells(document):
    """The export in the same form: what each side orders in its own way is sorted."""
    told = ("name", "aliases", "role", "mentions", "appearances")
    return {
        "characters": sorted(
            (
                {**{key: each[key] for key in told}, "facts": sorted(each["facts"], key=str)}
                for each in document["characters"]
            ),
            key=by_name,
        ),
        "relationships": sorted(
            (
                {
                    "pair": sorted([each["a"], each["b"]]),
                    "type": each["type"],
                    "description": each["description"],
                    "evidence": sorted(each["evidence"], key=str),
                }
                for each in document["relationships"]
            ),
            key=str,
        ),
    }


def by_name(character):
    return character["name"]


def from_the_database(system, book_id):
    """The whole export of a book."""
    with database_of(system):
        return export_book(record_of(db.session.get(Book, book_id)))


def verified(system, book_id):
    """The report of `flask verify`."""
    with database_of(system):
        return verify_book(db.session.get(Book, book_id))


@contextmanager
def database_of(system):
    with create_app(Config.from_environment(system.environment)).app_context():
        yield db.session
        db.engine.dispose()


def row_counts(system):
    with closing(sqlite3.connect(system.folder / "bookanalysis.sqlite3")) as connection:
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
