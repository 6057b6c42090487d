"""The backbone of every page: targets and goals in the order of their numbers."""

import networkx as nx

from alliancegraph.graph.words.codes import in_order

BACKBONE = "goal"


def goals_in_order(network: "nx.MultiDiGraph[str]") -> list[str]:
    """Targets and goals, sorted by their numbers part by part: 1, 1.1, 2, …, 10."""
    goals = (name for name in network if network.nodes[name].get("group") == BACKBONE)
    return sorted(goals, key=lambda name: (in_order(network.nodes[name].get("number", "")), name))


def targets_of(network: "nx.MultiDiGraph[str]") -> dict[str, str]:
    """For each goal that has one, its target."""
    links = network.edges(data=True)
    return {goal: target for goal, target, link in links if link.get("predicate") == "broader"}
