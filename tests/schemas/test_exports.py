from marshmallow import fields

from bookanalysis.export import export_book
from bookanalysis.schemas.exports import ExportedBookSchema
from tests.export.readings import BOOK


def described(schema, path=""):
    for name, field in schema.fields.items():
        yield path + name
        if isinstance(field, fields.Nested):
            yield from described(field.schema, f"{path}{name}.")


def written(thing, path=""):
    if isinstance(thing, list):
        for each in thing:
            yield from written(each, path)
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield path + key
            yield from written(value, f"{path}{key}.")


def test_the_described_document_is_the_one_that_is_written():
    assert set(described(ExportedBookSchema())) == set(written(export_book(BOOK)))
