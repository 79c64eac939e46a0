"""A reading is verified without a database, too."""

from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.fold import in_order
from bookanalysis.profile import Role, profile_of
from bookanalysis.verification import BookVerification, ChunkClaims, ShownCharacter
from tests.ai.books import publication, read


def test_a_reading_in_memory_holds():
    store = MemoryStore(publication())
    read(store)
    characters, facts = in_order(store.record("scripted"))
    shown = []
    for rank in characters:
        profile = profile_of([fact for fact in facts if fact.character == rank], Role.MINOR)
        shown.append(ShownCharacter(rank, profile["name"], profile["gender"], profile))
    verification = BookVerification(shown, ())

    for chunk in store.chunks():
        verification.check_chunk(
            ChunkClaims(
                chunk.number,
                chunk.start,
                chunk.end,
                chunk.text,
                [fact for fact in facts if fact.chunk == chunk.number],
                {rank: character.mentions.get(chunk.number, ()) for rank, character in characters.items()},
            ),
            chunk.text,
        )

    report = verification.report()
    assert report.failures == ()
    assert report.counts["mention"]["hold"] > 0
    assert report.counts["profile"]["hold"] > len(characters)
