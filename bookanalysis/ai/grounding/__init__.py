"""What a reader says is kept only with its place: names and evidence are looked up in the passage."""

from bookanalysis.ai.grounding.facts import GroundedFacts, ground_facts
from bookanalysis.ai.grounding.persons import GroundedPersons, ground_persons

__all__ = ["GroundedFacts", "GroundedPersons", "ground_facts", "ground_persons"]
