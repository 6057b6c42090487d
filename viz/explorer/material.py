"""What the explorer is made of: the views of a graph, the items that it shows, and the claims of each report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from pyoxigraph import Literal

from alliancegraph.graph.model.iris import local_name
from alliancegraph.queries.network import group
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.tables.rows import ClaimRow
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Inference, Section
from alliancegraph.viz.shared.items import short_ids

NAMES = "en"  # the language of a name for which the graph says no other


@dataclass(frozen=True)
class Material:
    """The views, the ids of the items on the page by IRI, and the claims of each report by its short name."""

    views: Views
    ids: Mapping[str, str]
    claims: Mapping[str, Sequence[ClaimRow]]

    @classmethod
    def of(cls, views: Views) -> Self:
        """Return the material for those views."""
        by_report = defaultdict(list)
        for row in claim_rows(views):
            by_report[row.report].append(row)
        return cls(views, short_ids(_items(views)), by_report)

    @cached_property
    def goals(self) -> Mapping[str, Sequence[str]]:
        """The ids of the goals that each subject of claims serves."""
        return {node: [self.ids[goal.iri] for goal in goals] for node, goals in self.views.served.items()}

    @cached_property
    def languages(self) -> Mapping[tuple[str, str], str]:
        """The language of each text that claims state, by the claim and the text."""
        told = ((fact.claim, fact.object) for fact in self.views.facts)
        return {
            (claim, text.value): text.language for claim, text in told if isinstance(text, Literal) and text.language
        }

    def language(self, row: ClaimRow) -> str:
        """Return the language of a row's value; empty for numbers, dates and other signs."""
        if row.datatype:
            return self.languages.get((row.claim, row.object), "")
        return self.views.foreign.get(row.object, NAMES)

    @cached_property
    def sections(self) -> Mapping[str, Sequence[Section]]:
        """The sections of each report, by the report's IRI, in the order of its form."""
        found = defaultdict(list)
        for row in self.views.sections.values():
            found[row.report].append(row)
        return found

    @cached_property
    def inferences(self) -> Mapping[str, Mapping[str, Sequence[Inference]]]:
        """The rows of inferred facts by report, and by fact.

        A fact belongs to the first report on which it rests; one that rests on lists, to the first that names it.
        """
        by_fact = defaultdict(list)
        for row in self.views.inferences:
            by_fact[row.iri].append(row)
        found: dict[str, dict[str, Sequence[Inference]]] = defaultdict(dict)
        for iri, rows in by_fact.items():
            found[self._home(rows)][iri] = rows
        return found

    def _home(self, rows: Sequence[Inference]) -> str:
        based = {row.report for row in rows}
        naming = {row.report for end in (rows[0].subject, rows[0].object.value) for row in self.claims_of.get(end, ())}
        reports = list(self.views.reports)
        named = [iri for iri in reports if local_name(iri) in naming]
        return next(iter([*sorted(based - {""}), *named, *reports]), "")

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[ClaimRow]]:
        """The rows by each thing that they name, and by the claim's id."""
        found = defaultdict(list)
        for rows in self.claims.values():
            for row in rows:
                for key in {row.subject, row.claim, "" if row.datatype else row.object}:
                    found[key].append(row)
        return found


def _items(views: Views) -> list[str]:
    """Return the IRIs of what has a view of its own: goals, actors, initiatives, events, laws and places."""
    ends = {end for row in claim_rows(views) for end in (row.subject, "" if row.datatype else row.object)}
    ends |= {end for row in views.inferences for end in (row.subject, row.object.value)}
    return sorted({*views.goals, *(end for end in ends if group(views.labels, end))})
