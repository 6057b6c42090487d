"""The page of an answer: its rows as a network and as a table, in one HTML file that needs no network."""

from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import NamedNode

from alliancegraph.queries.answers.answer import Answer, Result
from alliancegraph.queries.answers.cells import Term, cell
from alliancegraph.queries.answers.table import counted
from alliancegraph.viz.answer.facts import facts, items
from alliancegraph.viz.answer.network import AnswerNetwork
from alliancegraph.viz.answer.things import Thing
from alliancegraph.viz.shared.columns import stem
from alliancegraph.viz.shared.items import report, short_ids
from alliancegraph.viz.shared.page import render
from alliancegraph.viz.shared.style import style

_STYLES = ("shared/base.css", "shared/diagram/diagram.css", "answer/answer.css")

Json = dict[str, Any]


def answer_page(result: Result) -> str:
    """Return the page as HTML; raise FormatError for the answer to ASK, which has no rows."""
    rows = AnswerNetwork.of(result)
    answer, network = rows.answer, rows.network()
    ids = short_ids(sorted(network))
    reports = [report(source) for source in answer.about.sources()]
    data = {
        "items": items(network, ids),
        "facts": facts(rows, network, ids),
        "evidence": rows.evidence(),
        "style": style().looks(),
        "about": {"title": answer.about.title, "source": "; ".join(map(_dated, reports))},
    }
    return render("answer", data, {**_shown(answer, reports), "rows": list(_rows(answer, rows, ids))}, _STYLES)


def _dated(report: Json) -> str:
    return ", ".join(filter(None, (report["label"], report["as_of"])))


def _shown(answer: Answer, reports: list[Json]) -> Json:
    """Return the data for the template."""
    return {
        "title": answer.about.title,
        "about": answer.about,
        "reports": reports,
        "counted": counted(answer),
        "columns": answer.titles,
        "note": answer.about.beside_rows() if len(answer) else answer.about.note,
        "unread": "" if len(answer) else answer.about.emptiness(),
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
