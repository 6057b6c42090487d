"""Parameter values as people know them (`4.1`, `COCD`, `Romania`), turned into the terms that queries bind."""

from collections.abc import Callable, Mapping

from pyoxigraph import Literal, NamedNode

from graph.errors import ParameterError, Problem, suggestion
from graph.store import Store
from ontology.terms import AG, ELI, FOAF, SKOS, XSD
from queries.library import Parameter, Question
from queries.values import Terms, bind

_CLASSES = {
    "goal": (AG.OperationalGoal,),
    "actor": (FOAF.Agent,),
    "member": (AG.Member,),
    "initiative": (AG.Initiative,),
    "law": (ELI.LegalResource, ELI.LegalResourceSubdivision),
}

_NAMED = f"""
SELECT DISTINCT ?thing ?name WHERE {{
  VALUES ?class {{ UNDEF }}
  ?thing a ?class ; <{SKOS.prefLabel}>|<{SKOS.altLabel}>|<{SKOS.notation}> ?name .
}}"""


def terms(question: Question, values: Mapping[str, str], store: Store) -> dict[str, Terms]:
    """The term for each value given; raises ParameterError for a name, a number or a thing that is unknown."""
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            expected = f"one of: {', '.join(known)}" if known else "none"
            raise ParameterError(
                Problem(f"{question.name} has no parameter '{name}'", expected, suggestion(name, known))
            )
    return {name: [_term(known[name], value, store)] for name, value in values.items()}


def types() -> list[str]:
    """The types that a parameter can have."""
    return [*_CLASSES, *_LITERALS]


def _term(parameter: Parameter, value: str, store: Store) -> NamedNode | Literal:
    if parameter.type in _LITERALS:
        return _LITERALS[parameter.type](parameter, value)
    return _thing(parameter, value, store)


def _thing(parameter: Parameter, value: str, store: Store) -> NamedNode:
    """The one thing of the parameter's class that has that name, number or IRI, capitals aside."""
    query = bind(_NAMED, {"class": [NamedNode(iri) for iri in _CLASSES[parameter.type]]})
    named: list[tuple[str, NamedNode]] = [(row["name"].value, row["thing"]) for row in store.select(query)]
    wanted = " ".join(value.split()).casefold()
    things = {thing for name, thing in named if wanted in (name.casefold(), thing.value.casefold())}
    if len(things) == 1:
        return next(iter(things))
    raise _ambiguous(value, things) if things else _unknown(parameter, value, [name for name, _ in named])


def _unknown(parameter: Parameter, value: str, names: list[str]) -> ParameterError:
    folded = {name.casefold(): name for name in names}
    offer = suggestion(value.casefold(), folded)
    for lower, name in folded.items():
        offer = offer.replace(lower, name)
    expected = f"a {parameter.type} of the graph, such as {parameter.example}"
    return ParameterError(Problem(f"no {parameter.type} is called '{value}'", expected, offer))


def _ambiguous(value: str, things: set[NamedNode]) -> ParameterError:
    choices = ", ".join(sorted(thing.value for thing in things))
    return ParameterError(
        Problem(f"'{value}' names {len(things)} things", "one", f"Give one of these IRIs: {choices}.")
    )


def _year(parameter: Parameter, value: str) -> Literal:
    if not value.isdigit():
        raise ParameterError(Problem(f"{parameter.name} '{value}'", "a year such as 2014", "Write four digits."))
    return Literal(value, datatype=NamedNode(XSD.integer))


def _text(_: Parameter, value: str) -> Literal:
    return Literal(value)


_LITERALS: dict[str, Callable[[Parameter, str], Literal]] = {"year": _year, "text": _text}
