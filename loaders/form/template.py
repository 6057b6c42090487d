"""Form templates: what a form prints, as data."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from alliancegraph.graph.errors import InputError, Problem, both, every
from alliancegraph.graph.files.seen import is_there
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.folding import folded
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.form.finder import Finder
from alliancegraph.loaders.form.leads import Lead
from alliancegraph.loaders.form.outline import GOAL, SECTION, TARGET, Heading, Outline, Question, outline
from alliancegraph.loaders.form.printed import KINDS, LAST, REPORT, Printed, read_printed
from alliancegraph.loaders.form.scheme import SCHEMES, Goal, Scheme, read_scheme
from alliancegraph.loaders.form.states import State
from alliancegraph.loaders.form.words import Words, words
from alliancegraph.loaders.yamlfile import ENDINGS, Value, read_yaml

FORMS = Path(__file__).parent.parent / "forms"
_KEYS = ("id", "title", "scheme", "language", "goal")
_OPTIONAL = ("section", "sections", "target", "states", "report", "prints", "headings", "ignore")


@dataclass(frozen=True)
class Template:
    """A form: its titles, its scheme of goals, what it prints, and the phrases that mean a state.

    `languages` are those of its wordings, the first that of a report whose about file names none; `passed_over` are the
    headings that carry nothing, `ignored` lines that are furniture.
    """

    id: str
    titles: tuple[str, ...]
    scheme: Scheme
    languages: tuple[str, ...]
    outline: Outline
    questions: tuple[Question, ...]
    report: str = REPORT
    states: tuple[State, ...] = ()
    passed_over: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The first of its titles, with `{year}`."""
        return self.titles[0]

    @property
    def language(self) -> str:
        return self.languages[0]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its distinct headings: targets, goals, questions."""
        return tuple(sorted(self.outline.headings, key=lambda heading: (TARGET, GOAL, SECTION).index(heading.level)))

    @cached_property
    def words(self) -> Words:
        return words(self.languages)

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.outline.headings, self.words)

    def report_id(self, member: str, year: int) -> str:
        """Return the id of the report of a member (by its local name) for a year."""
        return self.report.format(member=member, year=year)

    def passes_over(self, line: str) -> bool:
        """Return whether a line is a heading that carries nothing; `*` in the template matches any words."""
        words = folded(line).casefold().rstrip(":")
        return any(re.fullmatch(pattern, words) for pattern in self._passed_over)

    @cached_property
    def _passed_over(self) -> tuple[str, ...]:
        return tuple(re.escape(folded(words).casefold().rstrip(":")).replace(r"\*", ".*") for words in self.passed_over)

    def kind(self, label: str) -> str:
        """Return the kind of the answers to a question; text where a goal has none."""
        return next((question.kind for question in self.questions if question.heading.key == label), KINDS[0])


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
    """Return the template in a YAML file; raise InputError with all that is wrong in it and in its scheme."""
    file = read_yaml(path)
    record = file.by_key()
    if not all(key in record for key in _KEYS):
        file.record(_KEYS, _OPTIONAL)
    (scheme, printed), _ = both(
        lambda: both(lambda: _scheme(record["scheme"]), lambda: read_printed(record)),
        lambda: file.refuse_unknown((*_KEYS, *_OPTIONAL)),
    )
    both(
        lambda: every(lambda question: question.check(scheme), printed.questions),
        lambda: every(lambda pair: _refuse_unnumbered(pair[0].text(), scheme), _pairs(record.get("prints"))),
    )
    questions = tuple(question.made(printed.leads["section"]) for question in printed.questions)
    return Template(
        id=record["id"].text(),
        titles=printed.titles,
        scheme=scheme,
        languages=printed.languages,
        outline=_outline(scheme, printed, questions),
        questions=questions,
        report=printed.report,
        states=printed.states,
        passed_over=printed.passed_over,
        ignored=printed.ignored,
    )


def _pairs(value: Value | None) -> list[tuple[Value, Value]]:
    return value.pairs() if value else []


def _refuse_unnumbered(number: Text, scheme: Scheme) -> None:
    """Raise ClaimsError for a number for which the form prints another, and that no target or goal has."""
    known = [goal.number for goal in (*scheme.targets, *scheme.goals)]
    if number not in known:
        expected = "the notation of a target or a goal of the scheme"
        raise number.error(f"no target or goal '{number}'", expected, suggestion(number, known))


def _outline(scheme: Scheme, printed: Printed, questions: Iterable[Question]) -> Outline:
    has_targets = bool(printed.leads[TARGET])
    targets = {target.number: _heading(TARGET, target, printed) for target in scheme.targets if has_targets}
    goals = [(_above(goal, targets), _heading(GOAL, goal, printed)) for goal in scheme.goals]
    return outline(targets, goals, questions)


def _above(goal: Goal, targets: Mapping[str, Heading]) -> str:
    """Return the number of a goal's target; without skos:broader, what is before the last dot of its own."""
    return goal.above or (before if (before := goal.number.rpartition(".")[0]) in targets else "")


def _heading(level: str, goal: Goal, printed: Printed) -> Heading:
    number = printed.codes.get(goal.number, goal.number)
    leads = tuple(_lead(pattern, number) for pattern in printed.leads[level])
    return Heading(level, goal.number, leads, goal.wordings)


def _lead(pattern: str, number: str) -> Lead:
    if f"{{{LAST}}}" in pattern:
        return Lead.of(pattern, LAST, number.rpartition(".")[2])
    return Lead.of(pattern, "notation", number)


def _scheme(value: Value) -> Scheme:
    """Return the scheme of a Turtle file beside the template, or of one that ships with the project."""
    own = value.file.parent / value.text()
    path = own if own.suffix == ".ttl" else SCHEMES / f"{value.text()}.ttl"
    if not is_there(path):
        known = sorted(scheme.stem for scheme in SCHEMES.glob("*.ttl"))
        remedy = f"It would be {path}. {suggestion(value.text(), known)}"
        raise value.error(f"no scheme '{value.text()}'", "a scheme of goals in Turtle", remedy)
    return read_scheme(path)
