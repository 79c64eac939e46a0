"""Whether all that is shown of a book is in its text: every claim, looked up anew. Pure; a leaf."""

from bookanalysis.verification.book import BookVerification, ChunkClaims
from bookanalysis.verification.profiles import ShownCharacter, ShownRelationship
from bookanalysis.verification.report import Claim, Failure, OtherClaim, Report, Tally, Why

__all__ = [
    "BookVerification",
    "ChunkClaims",
    "Claim",
    "Failure",
    "OtherClaim",
    "Report",
    "ShownCharacter",
    "ShownRelationship",
    "Tally",
    "Why",
]
