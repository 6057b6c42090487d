"""Reads a document as a form: its targets, goals and sections, each section with its state."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from alliancegraph.graph.errors import FormError, Problem
from alliancegraph.graph.model.reports import Span
from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.documents.document import Document
from alliancegraph.loaders.form.headings import ALIKE, Found, find_headings
from alliancegraph.loaders.form.scheme import Goal
from alliancegraph.loaders.form.template import State, Template, known_templates, read_template
from alliancegraph.ontology.terms import StateWord

_PAGE_NUMBER = re.compile(r"\n[\s\-–]*\d{1,4}[\s\-–]*\f|\f[\s\-–]*\d{1,4}[ \-–]*\n")


@dataclass(frozen=True)
class FormSection:
    """A section as printed: spans of its heading and its body, and the notation of its state."""

    goal: Goal
    label: str
    state: str
    heading: Span
    body: Span

    @property
    def code(self) -> str:
        return f"{self.goal.number}/{self.label}"


@dataclass(frozen=True)
class Form:
    """A document read with a template; `preamble` are the lines before the first heading, without the title."""

    template: Template
    document: Document
    year: int | None
    preamble: tuple[str, ...]
    sections: tuple[FormSection, ...]


def recognise(document: Document) -> Template:
    """Return the known template with the most headings in the document; raise FormError if there are none."""
    templates = [read_template(path) for path in known_templates()]
    counts = [len(find_headings(document.text, template.headings)) for template in templates]
    if not any(counts):
        names = ", ".join(template.id for template in templates)
        remedy = "Check that the file is a filled-in form; a form of another kind needs a template: --form FILE.yaml."
        raise FormError(Problem("no heading of a known form", f"one of: {names}", remedy, document.path))
    return templates[counts.index(max(counts))]


def read_form(document: Document, template: Template) -> Form:
    """Return the form with all its sections, in order; raise FormError that lists what is missing or repeated."""
    found = find_headings(document.text, template.headings)
    if not found:
        remedy = "Check that the file is this form, or name its template: --form FILE.yaml."
        raise FormError(Problem("no heading of the form", f"the headings of {template.id}", remedy, document.path))
    sections = _sections(document, template, _without_repeats(found))
    _refuse_gaps(document, template, sections)
    year, preamble = _preamble(document.text[: found[0].span.start], template)
    return Form(template, document, year, preamble, tuple(sections))


@dataclass(frozen=True)
class _Block:
    """A heading and all of its repetitions at page tops."""

    found: Found
    repeats: tuple[Span, ...] = ()


def _without_repeats(found: Iterable[Found]) -> list[_Block]:
    """Return one block for each heading: a heading repeated while it is in force is a page header."""
    blocks: list[_Block] = []
    in_force: dict[str, int] = {}
    deeper = {"target": ("goal", "section"), "goal": ("section",), "section": ()}
    for item in found:
        level = item.heading.level
        at = in_force.get(level)
        if at is not None and blocks[at].found.heading == item.heading:
            last = blocks[-1]
            blocks[-1] = _Block(last.found, (*last.repeats, item.span))
            continue
        for lower in deeper[level]:
            in_force.pop(lower, None)
        in_force[level] = len(blocks)
        blocks.append(_Block(item))
    return blocks


def _sections(document: Document, template: Template, blocks: Sequence[_Block]) -> list[FormSection]:
    ends = [after.found.span.start for _, after in pairwise(blocks)] + [len(document.text)]
    goal: Goal | None = None
    sections: list[FormSection] = []
    for block, end in zip(blocks, ends, strict=True):
        heading = block.found.heading
        if heading.level == "target":
            goal = None
        elif heading.level == "goal":
            goal = template.scheme.goal(heading.key)
        else:
            if goal is None:
                raise _misplaced(document, block.found)
            body = Span(block.found.span.end, end)
            state = _state(_answer(document.text, body, block.repeats), template.states)
            sections.append(FormSection(goal, heading.key, state, block.found.span, body))
    return sections


def _misplaced(document: Document, found: Found) -> FormError:
    line = document.text.count("\n", 0, found.span.start) + 1
    what = f"section {found.heading.key} has no goal above it"
    remedy = "Check whether the goal's heading before it was lost when the text was extracted."
    return FormError(Problem(what, "a goal's heading before it", remedy, document.path, line))


def _refuse_gaps(document: Document, template: Template, sections: Sequence[FormSection]) -> None:
    codes = [section.code for section in sections]
    wanted = [f"{goal.number}/{label}" for goal in template.scheme.goals for label in template.sections]
    problems = [_gap(document, code, sections) for code in wanted if code not in codes]
    problems += [_twice(document, s) for n, s in enumerate(sections) if s.code in codes[:n]]
    if problems:
        raise FormError(*problems)


def _gap(document: Document, code: str, sections: Sequence[FormSection]) -> Problem:
    before = [section.heading.start for section in sections if section.code < code]
    line = document.text.count("\n", 0, max(before, default=0)) + 1
    remedy = "Look after this line: was its heading lost or reworded beyond recognition?"
    return Problem(f"section {code} is missing", "every section of the form", remedy, document.path, line)


def _twice(document: Document, section: FormSection) -> Problem:
    line = document.text.count("\n", 0, section.heading.start) + 1
    remedy = "Check whether a heading between the two was lost."
    return Problem(f"section {section.code} occurs twice", "it once", remedy, document.path, line)


def _answer(text: str, body: Span, repeats: Iterable[Span]) -> str:
    """Return the body's text without repeated headings and page numbers."""
    parts, start = [], body.start
    for repeat in repeats:
        parts.append(text[start : repeat.start])
        start = repeat.end
    return _PAGE_NUMBER.sub(" ", "".join([*parts, text[start : body.end]]))


def _state(answer: str, states: Iterable[State]) -> str:
    if not re.search(r"\w", answer):
        return StateWord.blank
    sentences = [folded(s).casefold() for s in re.split(r"(?<=[.!?;])\s+", answer) if re.search(r"\w", s)]
    words = len(answer.split())
    for state in states:
        if words <= state.words and all(_matches(sentence, state.phrases) for sentence in sentences):
            return state.notation
    return StateWord.answered


def _matches(sentence: str, phrases: Iterable[str]) -> bool:
    bare = sentence.strip(" .!;:-\"'")
    return any(
        bare == phrase.rstrip(".") if phrase.endswith(".") else re.match(re.escape(phrase) + r"\b", bare) is not None
        for phrase in phrases
    )


def _preamble(text: str, template: Template) -> tuple[int | None, tuple[str, ...]]:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    title = template.title.format(year="")
    others = tuple(line for line in lines if fuzz.partial_ratio(line, title) < ALIKE)
    years = [int(y) for line in lines if line not in others for y in re.findall(r"\b(?:19|20)\d\d\b", line)]
    return (years[0] if years else None), others
