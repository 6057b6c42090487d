"""A proposal: the levels, wordings and questions of a form as samples show it, and what a person has to decide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from alliancegraph.graph.errors import FormError, Problem
from alliancegraph.graph.model.iris import slug
from alliancegraph.graph.words.codes import in_order
from alliancegraph.graph.words.folding import folded, readable
from alliancegraph.loaders.documents.document import Document
from alliancegraph.loaders.form.lines import usual_width
from alliancegraph.loaders.form.pointers import YEAR
from alliancegraph.loaders.proposing.languages import language_of
from alliancegraph.loaders.proposing.levels import Levels, levels
from alliancegraph.loaders.proposing.openings import Opening, lines, openings
from alliancegraph.loaders.proposing.plain import declining
from alliancegraph.loaders.proposing.series import Row, Series, all_series, between_shared
from alliancegraph.loaders.proposing.wordings import Stretch, Wording, lone_wording, shared_wording

_CELL = re.compile(r"(?<=\S)[ ]*(?=\t|[☐☑☒□■]|\[[ xX]?\])")  # where the words of a heading end in a table
_MOST = 0.6  # share of the goals under which a question stands that members may leave out
_DATE = 2  # words of a line that has no more than a date
_ID = 4  # words of a title that name its form
_LOST = "not all samples have it in this place: is it a goal of the form?"
_MOST_TITLE = 10  # lines above the first heading among which the title is


@dataclass(frozen=True)
class Entry:
    """A target, a goal or a question: its code, its words and what is unsure of it.

    A goal has its target `above` it; a question may be `optional`, or asked `under` some goals alone.
    """

    code: str
    words: str
    doubt: str = ""
    above: str = ""
    under: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Proposal:
    """What a template and a goals file need; patterns are empty for headings without a code, None for no such level."""

    id: str
    title: str
    language: str
    targets: tuple[Entry, ...]
    goals: tuple[Entry, ...]
    questions: tuple[Entry, ...]
    target_patterns: tuple[str, ...] | None
    goal_patterns: tuple[str, ...]
    section_patterns: tuple[str, ...] | None
    passed_over: tuple[str, ...]
    samples: int


def propose(documents: Sequence[Document]) -> Proposal:
    """Return the form that the documents fill in; raise FormError if two are equal, or no headings are recognised."""
    _refuse_equal(documents)
    texts = [document.text for document in documents]
    language = language_of("\n".join(texts))
    found = levels(texts, all_series([(text, list(openings(text))) for text in texts]), language)
    if found is None:
        names = ", ".join(document.path.name for document in documents)
        remedy = (
            "Are they the same form? Give one of them alone, or write the template by hand (docs/guides/add-a-form.md)."
        )
        raise FormError(Problem(f"no headings that repeat or count up in {names}", "a filled-in form", remedy))
    return _Reader(texts, found, language or "en").proposal()


def _refuse_equal(documents: Sequence[Document]) -> None:
    """Raise FormError for a second document with the same text: all of it would be the form."""
    first: dict[str, Document] = {}
    for document in documents:
        if (other := first.setdefault(document.text, document)) is not document:
            found = f"the same text as {other.path}"
            remedy = "Leave one out; reports of two members differ in their answers."
            raise FormError(Problem(found, "another report on the same form", remedy, document.path))


class _Reader:
    """Reads the wordings of the headings of known levels from the samples."""

    def __init__(self, texts: Sequence[str], found: Levels, language: str) -> None:
        self.texts, self.levels, self.language = texts, found, language
        series = (found.goals, found.questions, found.parts, found.targets, *found.above)
        rows = [row for each in series if each for row in each.rows]
        self._starts = [sorted({row[at].start for row in rows}) for at in range(len(texts))]

    @cached_property
    def _widths(self) -> list[int]:
        return [usual_width(len(line.text) for line in lines(text)) for text in self.texts]

    def proposal(self) -> Proposal:
        found = self.levels
        targets, goals = self._targets(), self._goals
        title = self._title()
        return Proposal(
            id=_id(title),
            title=title,
            language=self.language,
            targets=targets,
            goals=self._with_lost(goals),
            questions=self._questions(),
            target_patterns=_pattern(found.targets, "notation"),
            goal_patterns=found.goals.patterns("part" if found.restarts else "notation"),
            section_patterns=self._section_patterns(),
            passed_over=tuple(dict.fromkeys(map(self._printed, self._carrying_nothing()))),
            samples=len(self.texts),
        )

    def _targets(self) -> tuple[Entry, ...]:
        series = self.levels.targets
        rows = series.rows if series else []
        return tuple(self._entry(row, row[0].code or str(at), is_whole=True) for at, row in enumerate(rows, 1))

    @cached_property
    def _goals(self) -> tuple[Entry, ...]:
        targets = self._above()
        counts: dict[str, int] = {}
        entries = []
        for at, row in enumerate(self.levels.goals.rows, 1):
            above = _last_before(targets, row[0].start)
            counts[above] = counts.get(above, 0) + 1
            code = row[0].code or (f"{above}.{counts[above]}" if above else str(at))
            code = f"{above}.{code}" if self.levels.restarts else code
            entries.append(self._entry(row, code, above=above, is_whole=self.levels.questions is not None))
        return tuple(entries)

    def _with_lost(self, goals: Sequence[Entry]) -> tuple[Entry, ...]:
        """Return the goals with those that not all samples have in their place, each with a question."""
        found = self.levels
        if found.questions or found.targets or not found.goals.shape.is_rare_in_answers:
            return tuple(goals)
        lost = (entry for at in range(len(self.texts)) for entry in self._lost(at))
        by_code = {entry.code: entry for entry in (*lost, *goals)}
        return tuple(sorted(by_code.values(), key=lambda goal: in_order(goal.code)))

    def _lost(self, sample: int) -> Iterator[Entry]:
        """Yield the goals that one sample has between two that all have."""
        series, text = self.levels.goals, self.texts[sample]
        own = [opening for opening in openings(text) if opening.shape == series.shape]
        ends = [*(opening.start for opening in own[1:]), len(text)]
        between = between_shared(own, {row[sample].start for row in series.rows})
        for opening, end in ((opening, end) for opening, end in zip(own, ends, strict=True) if opening in between):
            wording = lone_wording(self._stretch(sample, opening, end), is_whole=False)
            yield Entry(opening.code, wording.words, _LOST)

    def _above(self) -> list[tuple[int, str]]:
        """Return where each target begins, and its code."""
        rows = self.levels.targets.rows if self.levels.targets else []
        return [(row[0].start, row[0].code or str(at)) for at, row in enumerate(rows, 1)]

    def _section_patterns(self) -> tuple[str, ...] | None:
        """Return the patterns of questions; parts of a question are known by all that they print, without a lead."""
        patterns = _pattern(self.levels.questions, "label")
        return (*patterns, "") if patterns and self.levels.parts else patterns

    def _carrying_nothing(self) -> Iterator[Row]:
        """Yield the headings without an answer: those above targets, and questions of which only parts are answered."""
        yield from (row for series in self.levels.above for row in series.rows)
        if self.levels.questions:
            yield from (row for row in self.levels.questions.rows if row[0].code in self._divided)

    def _questions(self) -> tuple[Entry, ...]:
        questions = self.levels.questions
        codes = questions.codes if questions else []
        return tuple(entry for code in codes for entry in (*self._whole(code), *self._parts(code)))

    def _whole(self, code: str) -> Iterator[Entry]:
        if self.levels.questions and code not in self._divided:
            yield self._question(self.levels.questions, code)

    def _parts(self, code: str) -> Iterator[Entry]:
        """Yield the parts of a question, each with its own code in its words."""
        parts = self.levels.parts
        if parts and self.levels.questions:
            starts = [(row[0].start, row[0].code) for row in self.levels.questions.rows]
            rows = [row for row in parts.rows if _last_before(starts, row[0].start) == code]
            for part in dict.fromkeys(row[0].code for row in rows):
                own = [row for row in rows if row[0].code == part]
                entry = self._of_rows(parts, own)
                lead = readable(self.texts[0][own[0][0].start : own[0][0].words])
                yield replace(entry, code=f"{code}-{part}", words=f"{lead} {entry.words}".strip())

    @cached_property
    def _divided(self) -> frozenset[str]:
        """The codes of the questions below which parts follow at once, wherever they are asked."""
        if not (self.levels.parts and self.levels.questions):
            return frozenset()
        starts = {row[0].start for row in self.levels.parts.rows}
        text = self.texts[0]
        answered = {
            row[0].code for row in self.levels.questions.rows if text.find("\n", row[0].start) + 1 not in starts
        }
        return frozenset(self.levels.questions.codes) - answered

    def _question(self, questions: Series, code: str) -> Entry:
        return self._of_rows(questions, [row for row in questions.rows if row[0].code == code])

    def _of_rows(self, questions: Series, rows: Sequence[Row]) -> Entry:
        code = rows[0][0].code
        wording = self._asked(questions, rows)
        goals = [(row[0].start, entry.code) for row, entry in zip(self.levels.goals.rows, self._goals, strict=True)]
        under = tuple(dict.fromkeys(filter(None, (_last_before(goals, row[0].start) for row in rows))))
        if len(under) == len(goals):
            is_label = code in questions.labels
            return Entry(code, wording.words, "are these its words, and no more?" if is_label else _unsure(wording))
        if len(under) >= _MOST * len(goals):
            others = ", ".join(goal for _, goal in goals if goal not in under)
            return Entry(code, wording.words, f"it is missing under {others}: may members leave it out?", optional=True)
        return Entry(code, wording.words, "is it asked under these goals alone?", under=under)

    def _asked(self, questions: Series, rows: Sequence[Row]) -> Wording:
        """Return the words of a question; none where all questions are nothing but their codes."""
        if questions.shape.has_words and all(self._is_bare(row) for row in questions.rows):
            return Wording("")
        if label := questions.labels.get(rows[0][0].code):
            return Wording(label)
        stretches = [stretch for row in rows for stretch in self._stretches(row)]
        return self._wording(stretches, is_whole=False)

    def _is_bare(self, row: Row) -> bool:
        return not self.texts[0][row[0].words :].split("\n")[0].strip()

    def _entry(self, row: Row, code: str, *, above: str = "", is_whole: bool) -> Entry:
        wording = self._wording(self._stretches(row), is_whole=is_whole)
        return Entry(code, wording.words, _unsure(wording), above)

    def _wording(self, stretches: Sequence[Stretch], *, is_whole: bool) -> Wording:
        if len(stretches) == 1:
            return lone_wording(stretches[0], is_whole=is_whole)
        return shared_wording(stretches, declining(self.language))

    def _stretches(self, row: Row) -> list[Stretch]:
        return [self._stretch(at, opening, self._end(at, opening)) for at, opening in enumerate(row)]

    def _end(self, sample: int, opening: Opening) -> int:
        """Return where the next heading begins, or the text ends."""
        return next((start for start in self._starts[sample] if start > opening.start), len(self.texts[sample]))

    def _stretch(self, sample: int, opening: Opening, end: int) -> Stretch:
        words = self.texts[sample][opening.words : end]
        return Stretch(_CELL.split(words, maxsplit=1)[0], self._widths[sample])

    def _printed(self, row: Row) -> str:
        text = self.texts[0]
        return readable(text[row[0].start :].split("\n")[0])

    def _title(self) -> str:
        """Return the line above the first heading that all samples have but for the year, the year as `{year}`.

        Where that is nothing but a date, the title is the last longer line before it, with the date.
        """
        preambles = [
            lines(text[: starts[0]])[:_MOST_TITLE] for text, starts in zip(self.texts, self._starts, strict=True)
        ]
        first, *others = [[line.text for line in preamble] for preamble in preambles]
        shared = [line for line in first if all(_key(line) in map(_key, other) for other in others)]
        dated = next((at for at, line in enumerate(shared) if YEAR.search(line)), 0)
        title = next(iter(shared[dated:]), "")
        if len(title.split()) <= _DATE:
            before = (line for line in reversed(shared[:dated]) if len(line.split()) > _DATE)
            title = f"{next(before, '')} {title}".strip()
        return YEAR.sub("{year}", readable(title).replace("{", "(").replace("}", ")"))


def _pattern(series: Series | None, name: str) -> tuple[str, ...] | None:
    return series.patterns(name) if series else None


def _id(title: str) -> str:
    """Return the first words of a title as a name."""
    words = title.replace("{year}", "")
    return slug(" ".join(words.split()[:_ID])) if words.strip() else "form"


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", folded(line).casefold())


def _last_before(places: Sequence[tuple[int, str]], start: int) -> str:
    return next((code for at, code in reversed(places) if at < start), "")


def _unsure(wording: Wording) -> str:
    return "where do its words end, and where does an answer begin?" if wording.unsure else ""
