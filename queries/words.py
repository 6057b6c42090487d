"""Words of a query that the ontology does not have: such a query has no rows, and the engine does not say why."""

import re
from collections.abc import Iterator

from graph.suggestions import near
from ontology.terms import AG
from ontology.vocabulary import Vocabulary

_OURS = re.compile(rf"\bag:(\w+)|<{re.escape(AG.base)}(\w+)>")


def unknown_words(sparql: str) -> Iterator[str]:
    """A line for each of our words in the query that the ontology lacks, with the nearest ones.

    >>> list(unknown_words("SELECT * { ?x a ag:Penalti }"))
    ["the ontology has no word 'Penalti'. Did you mean Penalty?"]
    """
    vocabulary = Vocabulary.load()
    terms = {*vocabulary.classes.values(), *vocabulary.properties.values()}
    ours = {iri.removeprefix(AG.base) for iri in terms if iri.startswith(AG.base)}
    named = dict.fromkeys(short or full for short, full in _OURS.findall(sparql))
    for word in named:
        if word not in ours:
            yield f"the ontology has no word '{word}'. {near(word, ours)}".strip()
