"""Parameter values as people know them (`4.1`, `COCD`, `Romania`), turned into the terms that queries bind."""

from collections.abc import Callable, Mapping

from pyoxigraph import Literal, NamedNode

from graph.errors import ParameterError, Problem, suggestion
from graph.queryable import Queryable
from ontology.terms import AG, ELI, FOAF, SCHEMA, SKOS, XSD
from queries.library import Parameter, Question
from queries.lookup import find_thing
from queries.values import Terms, bind

_CLASSES = {
    "goal": (AG.OperationalGoal,),
    "actor": (FOAF.Agent,),
    "member": (AG.Member,),
    "initiative": (AG.Initiative,),
    "law": (ELI.LegalResource,),
    "audience": (AG.Audience,),
    "status": (AG.Status,),
    "role": (AG.Role,),
    "thing": (FOAF.Agent, AG.Initiative, ELI.LegalResource),
}
_YEARS = f"""
SELECT DISTINCT ?year WHERE {{
  VALUES ?class {{ <{SCHEMA.Report}> <{AG.Submission}> }} ?of a ?class ; <{AG.year}> ?year
}}"""
_CODES = f"SELECT DISTINCT ?code WHERE {{ ?section a <{AG.Section}> ; <{SKOS.notation}> ?code }}"
_CLAIMS = f"SELECT ?claim WHERE {{ VALUES ?claim {{ UNDEF }} ?node <{AG.claimId}> ?claim }}"


def terms(question: Question, values: Mapping[str, str], store: Queryable) -> dict[str, Terms]:
    """The term for each value given; raises ParameterError for a name, a number or a thing that is unknown."""
    given = _by_name(question, values)
    for parameter in question.parameters:
        if parameter.required and parameter.name not in given:
            remedy = f"For example: {question.example}."
            raise ParameterError(Problem(f"no {parameter.name} for {question.name}", parameter.help, remedy))
    known = {parameter.name: parameter for parameter in question.parameters}
    return {name: [_TERMS[known[name].type](known[name], value, store)] for name, value in given.items()}


def types() -> list[str]:
    """The types that a parameter can have."""
    return list(_TERMS)


def _by_name(question: Question, values: Mapping[str, str]) -> dict[str, str]:
    """The values by the parameters' own names; raises ParameterError for a name of none, or two of one."""
    known = {name: parameter.name for parameter in question.parameters for name in parameter.names}
    given: dict[str, str] = {}
    for name, value in values.items():
        if name not in known:
            expected = f"one of: {', '.join(known)}" if known else "none"
            found = f"{question.name} has no parameter '{name}'"
            raise ParameterError(Problem(found, expected, suggestion(name, known)))
        if known[name] in given:
            raise ParameterError(Problem(f"two values for {known[name]}", "one", f"Leave {name} away."))
        given[known[name]] = value
    return given


def _thing(parameter: Parameter, value: str, store: Queryable) -> NamedNode:
    return find_thing(parameter.type, _CLASSES[parameter.type], value, store)


def _year(parameter: Parameter, value: str, store: Queryable) -> Literal:
    """A year of which there is a report, or a list says something: of any other, no rows would mean nothing."""
    years = sorted({row["year"].value for row in store.select(_YEARS)})
    if value not in years:
        found = f"no report of {parameter.name} '{value}'"
        raise ParameterError(Problem(found, f"one of {', '.join(years)}", "Build that year's report first."))
    return Literal(value, datatype=NamedNode(XSD.integer))


def _section(parameter: Parameter, value: str, store: Queryable) -> Literal:
    """The code of a section, such as 4.1/A, of whichever reports have it."""
    codes = {row["code"].value for row in store.select(_CODES)}
    if value.upper() not in codes:
        found = f"no {parameter.name} '{value}'"
        raise ParameterError(Problem(found, "a goal's number and a letter", suggestion(value.upper(), codes)))
    return Literal(value.upper())


def _claim(parameter: Parameter, value: str, store: Queryable) -> Literal:
    """The id of a claim, as claims.csv has it."""
    claim = Literal(value.strip().lower())
    if not list(store.select(bind(_CLAIMS, {"claim": [claim]}))):
        remedy = "Copy it whole from the column claim of claims.csv."
        raise ParameterError(Problem(f"no {parameter.name} '{value}'", "the id of a claim", remedy))
    return claim


_TERMS: dict[str, Callable[[Parameter, str, Queryable], NamedNode | Literal]] = dict.fromkeys(_CLASSES, _thing) | {
    "year": _year,
    "section": _section,
    "claim": _claim,
}
