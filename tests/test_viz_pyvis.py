"""A pyvis Network of an answer or of the graph: quotes as titles, a page that loads nothing, texts as texts."""

import json
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page
from pyvis.network import Network

import alliancegraph as ag
from alliancegraph.graph.errors import FormatError
from alliancegraph.viz.pyvis.network import OfflineNetwork, pyvis_network
from alliancegraph.viz.pyvis.places import places
from tests.javascript import given
from tests.viz_page import opened

EVIL = "</script><img src=x onerror=alert(1)> href <b>'\"&amp;"
HOVER = """id => {
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const frame = document.getElementById("mynetwork").getBoundingClientRect();
  return [frame.left + x, frame.top + y];
}"""


@pytest.fixture(scope="module")
def g(build: Path) -> ag.AllianceGraph:
    return ag.open(build)


def title_at(page: Page, node: str) -> str:
    """Return what the page shows where the pointer stands on a node."""
    page.mouse.move(*page.evaluate(HOVER, node))
    tip = page.locator("div.vis-tooltip")
    tip.wait_for(state="visible")
    return tip.inner_text()


def test_an_answer_is_a_pyvis_network_with_its_sentences(g: ag.AllianceGraph) -> None:
    answer = g.ask("contributors", goal="4.1")
    found = g.pyvis(answer)
    assert isinstance(found, Network)
    assert found.directed
    assert found.options.physics.enabled is False
    assert found.heading == "Who contributes to a goal"
    names = {node["id"]: node["label"] for node in found.nodes}
    said = {(names[edge["from"]], names[edge["to"]]): edge["title"] for edge in found.edges}
    words, quote, source = said[("Interpol", "Baseline database")].split("\n")
    assert words == "initiates (done or ongoing, the report does not say which)"
    assert quote.startswith("“Interpol’s initiative to create the Baseline database in order")
    assert source == "Romania 2014, 1.1/B"
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in found.nodes)


def test_the_graph_and_any_part_of_it_are_pyvis_networks(g: ag.AllianceGraph) -> None:
    whole = g.networkx()
    assert {node["id"] for node in g.pyvis().nodes} == set(whole)
    assert len(g.pyvis().edges) == whole.number_of_edges()
    actors = [name for name, node in whole.nodes(data=True) if node["group"] == "actor"]
    part = whole.subgraph(actors)
    assert {node["id"] for node in g.pyvis(part, "Actors").nodes} == set(actors)
    assert g.pyvis(whole.subgraph([])).nodes == []
    stated = {edge["title"] for edge in g.pyvis().edges if not edge["dashes"] and "“" in edge["title"]}
    assert any(title.endswith("\nRomania 2014, 3.1/A") for title in stated)
    assert all("Rule: " in edge["title"] for edge in g.pyvis().edges if edge["dashes"])


def test_triples_are_a_pyvis_network_and_yes_or_no_is_none(g: ag.AllianceGraph) -> None:
    assert g.pyvis(g.query("CONSTRUCT WHERE { ?a ag:contributesTo ?goal }")).edges
    with pytest.raises(FormatError, match="true or false"):
        g.pyvis(g.query("ASK { ?a ag:contributesTo ?goal }"))


def test_parallel_links_stay_apart() -> None:
    network = hostile("A")
    network.add_edge("n", "goal", label="also", status="", basis="stated", rule="")
    edges = pyvis_network(network, "").edges
    assert [edge["smooth"]["enabled"] for edge in edges] == [False, True]
    assert len({edge["smooth"]["roundness"] for edge in edges}) == 2


def test_the_same_network_has_the_same_places(g: ag.AllianceGraph) -> None:
    network = g.networkx()
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network.nodes)))
    turned.add_edges_from(reversed(list(network.edges())))
    assert places(turned) == places(network)
    assert len(set(places(network).values())) == len(network)


def hostile(name: str) -> "nx.MultiDiGraph[str]":
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, group in (("n", "actor"), ("goal", "goal")):
        network.add_node(node, label=name, short="", number="", kind=name, group=group)
    network.add_edge("n", "goal", label=name, status=name, basis="stated", rule=name, quote=name, source=name)
    return network


@pytest.mark.parametrize("way", ["write_html", "save_graph", "show"])
def test_hostile_names_are_texts_on_a_page_that_loads_nothing(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    monkeypatch.chdir(tmp_path)
    getattr(pyvis_network(hostile(EVIL), EVIL), way)("page.html")
    capsys.readouterr()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html"]
    for page in opened(browser, (tmp_path / "page.html").as_uri(), 1000, 700):
        assert page.locator("h1").inner_text() == EVIL
        assert title_at(page, "n").split("\n")[0] == EVIL
        assert page.locator("img").count() == 0


def test_what_a_user_adds_and_sets_is_on_the_page(browser: Browser, tmp_path: Path) -> None:
    made = pyvis_network(hostile("A"), "Mine")
    made.add_node("mine", label="Mine", x=300, y=0, title=EVIL)
    made.add_edge("mine", "n")
    made.set_edge_smooth("dynamic")
    path = tmp_path / "page.html"
    made.write_html(str(path))
    data = json.loads(given(path.read_text(encoding="utf-8")))
    assert data["options"]["edges"]["smooth"]["type"] == "dynamic"
    for page in opened(browser, path.as_uri(), 1000, 700):
        assert title_at(page, "mine") == EVIL
        assert page.evaluate("document.getElementById('mynetwork').offsetHeight") == 630
        assert page.locator("img").count() == 0


def test_a_notebook_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, g: ag.AllianceGraph) -> None:
    monkeypatch.chdir(tmp_path)
    frame = g.pyvis(g.ask("repeals")).show("repeals.html")
    assert frame.src == "repeals.html"
    assert "<title>What laws repealed</title>" in (tmp_path / "repeals.html").read_text(encoding="utf-8")


def test_an_empty_network_is_a_page(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "none.html"
    empty: OfflineNetwork = pyvis_network(nx.MultiDiGraph(), "None")
    empty.write_html(str(path))
    for page in opened(browser, path.as_uri(), 800, 600):
        assert page.locator("canvas").count() == 1
