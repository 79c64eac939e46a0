"""Arabic text: comparison keys with a way back, joined particles, sentences. A leaf."""

from bookanalysis.arabic.folding import FoldedText
from bookanalysis.arabic.keys import fold
from bookanalysis.arabic.marks import strip_marks
from bookanalysis.arabic.sentences import sentences

__all__ = ["FoldedText", "fold", "sentences", "strip_marks"]
