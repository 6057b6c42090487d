"""Facts as the script of a page shows them."""

from collections.abc import Mapping
from typing import Any

import networkx as nx

from alliancegraph.viz.shared.picture.links import MergedLink
from alliancegraph.viz.shared.style import STATED, plain, style

Json = dict[str, Any]


def fact(subject: str, subject_label: str, words: str, target: str, target_label: str, status: str) -> Json:
    """Return a stated fact without its claims; ends are ids, "" for what is no item of the page."""
    return {
        "subject": subject,
        "subjectLabel": subject_label,
        "words": words,
        "object": target,
        "objectLabel": target_label,
        "status": status,
        "basis": STATED,
        "rule": "",
        "serves": [],
        "laws": [],
        "period": "",
    }


def of_link(network: "nx.MultiDiGraph[str]", link: MergedLink, ids: Mapping[str, str]) -> Json:
    """Return a link of the network as a fact."""
    source, target = network.nodes[link.source]["label"], network.nodes[link.target]["label"]
    return {
        **fact(ids[link.source], source, link.label, ids[link.target], target, link.status),
        "basis": link.basis,
        "rule": link.rule,
        "claims": list(link.claims),
    }


def in_words(fact: Json, goals: str = "") -> Json:
    """Return the fact with its kind of line, its status in words, and the numbers of its goals."""
    return {
        **fact,
        "line": style().line_name(fact["basis"], fact["status"], ""),
        "status": style().status_words(fact["status"]),
        "statusName": plain(fact["status"]),
        "goal": goals,
    }


def reading_order(fact: Json, place: tuple[str, int] = ("", 0)) -> tuple[str | int, ...]:
    """Return the sort key of a fact: basis, rule, place of the sentence (report and offset), words."""
    return (fact["basis"], fact["rule"], *place, fact["subjectLabel"], fact["words"], fact["objectLabel"])
