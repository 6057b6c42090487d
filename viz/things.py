"""Things that an answer gives by IRI: what they are called, and which group of the picture they belong to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pyoxigraph import NamedNode

from graph.iris import local_name
from graph.queryable import Queryable
from ontology.terms import AG, DATA, PREFIXES, RDF, SKOS
from ontology.vocabulary import Vocabulary
from queries.network import GROUPS
from queries.values import bind

_ABOUT = f"""
SELECT ?thing ?property ?value WHERE {{
  VALUES ?thing {{ UNDEF }}
  VALUES ?property {{ <{RDF.type}> <{AG.displayName}> <{AG.briefName}> <{SKOS.notation}> }}
  ?thing ?property ?value
}} ORDER BY ?thing ?property ?value"""
_GOALS = f"SELECT ?thing WHERE {{ ?thing a <{AG.OperationalGoal}> ; <{SKOS.notation}> ?number }}"


class Thing(NamedTuple):
    """A node of the network of an answer; a goal has a number and perhaps a short name."""

    key: str
    label: str
    group: str
    kind: str
    number: str = ""
    short: str = ""


def is_thing(iri: str) -> bool:
    """Whether an IRI stands for a thing, not for a word: a class, a property, a role, a status."""
    vocabulary = Vocabulary.load()
    kinds = (f"{DATA}{vocabulary.segment(cls)}/" for cls in vocabulary.concept_classes())
    return not iri.startswith((*PREFIXES.values(), *kinds))


def described(store: Queryable, iris: Iterable[str]) -> dict[str, Thing]:
    """What the graph says of the things with these IRIs."""
    wanted = sorted(set(iris))
    said: dict[str, Mapping[str, list[str]]] = {iri: defaultdict(list) for iri in wanted}
    if wanted:
        for row in store.select(bind(_ABOUT, {"thing": [NamedNode(iri) for iri in wanted]})):
            said[row["thing"].value][row["property"].value].append(row["value"].value)
    return {iri: _thing(iri, facts) for iri, facts in said.items()}


def goals(store: Queryable) -> dict[str, Thing]:
    """The goals by their numbers."""
    found = described(store, (row["thing"].value for row in store.select(_GOALS)))
    return {goal.number: goal for goal in found.values()}


def _thing(iri: str, said: Mapping[str, list[str]]) -> Thing:
    label = next(iter(said[AG.displayName]), "") or local_name(iri)
    group = next((group for cls, group in GROUPS if cls in said[RDF.type]), "")
    if group != "goal":
        return Thing(iri, label, group, _kind(said[RDF.type]))
    short, number = (next(iter(said[name]), "") for name in (AG.briefName, SKOS.notation))
    return Thing(iri, label, group, _kind(said[RDF.type]), number, short)


def _kind(types: Iterable[str]) -> str:
    """The short name of the narrowest of these classes; empty where there is none."""
    vocabulary, own = Vocabulary.load(), set(types)
    wider = {ancestor for cls in own for ancestor in vocabulary.ancestors(cls)}
    return next((vocabulary.short(cls) for cls in sorted(own - wider)), "")
