"""Reads a document as a form: its sections, each with its state, and what was unsure."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from rapidfuzz import fuzz

from alliancegraph.graph.errors import FormError, Problem
from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.reports import Choice, Span
from alliancegraph.loaders.documents.document import Document, Furniture, ignoring, keeping, without
from alliancegraph.loaders.documents.prints import Kind
from alliancegraph.loaders.form.blanked import Blank, answers, warnings
from alliancegraph.loaders.form.layout import Block, Layout, lay_out
from alliancegraph.loaders.form.outline import GOAL, SECTION
from alliancegraph.loaders.form.pointers import YEAR, Pointee, targets
from alliancegraph.loaders.form.scheme import Goal
from alliancegraph.loaders.form.states import reply
from alliancegraph.loaders.form.template import Template, known_templates, read_template
from alliancegraph.loaders.form.unsure import not_of_its_kind, notices, outside, pointers, unread
from alliancegraph.loaders.form.values import values
from alliancegraph.loaders.form.wording import ALIKE, SAME
from alliancegraph.ontology.terms import StateWord

_LINE = re.compile(r"\S[^\n\f]*")
NAME = 8  # words of a name above the form, at most
_SENTENCE = 4  # words of a sentence there, at least
LEAST_FOUND = 0.3  # of the headings, for a form that nobody names
_MOST_PASSES = 4  # in which furniture is taken out, and the rest read again


@dataclass(frozen=True)
class FormSection:
    """A section as printed: spans of its heading and its body, and what its answer says.

    `time` counts the sections with that code, from 1; `refers` are the codes of the sections that it points at, and
    `values` the numbers, dates, choices or rows that an answer of such a kind gives.
    """

    goal: Goal
    label: str
    state: str
    heading: Span
    body: Span
    time: int = 1
    kind: str = ""
    choices: tuple[Choice, ...] = ()
    values: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The number of its goal, its label, and `-2` if it is the second with those."""
        again = f"-{self.time}" if self.time > 1 else ""
        return f"{self.goal.number}/{self.label}{again}" if self.label else f"{self.goal.number}{again}"


