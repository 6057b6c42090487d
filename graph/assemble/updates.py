"""Adds a report to a store or removes it, and leaves the other reports as they are.

A report has its own graph, and triples in the graphs that reports share. A plain fact is stored once: where an
authority list put it, else among the stated facts while a statement states it, else among the derived ones while
something infers it. What a report introduces is stored in its own graph; while that report is missing and another names
the thing, the authority graph has its class and its label.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Triple

from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.assemble.quads import is_source_fact, source_fact
from alliancegraph.graph.assemble.tallies import tallies_of
from alliancegraph.graph.engines.store import Object, Store, Subject
from alliancegraph.graph.model.iris import AUTHORITY, CANONICAL, DERIVED, FACTS, local_name, mint
from alliancegraph.ontology.names import LABELS, names
from alliancegraph.ontology.terms import AG, PROV, RDF, SKOS

SHARED = (AUTHORITY, FACTS, DERIVED)  # a triple is stored in the first of these that has reason to hold it
NAMES = (AG.displayName, AG.briefName)
_ENDS = (RDF.subject, RDF.object)


@dataclass
class Update:
    """Changes to a store; `balance` is the number of quads added, less those removed."""

    store: Store
    balance: int = 0

    def put(self, portion: Portion) -> None:
        """Replace a report in the store by the portion: what it states, and what rules infer from it."""
        self.drop(portion.graph)
        own = portion.own.unpacked()
        self.balance += self.store.add(own)
        self._take_over(own)
        self.name(_labelled(own))
        self.place(portion.shared.unpacked())
        self.balance += self.store.add(portion.tallies.unpacked())

    def place(self, quads: Iterable[Quad]) -> None:
        """Add quads to the shared graphs, and name the things that they label."""
        self.name(_labelled(self.share(quads)))

    def share(self, quads: Iterable[Quad]) -> set[Quad]:
        """Add quads to the shared graphs, and return those added.

        A triple is kept in a report's graph, else in the first of SHARED.
        """
        coming = set(quads)
        placed: set[Quad] = set()
        for rank, graph in enumerate(SHARED):
            here = {q for q in coming if q.graph_name == graph and not self._stands_above(q.triple, rank)}
            below = [lower for lower in SHARED[rank + 1 :] if any(self.store.match(graph=lower))]
            self.remove(_in(lower, quad.triple) for quad in here for lower in below)
            self.balance += self.store.add(here)
            placed |= here
        return placed

    def name(self, things: Iterable[Subject]) -> None:
        """Choose the names of things anew, from their present labels."""
        missing: list[Quad] = []
        for quads in (list(self.store.match(thing)) for thing in things):
            chosen = set(names(quad.triple for quad in quads))
            self.remove(quad for quad in quads if quad.predicate.value in NAMES and quad.triple not in chosen)
            missing += (_in(_home(quads), triple) for triple in chosen)
        self.balance += self.store.add(missing)

    def name_all(self) -> None:
        """Choose the names of all things, in a store that has no names yet."""
        labels = [quad for label in LABELS for quad in self.store.match(predicate=label)]
        of_thing: dict[Subject, list[Quad]] = defaultdict(list)
        for quad in labels:
            of_thing[quad.subject].append(quad)
        classes = self.store.match(predicate=RDF.type, graph=AUTHORITY)  # which goals have
        chosen = names(quad.triple for quad in (*labels, *classes))
        self.balance += self.store.add(_in(_home(of_thing[triple.subject]), triple) for triple in chosen)

    def _stands_above(self, triple: Triple, rank: int) -> bool:
        """Return whether the triple is in a report's graph, or in a shared graph before that rank."""
        graphs = (quad.graph_name for quad in self.store.match(triple.subject, triple.predicate.value, triple.object))
        return rank > 0 and any(graph not in SHARED[rank:] for graph in graphs)

    def introduces(self, thing: NamedNode) -> bool:
        """Return whether a report in the store introduces the thing."""
        return any(self.store.match(thing, AG.claimId))

    def _take_over(self, own: Collection[Quad]) -> None:
        """Remove from the shared graphs what a report's own graph now has about the things that it introduces."""
        for thing in _nodes(own):
            shared = {quad for quad in self.store.match(thing) if quad.graph_name in SHARED}
            mine = {quad.triple for quad in own if quad.subject == thing} if shared else set()
            self.remove(quad for quad in shared if quad.graph_name == AUTHORITY or quad.triple in mine)

    def remove(self, quads: Iterable[Quad]) -> None:
        """Remove quads, and count them."""
        self.balance -= self.store.remove(quads)

    def drop(self, graph: NamedNode) -> None:
        """Remove a report's graph, and the facts and links that no other report supports."""
        old = set(self.store.match(graph=graph))
        if not old:
            return
        self.remove(tallies_of(self.store, mint("report", local_name(graph.value))))
        self.balance -= len(old)
        self.store.clear(graph)
        self._withdraw({*_restated(old), *self._unsupported({quad.subject for quad in old})})
        for thing in filter(self.naming, _nodes(old)):
            self._hand_over(thing, {quad.triple for quad in old if quad.subject == thing}, graph)
        self._forget(_named(old))

    def naming(self, thing: NamedNode) -> set[NamedNode]:
        """Return the graphs of the reports that name the thing, or from which a link to or from it is inferred."""
        quads = list(self.store.match(None, None, thing))
        inferring = {quad.subject for quad in quads if quad.graph_name == DERIVED and quad.predicate.value in _ENDS}
        bases = (basis.object for node in inferring for basis in self.store.match(node, PROV.wasDerivedFrom))
        supports = (quad for basis in bases if isinstance(basis, NamedNode) for quad in self.store.match(basis))
        graphs = {quad.graph_name for quad in (*quads, *supports)}
        return {graph for graph in graphs if isinstance(graph, NamedNode) and graph not in (*SHARED, CANONICAL)}

    def _forget(self, things: Iterable[NamedNode]) -> None:
        """Remove from the lists the things, introduced by claims on an absent report, that no report names."""
        for thing in things:
            listed = set(self.store.match(thing, graph=AUTHORITY))
            if any(is_source_fact(quad.triple) for quad in listed) and not self.naming(thing):
                self.remove(listed)

    def _hand_over(self, thing: NamedNode, triples: set[Triple], graph: NamedNode) -> None:
        """Keep class and label of a thing in the authority graph, and among the facts what other reports state."""
        kept = [triple for triple in triples if triple.predicate.value in (RDF.type, SKOS.prefLabel)]
        source = source_fact(thing, local_name(graph.value))
        self.place([*(_in(AUTHORITY, triple) for triple in kept), Quad(*source, AUTHORITY)])
        self._withdraw(triples)

    def _unsupported(self, gone: Iterable[Subject]) -> Iterator[Triple]:
        """Remove the statements that rested only on what is gone, and yield the triples that they inferred."""
        for claim in gone:
            for basis in list(self.store.match(None, PROV.wasDerivedFrom, claim)):
                self.remove([basis])
                if not any(self.store.match(basis.subject, PROV.wasDerivedFrom)):
                    statement = set(self.store.match(basis.subject))
                    yield from _restated(statement)
                    self.remove(statement)

    def take_back(self, triples: Collection[Triple]) -> None:
        """Remove facts of lists; a fact that a report also states moves to the stated ones."""
        self.remove(_in(AUTHORITY, triple) for triple in triples)
        self._withdraw(triples)

    def _withdraw(self, triples: Iterable[Triple]) -> None:
        """Remove facts that nothing states any more; what is still inferred moves to the derived ones."""
        gone: list[Quad] = []
        for triple in triples:
            self.remove(_in(graph, triple) for graph in (FACTS, DERIVED))
            self.place(_in(graph, triple) for graph in self._grounds(triple))
            gone.append(_in(FACTS, triple))
        self.name(_labelled(gone))

    def _grounds(self, triple: Triple) -> set[NamedNode]:
        """Return the graphs in which the triple belongs: that of stated facts, of derived ones, both or none."""
        return {
            DERIVED if any(self.store.match(node, RDF.type, NamedNode(AG.DerivedStatement))) else FACTS
            for node in self._statements(triple)
        }

    def _statements(self, triple: Triple) -> Iterator[Subject]:
        """Yield the statements, stated or derived, whose triple it is."""
        about = self.store.match(None, RDF.subject, triple.subject)
        naming = self.store.match(None, RDF.object, triple.object)
        parts = ((RDF.subject, triple.subject), (RDF.predicate, triple.predicate), (RDF.object, triple.object))
        for node in (quad.subject for quad in _shorter(about, naming)):
            if all(any(self.store.match(node, predicate, value)) for predicate, value in parts):
                yield node


