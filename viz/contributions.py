"""The contributions as the page shows them: who, in which role, through what, with which status, under which law."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.claimrows import ClaimRow
from graph.tables import ContributionRow
from viz.links import links

NOBODY = "(the text names nobody)"


@dataclass(frozen=True)
class End:
    """One end of a contribution: its name, and its id on the page; "" where the page has no such item."""

    id: str
    label: str


_NOTHING = End("", "")


@dataclass(frozen=True)
class Contribution:
    """One contribution, whatever the number of goals that it serves."""

    claim: str
    report: str
    section: str
    actor: End
    role: str
    initiative: End
    status: str
    period: str
    law: End
    representatives: str
    goals: tuple[str, ...]


def contributions(
    network: "nx.MultiDiGraph[str]",
    claims: Sequence[ClaimRow],
    rows: Sequence[ContributionRow],
    ids: Mapping[str, str],
) -> list[Contribution]:
    """Every contribution once, in the order of the rows; its ends are told by its claim, never by their names."""
    fields, goals = _fields(claims), _goals(network, ids)
    return [_contribution(row, fields[row.claim], goals[row.claim], ids) for row in _once(rows)]


def _once(rows: Sequence[ContributionRow]) -> list[ContributionRow]:
    return list({row.claim: row for row in reversed(rows)}.values())[::-1]


def _fields(claims: Sequence[ClaimRow]) -> Mapping[str, Mapping[str, ClaimRow]]:
    """What each claim says, by property."""
    fields: dict[str, dict[str, ClaimRow]] = defaultdict(dict)
    for row in claims:
        fields[row.claim][row.predicate] = row
    return fields


def _goals(network: "nx.MultiDiGraph[str]", ids: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The goals that each claim's initiative serves by it."""
    goals: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for link in links(network):
        for claim in link.claims if link.predicate == "goal" else ():
            goals[claim] = (*goals[claim], ids[link.target])
    return goals


def _contribution(
    row: ContributionRow, fields: Mapping[str, ClaimRow], goals: tuple[str, ...], ids: Mapping[str, str]
) -> Contribution:
    people = fields.get("representatives")
    return Contribution(
        claim=row.claim,
        report=f"{row.member} {row.year}",
        section=row.section,
        actor=_end(fields.get("actor"), ids) if row.actor else End("", NOBODY),
        role=fields["role"].object_label if "role" in fields else row.role,
        initiative=_end(fields.get("initiative"), ids) if "initiative" in fields else End("", row.initiative),
        status=row.status,
        period=row.period,
        law=_end(fields.get("underLaw"), ids),
        representatives=people.object if people else "",
        goals=goals,
    )


def _end(row: ClaimRow | None, ids: Mapping[str, str]) -> End:
    return End(ids.get(row.object, ""), row.object_label) if row else _NOTHING
