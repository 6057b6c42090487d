"""The values that a parameter can have in a graph: what to give, what people read, under which names it is found."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.words.codes import in_order
from alliancegraph.ontology.terms import AG
from alliancegraph.queries.asking.lookup import candidates
from alliancegraph.queries.library import CLASSES
from alliancegraph.queries.views.reading import read
from alliancegraph.queries.views.rows import Code, Thing, Year

_WITH_TARGETS = {"goal": (AG.PolicyTarget,)}  # a target stands for all of its goals


class Choice(NamedTuple):
    """A value as a question takes it, its words for people, other names by which it is found, and the thing's IRI."""

    value: str
    label: str
    names: tuple[str, ...] = ()
    iri: str = ""


def choices(type: str, store: Queryable) -> list[Choice]:
    """Return the values of a parameter of that type, in order; none for ids of claims, which are copied."""
    if type in CLASSES:
        return sorted(_things(type, store), key=lambda choice: in_order(choice.value.casefold()))
    return [Choice(each, each) for each in _plain(type, store)]


def _plain(type: str, store: Queryable) -> list[str]:
    found = {
        "year": lambda: [str(row.year) for row in read(Year, store)],
        "section": lambda: [row.code for row in read(Code, store)],
    }
    return sorted(found[type](), key=in_order) if type in found else []


def _things(type: str, store: Queryable) -> Iterator[Choice]:
    classes = (*CLASSES[type], *_WITH_TARGETS.get(type, ()))
    names: dict[str, set[str]] = defaultdict(set)
    for found in candidates(classes, store):
        names[found.thing].add(found.name)
    described = read(Thing, store, {"cls": [NamedNode(cls) for cls in classes]}) if names else []
    things = {row.iri: row for row in described if row.iri in names}
    holders = Counter(name for own in names.values() for name in {name.casefold() for name in own})
    for iri, row in things.items():
        value, label = _called(row, holders[row.name.casefold()] <= 1)
        yield Choice(value, label, tuple(sorted(names[iri] - {value, label})), iri)


def _called(row: Thing, is_only_one: bool) -> tuple[str, str]:
    """Return what to give for a thing, and its label: a goal's number, else the name, or a shared one's IRI."""
    if row.brief_name and row.number:
        return row.number, f"{row.number} {row.brief_name}"
    return (row.name if is_only_one else row.iri), row.name or row.iri