def _nodes(quads: Iterable[Quad]) -> set[NamedNode]:
    """Return the nodes that claims among the quads are about."""
    claimed = (quad.subject for quad in quads if quad.predicate.value == AG.claimId)
    return {node for node in claimed if isinstance(node, NamedNode)}


def _named(quads: Iterable[Quad]) -> set[NamedNode]:
    """Return the things that are objects of the quads."""
    return {quad.object for quad in quads if isinstance(quad.object, NamedNode)}


def _labelled(quads: Iterable[Quad]) -> set[Subject]:
    """Return the subjects to which the quads give a label."""
    return {quad.subject for quad in quads if quad.predicate.value in LABELS}


def _home(quads: Iterable[Quad]) -> NamedNode:
    """Return the graph for the names of a thing: that of the report that introduces it, else the authority graph."""
    graphs = (quad.graph_name for quad in quads if quad.predicate.value in LABELS)
    return next((graph for graph in graphs if isinstance(graph, NamedNode) and graph not in SHARED), AUTHORITY)


def _shorter(one: Iterator[Quad], other: Iterator[Quad]) -> list[Quad]:
    """Return all quads of the iterator that ends first: an often named goal or body has very many statements."""
    ones: list[Quad] = []
    others: list[Quad] = []
    for quad in one:
        ones.append(quad)
        if (beside := next(other, None)) is None:
            return others
        others.append(beside)
    return ones


def _restated(quads: Iterable[Quad]) -> set[Triple]:
    """Return the triples of the statements among the quads."""
    parts: dict[Subject, dict[str, Object]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate.value in (RDF.subject, RDF.predicate, RDF.object):
            parts[quad.subject][quad.predicate.value] = quad.object
    return {_triple(statement) for statement in parts.values()}


def _triple(parts: Mapping[str, Object]) -> Triple:
    subject, predicate = parts[RDF.subject], parts[RDF.predicate]
    assert isinstance(subject, NamedNode)
    assert isinstance(predicate, NamedNode)
    return Triple(subject, predicate, parts[RDF.object])


def _in(graph: NamedNode, triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)
