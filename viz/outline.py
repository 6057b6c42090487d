"""The goals as a list: targets, their goals, the form's sections with their states, who contributes through what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from graph.tables import SectionRow
from viz.contributions import Contribution
from viz.goals import goals_in_order, targets_of
from viz.periods import period_words
from viz.style import style

_FEW = 3  # actors of one initiative and role that are listed one by one

Json = dict[str, Any]


def outline(
    network: "nx.MultiDiGraph[str]",
    sections: Sequence[SectionRow],
    contributions: Sequence[Contribution],
    ids: Mapping[str, str],
) -> list[Json]:
    """Targets with their goals in the order of their numbers; a goal without a target is a group of its own."""
    goals, parents = goals_in_order(network), targets_of(network)
    tops = [goal for goal in goals if goal not in parents]
    children = {top: [goal for goal in goals if parents.get(goal) == top] or [top] for top in tops}
    return [
        {
            **_heading(network, ids, top),
            "goals": [_goal(network, ids, goal, sections, contributions) for goal in children[top]],
        }
        for top in tops
    ]


def report_label(row: SectionRow) -> str:
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
    contributions: Iterable[Contribution],
) -> Json:
    number = network.nodes[name].get("number", "")
    return {
        **_heading(network, ids, name),
        "sections": [_section(row) for row in sections if row.goal == number],
        "statuses": _by_status([one for one in contributions if ids[name] in one.goals]),
    }


def _section(row: SectionRow) -> Json:
    return {
        "report": report_label(row),
        "section": row.section.rpartition("/")[2],
        "state": row.state,
        "words": style().state_words(row.state),
        "unread": style().reading_words(row.reading),
    }


def _by_status(found: Sequence[Contribution]) -> list[Json]:
    """The contributions grouped by status, what was done before what is meant."""
    order = list(style().statuses)
    statuses = sorted({one.status for one in found}, key=lambda s: (order.index(s) if s in order else len(order), s))
    return [_status(status, [one for one in found if one.status == status]) for status in statuses]


def _status(status: str, found: Sequence[Contribution]) -> Json:
    """Actors one by one, and apart from them those of whom many did the same."""
    crowds = {key: own for key, own in _by_deed(found).items() if len(own) > _FEW}
    alone = [one for one in found if _deed(one) not in crowds]
    return {
        "words": style().status_words(status),
        "actors": _actors(alone),
        "crowds": [{**_through(crowds[key][0]), "actors": _actors(crowds[key])} for key in sorted(crowds)],
    }


def _deed(one: Contribution) -> tuple[str, ...]:
    return one.initiative.label, one.initiative.id, one.role, one.report, one.section, one.period


def _by_deed(found: Iterable[Contribution]) -> Mapping[tuple[str, ...], list[Contribution]]:
    """The contributions by initiative, role, section and period."""
    deeds: dict[tuple[str, ...], list[Contribution]] = defaultdict(list)
    for one in found:
        deeds[_deed(one)].append(one)
    return deeds


def _actors(found: Iterable[Contribution]) -> list[Json]:
    """The actors in the order of the alphabet, with what they did; contributions of nobody named come last."""
    deeds: dict[tuple[str, str], list[Json]] = defaultdict(list)
    for one in sorted(found, key=lambda c: (c.initiative.label, c.role, c.section)):
        deeds[one.actor.id, one.actor.label].append(_through(one))
    ordered = sorted(deeds, key=lambda key: (not key[0], key[1].casefold(), key))
    return [{"label": label, "id": actor, "through": deeds[actor, label]} for actor, label in ordered]


def _through(one: Contribution) -> Json:
    return {
        "role": one.role,
        "label": one.initiative.label,
        "id": one.initiative.id,
        "section": one.section,
        "report": one.report,
        "period": period_words(one.period),
    }
