"""The analyst's graphs: what happens to one passage, and the commits that follow in the book's order."""

from langgraph.graph import START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from bookanalysis.ai.analyst.chunk_updater import chunk_updater, router_from_chunk_updater
from bookanalysis.ai.analyst.first_name_querier import first_name_querier, router_from_first_name_querier
from bookanalysis.ai.analyst.profile_refresher import profile_refresher
from bookanalysis.ai.analyst.profile_retriever_creator import (
    profile_retriever_creator,
    router_from_profile_retriever_creator,
)
from bookanalysis.ai.analyst.second_name_querier import second_name_querier
from bookanalysis.ai.analyst.summarizer import summarizer
from bookanalysis.ai.context import Context
from bookanalysis.ai.state import PassageState, State


def build_passage_graph() -> CompiledStateGraph[PassageState, Context]:
    """Runs once for each passage, several passages at a time."""
    graph = StateGraph(PassageState, context_schema=Context)
    graph.add_node(first_name_querier)
    graph.add_node(summarizer)
    graph.add_node(second_name_querier)
    graph.add_node(profile_retriever_creator)
    graph.add_node(profile_refresher)

    graph.add_edge(START, "first_name_querier")
    graph.add_conditional_edges("first_name_querier", router_from_first_name_querier)
    graph.add_edge("summarizer", "second_name_querier")
    graph.add_edge("second_name_querier", "profile_retriever_creator")
    graph.add_conditional_edges("profile_retriever_creator", router_from_profile_retriever_creator)
    return graph.compile()


def add_chunk_updater(graph: StateGraph[State, Context]) -> None:
    """The loop of the book's graph: a chunk is committed once its passage is read."""
    graph.add_node(chunk_updater)
    graph.add_conditional_edges("chunk_updater", router_from_chunk_updater)
