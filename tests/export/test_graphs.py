from dataclasses import replace
from io import BytesIO

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bookanalysis.export.graphs import GEXF, GRAPHML, write_gexf, write_graphml
from bookanalysis.fold import fold_book
from tests.export.readings import BOOK, EMPTY, FACTS

ABOUT = "طريق، كاتبة"
TYPES = {
    "node": {
        "aliases": "string",
        "role": "string",
        "gender": "string",
        "age": "string",
        "occupation": "string",
        "mentions": "long",
        "chunks": "long",
        "first_chunk": "long",
        "first_chapter": "long",
        "confidence": "double",
    },
    "edge": {
        "relationship": "string",
        "description": "string",
        "places": "long",
        "first_chunk": "long",
        "first_quote": "string",
    },
}


def gexf(book=BOOK):
    return write_gexf(fold_book(book), ABOUT)


def graphml(book=BOOK):
    return write_graphml(fold_book(book))


def read_gexf(written):
    return networkx.read_gexf(BytesIO(written))


def read_graphml(written):
    return networkx.read_graphml(BytesIO(written))


BOTH = pytest.mark.parametrize(("write", "read"), [(gexf, read_gexf), (graphml, read_graphml)])


@BOTH
def test_characters_are_nodes_with_their_name_for_a_label(write, read):
    graph = read(write())

    assert {node: data["label"] for node, data in graph.nodes.items()} == {
        "1": "هِنْدُ",
        "2": "سالِمٌ",
        "3": "سالِمٌ",
    }
    first = graph.nodes["1"]
    assert (first["mentions"], first["chunks"], first["first_chunk"], first["role"], first["gender"]) == (
        3, 2, 1, "main", "female",
    )  # fmt: skip
    assert first["aliases"] == "أم سالم | الخالة"


@BOTH
def test_a_relationship_is_an_edge_weighed_by_its_places(write, read):
    ((source, target, data),) = read(write()).edges(data=True)

    assert (source, target) == ("1", "2")
    assert (data["label"], data["relationship"], data["weight"], data["places"]) == (
        "student", "student", 2, 2,
    )  # fmt: skip
    assert (data["description"], data["first_chunk"], data["first_quote"]) == ("علّمها", 1, "معلم\nهند")


@pytest.mark.parametrize(("written", "edge"), [(gexf(), f".//{GEXF}edge"), (graphml(), f".//{GRAPHML}edge")])
def test_the_type_is_read_from_source_to_target(written, edge):
    found = etree.fromstring(written).find(edge)

    assert (found.get("source"), found.get("target")) == ("1", "2")


def test_gexf_declares_each_attribute_with_its_type():
    graph = etree.fromstring(gexf()).find(f"{GEXF}graph")

    assert {
        of.get("class"): {each.get("title"): each.get("type") for each in of}
        for of in graph.findall(f"{GEXF}attributes")
    } == TYPES
    assert dict(graph.attrib) == {"defaultedgetype": "undirected", "mode": "static"}


def test_graphml_declares_each_attribute_with_its_type():
    declared = {"node": {}, "edge": {}}
    for key in etree.fromstring(graphml()).findall(f"{GRAPHML}key"):
        declared[key.get("for")][key.get("attr.name")] = key.get("attr.type")

    assert declared == {
        "node": {"label": "string", **TYPES["node"]},
        "edge": {"label": "string", "weight": "double", **TYPES["edge"]},
    }


def test_no_key_of_graphml_is_one_that_gephi_takes_for_a_label():
    root = etree.fromstring(graphml())

    keys = [key.get("id") for key in root.findall(f"{GRAPHML}key")]
    assert len(set(keys)) == len(keys)
    assert {"d3", "d7"}.isdisjoint(keys)
    assert {data.get("key") for data in root.iter(f"{GRAPHML}data")} == set(keys)


def test_gexf_says_what_it_is_and_not_when_it_was_made():
    written = gexf()

    meta = etree.fromstring(written).find(f"{GEXF}meta")
    assert [part.text for part in meta] == ["bookanalysis", ABOUT]
    assert dict(meta.attrib) == {}
    assert networkx.__version__.encode() not in written


@BOTH
def test_neither_keys_nor_the_order_of_records_show(write, read):
    other = replace(
        BOOK,
        characters=[replace(each, key=f"z{each.key}") for each in reversed(BOOK.characters)],
        facts=[
            replace(fact, character=f"z{fact.character}", other=fact.other and f"z{fact.other}")
            for fact in reversed(BOOK.facts)
        ],
    )

    assert write(other) == write()


@BOTH
def test_a_book_that_is_not_read_is_an_empty_graph(write, read):
    assert len(read(write(EMPTY))) == 0


@BOTH
@given(said=st.text(min_size=1))
def test_whatever_a_text_holds_the_file_can_be_read(write, read, said):
    facts = [replace(fact, value=said, quote=said) for fact in FACTS]

    graph = read(write(replace(BOOK, facts=facts)))

    assert len(graph) == 3


@BOTH
def test_what_xml_forbids_is_left_out(write, read):
    named = replace(FACTS[3], value='هِنْـ\x00\x0b\ud800\ufffe<&>"ـدُ')

    graph = read(write(replace(BOOK, facts=[named])))

    assert graph.nodes["1"]["label"] == 'هِنْـ<&>"ـدُ'
