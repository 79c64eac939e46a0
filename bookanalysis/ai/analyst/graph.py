"""The analyst's part of the graph."""

from langgraph.graph import StateGraph

from bookanalysis.ai.analyst.chunk_updater import chunk_updater, router_from_chunk_updater
from bookanalysis.ai.analyst.first_name_querier import first_name_querier, router_from_first_name_querier
from bookanalysis.ai.analyst.profile_refresher import profile_refresher
from bookanalysis.ai.analyst.profile_retriever_creator import (
    profile_retriever_creator,
    router_from_profile_retriever_creator,
)
from bookanalysis.ai.analyst.second_name_querier import second_name_querier
from bookanalysis.ai.analyst.summarizer import router_from_summarizer, summarizer
from bookanalysis.ai.context import Context
from bookanalysis.ai.state import State


def add_analyst(graph: StateGraph[State, Context]) -> None:
    graph.add_node(first_name_querier)
    graph.add_node(summarizer)
    graph.add_node(second_name_querier)
    graph.add_node(profile_retriever_creator)
    graph.add_node(profile_refresher)
    graph.add_node(chunk_updater)

    graph.add_conditional_edges(
        "first_name_querier", router_from_first_name_querier, ["summarizer", "chunk_updater"]
    )
    graph.add_conditional_edges(
        "summarizer", router_from_summarizer, ["second_name_querier", "chunk_updater"]
    )
    graph.add_edge("second_name_querier", "profile_retriever_creator")
    graph.add_conditional_edges(
        "profile_retriever_creator",
        router_from_profile_retriever_creator,
        ["profile_refresher", "chunk_updater"],
    )
    graph.add_edge("profile_refresher", "chunk_updater")
    graph.add_conditional_edges(
        "chunk_updater", router_from_chunk_updater, ["first_name_querier", "chunk_updater", "__end__"]
    )
