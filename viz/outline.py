"""The goals as a list: targets, their goals, the form's sections with their states, who contributes through what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from graph.tables import ContributionRow, SectionRow
from viz.facts import NOBODY, period_words
from viz.goals import goals_in_order, targets_of
from viz.names import Names
from viz.style import style

Json = dict[str, Any]


def outline(
    network: "nx.MultiDiGraph[str]",
    sections: Sequence[SectionRow],
    contributions: Sequence[ContributionRow],
    ids: Mapping[str, str],
) -> list[Json]:
    """Targets with their goals in the order of their numbers; a goal without a target is a group of its own."""
    names = Names(network, ids)
    goals, parents = goals_in_order(network), targets_of(network)
    tops = [goal for goal in goals if goal not in parents]
    children = {top: [goal for goal in goals if parents.get(goal) == top] or [top] for top in tops}
    return [
        {
            **_heading(network, ids, top),
            "goals": [_goal(network, ids, goal, sections, contributions, names) for goal in children[top]],
        }
        for top in tops
    ]


def report_label(row: SectionRow | ContributionRow) -> str:
    """The report that a row comes from, as its member and year: "Romania 2014"."""
    return f"{row.member} {row.year}"


def _heading(network: "nx.MultiDiGraph[str]", ids: Mapping[str, str], name: str) -> Json:
    item = network.nodes[name]
    return {"id": ids[name], **{field: item.get(field, "") for field in ("number", "label", "short")}}


def _goal(
    network: "nx.MultiDiGraph[str]",
    ids: Mapping[str, str],
    name: str,
    sections: Iterable[SectionRow],
    contributions: Iterable[ContributionRow],
    names: Names,
) -> Json:
    number = network.nodes[name].get("number", "")
    return {
        **_heading(network, ids, name),
        "sections": [_section(row) for row in sections if row.goal == number],
        "statuses": _by_status([row for row in contributions if number in row.goal.split("|")], names),
    }


def _section(row: SectionRow) -> Json:
    return {
        "report": report_label(row),
        "section": row.section.rpartition("/")[2],
        "state": row.state,
        "words": style().state_words(row.state),
    }


def _by_status(rows: Sequence[ContributionRow], names: Names) -> list[Json]:
    """The contributions grouped by status, what was done before what is meant."""
    order = list(style().statuses)
    found = sorted({row.status for row in rows}, key=lambda s: (order.index(s) if s in order else len(order), s))
    return [
        {"words": style().status_words(status), "actors": _actors([r for r in rows if r.status == status], names)}
        for status in found
    ]


def _actors(rows: Sequence[ContributionRow], names: Names) -> list[Json]:
    """The actors in the order of the alphabet, with what they did; contributions of nobody named come last."""
    links: dict[tuple[str, str], list[Json]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (r.initiative, r.role, r.section)):
        actor = names.id_of(row.claim, row.actor) if row.actor else ""
        links[row.actor, actor].append(_through(row, names))
    ordered = sorted(links, key=lambda key: (not key[0], key[0].casefold(), key))
    return [{"label": label or NOBODY, "id": actor, "through": links[label, actor]} for label, actor in ordered]


def _through(row: ContributionRow, names: Names) -> Json:
    return {
        "role": names.words_of(row.role),
        "label": row.initiative,
        "id": names.id_of(row.claim, row.initiative),
        "section": row.section,
        "report": report_label(row),
        "period": period_words(row.period),
    }
