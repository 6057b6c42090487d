"""What the page says of each item: facts in plain words, each with the claims and the sentences that prove it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from graph.tables import ClaimRow, ContributionRow
from viz.links import Link, links
from viz.names import Names
from viz.style import INFERRED, style

NOBODY = "(the text names nobody)"

Json = dict[str, Any]


def facts(
    network: "nx.MultiDiGraph[str]",
    claims: Sequence[ClaimRow],
    contributions: Sequence[ContributionRow],
    ids: Mapping[str, str],
) -> list[Json]:
    """Every link, every contribution that names nobody, every claim that neither shows; in reading order."""
    rows, names, drawn = {row.claim: row for row in claims}, Names(network, ids), links(network)
    periods = {row.claim: period_words(row.period) for row in contributions}
    nameless = {row.claim: _of_nobody(row, names) for row in contributions if not row.actor}
    shown = {claim for link in drawn if link.basis != INFERRED for claim in link.claims} | set(nameless)
    rest = [_of_row(row, names, ids) for row in claims if _says_more(row, shown, ids)]
    found = [*(_of_link(network, link, ids) for link in drawn), *nameless.values(), *rest]
    return sorted((_complete(fact, rows, periods) for fact in found), key=lambda fact: _reading_order(fact, rows))


def evidence(claims: Iterable[ClaimRow]) -> Json:
    """The sentences, each once, and for each claim the index of its sentence."""
    index: dict[tuple[str | int, ...], int] = {}
    by_claim = {}
    for row in claims:
        key = (row.report, row.section, row.quote, row.start, row.end)
        by_claim[row.claim] = index.setdefault(key, len(index))
    fields = ("report", "section", "quote", "start", "end")
    return {"passages": [dict(zip(fields, key, strict=True)) for key in index], "claims": by_claim}


def period_words(period: str) -> str:
    """An ISO 8601 interval in plain words: "2013/.." gives "from 2013"."""
    start, slash, end = period.partition("/")
    if not slash or start == end:
        return start
    if end == "..":
        return f"from {start}"
    return f"until {end}" if start == ".." else f"{start} to {end}"


def _says_more(row: ClaimRow, shown: set[str], ids: Mapping[str, str]) -> bool:
    """Whether the row says something of an item that no link of its claim says."""
    return row.subject in ids if row.datatype else row.claim not in shown and (row.subject in ids or row.object in ids)


def _of_link(network: "nx.MultiDiGraph[str]", link: Link, ids: Mapping[str, str]) -> Json:
    return {
        "subject": ids[link.source],
        "subjectLabel": network.nodes[link.source]["label"],
        "words": link.label,
        "object": ids[link.target],
        "objectLabel": network.nodes[link.target]["label"],
        "status": link.status,
        "basis": link.basis,
        "rule": link.rule,
        "claims": list(link.claims),
    }


def _of_nobody(row: ContributionRow, names: Names) -> Json:
    return {
        "subject": "",
        "subjectLabel": NOBODY,
        "words": names.words_of(row.role),
        "object": names.id_of(row.claim, row.initiative),
        "objectLabel": row.initiative,
        "status": row.status,
        "basis": "stated",
        "rule": "",
        "claims": [row.claim],
    }


def _of_row(row: ClaimRow, names: Names, ids: Mapping[str, str]) -> Json:
    return {
        "subject": ids.get(row.subject, ""),
        "subjectLabel": row.subject_label,
        "words": names.words_of(row.predicate),
        "object": "" if row.datatype else ids.get(row.object, ""),
        "objectLabel": period_words(row.object) if row.predicate == "period" else row.object_label or row.object,
        "status": row.status,
        "basis": "stated",
        "rule": "",
        "claims": [row.claim],
    }


def _complete(fact: Json, rows: Mapping[str, ClaimRow], periods: Mapping[str, str]) -> Json:
    """The fact with its status in words, its period, and the goals that it serves; claims unknown here are left out."""
    own = [claim for claim in fact["claims"] if claim in rows] if fact["basis"] != INFERRED else []
    return {
        **fact,
        "line": style().line_name(fact["basis"], fact["status"], ""),
        "status": style().status_words(fact["status"]),
        "period": next((periods[claim] for claim in own if periods.get(claim)), ""),
        "goal": next((rows[claim].goal for claim in own), "").replace("|", ", "),
    }


def _reading_order(fact: Json, rows: Mapping[str, ClaimRow]) -> tuple[Any, ...]:
    first = next((rows[claim] for claim in fact["claims"] if claim in rows), None)
    place = (first.report, first.start) if first else ("", 0)
    return (fact["basis"], fact["rule"], *place, fact["subjectLabel"], fact["words"], fact["objectLabel"])
