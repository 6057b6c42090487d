"""Form templates: what a form prints, as data."""

from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError, Problem, suggestion
from loaders.headings import Heading
from loaders.scheme import SCHEMES, Goal, Scheme, read_scheme
from loaders.yamlfile import Value, read_yaml

FORMS = Path(__file__).parent / "forms"
_KEYS = ("id", "title", "scheme", "language", "goal", "section", "sections")


@dataclass(frozen=True)
class State:
    """Words by which members say that a section has no answer of its own."""

    notation: str
    words: int
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """A form: its title, its scheme of goals, the headings that it prints, the phrases that stand for a state."""

    id: str
    title: str
    scheme: Scheme
    language: str
    sections: tuple[str, ...]
    headings: tuple[Heading, ...]
    states: tuple[State, ...]


def known_templates() -> list[Path]:
    """The template files that ship with the project."""
    return sorted(FORMS.glob("*.yaml"))


def find_template(name: str) -> Path:
    """The file of a template, by the id of one that ships with the project or by its own path.

    Raises InputError if there is neither.
    """
    path = Path(name)
    if path.suffix in (".yaml", ".yml"):
        return path
    shipped = FORMS / f"{name}.yaml"
    if not shipped.exists():
        known = [template.stem for template in known_templates()]
        raise InputError(Problem(f"no form '{name}'", "a known form or a template file", suggestion(name, known)))
    return shipped


def read_template(path: Path) -> Template:
    """The template in a YAML file; raises InputError where it is incomplete."""
    record = read_yaml(path).record(_KEYS, ("target", "states"))
    scheme = _scheme(record["scheme"])
    sections = {key.text(): value.text() for key, value in record["sections"].pairs()}
    return Template(
        id=record["id"].text(),
        title=record["title"].text(),
        scheme=scheme,
        language=record["language"].text(),
        sections=tuple(sections),
        headings=(
            *_goal_headings("target", record.get("target"), scheme.targets),
            *_goal_headings("goal", record["goal"], scheme.goals),
            *(_section_heading(record["section"].text(), *pair) for pair in sections.items()),
        ),
        states=tuple(_state(*pair) for pair in record["states"].pairs()) if "states" in record else (),
    )


def _scheme(value: Value) -> Scheme:
    own = value.file.parent / value.text()
    return read_scheme(own if own.suffix == ".ttl" else SCHEMES / f"{value.text()}.ttl")


def _goal_headings(level: str, lead: Value | None, goals: tuple[Goal, ...]) -> list[Heading]:
    if lead is None:
        return []
    return [Heading(level, g.number, lead.text().format(notation=g.number), g.words) for g in goals]


def _section_heading(lead: str, label: str, words: str) -> Heading:
    return Heading("section", label, lead.format(label=label), words)


def _state(notation: Value, value: Value) -> State:
    record = value.record(("words", "phrases"))
    phrases = tuple(phrase.text().casefold() for phrase in record["phrases"].elements())
    return State(notation.text(), record["words"].number(), phrases)
