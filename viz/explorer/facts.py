"""The facts that the page shows for each item, each with the claims and the sentences that prove it."""

from collections.abc import Iterable, Mapping
from typing import Any

from alliancegraph.queries.tables.rows import ClaimRow
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.contributions import Contribution
from alliancegraph.viz.explorer.material import Material
from alliancegraph.viz.explorer.sayings import is_saying, sayings
from alliancegraph.viz.shared.facts import fact, in_words, of_link, reading_order
from alliancegraph.viz.shared.periods import period_words
from alliancegraph.viz.shared.picture.links import MergedLink
from alliancegraph.viz.shared.style import INFERRED, style

Json = dict[str, Any]


def facts(made: Material) -> list[Json]:
    """Return every contribution, every link, and every claim that these do not show, in reading order."""
    rows, ids = {row.claim: row for row in made.claims}, made.ids
    drawn, words = _other_links(made), {link.predicate: link.label for link in made.links}
    shown = {one.claim for one in made.contributions}
    shown |= {claim for link in drawn if link.basis != INFERRED for claim in link.claims}
    found = [
        *map(_of_contribution, made.contributions),
        *(of_link(made.network, link, ids) for link in drawn),
        *(_of_row(row, words, ids) for row in made.claims if not is_saying(row) and _says_more(row, shown, ids)),
        *(_of_saying(ids, *saying) for saying in sayings(made.claims, ids)),
    ]
    worded = (in_words(one, _goals(one, rows, made.views)) for one in found)
    return sorted(worded, key=lambda one: reading_order(one, _place(one, rows)))


def evidence(claims: Iterable[ClaimRow]) -> Json:
    """Return the distinct sentences, and for each claim the index of its sentence."""
    index: dict[tuple[str | int, ...], int] = {}
    by_claim = {}
    for row in claims:
        key = (row.report, row.section, row.quote, row.start, row.end, row.context)
        by_claim[row.claim] = index.setdefault(key, len(index))
    fields = ("report", "section", "quote", "start", "end", "context")
    return {"passages": [dict(zip(fields, key, strict=True)) for key in index], "claims": by_claim}


def _other_links(made: Material) -> list[MergedLink]:
    """Return the links that are not part of a contribution."""
    contributed = {one.claim for one in made.contributions}
    return [link for link in made.links if link.basis == INFERRED or not contributed.issuperset(link.claims or [""])]


def _says_more(row: ClaimRow, shown: set[str], ids: Mapping[str, str]) -> bool:
    """Return whether the row has something about an item that no link of its claim shows."""
    return row.subject in ids if row.datatype else row.claim not in shown and (row.subject in ids or row.object in ids)


def _of_contribution(one: Contribution) -> Json:
    return {
        **fact(one.actor.id, one.actor.label, one.role, one.initiative.id, one.initiative.label, one.status),
        "claims": [one.claim],
        "serves": list(one.goals),
        "laws": [{"id": law.id, "label": law.label} for law in one.laws],
        "representatives": one.representatives,
        "period": period_words(one.period),
    }


def _of_row(row: ClaimRow, words: Mapping[str, str], ids: Mapping[str, str]) -> Json:
    label_of_link = words.get(row.predicate) or style().predicate_words(row.predicate)
    target = "" if row.datatype else ids.get(row.object, "")
    label = period_words(row.object) if row.predicate == "period" else row.object_label or row.object
    return {
        **fact(ids.get(row.subject, ""), row.subject_label, label_of_link, target, label, row.status),
        "claims": [row.claim],
    }


def _of_saying(ids: Mapping[str, str], row: ClaimRow, words: str, text: str, claims: list[str]) -> Json:
    return {**fact(ids[row.object], row.object_label, words, "", text, row.status), "claims": claims}


def _goals(fact: Json, rows: Mapping[str, ClaimRow], views: Views) -> str:
    """Return the numbers of the goals that its claim serves, with commas; "" for a fact without a claim."""
    claims = fact["claims"] if fact["basis"] != INFERRED else []
    subject = next((rows[claim].subject for claim in claims if claim in rows), "")
    return ", ".join(goal.number for goal in views.served.get(subject, ()))


def _place(fact: Json, rows: Mapping[str, ClaimRow]) -> tuple[str, int]:
    """Return the report and the offset of its first claim; ("", 0) for a fact without a claim."""
    first = next((rows[claim] for claim in fact["claims"] if claim in rows), None)
    return (first.report, first.start) if first else ("", 0)
