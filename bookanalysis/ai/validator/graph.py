"""The validator's part of the graph."""

from langgraph.graph import START, StateGraph

from bookanalysis.ai.context import Context
from bookanalysis.ai.state import State
from bookanalysis.ai.validator.language_checker import language_checker, router_from_language_checker
from bookanalysis.ai.validator.text_classifier import router_from_text_classifier, text_classifier
from bookanalysis.ai.validator.text_quality_assessor import (
    router_from_text_quality_assessor,
    text_quality_assessor,
)


def add_validator(graph: StateGraph[State, Context]) -> None:
    graph.add_node(language_checker)
    graph.add_node(text_quality_assessor)
    graph.add_node(text_classifier)

    graph.add_edge(START, "language_checker")
    graph.add_conditional_edges("language_checker", router_from_language_checker)
    graph.add_conditional_edges("text_quality_assessor", router_from_text_quality_assessor)
    graph.add_conditional_edges("text_classifier", router_from_text_classifier)
