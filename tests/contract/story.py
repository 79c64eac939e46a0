"""What is there to be asked for: a book of أمينة's, read, and the ids of what is in it."""

from bookanalysis.extensions import db
from bookanalysis.jobs.profiles import refresh_profiles
from tests.blueprints.test_reads import story_of


def known_ids(app, visitor, arrange):
    """By the name of their parameter."""
    app.extensions["redis"] = type("Answers", (), {"ping": lambda self: True})()
    story = arrange(story_of, visitor.user)
    arrange(lambda: (refresh_profiles(story.book.id), db.session.commit()))
    return {
        "book_id": story.book.id,
        "chunk_id": story.chunks[0].id,
        "character_id": story.ahmad.id,
        "job_id": story.job.id,
    }


def operations_of(document):
    """By label: METHOD path."""
    return {
        f"{method.upper()} {path}": operation
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method != "parameters"
    }
