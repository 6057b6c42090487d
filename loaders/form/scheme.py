"""An alliance's targets and goals, read from its SKOS scheme."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from alliancegraph.graph.errors import FormError, InputError, Problem, every
from alliancegraph.graph.files.textfile import read_text
from alliancegraph.graph.model.literals import REMEDY, Rewritten
from alliancegraph.graph.model.reports import Origin
from alliancegraph.graph.words.codes import in_order
from alliancegraph.graph.words.counting import how_many
from alliancegraph.ontology.index import Index
from alliancegraph.ontology.terms import AG, OWL, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary

SCHEMES = Path(__file__).parent.parent.parent / "ontology" / "goals"


@dataclass(frozen=True)
class Goal:
    """A target or a goal: its number (`4`, `4.1`) and its words as the form prints them.

    `wordings` are its words in each language and edition of the form, `above` the number of the target of a goal.
    """

    iri: NamedNode
    number: str
    words: str
    wordings: tuple[str, ...] = ()
    above: str = ""


@dataclass(frozen=True)
class Scheme:
    """The targets and goals of an alliance, and where each thing of the scheme is written.

    Its file may add words to the ontology's own: roles, audiences, kinds, classes of bodies.
    """

    iri: NamedNode
    triples: tuple[Triple, ...]
    targets: tuple[Goal, ...]
    goals: tuple[Goal, ...]
    places: Mapping[NamedNode, Origin]

    @property
    def vocabulary(self) -> Vocabulary:
        """Return the ontology's words, and those that the file adds."""
        return Vocabulary.load().knowing(self.triples)

    def goal(self, number: str) -> Goal | None:
        """Return the goal of that number; None if there is none."""
        return next((goal for goal in self.goals if goal.number == number), None)


def read_scheme(path: Path) -> Scheme:
    """Return the scheme in a Turtle file; raise FormError if it is not one."""
    text = _text(path)
    triples = _triples(text, path)
    if any(isinstance(node, BlankNode | Triple) for triple in triples for node in triple):
        remedy = "Give each thing an IRI, so that the graph can be compared and merged."
        raise FormError(Problem("a blank node, or a triple in a triple", "names only", remedy, path))
    _refuse_rewritten(triples, path)
    index = Index.of(triples)
    targets, goals = (_goals(index, cls) for cls in (AG.PolicyTarget, AG.OperationalGoal))
    schemes = sorted({scheme for goal in (*targets, *goals) for scheme in index.all(goal.iri.value, SKOS.inScheme)})
    if len(schemes) != 1 or not goals:
        found = f"{how_many(len(schemes), 'concept scheme')} and {how_many(len(goals), 'goal')}"
        remedy = "Compare it with those in ontology/goals/."
        raise FormError(Problem(found, "one skos:ConceptScheme with ag:OperationalGoals", remedy, path))
    places = {node: (path, _line(node, text)) for triple in triples if isinstance(node := triple.subject, NamedNode)}
    checks: list[Callable[[], object]] = [
        lambda: every(lambda iri: _refuse_other(iri, places), _others(index, schemes[0])),
        lambda: every(lambda numbered: _refuse_same_numbers(numbered, places), (targets, goals)),
        lambda: every(lambda word: _refuse_taken(*word, places), _own_words(index)),
    ]
    every(lambda check: check(), checks)
    return Scheme(NamedNode(schemes[0]), triples, targets, goals, places)


def _others(index: Index, scheme: str) -> Iterator[str]:
    """Yield the things of the scheme that are neither targets nor goals, nor words that the file adds."""
    known = set(index.instances(AG.PolicyTarget, AG.OperationalGoal, *Vocabulary.load().concept_classes()))
    return (iri for iri in index.values if scheme in index.all(iri, SKOS.inScheme) and iri not in known)


def _refuse_other(iri: str, places: Mapping[NamedNode, Origin]) -> None:
    """Raise FormError for a thing of the scheme that the form would lack."""
    expected = "ag:PolicyTarget or ag:OperationalGoal"
    remedy = "Correct its class, or remove its skos:inScheme."
    raise FormError(Problem(f"{iri} is neither a target nor a goal", expected, remedy, *places[NamedNode(iri)]))


