"""What things are called, for whoever has an answer with their IRIs."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.model.labels import Labels
from alliancegraph.queries.asking.lookup import iri
from alliancegraph.queries.views.alliance import unnamed
from alliancegraph.queries.views.reading import read
from alliancegraph.queries.views.rows import Caption, Contribution, Label

_PORTION = 250  # things that are looked up at a time: an engine takes longer for twice as many than for twice that


def names_of(iris: Iterable[str], store: Queryable) -> Mapping[str, str]:
    """Return the names of those things, by IRI; one without a name in the graph, or that is no IRI, is left out."""
    things = [thing for text in dict.fromkeys(iris) for thing in iri(text)]
    portions = (things[start : start + _PORTION] for start in range(0, len(things), _PORTION))
    return {thing: name for portion in portions for thing, name in _names(portion, store)}


def _names(things: list[NamedNode], store: Queryable) -> Iterator[tuple[str, str]]:
    labels = dict(_labels(things, store))
    yield from labels.items()
    yield from _of_contributions([thing for thing in things if thing.value not in labels], store)
    yield from read(Caption, store, {"thing": things})


def _labels(things: list[NamedNode], store: Queryable) -> list[Label]:
    return read(Label, store, {"thing": things}) if things else []


def _of_contributions(things: list[NamedNode], store: Queryable) -> Iterator[tuple[str, str]]:
    """Yield the names of those that are contributions, which are made of the names of their parts."""
    rows = read(Contribution, store, {"iri": things}) if things else []
    parts = dict.fromkeys(part for row in rows for part in (row.actor, row.initiative) if part)
    labels = Labels.of(_labels(list(map(NamedNode, parts)), store), (), map(unnamed, rows))
    yield from ((row.iri, labels.name(row.iri)) for row in rows)
