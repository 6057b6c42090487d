"""Values for a question's parameters, drawn from the data by type."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import yaml
from pyoxigraph import Literal, NamedNode, QueryBoolean

from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import PREFIXES
from alliancegraph.queries.asking.binding import bind
from alliancegraph.queries.asking.parameters import narrowest_first
from alliancegraph.queries.library import Parameter, Question
from tests.bench.words import chance

VALUES: Mapping[str, str] = yaml.safe_load(Path(__file__).with_name("values.yaml").read_text(encoding="utf-8"))
PATIENCE = 0.3  # seconds to look for values that go together
Draw = dict[str, list[NamedNode | Literal]]


@dataclass
class Draws:
    """Draws values from a store, so many times for a question, and remembers what there is to draw from."""

    store: Store
    times: int = 5
    known: dict[str, list[NamedNode | Literal]] = field(default_factory=dict)

    def of(self, question: Question, parameters: Sequence[Parameter]) -> list[Draw]:
        """Return values for those parameters, so many times, for which the question has an answer.

        Where no values are found that go together, the last parameters are left open.
        """
        random = chance("draws", question.name)
        return [self._one(question, parameters, random) for _ in range(self.times)] if parameters else [{}]

    def _one(self, question: Question, parameters: Sequence[Parameter], random: Random) -> Draw:
        ordered = sorted(parameters, key=lambda parameter: not parameter.required)
        draw: Draw = {}
        for number in range(len(ordered), max(sum(p.required for p in ordered), 1) - 1, -1):
            until = time.monotonic() + PATIENCE
            while time.monotonic() < until:
                draw = {p.name: [random.choice(self._values(p.type))] for p in narrowest_first(ordered[:number])}
                if self._answers(question, draw):
                    return draw
        return draw

    def _answers(self, question: Question, draw: Draw) -> bool:
        results = self.store.query(bind(question.sparql, draw))
        return not isinstance(results, QueryBoolean) and next(iter(results), None) is not None

    def _values(self, kind: str) -> list[NamedNode | Literal]:
        if kind not in self.known:
            rows = self.store.query(f"SELECT DISTINCT ?value WHERE {{ {VALUES[kind]} }}", PREFIXES)
            self.known[kind] = sorted((row["value"] for row in rows), key=str)  # type: ignore[union-attr]
        return self.known[kind]
