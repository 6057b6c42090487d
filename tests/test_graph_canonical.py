"""N-Triples are the canonical form of the graph (RDFC-1.0), written here a second time after the standard's rules."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.exchange.exports import export

NAMED = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
PLAIN = "http://www.w3.org/2001/XMLSchema#string"


def character(one: str) -> str:
    return NAMED.get(one) or (f"\\u{ord(one):04X}" if one < " " or one == "\x7f" else one)


def term(node: rdflib.term.Node) -> str:
    if not isinstance(node, rdflib.Literal):
        return f"<{node}>"
    words = f'"{"".join(map(character, str(node)))}"'
    if node.language:
        return f"{words}@{node.language}"
    return words if str(node.datatype or PLAIN) == PLAIN else f"{words}^^<{node.datatype}>"


def canonical(graph: rdflib.Graph) -> bytes:
    """Return the canonical form of a graph without blank nodes: its lines in the order of their code points."""
    return "".join(sorted(f"{' '.join(map(term, triple))} .\n" for triple in graph)).encode()


def test_the_file_is_canonical_and_its_checksum_beside_it(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    path = tmp_path / "alliance.nt"
    export(store, path)
    graph = rdflib.Graph()
    with path.open("rb") as file:
        graph.parse(file, format="nt")
    assert not any(isinstance(node, rdflib.BNode) for triple in graph for node in triple)
    assert path.read_bytes() == canonical(graph)
    assert (
        tmp_path / "alliance.nt.sha256"
    ).read_text() == f"{hashlib.sha256(canonical(graph)).hexdigest()}  {path.name}\n"
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--strict", f"{path.name}.sha256"], cwd=tmp_path, check=True)


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_texts_are_written_in_the_canonical_way(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = Store.memory()
    store.add([Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(text), NamedNode("urn:g"))])
    path = tmp_path_factory.mktemp("text") / "one.nt"
    export(store, path)
    assert path.read_bytes() == f"<urn:s> <urn:p> {term(rdflib.Literal(text))} .\n".encode()
