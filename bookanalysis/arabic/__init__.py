"""Arabic text: comparison keys with a way back, joined particles, sentences. A leaf."""

from bookanalysis.arabic.folding import FoldedText
from bookanalysis.arabic.keys import fold
from bookanalysis.arabic.marks import strip_marks
from bookanalysis.arabic.name_forms import distinct_forms, same_form
from bookanalysis.arabic.sentences import sentences

__all__ = ["FoldedText", "distinct_forms", "fold", "same_form", "sentences", "strip_marks"]
