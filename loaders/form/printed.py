"""What a template has beside its scheme: titles, leads, questions, and what to pass over."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

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


class Printed:
    """What a template has beside its scheme; each raises ClaimsError where it is wrong."""

    def __init__(self, record: Mapping[str, Value]) -> None:
        self._record = record

    @cached_property
    def titles(self) -> tuple[str, ...]:
        return _patterns(self._record["title"], "year")

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return _languages(self._record["language"])

    @cached_property
    def leads(self) -> dict[str, tuple[str, ...]]:
        return _leads(self._record)

    @cached_property
    def codes(self) -> dict[str, str]:
        return _codes(self._record.get("prints"))

    @cached_property
    def questions(self) -> tuple[AskedQuestion, ...]:
        return _questions(self._record.get("sections"))

    @cached_property
    def report(self) -> str:
        return _report(self._record.get("report"))

    @cached_property
    def states(self) -> tuple[State, ...]:
        return read_states(self._record.get("states"))

    @cached_property
    def passed_over(self) -> tuple[str, ...]:
        return texts(self._record.get("headings"))

    @cached_property
    def ignored(self) -> tuple[str, ...]:
        return texts(self._record.get("ignore"))


def read_printed(record: Mapping[str, Value]) -> Printed:
    """Return what a template has beside its scheme; raise ClaimsError with all that is wrong in it."""
    printed = Printed(record)
    reads: list[Callable[[], object]] = [
        record["id"].text,
        lambda: printed.titles,
        lambda: printed.languages,
        lambda: printed.leads,
        lambda: printed.codes,
        lambda: printed.questions,
        lambda: printed.report,
        lambda: printed.states,
        lambda: printed.passed_over,
        lambda: printed.ignored,
    ]
    every(lambda read: read(), reads)
    return printed


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