def _refuse_same_numbers(numbered: Iterable[Goal], places: Mapping[NamedNode, Origin]) -> None:
    """Raise FormError for each target or goal without a number of its own."""
    first: dict[str, Goal] = {}
    every(lambda goal: _refuse_number(goal, first.setdefault(goal.number, goal), places), numbered)


def _refuse_number(goal: Goal, first: Goal, places: Mapping[NamedNode, Origin]) -> None:
    if not goal.number or first is not goal:
        found = f"the skos:notation '{goal.number}' of {first.iri.value} too" if goal.number else "no skos:notation"
        remedy = f"Give {goal.iri.value} another."
        raise FormError(Problem(found, "a skos:notation of its own for each", remedy, *places[goal.iri]))


def _own_words(index: Index) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield the words that a file adds, each with its IRI and the words of that kind that are known before."""
    vocabulary = Vocabulary.load()
    for cls in vocabulary.concept_classes():
        known = (*vocabulary.concepts(cls), *vocabulary.properties) if cls == AG.Role else vocabulary.concepts(cls)
        yield from ((index.first(iri, SKOS.notation), iri, known) for iri in index.instances(cls))
    yield from ((vocabulary.short(iri), iri, vocabulary.classes) for iri in index.instances(OWL.Class))


def _refuse_taken(word: str, iri: str, known: Iterable[str], places: Mapping[NamedNode, Origin]) -> None:
    """Raise FormError for a word that the ontology has, and for a concept without one: claims could not name it."""
    if not word or word in known:
        found = f"the word '{word}' for {iri}, which the ontology has" if word else f"no skos:notation of {iri}"
        remedy = "Choose another; what the ontology has means the same for all alliances."
        raise FormError(Problem(found, "a word of its own", remedy, *places[NamedNode(iri)]))


def _line(node: NamedNode, text: str) -> int:
    """Return the line that begins with the thing's name, else the first that contains it, else 1."""
    name = re.escape(re.split(r"[/#]", node.value)[-1])
    found = re.search(rf"(?m)^[^\s#]*\b{name}>?(?=\s)", text) or re.search(name, text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _refuse_rewritten(triples: Iterable[Triple], path: Path) -> None:
    """Raise FormError for literals that the engine would store in another form."""
    rewritten = Rewritten()
    for triple in triples:
        if isinstance(triple.object, Literal):
            rewritten.note(triple.object)
    problems = [
        Problem(found, "the form that the engine keeps", REMEDY, path) for found in rewritten.messages().values()
    ]
    if problems:
        raise FormError(*problems)


def _text(path: Path) -> str:
    try:
        return read_text(path, "a scheme of goals in Turtle")
    except InputError as error:
        raise FormError(*error.problems) from None


def _triples(text: str, path: Path) -> tuple[Triple, ...]:
    try:
        quads = list(parse(text.encode(), format=RdfFormat.TURTLE))
    except MemoryError:
        raise FormError(
            Problem("a text that is too long", "texts that a parser can hold", "Shorten it.", path)
        ) from None
    except SyntaxError as error:
        raise FormError(Problem(f"not Turtle: {error}", "Turtle", "Correct this line.", path, error.lineno)) from None
    return tuple(quad.triple for quad in quads)


def _goals(index: Index, cls: str) -> tuple[Goal, ...]:
    return tuple(sorted((_goal(index, iri) for iri in index.instances(cls)), key=lambda goal: in_order(goal.number)))


def _goal(index: Index, iri: str) -> Goal:
    words = index.first(iri, AG.displayName)
    wordings = dict.fromkeys((words, *index.all(iri, SKOS.prefLabel), *index.all(iri, SKOS.hiddenLabel)))
    above = index.first(index.first(iri, SKOS.broader), SKOS.notation)
    return Goal(NamedNode(iri), index.first(iri, SKOS.notation), words, tuple(wordings), above)
