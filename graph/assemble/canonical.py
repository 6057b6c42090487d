"""Infers from judgements which things are one, so that queries can group by one of them.

The rule (`rules/alliance/`) sees the whole alliance, so what it infers has a graph of its own, made anew whenever
reports come or go. There each agent, initiative and act has an `ag:canonical`, mostly itself, so that a query need not
ask whether there is one. What is judged the same as something of another vocabulary gets a `schema:sameAs`.
"""

from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad

from alliancegraph.graph.assemble.derive import RULES, derived_statement
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import AUTHORITY, CANONICAL, mint
from alliancegraph.graph.model.reports import Fact
from alliancegraph.graph.sparql.sparqlfile import read_sparql
from alliancegraph.ontology.terms import AG, DATA, ELI, FOAF, RDF, SCHEMA

RULE = read_sparql(RULES / "alliance" / "canonical.rq")
_GROUPED = (FOAF.Agent, AG.Initiative, ELI.LegalResource)
_SAME = mint("verdict", "same")


class Judged(NamedTuple):
    """Two things that a judgement says to be the same, or not."""

    judgement: NamedNode
    things: frozenset[NamedNode]


class Group(NamedTuple):
    """Things that are one by judgements, and the judgements that they are not all one."""

    things: frozenset[NamedNode]
    because: tuple[NamedNode, ...]
    against: tuple[NamedNode, ...]


def canonise(update: Update) -> None:
    """Make the graph of canonical things follow from the judgements that the store now has."""
    wanted, there = set(_canonical(update.store)), set(update.store.match(graph=CANONICAL))
    update.remove(there - wanted)
    update.balance += update.store.add(wanted - there)


def groups(store: Store) -> list[Group]:
    """Return the things that judgements join, directly or through others, contradicted groups included."""
    same, apart = _judged(store)
    return [_group(things, same, apart) for things in _joined(same)]


def _judged(store: Store) -> tuple[list[Judged], list[Judged]]:
    """Return the pairs that are judged the same, and those that are judged not the same."""
    same: list[Judged] = []
    apart: list[Judged] = []
    for row in store.select(RULE.sparql):
        judged = Judged(row["judgement"], frozenset((row["one"], row["other"])))
        (same if row["verdict"] == _SAME else apart).append(judged)
    return same, apart


def _joined(same: Collection[Judged]) -> list[frozenset[NamedNode]]:
    """Return the things of all pairs, joined where pairs have one in common."""
    joined: list[frozenset[NamedNode]] = []
    for judged in same:
        touching = [things for things in joined if things & judged.things]
        joined = [things for things in joined if things not in touching]
        joined.append(judged.things.union(*touching))
    return joined


def _group(things: frozenset[NamedNode], same: Collection[Judged], apart: Collection[Judged]) -> Group:
    because, against = ([each.judgement for each in judged if each.things <= things] for judged in (same, apart))
    return Group(things, tuple(because), tuple(against))


def _canonical(store: Store) -> Iterator[Quad]:
    standing: dict[NamedNode, NamedNode] = {}
    for group in groups(store):
        ours = sorted((thing for thing in group.things if thing.value.startswith(DATA)), key=attrgetter("value"))
        if ours and not group.against:
            standing |= dict.fromkeys(ours, ours[0])
            yield from _inferred(group, ours, store)
    for thing in _things(store) | standing.keys():
        yield Quad(thing, NamedNode(AG.canonical), standing.get(thing, thing), CANONICAL)


def _things(store: Store) -> set[NamedNode]:
    typed = (quad.subject for cls in _GROUPED for quad in store.match(None, RDF.type, NamedNode(cls)))
    return {thing for thing in typed if isinstance(thing, NamedNode)}


def _inferred(group: Group, ours: list[NamedNode], store: Store) -> Iterator[Quad]:
    """Yield the statements of what is inferred of a group, and its links to other vocabularies."""
    facts = [Fact(thing, NamedNode(AG.canonical), ours[0]) for thing in ours[1:]]
    outside = group.things.difference(ours)
    links = [Fact(thing, NamedNode(SCHEMA.sameAs), other) for thing in ours for other in outside]
    new = [link for link in links if not any(store.match(link.subject, SCHEMA.sameAs, link.object, AUTHORITY))]
    yield from (Quad(*link, CANONICAL) for link in new)
    for fact in (*facts, *new):
        yield from derived_statement(RULE, fact, group.because, CANONICAL)
