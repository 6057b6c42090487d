"""Terms of a query that the ontology lacks: such a query has no rows, and the engine does not say why."""

import re
from collections.abc import Iterator

from alliancegraph.graph.model.prefixes import short_name
from alliancegraph.graph.words.suggestions import did_you_mean, nearest
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.library import CLASSES

_OURS = re.compile(rf"\bag:(\w+)|<{re.escape(AG.base)}(\w+)>")


def unknown_words(sparql: str) -> Iterator[str]:
    """Yield a line for each term in our namespace that the ontology lacks, with the nearest ones.

    >>> list(unknown_words("SELECT * { ?x a ag:Penalti }"))
    ["the ontology has no word 'Penalti'. Did you mean ag:Penalty?"]
    >>> list(unknown_words("SELECT * { ?x a ag:Place ; ag:inForceFrom ?day }"))[0]
    "the ontology has no word 'Place'. Did you mean schema:Place?"
    """
    terms = {*Vocabulary.load().classes.values(), *Vocabulary.load().properties.values()}
    named = dict.fromkeys(short or full for short, full in _OURS.findall(sparql))
    for word in named:
        if AG.base + word not in terms:
            yield f"the ontology has no word '{word}'. {meant(word)}".strip()


def meant(word: str) -> str:
    """Return a sentence that offers the terms nearest to a word; classes for a class, else properties.

    The words of claims files, which may differ from the IRIs, are known too.

    >>> meant("inForceFrom")
    'Did you mean eli:first_date_entry_in_force?'
    >>> meant("Law")
    'Did you mean eli:LegalResource?'
    """
    vocabulary = Vocabulary.load()
    terms = vocabulary.classes if word[:1].isupper() else vocabulary.properties
    names = {iri.removeprefix(AG.base): iri for iri in terms.values() if iri.startswith(AG.base)} | {**terms}
    exact = [terms[word]] if word in terms else _concepts(word) or _classes(word)
    found = exact or [names[name] for name in nearest(word, names)]
    return did_you_mean(list(dict.fromkeys(short_name(iri) for iri in found)))


def _classes(word: str) -> list[str]:
    """Return the classes that the questions of the library call by that word: Law, Actor, Goal."""
    return list(CLASSES.get(word.lower(), ())) if word[:1].isupper() else []


def _concepts(word: str) -> list[str]:
    """Return the statuses, roles and other concepts with that word as id or synonym."""
    vocabulary = Vocabulary.load()
    ids = {
        cls: {**dict(zip(words, words, strict=True)), **vocabulary.synonyms(cls)}
        for cls, words in vocabulary.schemes.items()
    }
    return [vocabulary.concept(cls, words[word]) for cls, words in ids.items() if word in words]
