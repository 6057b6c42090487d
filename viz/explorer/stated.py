"""What reports state: their facts, passages and sections, as far as these follow from each report alone."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal

from alliancegraph.ontology.terms import DATA, RDF
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.network import group_of
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Fact, Inference, Section


def identifier(iri: str) -> str:
    """Return the id of a thing on the page: `organization/ro-cocd`, or the whole IRI of what is not among our data."""
    return iri.removeprefix(DATA)


def inferred_by(views: Views) -> Mapping[str, Mapping[str, Sequence[Inference]]]:
    """Return the rows of inferred facts by the IRI of the report on which they rest, and by fact.

    A fact that rests on several reports is inferred from each; under an empty IRI are those that rest on none.
    """
    found: dict[str, dict[str, list[Inference]]] = defaultdict(lambda: defaultdict(list))
    for row in views.inferences:
        found[row.report][row.iri].append(row)
    return found


@dataclass(frozen=True)
class Introduced:
    """A thing that claims introduce: its classes, its name and the code of the name's language, empty for a sign."""

    classes: frozenset[str]
    name: str
    language: str

    @property
    def is_item(self) -> bool:
        """Whether it has a view of its own."""
        return bool(group_of(self.classes))

    @property
    def kind(self) -> str:
        """The short name of its narrowest class."""
        vocabulary = Vocabulary.load()
        return vocabulary.short(vocabulary.narrowest(self.classes))


@dataclass(frozen=True)
class Stated:
    """What the reports of a graph state."""

    views: Views

    def alone(self, report: str) -> "Stated":
        """Return what the report of that IRI states; this, where the graph is not kept by report."""
        part = self.views.alone(report)
        return self if part.graph is self.views.graph else Stated(part)

    @cached_property
    def introduced(self) -> Mapping[str, Introduced]:
        """The things that claims introduce, by IRI."""
        classes, names = defaultdict(set), {}
        for row in self.views.claimed:
            classes[row.thing].add(row.cls)
            names[row.thing] = row.name if isinstance(row.name, Literal) else Literal(row.words)
        return {
            thing: Introduced(frozenset(classes[thing]), name.value, name.language or "")
            for thing, name in names.items()
        }

    @cached_property
    def facts(self) -> Mapping[str, Sequence[Fact]]:
        """The facts by the IRI of their report, in the order of its text; of a thing's classes, only the narrowest."""
        found = defaultdict(list)
        for fact in self.views.stated:
            if not self._follows(fact):
                found[self.views.sections[self.views.passages[fact.passage].section].report].append(fact)
        return {report: sorted(facts, key=self._place) for report, facts in found.items()}

    def _place(self, fact: Fact) -> tuple[int, int, str, str, str]:
        passage = self.views.passages[fact.passage]
        return passage.start, passage.end, fact.claim, Vocabulary.load().short(fact.predicate), fact.object.value

    def _follows(self, fact: Fact) -> bool:
        """Return whether the fact gives a class that follows from a narrower one."""
        return fact.predicate == RDF.type and fact.object.value != Vocabulary.load().narrowest(
            self._classes[fact.subject]
        )

    @cached_property
    def _classes(self) -> Mapping[str, Collection[str]]:
        found = defaultdict(set, {thing: set(one.classes) for thing, one in self.introduced.items()})
        for fact in self.views.stated:
            if fact.predicate == RDF.type:
                found[fact.subject].add(fact.object.value)
        return found

    @cached_property
    def facts_of(self) -> Mapping[str, Sequence[Fact]]:
        """The facts by the IRI of their subject, and by the id of their claim."""
        found = defaultdict(list)
        for fact in (fact for facts in self.facts.values() for fact in facts):
            found[fact.subject].append(fact)
            found[fact.claim].append(fact)
        return found

    @cached_property
    def sections(self) -> Mapping[str, Sequence[Section]]:
        """The sections of each report, by the report's IRI, in the order of its form."""
        found = defaultdict(list)
        for row in self.views.sections.values():
            found[row.report].append(row)
        return found
