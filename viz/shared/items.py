"""The ids and names of items within a page, and the reports that it is made from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from alliancegraph.queries.views.rows import Report
from alliancegraph.viz.shared.periods import written_words

Json = dict[str, Any]


def short_ids(iris: Iterable[str]) -> Mapping[str, str]:
    """Return an id for each IRI, for addresses within a page, such as "organization/ro-cocd".

    It is the last two segments of the IRI, or the whole IRI if two would share them.
    """
    short = {iri: "/".join(iri.rstrip("/").split("/")[-2:]) for iri in iris}
    uses = Counter(short.values())
    return {iri: name if uses[name] == 1 else iri for iri, name in short.items()}


def item_name(node: Mapping[str, str]) -> str:
    """Return what a node of a network is called: its number, and its short name or else its label."""
    return f"{node['number']} {node['short'] or node['label']}".strip()


def report(row: Report) -> Json:
    """Return a report with its reading state and date; "" if unknown."""
    return {"label": row.name, "reading": row.reading_name, "as_of": written_words(row.as_of)}
