"""The characters and their relationships as a graph, in files that Gephi and other programs open."""

from collections.abc import Iterator
from io import BytesIO

import networkx
from lxml import etree

from bookanalysis.export.plain import joined, plain
from bookanalysis.fold import FoldedBook, FoldedCharacter, number_of
from bookanalysis.profile import Relationship

Attributes = dict[str, str | int | float]

GEXF = "{http://www.gexf.net/1.2draft}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
MADE_BY = "bookanalysis"


def write_gexf(found: FoldedBook, about: str) -> bytes:
    """GEXF 1.2. `about` is what the file says of itself."""
    file = BytesIO()
    networkx.write_gexf(graph_of(found), file, version="1.2draft")
    root = etree.fromstring(file.getvalue())
    _say_what_it_is(root, about)
    return _written(root)


def write_graphml(found: FoldedBook) -> bytes:
    file = BytesIO()
    networkx.write_graphml_xml(graph_of(found), file)
    root = etree.fromstring(file.getvalue())
    _name_keys(root)
    return _written(root)


def graph_of(found: FoldedBook) -> networkx.Graph:
    """Undirected: most types read the same from both ends. Each is read from the lower number to the higher,
    which both formats keep as source and target."""
    graph = networkx.Graph()
    for rank, character in found.characters.items():
        graph.add_node(str(number_of(rank)), **dict(_plain(_node(character, found))))
    for link in found.relationships:
        source, target = str(number_of(link.a)), str(number_of(link.b))
        graph.add_edge(source, target, **dict(_plain(_edge(link))))
    return graph


def _node(character: FoldedCharacter, found: FoldedBook) -> Attributes:
    """Every node has every attribute: what is not known is empty, which Gephi shows as nothing."""
    record, profile = character.record, character.profile
    first_chunk, _ = record.first_place
    return {
        "label": character.name,
        "aliases": joined(profile["aliases"]),
        "role": profile["role"],
        "gender": profile["gender"] or "",
        "age": profile["age"] or "",
        "occupation": profile["occupation"] or "",
        "mentions": record.num_of_mentions,
        "chunks": record.num_of_chunks,
        "first_chunk": first_chunk,
        "first_chapter": found.chunks[first_chunk].chapter_number,
        "confidence": round(record.confidence, 4),
    }


def _edge(link: Relationship) -> Attributes:
    """The type is `relationship`: in GEXF an edge's `type` is its direction."""
    first = link.evidence[0]
    return {
        "label": link.type.value,
        "weight": float(len(link.evidence)),
        "relationship": link.type.value,
        "description": link.description,
        "places": len(link.evidence),
        "first_chunk": first.chunk,
        "first_quote": first.quote,
    }


def _plain(attributes: Attributes) -> Iterator[tuple[str, str | int | float]]:
    for name, value in attributes.items():
        yield name, plain(value) if isinstance(value, str) else value


def _say_what_it_is(root: etree._Element, about: str) -> None:
    """In place of the day and the library's version: the same reading gives the same bytes.

    The schema knows no name of a graph.
    """
    for meta in root.findall(f"{GEXF}meta"):
        meta.clear()
        etree.SubElement(meta, f"{GEXF}creator").text = MADE_BY
        etree.SubElement(meta, f"{GEXF}description").text = plain(about)
    for graph in root.findall(f"{GEXF}graph"):
        graph.attrib.pop("name")


def _name_keys(root: etree._Element) -> None:
    """By what they are for: Gephi takes the ids d3 and d7 for the labels of yEd, whatever they hold."""
    names = {}
    for key in root.findall(f"{GRAPHML}key"):
        names[key.get("id")] = f"{key.get('for')}_{key.get('attr.name')}"
        key.set("id", names[key.get("id")])
    for data in root.iter(f"{GRAPHML}data"):
        data.set("key", names[data.get("key")])


def _written(root: etree._Element) -> bytes:
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
