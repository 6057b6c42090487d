"""The rows of an answer, read by the stems of its columns: things, words and texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Self
from urllib.parse import quote

from pyoxigraph import NamedNode

from alliancegraph.graph.model.iris import local_name
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.answers.answer import Answer
from alliancegraph.queries.answers.cells import Term, cell, text
from alliancegraph.queries.answers.triples import Triples
from alliancegraph.viz.answer.things import Thing, described, goals, is_thing
from alliancegraph.viz.shared.columns import columns, group_of, named_in, stem
from alliancegraph.viz.shared.style import plain

Terms = Sequence[Term | None]


@dataclass(frozen=True)
class Reader:
    """Reads rows: the columns of each stem, which of them name things, and what the graph has about those."""

    places: Mapping[str, Sequence[int]]
    things: Sequence[str]
    with_iris: Sequence[str]
    named: Set[str]
    known: Mapping[str, Thing]
    goals: Mapping[str, Thing]

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """Return a reader for the rows of that answer."""
        places: dict[str, list[int]] = {}
        for place, name in enumerate(answer.columns):
            places.setdefault(stem(name), []).append(place)
        found = {name: _iris(answer, own) for name, own in places.items()}
        named = set() if isinstance(answer, Triples) else {*columns().things, *named_in(answer.about.network)}
        things = [name for name, iris in found.items() if name in named or any(map(is_thing, iris))]
        with_iris = [name for name in things if found[name]]
        known = described(answer.about, {iri for name in things for iri in found[name]})
        return cls(places, things, with_iris, named, known, goals(answer.about))

    def thing(self, terms: Terms, name: str) -> Thing | None:
        """Return the thing that the columns of a stem name in a row, by IRI or else by its name."""
        own = [term for place in self.places[name] if (term := terms[place]) is not None]
        iri = next((term.value for term in own if isinstance(term, NamedNode)), "")
        if iri:
            return self._known(iri, name)
        return self._named([text(term) for term in own], name) if own and name in self.named else None

    def words(self, terms: Terms, names: Iterable[str]) -> str:
        """Return the first of these columns that is not empty, in plain words."""
        return next(filter(None, (_word(term) for term in self._cells(terms, names))), "")

    def texts(self, terms: Terms, names: Iterable[str]) -> list[str]:
        """Return the texts of the columns of these stems."""
        return [cell(term) for term in self._cells(terms, names)]

    def rest(self, terms: Terms, shown: Set[str]) -> str:
        """Return the values of all other columns, each after its name, without the empty ones."""
        others = {name: self.texts(terms, [name]) for name in self.places if name not in shown}
        return " · ".join(f"{plain(name)}: {' '.join(texts)}" for name, texts in others.items() if texts)

    def _cells(self, terms: Terms, names: Iterable[str]) -> Iterator[Term]:
        places = (place for name in names for place in self.places.get(name, ()))
        return (term for place in places if (term := terms[place]) is not None)

    def _known(self, iri: str, name: str) -> Thing:
        thing = self.known[iri]
        return thing if thing.group else thing._replace(group=group_of(name), kind=plain(name))

    def _named(self, names: Sequence[str], name: str) -> Thing:
        known = next((self.goals[each] for each in names if each in self.goals), None)
        group = group_of(name)
        if known and group == known.group:
            return known
        return Thing(f"{group}/{quote(names[-1], safe='')}", names[-1], group, plain(name))


def status_of(label: str) -> str:
    """Return the word of the status with this label, such as `willing` for "only willing"; else the label."""
    return _statuses().get(label, label)


@cache
def _statuses() -> Mapping[str, str]:
    vocabulary = Vocabulary.load()
    words = {word: vocabulary.concept(AG.Status, word) for word in vocabulary.concepts(AG.Status)}
    return {vocabulary.index.first(iri, AG.displayName): word for word, iri in words.items()}


def _iris(answer: Answer, places: Sequence[int]) -> set[str]:
    cells = (terms[place] for terms in answer.terms for place in places)
    return {term.value for term in cells if isinstance(term, NamedNode)}


def _word(term: Term) -> str:
    """Return a text, or the name of a property, a role or a status."""
    if not isinstance(term, NamedNode):
        return text(term)
    first = Vocabulary.load().index.first
    return first(term.value, AG.displayName) or plain(local_name(term.value))
