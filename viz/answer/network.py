"""An answer as a network: its things, the links that its rows state, and the other values of each row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import networkx as nx

from alliancegraph.graph.errors import FormatError, Problem
from alliancegraph.queries.answers.answer import Answer, Result
from alliancegraph.viz.answer.rows import Reader, Terms, status_of
from alliancegraph.viz.answer.things import Thing
from alliancegraph.viz.shared.columns import LinkRule, columns, known_links, neighbours, stem
from alliancegraph.viz.shared.style import INFERRED, ROW, STATED

Json = dict[str, Any]


class Edge(NamedTuple):
    """A link in a row of an answer."""

    start: Thing
    end: Thing
    label: str
    status: str
    basis: str
    rule: str
    quote: str
    columns: LinkRule


@dataclass(frozen=True)
class AnswerNetwork:
    """The rows of an answer by name, such as `row-1`, and their links, or a thing if a row has no links."""

    answer: Answer
    reader: Reader
    rows: Mapping[str, Terms]
    edges: Mapping[str, Sequence[Edge]]
    alone: Mapping[str, Thing]

    @classmethod
    def of(cls, answer: Result) -> Self:
        """Return the links and things in the rows of that answer; raise FormatError for that to ASK, which has none."""
        if isinstance(answer, bool):
            remedy = "Ask with SELECT or CONSTRUCT."
            raise FormatError(Problem("the answer is true or false", "rows or triples for a network", remedy))
        reader, rows = Reader.of(answer), {f"row-{n}": terms for n, terms in enumerate(answer.terms, 1)}
        rules = _rules(answer, reader)
        edges = {row: list(_edges(reader, rules, terms)) for row, terms in rows.items()}
        alone = {row: thing for row, terms in rows.items() if not edges[row] and (thing := _first(reader, terms))}
        return cls(answer, reader, rows, edges, alone)

    def network(self) -> "nx.MultiDiGraph[str]":
        """Return nodes and edges as `queries.network` names them; equal links with the same sentence are joined.

        An edge's `rows` are the names of the rows that state it, `quote` is their sentence, and `source` its report and
        section.
        """
        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        ends = [end for own in self.edges.values() for edge in own for end in (edge.start, edge.end)]
        network.add_nodes_from((thing.key, thing._asdict()) for thing in [*ends, *self.alone.values()])
        for edge, rows in self._stated_by().items():
            known = {name: getattr(edge, name) for name in ("label", "status", "basis", "rule", "quote")}
            source = ", ".join(filter(None, _source(self.reader, self.rows[rows[0]])))
            network.add_edge(edge.start.key, edge.end.key, **known, source=source, rows=tuple(rows))
        return network

    def evidence(self) -> Json:
        """Return the distinct sentences, and for each row with a sentence the index of that."""
        index: dict[tuple[str, ...], int] = {}
        quoted = {row: passage for row, terms in self.rows.items() if (passage := _passage(self.reader, terms))[0]}
        by_row = {row: index.setdefault(passage, len(index)) for row, passage in quoted.items()}
        fields = ("quote", "report", "section")
        return {"passages": [dict(zip(fields, passage, strict=True)) for passage in index], "rows": by_row}

    def more(self, row: str) -> str:
        """Return the cells of a row that neither its links nor its sentence show, in words."""
        own, terms = columns(), self.rows[row]
        linked = {
            name
            for e in self.edges[row]
            for name in (e.columns.start, e.columns.end, *e.columns.by, *e.columns.inferred)
        }
        sentence = {*own.quote, *own.report, *own.section} if _passage(self.reader, terms)[0] else set()
        return self.reader.rest(terms, {own.basis, own.status} | linked | sentence)

    def _stated_by(self) -> dict[Edge, list[str]]:
        rows: dict[Edge, list[str]] = {}
        for row, own in self.edges.items():
            for edge in own:
                rows.setdefault(edge, []).append(row)
        return rows


def _rules(answer: Answer, reader: Reader) -> list[LinkRule]:
    """Return the links between columns: the known ones, or else from each thing with an IRI to the next."""
    known = known_links(answer.about.network, reader.things)
    return known or neighbours([stem(name) for name in answer.columns], reader.with_iris)


def _edges(reader: Reader, rules: Sequence[LinkRule], terms: Terms) -> Iterator[Edge]:
    for rule in rules:
        start, end = reader.thing(terms, rule.start), reader.thing(terms, rule.end)
        if start and end and start.key != end.key:
            yield _edge(reader, rule, terms, (start, end))


def _edge(reader: Reader, rule: LinkRule, terms: Terms, ends: tuple[Thing, Thing]) -> Edge:
    """Return the link with its values in the row; only links named by a column have a status."""
    own = columns()
    because = reader.words(terms, rule.inferred)
    return Edge(
        *ends,
        label=reader.words(terms, rule.by) or rule.words,
        status=status_of(reader.words(terms, [own.status])) if rule.by else "",
        basis=_basis(reader, rule, terms),
        rule=because,
        quote=reader.words(terms, own.quote),
        columns=rule,
    )


def _basis(reader: Reader, rule: LinkRule, terms: Terms) -> str:
    """Return the basis of a link: inferred, stated if the row has a sentence, else the row itself."""
    own = columns()
    if reader.words(terms, [own.basis]) == INFERRED or reader.words(terms, rule.inferred):
        return INFERRED
    return STATED if reader.words(terms, own.quote) else ROW


def _first(reader: Reader, terms: Terms) -> Thing | None:
    found = (reader.thing(terms, name) for name in reader.things)
    return next((thing for thing in found if thing), None)


def _passage(reader: Reader, terms: Terms) -> tuple[str, str, str]:
    """Return a row's sentence, report and section; an empty text for what it does not have."""
    return reader.words(terms, columns().quote), *_source(reader, terms)


def _source(reader: Reader, terms: Terms) -> tuple[str, str]:
    """Return the report and the section from which a row is."""
    own = columns()
    return " ".join(reader.texts(terms, own.report)), reader.words(terms, own.section)
