"""EPUB bytes to chapters, safely: nobody trusts these bytes, and no markup leaves this package."""

from bookanalysis.epub.checks import check_upload
from bookanalysis.epub.publication import Chapter, Publication
from bookanalysis.epub.reader import open_publication

__all__ = ["Chapter", "Publication", "check_upload", "open_publication"]
