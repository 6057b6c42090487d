"""An alliance's targets and goals, read from its SKOS scheme."""

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

from graph.errors import FormError, Problem
from ontology.index import Index
from ontology.terms import AG, SKOS

SCHEMES = Path(__file__).parent.parent / "ontology" / "goals"


@dataclass(frozen=True)
class Goal:
    """A target or a goal: its number (`4`, `4.1`) and its words as the form prints them."""

    iri: NamedNode
    number: str
    words: str


@dataclass(frozen=True)
class Scheme:
    """The targets and goals that members of an alliance share."""

    iri: NamedNode
    triples: tuple[Triple, ...]
    targets: tuple[Goal, ...]
    goals: tuple[Goal, ...]

    def goal(self, number: str) -> Goal | None:
        """The goal of that number."""
        return next((goal for goal in self.goals if goal.number == number), None)


def read_scheme(path: Path) -> Scheme:
    """The scheme in a Turtle file; raises FormError if the file is none."""
    triples = _triples(path)
    if any(isinstance(node, BlankNode) for triple in triples for node in triple):
        remedy = "Give each thing an IRI, so that the graph can be compared and merged."
        raise FormError(Problem("a blank node", "names only", remedy, path))
    index = Index.of(triples)
    schemes = list(index.instances(SKOS.ConceptScheme))
    targets, goals = (_goals(index, cls) for cls in (AG.PolicyTarget, AG.OperationalGoal))
    if len(schemes) != 1 or not goals:
        found = f"{len(schemes)} concept schemes and {len(goals)} goals"
        remedy = "Compare it with those in ontology/goals/."
        raise FormError(Problem(found, "one skos:ConceptScheme with ag:OperationalGoals", remedy, path))
    return Scheme(NamedNode(schemes[0]), triples, targets, goals)


def _triples(path: Path) -> tuple[Triple, ...]:
    try:
        quads = list(parse(path=path, format=RdfFormat.TURTLE))
    except OSError as error:
        problem = Problem(f"cannot be read ({error})", "a scheme of goals in Turtle", "Check `scheme:`.", path)
        raise FormError(problem) from None
    except SyntaxError as error:
        raise FormError(Problem(f"not Turtle: {error}", "Turtle", "Mend this line.", path, error.lineno)) from None
    return tuple(quad.triple for quad in quads)


def _goals(index: Index, cls: str) -> tuple[Goal, ...]:
    found = (
        Goal(NamedNode(iri), index.first(iri, SKOS.notation), index.first(iri, AG.displayName))
        for iri in index.instances(cls)
    )
    return tuple(sorted(found, key=lambda goal: [part.zfill(4) for part in goal.number.split(".")]))
