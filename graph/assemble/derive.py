"""Applies the rules to one report: inferred links, and counts of what is reported.

A rule sees the graph of one report and the concept schemes of the ontology, never the whole alliance; so a report can
be added or removed without computing the others again. Passages, accounts and the statements of plain facts are left
out, since they are most of a report, except for statements of the properties that a rule names (`#+ statements:`). Of
what authority lists say of things that the report names, a rule sees the properties that it lists (`#+ listed:`). A
rule for links (`rules/`) selects ?subject ?predicate ?object ?claim; a rule for counts (`tallies/`) selects ?count, the
?report and the other keys of the count, each named after the property that holds it (?byYear, ?byGoal, ?byStatus).

Each file has examples in its front matter (`#+ examples:`), which are tested: a case in words, the graph of one report
in Turtle with the known prefixes (`#+ given:` is put before the graph of each case), and what is derived: links as
`subject predicate object`, each with the claims that it rests on; counts as rows of keys and the count.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.assemble.quads import authority_quads
from alliancegraph.graph.assemble.tallies import tally_quads
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import AUTHORITY, DERIVED, mint
from alliancegraph.graph.model.reports import Entity, Fact
from alliancegraph.graph.sparql.sparqlfile import SparqlFile, read_sparql
from alliancegraph.ontology.terms import AG, DATA, DCTERMS, PROV, RDF, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary

RULES = Path(__file__).parent.parent / "rules"
TALLIES = Path(__file__).parent.parent / "tallies"
_STATEMENT = f"<{DATA}statement/".encode()
UNREAD = tuple(f"{DATA}{kind}/" for kind in ("passage", "selector", "account"))  # the IRIs of things that no rule reads
_LEFT_OUT = (_STATEMENT, *(f"<{kind}".encode() for kind in UNREAD))


@dataclass(frozen=True)
class Derived:
    """What the rules derive from a report: the links, the statements that prove them, and the counts as nodes."""

    links: tuple[Quad, ...]
    statements: tuple[Quad, ...]
    tallies: tuple[Quad, ...]


def derive(report: Iterable[Quad], entities: Iterable[Entity] = ()) -> Derived:
    """Return what the rules derive from one report's graph, and from what lists state of the things in it."""
    facts = (fact for entity in entities for fact in entity.facts if fact.predicate in listed_properties())
    listed = (Quad(*fact, AUTHORITY) for fact in facts)
    return derive_lines("".join(f"{quad} .\n" for quad in (*report, *listed)).encode())


def derive_lines(report: bytes) -> Derived:
    """Return what the rules derive from one report's graph, given as N-Quads."""
    return _derived(_store_of(report))


def rule_quads() -> Iterator[Quad]:
    """Yield the triples that describe the rules themselves."""
    for rule in (*_rules(RULES), *_rules(RULES / "alliance"), *_rules(TALLIES)):
        iri = rule_iri(rule)
        yield Quad(iri, NamedNode(RDF.type), NamedNode(AG.Rule), AUTHORITY)
        yield Quad(iri, NamedNode(SKOS.prefLabel), Literal(rule.title, language="en"), AUTHORITY)
        yield Quad(iri, NamedNode(DCTERMS.description), Literal(str(rule.header["because"]), language="en"), AUTHORITY)


def rule_iri(rule: SparqlFile) -> NamedNode:
    """Return the IRI of a rule."""
    return mint("rule", rule.name)


@cache
def _rules(folder: Path) -> tuple[SparqlFile, ...]:
    return tuple(read_sparql(path) for path in sorted(folder.glob("*.rq")))


@cache
def _concepts() -> bytes:
    """Return the concept schemes of the ontology as N-Quads."""
    vocabulary = Vocabulary.load()
    words = {NamedNode(iri) for iri, values in vocabulary.index.values.items() if SKOS.inScheme in values}
    quads = authority_quads((), vocabulary.triples(), vocabulary)
    return "".join(f"{quad} .\n" for quad in quads if quad.subject in words).encode()


def _store_of(report: bytes) -> Store:
    """Return a new store with what rules read of one report: a store that is emptied and refilled gets slower."""
    store = Store.memory()
    store.load_lines(_concepts())
    lines = report.splitlines(keepends=True)
    store.load_lines(b"".join([line for line in lines if not line.startswith(_LEFT_OUT)]))
    store.load_lines(b"".join(_statements_read(lines)))
    return store


def _statements_read(lines: list[bytes]) -> Iterator[bytes]:
    """Return the lines of the statements that some rule reads."""
    statements = [line for line in lines if line.startswith(_STATEMENT)]
    named = {line[: line.index(b" ")] for line in statements for mark in _marks() if mark in line}
    return (line for line in statements if line[: line.index(b" ")] in named)


@cache
def listed_properties() -> frozenset[NamedNode]:
    """Return the properties of listed things that some rule reads."""
    return frozenset(NamedNode(Vocabulary.load().prop(name)) for name in _named("listed"))


def _named(key: str) -> set[str]:
    """Return the words under a key of the rules' front matter."""
    return {name for rule in (*_rules(RULES), *_rules(TALLIES)) for name in rule.header.get(key, ())}


@cache
def _marks() -> tuple[bytes, ...]:
    """Return the parts of lines that show a statement of a property that some rule reads."""
    return tuple(
        f" <{RDF.predicate}> <{Vocabulary.load().prop(name)}> ".encode() for name in sorted(_named("statements"))
    )


def _derived(store: Store) -> Derived:
    links: dict[Quad, None] = {}
    statements: list[Quad] = []
    for rule in _rules(RULES):
        for fact, claims in _inferences(rule, store).items():
            links[Quad(*fact, DERIVED)] = None
            statements += derived_statement(rule, fact, claims, DERIVED)
    counts = (quad for rule in _rules(TALLIES) for quad in _tallies(rule, store))
    return Derived(tuple(links), tuple(statements), tuple(counts))


def _inferences(rule: SparqlFile, store: Store) -> dict[Fact, list[NamedNode]]:
    found: dict[Fact, list[NamedNode]] = defaultdict(list)
    for row in store.select(rule.sparql):
        found[Fact(row["subject"], row["predicate"], row["object"])].append(row["claim"])
    return found


def derived_statement(rule: SparqlFile, fact: Fact, claims: Iterable[NamedNode], graph: NamedNode) -> Iterator[Quad]:
    """Yield the statement, in that graph, of a fact that a rule infers from claims or judgements."""
    iri = mint("derived", _hash(rule.name, *fact))
    properties = [
        (RDF.type, NamedNode(AG.DerivedStatement)),
        (RDF.type, NamedNode(RDF.Statement)),
        (RDF.subject, fact.subject),
        (RDF.predicate, fact.predicate),
        (RDF.object, fact.object),
        (AG.rule, rule_iri(rule)),
        *((PROV.wasDerivedFrom, claim) for claim in claims),
    ]
    return (Quad(iri, NamedNode(predicate), object, graph) for predicate, object in properties)


def _tallies(rule: SparqlFile, store: Store) -> Iterator[Quad]:
    rows = store.select(rule.sparql)
    keys = [variable.value for variable in rows.variables if variable.value != "count"]
    properties = [Vocabulary.load().prop(key) for key in keys]
    for row in rows:
        values = (row[key] for key in keys)
        yield from tally_quads(rule_iri(rule), zip(properties, values, strict=True), int(row["count"].value))


def _hash(*parts: object) -> str:
    return sha256(" ".join(map(str, parts)).encode()).hexdigest()[:16]
