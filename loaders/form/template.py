"""Form templates: what a form prints, as data."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from alliancegraph.graph.errors import InputError, Problem, both, every
from alliancegraph.graph.files.seen import is_there
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.languages import is_language
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.form.candidates import Finder
from alliancegraph.loaders.form.leads import Lead
from alliancegraph.loaders.form.outline import GOAL, SECTION, TARGET, Heading, Outline, Question, outline
from alliancegraph.loaders.form.scheme import SCHEMES, Goal, Scheme, read_scheme
from alliancegraph.loaders.form.states import State, read_states
from alliancegraph.loaders.form.words import Words, words
from alliancegraph.loaders.yamlfile import ENDINGS, Value, read_yaml

FORMS = Path(__file__).parent.parent / "forms"
KINDS = ("text", "choice", "number", "date", "row")
_KEYS = ("id", "title", "scheme", "language", "goal")
_OPTIONAL = ("section", "sections", "target", "states", "report", "prints", "headings", "ignore")
_QUESTION = ("words", "kind", "optional", "under")
REPORT = "{member}-{year}"
_LAST = "part"  # of a notation, after its last dot: what a form prints whose numbers begin again in each part
_NUMBERS = ("notation", _LAST)


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

    @property
    def sections(self) -> tuple[str, ...]:
        """The labels of its questions."""
        return tuple(question.heading.key for question in self.questions)

    @cached_property
    def words(self) -> Words:
        return words(self.languages)

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.outline.headings, self.words)

    def report_id(self, member: str, year: int) -> str:
        """Return the id of the report of a member (by its local name) for a year."""
        return self.report.format(member=member, year=year)

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
        lambda: both(lambda: _scheme(record["scheme"]), lambda: _printed(record)),
        lambda: file.refuse_unknown((*_KEYS, *_OPTIONAL)),
    )
    every(lambda question: question.check(scheme), printed.questions)
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


@dataclass(frozen=True)
class _Question:
    """A question as a template has it."""

    label: str
    wordings: tuple[str, ...]
    kind: str = KINDS[0]
    optional: bool = False
    under: tuple[Text, ...] = ()

    def check(self, scheme: Scheme) -> None:
        """Raise ClaimsError for each goal of the question that the scheme lacks."""
        every(lambda number: _refuse_goal(number, scheme), self.under)

    def made(self, patterns: tuple[str, ...]) -> Question:
        """Return the question with its heading."""
        leads = tuple(Lead.of(pattern, "label", self.label) for pattern in patterns)
        return Question(Heading(SECTION, self.label, leads, self.wordings), self.kind, self.optional, self.under)


class _Printed(NamedTuple):
    """What a template has beside its scheme."""

    titles: tuple[str, ...]
    languages: tuple[str, ...]
    leads: dict[str, tuple[str, ...]]
    codes: dict[str, str]
    questions: tuple[_Question, ...]
    report: str
    states: tuple[State, ...]
    passed_over: tuple[str, ...]
    ignored: tuple[str, ...]


def _printed(record: Mapping[str, Value]) -> _Printed:
    """Return what a template has beside its scheme; raise ClaimsError with all that is wrong in it."""
    checks: list[Callable[[], object]] = [
        record["id"].text,
        lambda: _patterns(record["title"], "year"),
        lambda: _languages(record["language"]),
        lambda: _leads(record),
        lambda: _codes(record.get("prints")),
        lambda: _questions(record.get("sections")),
        lambda: _report(record.get("report")),
        lambda: read_states(record.get("states")),
        lambda: _texts(record.get("headings")),
        lambda: _texts(record.get("ignore")),
    ]
    every(lambda check: check(), checks)
    return _Printed(
        titles=_patterns(record["title"], "year"),
        languages=_languages(record["language"]),
        leads=_leads(record),
        codes=_codes(record.get("prints")),
        questions=_questions(record.get("sections")),
        report=_report(record.get("report")),
        states=read_states(record.get("states")),
        passed_over=_texts(record.get("headings")),
        ignored=_texts(record.get("ignore")),
    )


def _languages(value: Value) -> tuple[str, ...]:
    return tuple(every(lambda element: str(element.text().language()), value.some()))


def _report(value: Value | None) -> str:
    return _pattern(value.text(), "member", "year") if value else REPORT


def _leads(record: Mapping[str, Value]) -> dict[str, tuple[str, ...]]:
    """Return the patterns of the leads of each level; that of a level without any is empty."""
    names = {TARGET: _NUMBERS, GOAL: _NUMBERS, SECTION: ("label",)}
    given = [level for level in names if level in record]
    return {TARGET: (), GOAL: ("",), SECTION: ("",)} | dict(
        zip(given, every(lambda level: _patterns(record[level], *names[level]), given), strict=True)
    )


def _codes(value: Value | None) -> dict[str, str]:
    return {str(number.text()): str(code.text()) for number, code in value.pairs()} if value else {}


def _questions(value: Value | None) -> tuple[_Question, ...]:
    return tuple(every(lambda pair: _question(pair[0].text().name(), pair[1]), value.written() if value else ()))


def _question(label: str, value: Value) -> _Question:
    if value.kind != "mapping" or any(is_language(key.text()) for key, _ in value.written()):
        return _Question(label, _wordings(value))
    value.refuse_unknown(_QUESTION)
    value.require("words")
    record = value.by_key()
    kind, optional = record.get("kind"), record.get("optional")
    for choice, known in ((kind, KINDS), (optional, ("yes", "no"))):
        if choice:
            choice.refuse_other_than(known)
    return _Question(
        label,
        _wordings(record["words"]),
        str(kind.text()) if kind else KINDS[0],
        optional is not None and optional.text() == "yes",
        tuple(number.text() for number in record["under"].elements()) if "under" in record else (),
    )


def _wordings(value: Value) -> tuple[str, ...]:
    """Return the texts of a value: one, a list, or one or several for each language."""
    return tuple(str(text) for text in _every_text(value))


def _every_text(value: Value) -> Iterator[Text]:
    if value.kind == "mapping":
        for language, texts in value.pairs():
            language.text().language()
            yield from _every_text(texts)
        return
    yield from (element.words() for element in value.some())


def _patterns(value: Value, *names: str) -> tuple[str, ...]:
    return tuple(every(lambda text: _pattern(text, *names), _every_text(value)))


def _pattern(text: Text, *names: str) -> str:
    """Return the text, in which only those names may be in braces."""
    try:
        text.format(**dict.fromkeys(names, ""))
    except (KeyError, ValueError, IndexError):
        expected = f"no braces but {' or '.join(f'{{{name}}}' for name in names)}"
        raise text.error(f"'{text}' cannot be filled in", expected, "Correct the braces.") from None
    return str(text)


def _texts(value: Value | None) -> tuple[str, ...]:
    return tuple(str(element.text()) for element in value.elements()) if value else ()


def _refuse_goal(number: Text, scheme: Scheme) -> None:
    if scheme.goal(number) is None:
        known = [goal.number for goal in scheme.goals]
        raise number.error(f"no goal '{number}'", "the notation of a goal of the scheme", suggestion(number, known))


def _outline(scheme: Scheme, printed: _Printed, questions: Iterable[Question]) -> Outline:
    has_targets = bool(printed.leads[TARGET])
    targets = {target.number: _heading(TARGET, target, printed) for target in scheme.targets if has_targets}
    goals = [(_above(goal, targets), _heading(GOAL, goal, printed)) for goal in scheme.goals]
    return outline(targets, goals, questions)


def _above(goal: Goal, targets: Mapping[str, Heading]) -> str:
    """Return the number of a goal's target; without skos:broader, what is before the last dot of its own."""
    return goal.above or (before if (before := goal.number.rpartition(".")[0]) in targets else "")


def _heading(level: str, goal: Goal, printed: _Printed) -> Heading:
    number = printed.codes.get(goal.number, goal.number)
    leads = tuple(_lead(pattern, number) for pattern in printed.leads[level])
    return Heading(level, goal.number, leads, goal.wordings)


def _lead(pattern: str, number: str) -> Lead:
    if f"{{{_LAST}}}" in pattern:
        return Lead.of(pattern, _LAST, number.rpartition(".")[2])
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
