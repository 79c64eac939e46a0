"""What a chat model is told, in Arabic: one file for each node that asks, named like it."""

from functools import cache
from importlib import resources

EXAMPLE_NAMES = ("زعبلوش", "شنظوفة", "قنفرود", "طرغنوس")
"""Names that nobody has: where an answer holds one, the model has copied an example."""


@cache
def load_prompt(node: str) -> str:
    return (resources.files(__package__) / f"{node}.md").read_text("utf-8").strip()
