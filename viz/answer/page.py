"""The page of an answer: its rows as a network and as a table, in one HTML file that needs no network."""

from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx
from pyoxigraph import NamedNode

from alliancegraph.graph.errors import FormatError, Problem
from alliancegraph.queries.answers.answer import Answer, Result
from alliancegraph.queries.answers.cells import Term, cell
from alliancegraph.queries.answers.table import counted
from alliancegraph.viz.answer.network import AnswerNetwork
from alliancegraph.viz.answer.things import Thing
from alliancegraph.viz.shared.columns import stem
from alliancegraph.viz.shared.facts import fact, in_words, of_link, reading_order
from alliancegraph.viz.shared.items import item, report, short_ids
from alliancegraph.viz.shared.page import render
from alliancegraph.viz.shared.picture.links import merged_links
from alliancegraph.viz.shared.picture.vis import picture
from alliancegraph.viz.shared.style import ROW, STATED, style

Json = dict[str, Any]


def answer_page(result: Result) -> str:
    """Return the page as HTML; raise FormatError for the answer to ASK, which has no rows."""
    if isinstance(result, bool):
        remedy = "Ask with SELECT or CONSTRUCT."
        raise FormatError(Problem("the answer is true or false", "rows or triples for a network page", remedy))
    rows = AnswerNetwork.of(result)
    network = rows.network()
    ids = short_ids(sorted(network))
    data = {**_data(rows, network, ids), "reports": [report(source) for source in result.about.sources()]}
    shown = {**_shown(result, data), "rows": list(_rows(result, rows, ids))}
    return render("answer", data, shown, ["answer/answer.css"])


def _data(rows: AnswerNetwork, network: "nx.MultiDiGraph[str]", ids: Mapping[str, str]) -> Json:
    """Return the data for the page's script, in the shape of `PageData` in shared/data.d.ts."""
    drawn, evidence = merged_links(network), rows.evidence()
    linked = sorted((in_words(of_link(network, link, ids)) for link in drawn), key=reading_order)
    alone = _alone(rows, ids, evidence["claims"])
    return {
        "items": {ids[name]: item(network.nodes[name]) for name in sorted(network)},
        "facts": [{**one, "more": _more(rows, one["claims"])} for one in [*linked, *alone]],
        "evidence": evidence,
        "targets": [],
        "judgements": [],
        "unfinished": [],
        "several": False,
        "picture": picture(network, drawn, ids),
        "groups": {name: group.words for name, group in style().groups.items()},
        "dimmed": dict(style().dimmed),
    }


def _alone(rows: AnswerNetwork, ids: Mapping[str, str], quoted: Mapping[str, int]) -> Iterator[Json]:
    """Yield a fact for each thing in a row without links: in which row it is."""
    for row, thing in rows.alone.items():
        number = row.partition("-")[2]
        row_fact = fact(ids[thing.key], thing.label, "is in row", "", number, "")
        yield in_words({**row_fact, "basis": STATED if row in quoted else ROW, "claims": [row]})


def _more(rows: AnswerNetwork, names: list[str]) -> list[str]:
    """Return the other cells of the rows that state a fact, without repetition."""
    return list(dict.fromkeys(filter(None, map(rows.more, names))))


def _shown(answer: Answer, data: Json) -> Json:
    """Return the data for the template."""
    groups = {one["group"] for one in data["items"].values()}
    return {
        "title": answer.about.title,
        "about": answer.about,
        "reports": data["reports"],
        "counted": counted(answer),
        "columns": answer.titles,
        "note": answer.about.beside_rows() if len(answer) else answer.about.note,
        "unread": "" if len(answer) else answer.about.emptiness(),
        "groups": [group for name, group in style().groups.items() if name in groups],
        "lines": [line for name, line in style().lines.items() if name in {one["line"] for one in data["facts"]}],
    }


def _rows(answer: Answer, rows: AnswerNetwork, ids: Mapping[str, str]) -> Iterator[list[tuple[str, str]]]:
    """Yield the cells of each row, a text and the id of the thing that it names, empty for none."""
    names = [stem(name) for name in answer.columns]
    for terms in answer.terms:
        things = {name: thing for name in rows.reader.things if (thing := rows.reader.thing(terms, name))}
        yield [_cell(term, things.get(name), ids) for term, name in zip(terms, names, strict=True)]


def _cell(term: Term | None, thing: Thing | None, ids: Mapping[str, str]) -> tuple[str, str]:
    """Return the text of a cell and the id of its thing; the name of the thing if the answer has only its IRI."""
    if thing is None:
        return cell(term), ""
    named = f"{thing.number} {thing.label}".strip() if isinstance(term, NamedNode) else cell(term)
    return named, ids.get(thing.key, "")
