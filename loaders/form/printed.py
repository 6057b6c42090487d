"""What a template has beside its scheme: titles, leads, questions, and what to pass over."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from alliancegraph.graph.errors import every
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.languages import is_language
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.form.leads import Lead
from alliancegraph.loaders.form.outline import GOAL, SECTION, TARGET, Heading, Question
from alliancegraph.loaders.form.scheme import Scheme
from alliancegraph.loaders.form.states import State, read_states
from alliancegraph.loaders.form.words import texts
from alliancegraph.loaders.yamlfile import Value

KINDS = ("text", "choice", "number", "date", "row")
REPORT = "{member}-{year}"
LAST = "part"  # of a notation, after its last dot: what a form prints whose numbers begin again in each part
_NUMBERS = ("notation", LAST)
_QUESTION = ("words", "kind", "optional", "under")


@dataclass(frozen=True)
class AskedQuestion:
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


class Printed(NamedTuple):
    """What a template has beside its scheme."""

    titles: tuple[str, ...]
    languages: tuple[str, ...]
    leads: dict[str, tuple[str, ...]]
    codes: dict[str, str]
    questions: tuple[AskedQuestion, ...]
    report: str
    states: tuple[State, ...]
    passed_over: tuple[str, ...]
    ignored: tuple[str, ...]


def read_printed(record: Mapping[str, Value]) -> Printed:
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
        lambda: texts(record.get("headings")),
        lambda: texts(record.get("ignore")),
    ]
    every(lambda check: check(), checks)
    return Printed(
        titles=_patterns(record["title"], "year"),
        languages=_languages(record["language"]),
        leads=_leads(record),
        codes=_codes(record.get("prints")),
        questions=_questions(record.get("sections")),
        report=_report(record.get("report")),
        states=read_states(record.get("states")),
        passed_over=texts(record.get("headings")),
        ignored=texts(record.get("ignore")),
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


def _questions(value: Value | None) -> tuple[AskedQuestion, ...]:
    return tuple(every(lambda pair: _question(pair[0].text().name(), pair[1]), value.written() if value else ()))


def _question(label: str, value: Value) -> AskedQuestion:
    if value.kind != "mapping" or any(is_language(key.text()) for key, _ in value.written()):
        return AskedQuestion(label, _wordings(value))
    value.refuse_unknown(_QUESTION)
    value.require("words")
    record = value.by_key()
    kind, optional = record.get("kind"), record.get("optional")
    for choice, known in ((kind, KINDS), (optional, ("yes", "no"))):
        if choice:
            choice.refuse_other_than(known)
    return AskedQuestion(
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


def _refuse_goal(number: Text, scheme: Scheme) -> None:
    if scheme.goal(number) is None:
        known = [goal.number for goal in scheme.goals]
        raise number.error(f"no goal '{number}'", "the notation of a goal of the scheme", suggestion(number, known))
