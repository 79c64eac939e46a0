"""The preprocessor's part of the graph."""

from langgraph.graph import StateGraph

from bookanalysis.ai.context import Context
from bookanalysis.ai.preprocessor.chunker import chunker
from bookanalysis.ai.preprocessor.cleaner import cleaner
from bookanalysis.ai.preprocessor.metadata_remover import metadata_remover, router_from_metadata_remover
from bookanalysis.ai.state import State


def add_preprocessor(graph: StateGraph[State, Context]) -> None:
    graph.add_node(chunker)
    graph.add_node(cleaner)
    graph.add_node(metadata_remover)

    graph.add_edge("chunker", "cleaner")
    graph.add_edge("cleaner", "metadata_remover")
    graph.add_conditional_edges("metadata_remover", router_from_metadata_remover)
