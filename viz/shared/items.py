"""The items of a page and the reports that it is made from, as its script shows them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from alliancegraph.queries.views.rows import Report
from alliancegraph.viz.shared.periods import written_words
from alliancegraph.viz.shared.style import style

Json = dict[str, Any]


def short_ids(iris: Iterable[str]) -> Mapping[str, str]:
    """An id for each IRI, as addresses within a page have it, such as "organization/ro-cocd".

    It is the last two steps of the IRI, or the whole of it where two would share them.
    """
    short = {iri: "/".join(iri.rstrip("/").split("/")[-2:]) for iri in iris}
    uses = Counter(short.values())
    return {iri: name if uses[name] == 1 else iri for iri, name in short.items()}


def item(node: Mapping[str, str], names: Sequence[str] = ()) -> Json:
    """A node of the network, with its other names."""
    return {
        "label": node["label"],
        "names": list(names),
        "kind": style().kind_words(node.get("kind", "")),
        "group": node.get("group", ""),
        "number": node.get("number", ""),
        "short": node.get("short", ""),
    }


def report(row: Report) -> Json:
    """A report: how far it is read, and as of when it speaks; "" where not known."""
    return {"label": row.name, "reading": row.reading_name, "as_of": written_words(row.as_of)}
