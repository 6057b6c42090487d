"""Things that an answer gives by IRI: their names, and their groups in the picture."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode

from alliancegraph.graph.model.iris import local_name
from alliancegraph.ontology.terms import AG, DATA, PREFIXES
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.answers.answer import Inquiry
from alliancegraph.queries.network import group_of
from alliancegraph.queries.views import rows
from alliancegraph.queries.views.reading import read

_GOAL = "goal"  # the group of targets and goals


class Thing(NamedTuple):
    """A node of the network of an answer; a goal has a number and perhaps a short name."""

    key: str
    label: str
    group: str
    kind: str
    number: str = ""
    short: str = ""


def is_thing(iri: str) -> bool:
    """Return whether an IRI is that of a thing, not of a term: a class, a property, a role, a status."""
    vocabulary = Vocabulary.load()
    kinds = (f"{DATA}{vocabulary.segment(cls)}/" for cls in vocabulary.concept_classes())
    return not iri.startswith((*PREFIXES.values(), *kinds))


def described(about: Inquiry, iris: Iterable[str]) -> dict[str, Thing]:
    """Return the things with these IRIs, as the graph of the answer describes them."""
    wanted = sorted(set(iris))
    found: dict[str, list[rows.Thing]] = defaultdict(list)
    for row in read(rows.Thing, about.store, {"iri": [NamedNode(iri) for iri in wanted]}) if wanted else ():
        found[row.iri].append(row)
    return {iri: _thing(iri, found[iri]) for iri in wanted}


def goals(about: Inquiry) -> dict[str, Thing]:
    """Return the goals by their numbers; without those that share one, as goals of several alliances do."""
    numbers = {row.iri: row.number for row in read(rows.Goal, about.store, {"cls": [NamedNode(AG.OperationalGoal)]})}
    often = Counter(numbers.values())
    return {goal.number: goal for goal in described(about, numbers).values() if often[goal.number] == 1}


def _thing(iri: str, found: list[rows.Thing]) -> Thing:
    classes = {row.cls for row in found}
    label = next((row.name for row in found if row.name), "") or local_name(iri)
    group = group_of(classes)
    if group != _GOAL:
        return Thing(iri, label, group, _kind(classes))
    return Thing(iri, label, group, _kind(classes), found[0].number, found[0].brief_name)


def _kind(classes: set[str]) -> str:
    """Return the short name of the narrowest of these classes; empty if there are none."""
    vocabulary = Vocabulary.load()
    return vocabulary.short(vocabulary.narrowest(classes))
