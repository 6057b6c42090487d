"""The library of questions: one .rq file each, its front matter as an object."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from alliancegraph.graph.errors import InputError, Problem, UnknownQuestion
from alliancegraph.graph.sparql.sparqlfile import SparqlFile, read_sparql
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.ontology.terms import AG, ELI, FOAF, SCHEMA

LIBRARY = Path(__file__).parent / "library"
SAMPLE = Path(__file__).parent / "sample"
GRAPHS = {"shipped": "the reports that ship with the project", "sample": "an invented alliance"}
ALIASES = {"member": ("country",)}
CLASSES = {  # of the things that a parameter of a type can have
    "goal": (AG.OperationalGoal,),
    "actor": (FOAF.Agent,),
    "member": (AG.Member,),
    "initiative": (AG.Initiative,),
    "law": (ELI.LegalResource,),
    "audience": (AG.Audience,),
    "status": (AG.Status,),
    "role": (AG.Role,),
    "place": (SCHEMA.Place,),
    "thing": (FOAF.Agent, AG.Initiative, ELI.LegalResource, ELI.LegalResourceSubdivision, SCHEMA.Place),
}
APART = {
    ELI.LegalResource: ELI.LegalResourceSubdivision
}  # narrower ones that are asked for by themselves: a law is a whole act
THINGS = ("actor", "initiative", "law", "place", "thing")  # types of parameters whose values reports mention


class Parameter(NamedTuple):
    """A value by which a question can be narrowed, with an example and a line of help.

    Types are those of `alliancegraph.queries.asking.parameters`.
    """

    name: str
    type: str
    example: str
    help: str
    required: bool = False

    @property
    def is_thing(self) -> bool:
        """Whether its values are things that reports mention, not words of a scheme or numbers."""
        return self.type in THINGS

    @property
    def names(self) -> tuple[str, ...]:
        """All names under which a value can be given, its own first."""
        return (self.name, *ALIASES.get(self.name, ()))


class Question(NamedTuple):
    """A question in plain words, with the query that answers it, and a worked example.

    `types` are those of the columns that are not texts (see `alliancegraph.queries.answers.datatypes`), `titles` those
    for which the usual rule (see `alliancegraph.queries.answers.titles`) finds no good one. `network` are the links of
    the answer as a network, if they are not the usual ones (viz/shared/columns.yaml). The example is asked of `graph`,
    one of GRAPHS. `answer` has some of the answer's `rows` rows in order, by column, with empty texts for empty cells;
    columns may be left out. `counts` maps each column that counts to the column with the total. `ascending` names
    parameters whose values must ascend. `note` is shown with every answer. `reads_claims` is false if the rows depend
    only on the form and the lists, so that reading a report cannot add any.
    """

    name: str
    title: str
    question: str
    theme: str
    parameters: tuple[Parameter, ...]
    sparql: str
    types: Mapping[str, str]
    network: tuple[Mapping[str, Any], ...]
    graph: str
    example_values: Mapping[str, str]
    answer: tuple[Mapping[str, str], ...]
    rows: int
    counts: Mapping[str, str]
    ascending: tuple[str, ...]
    note: str
    reads_claims: bool
    titles: Mapping[str, str]

    @property
    def columns(self) -> tuple[str, ...]:
        """The variables of the answer's columns, in order; those of a triple if the answer is a graph."""
        selected = re.search(r"^SELECT\s+(?:DISTINCT\s+)?((?:\?\w+\s+)+)", self.sparql, re.MULTILINE)
        return tuple(re.findall(r"\w+", selected[1])) if selected else ("subject", "predicate", "object")

    @property
    def example(self) -> str:
        """A command that asks the question."""
        options = (
            f'--{name} "{value}"' if " " in value else f"--{name} {value}"
            for name, value in self.example_values.items()
        )
        return " ".join(["alliancegraph ask", self.name, *options])

    @property
    def order(self) -> tuple[str, ...]:
        """The columns by which the rows are ordered, the first one first."""
        orders = re.findall(r"^ORDER BY (.+)$", self.sparql, re.MULTILINE)
        return tuple(re.findall(r"\w+", orders[-1])) if orders else ()

    @property
    def makes_graph(self) -> bool:
        """Whether the answer is a graph (CONSTRUCT), not rows."""
        return re.search(r"^CONSTRUCT\b", self.sparql, re.MULTILINE) is not None


def find_question(name: str) -> Question:
    """Return the question of that name; raise UnknownQuestion, with the nearest names."""
    path = LIBRARY / f"{name}.rq"
    if not path.exists():
        remedy = suggestion(name, [p.stem for p in LIBRARY.glob("*.rq")])
        raise UnknownQuestion(Problem(f"no question '{name}'", "a question of the library", remedy))
    return _question(read_sparql(path))


def all_questions() -> list[Question]:
    """Return all questions, by theme and name."""
    questions = [_question(read_sparql(path)) for path in LIBRARY.glob("*.rq")]
    return sorted(questions, key=lambda question: (question.theme, question.name))


def _question(file: SparqlFile) -> Question:
    try:
        parameters = tuple(_parameter(name, fields) for name, fields in (file.header.get("parameters") or {}).items())
        examples = {parameter.name: parameter.example for parameter in parameters}
        answer = tuple(_texts(row) for row in file.header["answer"])
        return Question(
            name=file.name,
            title=file.title,
            question=" ".join(file.header["question"].split()),
            theme=file.header["theme"],
            parameters=parameters,
            sparql=file.sparql,
            types=file.header.get("types") or {},
            network=tuple(file.header.get("network") or ()),
            graph=file.header.get("graph", "shipped"),
            example_values=_texts(file.header.get("example", examples)),
            answer=answer,
            rows=file.header.get("rows", len(answer)),
            counts=file.header.get("counts") or {},
            ascending=tuple(file.header.get("ascending") or ()),
            note=" ".join(file.header.get("note", "").split()),
            reads_claims=file.header.get("reads", "claims") == "claims",
            titles=file.header.get("titles") or {},
        )
    except KeyError as error:
        remedy = "Compare it with contributors.rq."
        raise InputError(Problem(f"no {error} in the front matter", "that key", remedy, file.path, 1)) from None


def _parameter(name: str, fields: Mapping[str, Any]) -> Parameter:
    return Parameter(name, fields["type"], str(fields["example"]), fields["help"], fields.get("required", False))


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in values.items()}
