"""What the engines are asked: the library's questions, look-ups, and sums over everything.

A new question of the library is asked without a change here. Where ours rests on what it derived at load, peers get the
plain form of the query (`plain/`, by the question's name; of a sum, the form in `sums/` that is not `.derived.rq`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from alliancegraph.graph.sparql.sparqlfile import read_sparql
from alliancegraph.queries.asking.binding import bind
from alliancegraph.queries.library import Parameter, Question, all_questions, find_question
from tests.bench.draws import Draw, Draws

HERE = Path(__file__).parent
DERIVED = ".derived"


@dataclass(frozen=True)
class Case:
    """Queries of one kind: as ours is asked, and as peers are asked the same."""

    what: str
    ours: Sequence[str]
    plain: Sequence[str]

    def queries(self, engine: str) -> Sequence[str]:
        """Return what that engine is asked."""
        return self.ours if engine == "ours" else self.plain


def every_case(draws: Draws) -> Iterator[Case]:
    """Yield all cases, their values drawn from the data."""
    for name, question, parameters in lookups():
        yield _case(f"look-up: {name}", question, draws.of(question, parameters))
    yield from _sums()
    for question in all_questions():
        yield _case(f"question: {question.name}", question, draws.of(question, question.parameters))


def lookups() -> Iterator[tuple[str, Question, list[Parameter]]]:
    """Yield the look-ups of lookups.yaml: what is looked up, by which question, narrowed by what."""
    for name, lookup in yaml.safe_load((HERE / "lookups.yaml").read_text(encoding="utf-8")).items():
        question = find_question(lookup["question"])
        yield name, question, [parameter for parameter in question.parameters if parameter.name in lookup["by"]]


def _case(what: str, question: Question, drawn: Sequence[Draw]) -> Case:
    plain = HERE / "plain" / f"{question.name}.rq"
    forms = (question.sparql, plain.read_text(encoding="utf-8") if plain.exists() else question.sparql)
    ours, theirs = ([bind(form, draw) for draw in drawn] for form in forms)
    return Case(what, ours, theirs)


def _sums() -> Iterator[Case]:
    for path in sorted(path for path in (HERE / "sums").glob("*.rq") if not path.stem.endswith(DERIVED)):
        plain, derived = read_sparql(path), path.with_suffix(f"{DERIVED}.rq")
        ours = read_sparql(derived) if derived.exists() else plain
        yield Case(f"sum: {plain.title}", [ours.sparql], [plain.sparql])
