"""Finds things by their names, first by the name as given, and only if that finds nothing among all names."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.errors import ParameterError, Problem
from alliancegraph.graph.words.folding import readable
from alliancegraph.graph.words.suggestions import did_you_mean, nearest, spelt, suggestion
from alliancegraph.ontology.terms import AG, DCTERMS, SKOS
from alliancegraph.queries.asking.binding import Terms, bind

LONGEST_OFFER = 80  # characters; a goal's full wording is no help as a suggestion
MOST_OFFERS = 10
_NAMES = f"<{SKOS.prefLabel}>|<{SKOS.altLabel}>|<{SKOS.notation}>|<{AG.nameAsWritten}>"
_LANGUAGES = f"SELECT DISTINCT ?language WHERE {{ ?report <{DCTERMS.language}> ?language }}"
_CALLED = f"SELECT DISTINCT ?thing WHERE {{ VALUES ?name {{ UNDEF }} ?thing {_NAMES} ?name }}"
_CLASSES = "SELECT ?thing ?class WHERE { VALUES ?thing { UNDEF } ?thing a ?class }"
_ALL = f"SELECT DISTINCT ?thing ?name WHERE {{ VALUES ?class {{ UNDEF }} ?thing a ?class ; {_NAMES} ?name }}"
_LABELS = f"""
SELECT ?thing ?name WHERE {{
  VALUES ?thing {{ UNDEF }}
  OPTIONAL {{ ?thing <{AG.displayName}> ?shown }}
  BIND (COALESCE(?shown, STR(?thing)) AS ?name)
}} ORDER BY ?name ?thing"""
_BRIEFLY = f"""
SELECT ?name ?brief ?number WHERE {{
  VALUES ?thing {{ UNDEF }}
  ?thing <{AG.displayName}> ?name .
  OPTIONAL {{ ?thing <{AG.briefName}> ?brief ; <{SKOS.notation}> ?number }}
}}"""


def find_thing(kind: str, classes: Iterable[str], value: str, store: Queryable) -> NamedNode:
    """The one thing of those classes (by IRI) that has that name, number or IRI, capitals and print's spellings aside.

    Raises ParameterError for none, with the nearest names, and for several, with the name and IRI of each.
    """
    wanted = readable(value)
    things = exactly(value, classes, store) or _alike(kind, wanted, list(map(NamedNode, classes)), store)
    if len(things) == 1:
        return things[0]
    raise _ambiguous(wanted, things, store)


def known_things(classes: Iterable[str], store: Queryable) -> str:
    """A sentence with the names of some things of those classes (by IRI) that the graph has."""
    rows = store.select(bind(_ALL, {"class": [NamedNode(iri) for iri in classes]}))
    return _listed({row["thing"] for row in rows}, store)


def exactly(value: str, classes: Iterable[str], store: Queryable) -> list[NamedNode]:
    """The things of those classes (by IRI) with that IRI, or of that name or number in the likely spellings.


    An index answers, however large the graph. Their classes are asked for afterwards: an engine may well read all
    members of a class to find these few.
    """
    wanted, of_class = readable(value), list(map(NamedNode, classes))
    called = bind(_CALLED, {"name": list(_spellings(wanted, store))})
    things = _iri(wanted) if "://" in wanted else [row["thing"] for row in store.select(called)]
    rows = store.select(bind(_CLASSES, {"thing": things})) if things else ()
    return list(dict.fromkeys(row["thing"] for row in rows if row["class"] in of_class))


def _iri(text: str) -> list[NamedNode]:
    try:
        return [NamedNode(text)]
    except ValueError:
        return [NamedNode("urn:nothing")]


def _spellings(wanted: str, store: Queryable) -> Iterator[Literal]:
    """The name as given, in capitals and with a first capital, without a language and in those of the reports."""
    languages = sorted({"en", *(row["language"].value for row in store.select(_LANGUAGES))})
    for form in dict.fromkeys(
        [wanted, wanted.upper(), wanted.lower(), wanted[:1].upper() + wanted[1:], wanted.title()]
    ):
        yield Literal(form)
        yield from (Literal(form, language=language) for language in languages)


def _alike(kind: str, wanted: str, classes: Terms, store: Queryable) -> list[NamedNode]:
    """The things with that name in any spelling and language; raises ParameterError if there is none."""
    named = [(row["name"].value, row["thing"]) for row in store.select(bind(_ALL, {"class": classes}))]
    spelling = spelt(wanted)
    things = {thing for name, thing in named if spelt(name) == spelling}
    if not things:
        raise _unknown(kind, wanted, dict(named), store)
    return sorted(things, key=str)


def _unknown(kind: str, wanted: str, named: Mapping[str, NamedNode], store: Queryable) -> ParameterError:
    close = nearest(wanted, (name for name in named if len(name) <= LONGEST_OFFER))
    each_once = {named[name]: name for name in reversed(close)}
    offer = did_you_mean(list(each_once.values())[::-1]) or _listed(named.values(), store)
    return ParameterError(Problem(f"no {kind} is called '{wanted}'", f"the name of the {kind}", offer))


def _listed(things: Iterable[NamedNode], store: Queryable) -> str:
    """Some of the things that there are: goals by number and brief name, others by name."""
    rows = store.select(bind(_BRIEFLY, {"thing": sorted(set(things), key=str)}))
    known = {f"{row['number'].value} ({row['brief'].value})" if row["brief"] else row["name"].value for row in rows}
    return suggestion("", known) if known else "The graph has none."


def _ambiguous(wanted: str, things: list[NamedNode], store: Queryable) -> ParameterError:
    rows = list(store.select(bind(_LABELS, {"thing": things})))
    choices = [f"{row['name'].value} ({row['thing'].value})" for row in rows[:MOST_OFFERS]]
    more = f", and {len(rows) - MOST_OFFERS} more" if len(rows) > MOST_OFFERS else ""
    remedy = f"Give one of these IRIs: {', '.join(choices)}{more}."
    return ParameterError(Problem(f"'{wanted}' names {len(things)} things", "one", remedy))
