"""Whether an answer was copied from a prompt's examples."""

from bookanalysis.ai.prompts import EXAMPLE_NAMES
from bookanalysis.arabic import fold


def copies_example(said: str, text: str) -> bool:
    """Whether it holds an example's name that the text does not."""
    folded, source = fold(said), fold(text)
    return any((name := fold(each)) in folded and name not in source for each in EXAMPLE_NAMES)
