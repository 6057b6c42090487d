"""The library of questions: one .rq file each, its front matter as an object."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from graph.errors import InputError, Problem, UnknownQuestion, suggestion
from graph.sparqlfile import SparqlFile, read_sparql

LIBRARY = Path(__file__).parent / "library"


class Parameter(NamedTuple):
    """What a question can be narrowed by: its type (see `queries.parameters`), an example, and a line of help."""

    name: str
    type: str
    example: str
    help: str


class Question(NamedTuple):
    """A question in plain words, with the query that answers it.

    `types` are those of the columns that are not texts (see `queries.datatypes`). `network` are the links of the answer
    as a network, where they are not the usual ones (viz/answers.yaml). `answer` are the first of `rows` rows to the
    example, of a `sample` alliance where the graph that ships has none.
    """

    name: str
    title: str
    question: str
    theme: str
    parameters: tuple[Parameter, ...]
    sparql: str
    types: Mapping[str, str] = {}
    network: tuple[Mapping[str, Any], ...] = ()
    answer: tuple[Mapping[str, Any], ...] = ()
    rows: int = 0
    sample: bool = False

    @property
    def example(self) -> str:
        """A command that asks the question."""
        options = (
            f'--{p.name} "{p.example}"' if " " in p.example else f"--{p.name} {p.example}" for p in self.parameters
        )
        return " ".join(["alliancegraph ask", self.name, *options])


def find_question(name: str) -> Question:
    """The question of that name; raises UnknownQuestion, with the nearest names."""
    path = LIBRARY / f"{name}.rq"
    if not path.exists():
        remedy = suggestion(name, [p.stem for p in LIBRARY.glob("*.rq")])
        raise UnknownQuestion(Problem(f"no question '{name}'", "a question of the library", remedy))
    return _question(read_sparql(path))


def all_questions() -> list[Question]:
    """All questions, by theme and name."""
    questions = [_question(read_sparql(path)) for path in LIBRARY.glob("*.rq")]
    return sorted(questions, key=lambda question: (question.theme, question.name))


def _question(file: SparqlFile) -> Question:
    try:
        parameters = (file.header.get("parameters") or {}).items()
        return Question(
            name=file.name,
            title=file.title,
            question=" ".join(file.header["question"].split()),
            theme=file.header["theme"],
            parameters=tuple(Parameter(name, p["type"], str(p["example"]), p["help"]) for name, p in parameters),
            sparql=file.sparql,
            types=file.header.get("types") or {},
            network=tuple(file.header.get("network") or ()),
            answer=tuple(file.header.get("answer") or ()),
            rows=file.header.get("rows") or 0,
            sample=bool(file.header.get("sample")),
        )
    except KeyError as error:
        remedy = "Compare it with contributors.rq."
        raise InputError(Problem(f"no {error} in the front matter", "that key", remedy, file.path, 1)) from None
