"""The codes that errors have, as documents name them."""

import bookanalysis.ai.readers.errors
import bookanalysis.doctor.errors
import bookanalysis.errors.production
import bookanalysis.jobs.errors
import bookanalysis.mail.errors  # noqa: F401  a class is known once it is loaded
from bookanalysis.errors import BookAnalysisError


def error_codes(root=BookAnalysisError):
    """Its own, and those of all that descend from it."""
    kinds = [root, *_descendants(root)]
    return {kind.error_code for kind in kinds if "error_code" in vars(kind)}


def _descendants(kind):
    for child in kind.__subclasses__():
        yield child
        yield from _descendants(child)
