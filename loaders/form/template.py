"""Form templates: what a form prints, as data."""

from dataclasses import dataclass
from pathlib import Path

from alliancegraph.graph.errors import InputError, Problem
from alliancegraph.graph.files.seen import is_there
from alliancegraph.graph.words.folding import folded
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.form.headings import Heading
from alliancegraph.loaders.form.scheme import SCHEMES, Goal, Scheme, read_scheme
from alliancegraph.loaders.yamlfile import ENDINGS, Value, read_yaml

FORMS = Path(__file__).parent.parent / "forms"
_KEYS = ("id", "title", "scheme", "language", "goal", "section", "sections")


@dataclass(frozen=True)
class State:
    """The phrases by which members say that a section has no answer of its own."""

    notation: str
    words: int
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """A form: its title, its scheme of goals, its headings, and the phrases that mean a state."""

    id: str
    title: str
    scheme: Scheme
    language: str
    sections: tuple[str, ...]
    headings: tuple[Heading, ...]
    report: str
    states: tuple[State, ...]

    def report_id(self, member: str, year: int) -> str:
        """Return the id of the report of a member (by its local name) for a year."""
        return self.report.format(member=member, year=year)


def known_templates() -> list[Path]:
    """Return the template files that ship with the project."""
    return sorted(FORMS.glob("*.yaml"))


def find_template(folder: Path, name: str) -> Path:
    """Return the file of a template, by the id of a shipped one or by a path relative to the folder.

    Raise InputError if there is neither.
    """
    if name.lower().endswith(ENDINGS):
        return folder / name
    shipped = FORMS / f"{name}.yaml"
    if not shipped.exists():
        known = [template.stem for template in known_templates()]
        raise InputError(Problem(f"no form '{name}'", "a known form or a template file", suggestion(name, known)))
    return shipped


def read_template(path: Path) -> Template:
    """Return the template in a YAML file; raise InputError if it is incomplete."""
    record = read_yaml(path).record(_KEYS, ("target", "states", "report"))
    scheme = _scheme(record["scheme"])
    sections = {key.text().name(): value.text() for key, value in record["sections"].pairs()}
    return Template(
        id=record["id"].text(),
        title=_pattern(record["title"], "year"),
        scheme=scheme,
        language=record["language"].text().language(),
        sections=tuple(sections),
        report=_pattern(record["report"], "member", "year") if "report" in record else "{member}-{year}",
        headings=(
            *_goal_headings("target", record.get("target"), scheme.targets),
            *_goal_headings("goal", record["goal"], scheme.goals),
            *(_section_heading(_pattern(record["section"], "label"), *pair) for pair in sections.items()),
        ),
        states=tuple(_state(*pair) for pair in record["states"].pairs()) if "states" in record else (),
    )


def _scheme(value: Value) -> Scheme:
    """Return the scheme of a Turtle file beside the template, or of one that ships with the project."""
    own = value.file.parent / value.text()
    path = own if own.suffix == ".ttl" else SCHEMES / f"{value.text()}.ttl"
    if not is_there(path):
        known = sorted(scheme.stem for scheme in SCHEMES.glob("*.ttl"))
        remedy = f"It would be {path}. {suggestion(value.text(), known)}"
        raise value.error(f"no scheme '{value.text()}'", "a scheme of goals in Turtle", remedy)
    return read_scheme(path)


def _goal_headings(level: str, lead: Value | None, goals: tuple[Goal, ...]) -> list[Heading]:
    if lead is None:
        return []
    pattern = _pattern(lead, "notation")
    return [Heading(level, goal.number, pattern.format(notation=goal.number), goal.words) for goal in goals]


def _pattern(value: Value, *names: str) -> str:
    """Return the text, in which only those names may be in braces."""
    try:
        value.text().format(**dict.fromkeys(names, ""))
    except (KeyError, ValueError, IndexError):
        expected = f"no braces but {' or '.join(f'{{{name}}}' for name in names)}"
        raise value.error(f"'{value.text()}' cannot be filled in", expected, "Correct the braces.") from None
    return value.text()


def _section_heading(lead: str, label: str, words: str) -> Heading:
    return Heading("section", label, lead.format(label=label), words)


def _state(notation: Value, value: Value) -> State:
    record = value.record(("words", "phrases"))
    phrases = tuple(folded(phrase.text()).casefold() for phrase in record["phrases"].elements())
    return State(notation.text(), record["words"].text().number(), phrases)
