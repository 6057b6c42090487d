"""Parameter values as people know them (`4.1`, `COCD`, `Romania`), turned into the terms that queries bind."""

from collections.abc import Callable, Mapping

from pyoxigraph import Literal, NamedNode

from graph.errors import ParameterError, Problem, suggestion
from graph.queryable import Queryable
from ontology.terms import AG, ELI, FOAF, SKOS, XSD
from queries.library import Parameter, Question
from queries.values import Terms, bind

_CLASSES = {
    "goal": (AG.OperationalGoal,),
    "actor": (FOAF.Agent,),
    "member": (AG.Member,),
    "initiative": (AG.Initiative,),
    "law": (ELI.LegalResource,),
    "audience": (AG.Audience,),
    "thing": (FOAF.Agent, AG.Initiative, ELI.LegalResource),
}
LONGEST_OFFER = 80  # characters; a goal's full wording is no help as a suggestion
_YEARS = f"SELECT DISTINCT ?year WHERE {{ ?report <{AG.member}> ?member ; <{AG.year}> ?year }}"

_NAMED = f"""
SELECT DISTINCT ?thing ?name WHERE {{
  VALUES ?class {{ UNDEF }}
  ?thing a ?class ; <{SKOS.prefLabel}>|<{SKOS.altLabel}>|<{SKOS.notation}>|<{AG.nameAsWritten}> ?name .
}}"""


def terms(question: Question, values: Mapping[str, str], store: Queryable) -> dict[str, Terms]:
    """The term for each value given; raises ParameterError for a name, a number or a thing that is unknown."""
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            expected = f"one of: {', '.join(known)}" if known else "none"
            raise ParameterError(
                Problem(f"{question.name} has no parameter '{name}'", expected, suggestion(name, known))
            )
    return {name: [_TERMS[known[name].type](known[name], value, store)] for name, value in values.items()}


def types() -> list[str]:
    """The types that a parameter can have."""
    return list(_TERMS)


def _thing(parameter: Parameter, value: str, store: Queryable) -> NamedNode:
    """The one thing of the parameter's class that has that name, number or IRI, capitals aside."""
    query = bind(_NAMED, {"class": [NamedNode(iri) for iri in _CLASSES[parameter.type]]})
    named: list[tuple[str, NamedNode]] = [(row["name"].value, row["thing"]) for row in store.select(query)]
    wanted = " ".join(value.split()).casefold()
    things = {thing for name, thing in named if wanted in (name.casefold(), thing.value.casefold())}
    if len(things) == 1:
        return next(iter(things))
    raise _ambiguous(value, things) if things else _unknown(parameter, value, [name for name, _ in named])


def _unknown(parameter: Parameter, value: str, names: list[str]) -> ParameterError:
    from difflib import get_close_matches

    short = {name.casefold(): name for name in names if len(name) <= LONGEST_OFFER}
    offers = [short[close] for close in get_close_matches(value.casefold(), short, n=3)]
    offer = f"Did you mean {' or '.join(offers)}?" if offers else f"For one, {parameter.example} is known."
    return ParameterError(
        Problem(f"no {parameter.type} is called '{value}'", f"the name of the {parameter.type}", offer)
    )


def _ambiguous(value: str, things: set[NamedNode]) -> ParameterError:
    choices = ", ".join(sorted(thing.value for thing in things))
    return ParameterError(
        Problem(f"'{value}' names {len(things)} things", "one", f"Give one of these IRIs: {choices}.")
    )


def _year(parameter: Parameter, value: str, store: Queryable) -> Literal:
    """A year of which there is a report: of any other, no rows would mean nothing."""
    years = sorted({row["year"].value for row in store.select(_YEARS)})
    if value not in years:
        found = f"no report of {parameter.name} '{value}'"
        raise ParameterError(Problem(found, f"one of {', '.join(years)}", "Build that year's report first."))
    return Literal(value, datatype=NamedNode(XSD.integer))


_TERMS: dict[str, Callable[[Parameter, str, Queryable], NamedNode | Literal]] = dict.fromkeys(_CLASSES, _thing) | {
    "year": _year
}
