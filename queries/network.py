"""The graph as a networkx network of actors, initiatives, events, laws, places and goals."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from alliancegraph.graph.model.labels import Labels
from alliancegraph.graph.words.quoting import quoted
from alliancegraph.ontology.terms import AG, ELI, FOAF, SCHEMA
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Link, Report

if TYPE_CHECKING:
    import networkx as nx

GROUPS = (
    (AG.PolicyTarget, "goal"),
    (AG.OperationalGoal, "goal"),
    (FOAF.Agent, "actor"),
    (AG.Event, "event"),
    (AG.Initiative, "initiative"),
    (ELI.LegalResource, "law"),
    (SCHEMA.Place, "place"),
)


def project(views: Views) -> "nx.MultiDiGraph[str]":
    """Return the network: nodes are keyed by IRI, edges by what states or infers them.

    Nodes have label, names (other names, a JSON array), short, kind (short class name), group (one of GROUPS) and
    number (of a goal or target). The network itself has, by report, `reading` (read, read in part or not yet read) and
    `as_of` (ISO intervals), each a JSON object, because files of networks hold only texts and numbers. Edges have
    predicate (short word), label (plain words), status, basis (stated, inferred or structure), claim, rule; those of a
    claim also its member, year (a number), section and quote.
    """
    import networkx as nx

    proofs, reports = _proofs(views), views.reports.values()
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        reading=_by_name((report.name, report.reading_name) for report in reports),
        as_of=_by_name((report.name, report.as_of) for report in reports if report.as_of),
    )
    network.add_nodes_from((goal, _node(views, goal)) for goal in views.goals)
    for link in _between_things(views):
        for end in (link.source, link.target.value):
            if end not in network:
                network.add_node(end, **_node(views, end))
        network.add_edge(link.source, link.target.value, **_edge(views, link), **proofs.get(link.claim, {}))
    return network


def group(labels: Labels, thing: str) -> str:
    """Return the group of GROUPS to which a thing belongs; empty for none."""
    return group_of(labels.classes.get(thing, ()))


def group_of(classes: Collection[str]) -> str:
    """Return the group of GROUPS to which things of those classes belong; empty for none."""
    return next((group for cls, group in GROUPS if cls in classes), "")


def _between_things(views: Views) -> Iterator[Link]:
    for link in views.links:
        is_thing = isinstance(link.target, NamedNode) and group(views.labels, link.target.value)
        if is_thing and group(views.labels, link.source):
            yield link


def _node(views: Views, thing: str) -> dict[str, str]:
    goal = views.goals.get(thing)
    return {
        "label": views.labels.name(thing),
        "names": json.dumps(views.spellings.get(thing, []), ensure_ascii=False),
        "short": goal.brief_name if goal else "",
        "kind": views.labels.kind(thing),
        "group": group(views.labels, thing),
        "number": goal.number if goal else "",
    }


def _edge(views: Views, link: Link) -> dict[str, str]:
    role = views.concepts.get(link.predicate)
    return {
        "predicate": role.word if role else views.labels.vocabulary.short(link.predicate),
        "label": views.labels.name(link.predicate),
        "status": link.status,
        "basis": link.basis,
        "claim": link.claim,
        "rule": f"{link.rule} ({quoted(link.quote)}). {link.reason}" if link.reason else link.rule,
    }


def _proofs(views: Views) -> dict[str, dict[str, str | int]]:
    """Return the evidence of each claim, by the claim's id: member, year, section, quote."""
    passages = {fact.claim: views.passages[fact.passage] for fact in views.facts}
    return {
        claim: {
            **_origin(views.report_of(passage.section)),
            "section": views.sections[passage.section].code,
            "quote": passage.quote,
        }
        for claim, passage in passages.items()
    }


def _origin(report: Report) -> dict[str, str | int]:
    return {"member": report.member_name, "year": report.year}


def _by_name(pairs: Iterable[tuple[str, str]]) -> str:
    return json.dumps(dict(sorted(pairs)), ensure_ascii=False)
