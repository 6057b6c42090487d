"""The display name of each thing in answers and pages, whatever the languages of its labels.

`languages.txt` lists the languages in order of preference, `none` for a label without one; others follow by their tags.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from alliancegraph.ontology.terms import AG, RDF, RDFS, SKOS

LABELS = (SKOS.prefLabel, RDFS.label, SKOS.altLabel)
LANGUAGES = tuple(Path(__file__).with_name("languages.txt").read_text(encoding="utf-8").split())  # the best first
_NONE = "none"  # in the file, a label without a language
_GOALS = {NamedNode(AG.OperationalGoal), NamedNode(AG.PolicyTarget)}


def chosen(labels: Iterable[Literal]) -> Literal | None:
    """Return the label in the best language, the least of several in it; None if there are no labels.

    >>> chosen([Literal("Allemagne", language="fr"), Literal("Germany", language="en")]).value
    'Germany'
    """
    return min(labels, key=_rank, default=None)


def names(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield an `ag:displayName` for each thing that has labels, and for goals and targets an `ag:briefName`.

    The name is a `skos:prefLabel`, else an `rdfs:label`; the brief name is a `skos:altLabel`, else the name.
    """
    by_thing: dict[NamedNode, dict[str, list[Literal]]] = defaultdict(lambda: defaultdict(list))
    goals: set[NamedNode] = set()
    for subject, predicate, object in triples:
        if not isinstance(subject, NamedNode):
            continue
        if isinstance(object, Literal) and predicate.value in LABELS:
            by_thing[subject][predicate.value].append(object)
        elif predicate.value == RDF.type and object in _GOALS:
            goals.add(subject)
    for thing, labels in by_thing.items():
        if name := chosen(labels[SKOS.prefLabel] or labels[RDFS.label]):
            yield Triple(thing, NamedNode(AG.displayName), name)
            if thing in goals:
                yield Triple(thing, NamedNode(AG.briefName), chosen(labels[SKOS.altLabel]) or name)


def _rank(label: Literal) -> tuple[int, str, str]:
    language = label.language or _NONE
    place = LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)
    return place, language, label.value
