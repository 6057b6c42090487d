"""The places of the nodes: the same each time, finite, apart from each other, goals where they belong."""

import itertools
import math

import networkx as nx
import pytest

from alliancegraph.queries.network import project
from alliancegraph.viz.shared.picture.backbone import backbone, goal_box
from alliancegraph.viz.shared.picture.grid import CELL_HEIGHT, CELL_WIDTH, Positions
from alliancegraph.viz.shared.picture.layout import positions
from tests.viz_alliance import BASE, alliance, unread


@pytest.fixture(scope="module")
def network() -> "nx.MultiDiGraph[str]":
    return project(alliance().views())


@pytest.fixture(scope="module")
def places(network: "nx.MultiDiGraph[str]") -> Positions:
    return positions(network)


def test_same_network_same_places(places: Positions) -> None:
    assert positions(project(alliance().views())) == places


def test_order_of_insertion_does_not_matter(network: "nx.MultiDiGraph[str]", places: Positions) -> None:
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from(reversed(list(network.edges(data=True))))
    assert positions(turned) == places


def test_every_node_has_a_finite_place(network: "nx.MultiDiGraph[str]", places: Positions) -> None:
    assert set(places) == set(network)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places.values())


def test_backbone_does_not_move(network: "nx.MultiDiGraph[str]", places: Positions) -> None:
    fixed = backbone(network)
    assert len(fixed) == 11
    assert {name: places[name] for name in fixed} == fixed
    assert backbone(project(unread().views())).keys() == fixed.keys()


def test_boxes_of_goals_stand_clear_of_each_other(network: "nx.MultiDiGraph[str]") -> None:
    box = goal_box(network)
    for one, other in itertools.combinations(backbone(network).values(), 2):
        assert abs(one[0] - other[0]) > 1.1 * box.width or abs(one[1] - other[1]) > 1.1 * box.height


def test_nodes_and_their_texts_do_not_touch(network: "nx.MultiDiGraph[str]", places: Positions) -> None:
    loose = [place for name, place in places.items() if name not in backbone(network)]
    for one, other in itertools.combinations(loose, 2):
        assert abs(one[0] - other[0]) >= CELL_WIDTH or abs(one[1] - other[1]) >= CELL_HEIGHT


def test_nodes_stay_off_the_boxes_of_goals(network: "nx.MultiDiGraph[str]", places: Positions) -> None:
    box, fixed = goal_box(network), backbone(network)
    for name, (x, y) in places.items():
        for goal_x, goal_y in [] if name in fixed else fixed.values():
            assert abs(x - goal_x) > box.width / 2 or abs(y - goal_y) > box.height / 2


def test_what_serves_a_goal_stands_near_it(network: "nx.MultiDiGraph[str]", places: Positions) -> None:
    served = {source: target for source, target, link in network.edges(data=True) if link["predicate"] == "goal"}
    goals = [f"{BASE}goal/{number}" for number in ("1.1", "2.1", "3.1", "4.1")]
    near = [_ratio(places, node, goal, goals) for node, goal in served.items() if goal in goals]
    assert sum(near) / len(near) < 0.6


def _ratio(places: Positions, node: str, goal: str, goals: list[str]) -> float:
    """Return how far the node is from its goal, against its mean distance from the other goals."""
    others = [math.dist(places[node], places[other]) for other in goals if other != goal]
    return math.dist(places[node], places[goal]) / (sum(others) / len(others))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_networks_without_goals(count: int) -> None:
    small: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    small.add_nodes_from((f"n{n}", {"label": str(n), "group": "actor"}) for n in range(count))
    assert len(set(positions(small).values())) == count
