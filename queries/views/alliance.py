"""All views of a graph, each read once, and its things by IRI."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from pyoxigraph import NamedNode

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import AUTHORITY, CANONICAL, DERIVED, FACTS, local_name, report_graph
from alliancegraph.graph.model.labels import Labels, Unnamed
from alliancegraph.graph.words.codes import in_order
from alliancegraph.ontology.terms import RDF
from alliancegraph.queries.views.reading import read
from alliancegraph.queries.views.rows import (
    Claimed,
    Concept,
    Contribution,
    Fact,
    Foreign,
    Goal,
    Heading,
    Inference,
    Judgement,
    Kind,
    Label,
    Link,
    Named,
    Passage,
    Provision,
    Report,
    Section,
    Service,
    Spelling,
    Statistic,
    Text,
    Tick,
    Warned,
)


def unnamed(row: Contribution) -> Unnamed:
    """Return the parts by which a contribution is named."""
    return Unnamed(row.iri, row.actor, row.role_name, row.initiative)


def _graph(report: str) -> NamedNode:
    return report_graph(local_name(report))


def _subject(line: bytes) -> bytes:
    """Return the subject of a line of N-Triples."""
    return line.partition(b" ")[0]


class Views:
    """The views of an alliance's graph; each is read on first use, and kept."""

    def __init__(self, graph: Queryable) -> None:
        self.graph = graph

    @cached_property
    def labels(self) -> Labels:
        """The names and classes of things."""
        return Labels.of(read(Label, self.graph), read(Kind, self.graph), map(unnamed, self.contributions))

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """The reports by IRI, in the order of their members' names and of years."""
        return {row.iri: row for row in read(Report, self.graph)}

    @cached_property
    def warnings(self) -> Sequence[Warned]:
        """What was unsure when the reports were read."""
        return read(Warned, self.graph)

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The sections by IRI, in the order of their reports and forms."""
        return {row.iri: row for row in read(Section, self.graph)}

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """The texts of the reports, by the report's IRI."""
        return {row.report: row for row in read(Text, self.graph)}

    @cached_property
    def headings(self) -> Mapping[str, Heading]:
        """The places of the sections' headings, by the section's IRI."""
        return {row.section: row for row in read(Heading, self.graph)}

    @cached_property
    def ticks(self) -> Mapping[str, Sequence[str]]:
        """The words of the boxes that are ticked, by section."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in read(Tick, self.graph):
            found[row.section].append(row.label)
        return found

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """The passages by IRI."""
        return {row.iri: row for row in read(Passage, self.graph)}

    @cached_property
    def stated(self) -> Sequence[Fact]:
        """The stated facts, with all classes of a thing."""
        return read(Fact, self.graph)

    @cached_property
    def facts(self) -> Sequence[Fact]:
        """The stated facts; of the classes of a thing, only the narrowest."""
        return [fact for fact in self.stated if not self._follows(fact)]

    @cached_property
    def claimed(self) -> Sequence[Claimed]:
        """The things that claims introduce, a row for each class and name of one."""
        return read(Claimed, self.graph)

    @cached_property
    def named(self) -> Sequence[Named]:
        """The things that have a name, a row for each class of one."""
        return read(Named, self.graph)

    @cached_property
    def contributions(self) -> Sequence[Contribution]:
        """The contributions, a row for each goal that they serve."""
        return read(Contribution, self.graph)

    @cached_property
    def statistics(self) -> Sequence[Statistic]:
        """The numbers in reports, a row for each goal under which they are given."""
        return read(Statistic, self.graph)

    @cached_property
    def inferences(self) -> Sequence[Inference]:
        """The inferred facts, a row for each claim or passage on which they rest."""
        return read(Inference, self.graph)

    @cached_property
    def foreign(self) -> Mapping[str, str]:
        """The languages of names that are not English, by thing."""
        return {row.thing: row.language for row in read(Foreign, self.graph)}

    @cached_property
    def judgements(self) -> Sequence[Judgement]:
        """The verdicts on pairs of entities that may be the same."""
        return read(Judgement, self.graph)

    @cached_property
    def links(self) -> Sequence[Link]:
        """The links of the network."""
        return read(Link, self.graph)

    @cached_property
    def goals(self) -> Mapping[str, Goal]:
        """Policy targets and operational goals by IRI, in the order of their numbers: 2 before 10."""
        return {row.iri: row for row in sorted(read(Goal, self.graph), key=lambda row: (in_order(row.number), row.iri))}

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """Roles, statuses and states by IRI."""
        return {row.iri: row for row in read(Concept, self.graph)}

    @cached_property
    def served(self) -> Mapping[str, Sequence[Goal]]:
        """The goals that each node with a claim serves, in the order of their numbers."""
        served = defaultdict(set)
        for row in read(Service, self.graph):
            served[row.node].add(row.goal)
        return {node: [goal for iri, goal in self.goals.items() if iri in goals] for node, goals in served.items()}

    @cached_property
    def provisions(self) -> Mapping[str, str]:
        """The act or article of which each article or paragraph is a provision."""
        return {row.iri: row.law for row in read(Provision, self.graph)}

    @cached_property
    def spellings(self) -> Mapping[str, Sequence[str]]:
        """The other names of each thing, in alphabetical order."""
        spellings: dict[str, list[str]] = defaultdict(list)
        for row in read(Spelling, self.graph):
            spellings[row.thing].append(row.name)
        return spellings

    def alone(self, report: str) -> "Views":
        """Return the views of a report's own graph and of the lists.

        They are these, where all facts have been read already, and where the graph is not kept by report.
        """
        if self._by_report is None or "stated" in vars(self):
            return self
        return Views(self._by_report.part(_graph(report), AUTHORITY))

    def lines(self, report: str) -> bytes:
        """Return a report's own graph, and what the lists say of the things in it, as N-Triples in a fixed order.

        Return nothing where the graph is not kept by report.
        """
        own = self._lines(_graph(report))
        things = dict.fromkeys(map(_subject, own))
        return b"".join((*own, *(line for thing in things for line in self._listed.get(thing, ()))))

    @cached_property
    def _by_report(self) -> Store | None:
        """The graph, if it has no graphs but those of its reports and those that reports share."""
        known = {*map(_graph, self.reports), AUTHORITY, FACTS, DERIVED, CANONICAL}
        return self.graph if isinstance(self.graph, Store) and known.issuperset(self.graph.graphs()) else None

    @cached_property
    def _listed(self) -> Mapping[bytes, Sequence[bytes]]:
        """What the lists say of each thing, in lines of N-Triples."""
        listed: dict[bytes, list[bytes]] = defaultdict(list)
        for line in self._lines(AUTHORITY):
            listed[_subject(line)].append(line)
        return listed

    def _lines(self, graph: NamedNode) -> list[bytes]:
        return [] if self._by_report is None else self._by_report.lines(graph).splitlines(keepends=True)

    def review_of(self, fact: Fact) -> str:
        """Return the review state of the claim that states a fact: its own, its section's or its report's."""
        section = self.sections[self.passages[fact.passage].section]
        return fact.review or section.review or self.reports[section.report].review

    def report_of(self, section: str) -> Report:
        """Return the report that has that section."""
        return self.reports[self.sections[section].report]

    def _follows(self, fact: Fact) -> bool:
        """Return whether the fact gives a class that follows from a narrower one."""
        return fact.predicate == RDF.type and fact.object.value != self.labels.narrowest(fact.subject)
