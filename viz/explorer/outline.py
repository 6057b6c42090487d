"""The goals as a list: targets, their goals, the form's sections with their states, who contributes through what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from alliancegraph.graph.model.iris import local_name
from alliancegraph.graph.model.states import BLANK
from alliancegraph.graph.words.codes import in_order
from alliancegraph.ontology.terms import SKOS
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Goal, Section
from alliancegraph.viz.explorer.contributions import Contribution
from alliancegraph.viz.explorer.material import Material
from alliancegraph.viz.shared.periods import period_words
from alliancegraph.viz.shared.style import style

_FEW = 3  # actors of one initiative and role that are listed one by one
_BLANK = local_name(BLANK.value)

Json = dict[str, Any]


def outline(made: Material) -> list[Json]:
    """Return the targets with their goals in order; a goal without a target is a group of its own."""
    goals = made.views.goals.values()
    parents = {link.source: link.target.value for link in made.views.links if link.predicate == SKOS.broader}
    tops = [goal for goal in goals if goal.iri not in parents]
    children = {top.iri: [goal for goal in goals if parents.get(goal.iri) == top.iri] for top in tops}
    return [
        {**_heading(made, top), "goals": [_goal(made, goal) for goal in children[top.iri] or [top]]} for top in tops
    ]


def _heading(made: Material, goal: Goal) -> Json:
    label = made.views.labels.name(goal.iri)
    return {"id": made.ids[goal.iri], "number": goal.number, "label": label, "short": goal.brief_name}


def _goal(made: Material, goal: Goal) -> Json:
    sections = made.views.sections.values()
    return {
        **_heading(made, goal),
        "sections": [_section(made.views, row) for row in sections if row.goal == goal.iri],
        "statuses": _by_status([one for one in made.contributions if made.ids[goal.iri] in one.goals]),
    }


def _section(views: Views, row: Section) -> Json:
    return {
        "report": views.reports[row.report].name,
        "section": row.code.rpartition("/")[2],
        "blank": row.state == _BLANK,
        "words": style().state_words(row.state),
        "unread": style().reading_words(row.reading),
    }


def _by_status(found: Sequence[Contribution]) -> list[Json]:
    """Return the contributions grouped by status, finished ones before planned ones."""
    order = list(style().statuses)
    statuses = sorted({one.status for one in found}, key=lambda s: (order.index(s) if s in order else len(order), s))
    return [_status(status, [one for one in found if one.status == status]) for status in statuses]


def _status(status: str, found: Sequence[Contribution]) -> Json:
    """Return the contributions of one status: a group for each that more than _FEW actors share, then the others."""
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
    """Return the contributions by initiative, role, section and period."""
    deeds: dict[tuple[str, ...], list[Contribution]] = defaultdict(list)
    for one in found:
        deeds[_deed(one)].append(one)
    return deeds


def _actors(found: Iterable[Contribution]) -> list[Json]:
    """Return the actors in alphabetical order, with their contributions; those of unnamed actors come last."""
    deeds: dict[tuple[str, str], list[Json]] = defaultdict(list)
    for one in sorted(found, key=lambda c: (c.initiative.label, c.role, in_order(c.section))):
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