@dataclass(frozen=True)
class Form:
    """A document read with a template, without what is furniture because of the form.

    `preamble` are the lines before the first heading, without the title.
    """

    template: Template
    document: Document
    layout: Layout
    sections: tuple[FormSection, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def year(self) -> int | None:
        """The year in the title; None if it has none."""
        years = (int(year) for line in self.titles for year in YEAR.findall(line))
        return next(years, None)

    @property
    def preamble(self) -> tuple[str, ...]:
        return tuple(line for line in self._opening if line not in self.titles)

    @cached_property
    def _opening(self) -> tuple[str, ...]:
        lines = self.document.text[: self.layout.preamble.end].splitlines()
        return tuple(" ".join(line.split()) for line in lines if line.strip())

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The lines above the first heading that are the form's title, or a part of it."""
        titles = [title.format(year="") for title in self.template.titles]
        return tuple(line for line in self._opening if any(_is_title(line, title) for title in titles))

    @property
    def outside(self) -> tuple[Block, ...]:
        """The text outside the sections: above the first heading from its first sentence on, and under others."""
        own = {section.body for section in self.sections}
        found = (block for block in (self._foreword, *self.layout.blocks) if block.body not in own)
        return tuple(block for block in found if self.document.text[block.body.start : block.body.end].strip())

    @property
    def blank(self) -> list[Blank]:
        """The blank sections."""
        blank = (section for section in self.sections if section.state == StateWord.blank)
        return [Blank(section.code, Span(section.heading.end, section.body.end)) for section in blank]

    @cached_property
    def _foreword(self) -> Block:
        """The text above the first heading from its first sentence on, under the line before it, or else its own."""
        text, end = self.document.text, self.layout.preamble.end
        lines = list(_LINE.finditer(text, 0, end))
        prose = next(
            (at for at, line in enumerate(lines) if not self._is_title(line[0]) and _is_prose(lines[at:])), None
        )
        if prose is None:
            return Block(Span(end, end), Span(end, end))
        return Block(Span(*lines[max(prose - 1, 0)].span()), Span(lines[prose].start(), end))

    def _is_title(self, line: str) -> bool:
        return " ".join(line.split()) in self.titles


def _is_prose(lines: Sequence[re.Match[str]]) -> bool:
    """Return whether a sentence begins with the first of the lines, which may go on in those with small letters."""
    first, *others = (line[0].strip() for line in lines)
    words = " ".join([first, *takewhile(lambda line: line[0].islower(), others)])
    count = len(words.split())
    return len(first.split()) > NAME or (count >= _SENTENCE and words[-1] in ".!?" and words != words.upper())


def _is_title(line: str, title: str) -> bool:
    """Return whether a line is a title, or a part of it that is wrapped; its year aside."""
    words = " ".join(YEAR.sub("", line).split())
    return fuzz.ratio(line, title) >= ALIKE or (bool(words) and fuzz.partial_ratio(words, title) >= SAME)


def recognise(document: Document) -> Template:
    """Return the known template with the most of its headings in the document; raise FormError if few are there."""
    templates = [read_template(path) for path in known_templates()]
    shares = [_share(document, template) for template in templates]
    if max(shares) < LEAST_FOUND:
        names = ", ".join(template.id for template in templates)
        remedy = "Check that the file is a filled-in form; a form of another kind needs a template: --form FILE.yaml."
        raise FormError(Problem("no heading of a known form", f"one of: {names}", remedy, document.path))
    return templates[shares.index(max(shares))]


def _share(document: Document, template: Template) -> float:
    """Return the share of a form's headings that are found; a stray line or two may be like some of another form."""
    found = {match.place for match in lay_out(document.text, template).matches}
    return len(found) / len(template.outline.places)


def read_form(document: Document, template: Template, left_out: Collection[str] = ()) -> Form:
    """Return the form with the sections found, in order, and a notice for each that is missing or unsure.

    `left_out` are the codes of sections, or numbers of goals, that the form of this member lacks. Raise FormError if
    no heading of the form is found.
    """
    form = _read(document, template)
    taken = answers(form.document, form.blank, form.titles)
    form = _read(keeping(form.document, lambda item: item in taken), template) if taken else form
    layout, document = form.layout, form.document
    blank = ((section.code, section.body) for section in form.sections if section.state == StateWord.blank)
    lacking = (
        (section.code, section.body, template.kind(section.label))
        for section in form.sections
        if section.state == StateWord.answered and not section.values
    )
    pointing = (s for s in form.sections if s.state == StateWord.refers_elsewhere)
    found = (
        *notices(document, template, layout, left_out),
        *unread(document, blank),
        *not_of_its_kind(document, lacking),
        *pointers(
            document, template.words, ((s.code, s.body, s.refers) for s in pointing if s.body.start < s.body.end)
        ),
        *outside(document, (block.body for block in form.outside)),
        *warnings(document, form.blank, [(section.code, section.body) for section in form.sections], taken),
    )
    return replace(form, notices=tuple(sorted(found, key=lambda notice: (notice.page or 0, notice.line or 0))))


def _read(document: Document, template: Template) -> Form:
    document, layout = _without_furniture(document, template)
    if not layout.matches:
        remedy = "Check that the file is this form, or name its template: --form FILE.yaml."
        raise FormError(Problem("no heading of the form", f"the headings of {template.id}", remedy, document.path))
    sections = _pointing(document.text, template, _sections(document.text, template, layout))
    return Form(template, document, layout, sections)


def _without_furniture(document: Document, template: Template) -> tuple[Document, Layout]:
    """Return the document without what is furniture because of the form, and its layout."""
    document = ignoring(document, template.ignored) if template.ignored else document
    layout = lay_out(document.text, template)
    if missing := _missing(template, layout):
        document = keeping(document, lambda furniture: _is_heading(furniture, missing))
        layout = lay_out(document.text, template)
    for _ in range(_MOST_PASSES):
        if layout.contents:
            document = without(document, layout.contents, Kind.CONTENTS)
        elif layout.repeated:
            document = without(document, layout.repeated, Kind.REPEATED)
        else:
            break
        layout = lay_out(document.text, template)
    return document, layout


def _is_heading(furniture: Furniture, missing: Sequence[str]) -> bool:
    """Return whether a header or footer is one of the missing headings."""
    words = " ".join(furniture.text.split())
    is_at_edge = furniture.kind in (Kind.HEADER, Kind.FOOTER)
    return is_at_edge and any(fuzz.ratio(words, printed) >= SAME for printed in missing)


def _missing(template: Template, layout: Layout) -> list[str]:
    """Return the headings that are nowhere in the text, as the form prints them."""
    found = {match.candidate.heading for match in layout.matches}
    return [heading.printed for heading in template.outline.headings if heading not in found]


def _sections(text: str, template: Template, layout: Layout) -> list[FormSection]:
    blocks = (block for block in layout.blocks if block.match and template.outline.opens(block.match.place))
    sections = [section for block in blocks for section in _of_block(text, template, block)]
    times = Counter[str]()
    for at, section in enumerate(sections):
        times[section.code] += 1
        sections[at] = replace(section, time=times[section.code])
    return sections


def _of_block(text: str, template: Template, block: Block) -> Iterator[FormSection]:
    """Yield the section of a block, and those that are answered together with it, which point at it."""
    match = block.match
    goal = template.scheme.goal(template.outline.places[match.place].goal) if match else None
    if match is None or goal is None:
        return
    label = match.candidate.heading.key if match.candidate.heading.level == SECTION else ""
    answer, kind = text[block.body.start : block.body.end], template.kind(label)
    read = reply(answer, kind, template.states, template.words)
    found = values(answer, kind, read.choices, template.words) if read.state == StateWord.answered else ()
    first = FormSection(goal, label, read.state, block.heading, block.body, 1, read.kind, read.choices, found)
    yield first
    for other in match.candidate.joined:
        empty = Span(block.heading.end, block.heading.end)
        yield FormSection(goal, other.key, StateWord.refers_elsewhere, block.heading, empty, refers=(first.code,))


def _pointing(text: str, template: Template, sections: Sequence[FormSection]) -> tuple[FormSection, ...]:
    """Return the sections, each that refers elsewhere with the codes of those that it points at."""
    headings = {(heading.level, heading.key): heading for heading in template.headings}
    pointees = [
        Pointee.of(section.code, headings[GOAL, section.goal.number], headings.get((SECTION, section.label)))
        for section in sections
    ]
    return tuple(_pointed(text, template, section, pointees) for section in sections)


def _pointed(text: str, template: Template, section: FormSection, pointees: Sequence[Pointee]) -> FormSection:
    if section.state != StateWord.refers_elsewhere or section.refers:
        return section
    answer = text[section.body.start : section.body.end]
    return replace(section, refers=targets(answer, section.code, pointees, template.words))
