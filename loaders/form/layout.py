"""The layout of a document as a form: each character is a heading's, a section's or outside the form."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.documents.furniture.contents import is_title
from alliancegraph.loaders.form.alignment import REPEATED, Match, align
from alliancegraph.loaders.form.candidates import Candidate, Stray
from alliancegraph.loaders.form.closing import closing
from alliancegraph.loaders.form.lines import Line, Lines
from alliancegraph.loaders.form.outline import SECTION
from alliancegraph.loaders.form.template import Template

_PAGE_OF_CONTENTS = re.compile(r"[\s\d.…·_ivxl–-]*")
_FEWEST = 2  # goals in a list of contents


@dataclass(frozen=True)
class Block:
    """A heading and the text up to the next one; `match` is None for headings that the form does not expect."""

    heading: Span
    body: Span
    match: Match | None = None


@dataclass(frozen=True)
class Layout:
    """The blocks of a text in order; what is before the first is the preamble.

    `contents` are lines of headings that all come again, `repeated` are headings that are in force already.
    """

    text: str
    blocks: tuple[Block, ...]
    contents: tuple[Span, ...] = ()
    repeated: tuple[Span, ...] = ()

    @property
    def preamble(self) -> Span:
        return Span(0, self.blocks[0].heading.start if self.blocks else len(self.text))

    @property
    def matches(self) -> tuple[Match, ...]:
        """The headings of the form that were found."""
        return tuple(block.match for block in self.blocks if block.match)


def lay_out(text: str, template: Template) -> Layout:
    """Return the layout of a text."""
    lines = Lines(text, template.words)
    candidates, strays = template.finder.find(lines)
    matches = align(template.outline, candidates, strays, lines)
    repeated = [lines.with_mark(match.candidate.span) for match in matches if match.step == REPEATED]
    blocks = tuple(_blocks(lines, strays, template, matches))
    return Layout(text, blocks, tuple(_contents(lines, candidates)), tuple(repeated))


def _blocks(lines: Lines, strays: Sequence[Stray], template: Template, matches: Sequence[Match]) -> Iterator[Block]:
    found: list[tuple[Span, Match | None]] = [(match.candidate.span, match) for match in matches]
    for spans in (_unexpected(lines, strays, template), _closing(lines, template, matches)):
        for span in spans:
            if _is_free(span, [other for other, _ in found]):
                found.append((span, None))
    found.sort(key=lambda item: item[0].start)
    ends = [*(span.start for span, _ in found[1:]), len(lines.text)]
    yield from (Block(span, Span(span.end, end), match) for (span, match), end in zip(found, ends, strict=False))


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    return not any(span.start < other.end and other.start < span.end for other in taken)


def _unexpected(lines: Lines, strays: Sequence[Stray], template: Template) -> Iterator[Span]:
    """Yield the lines that end a section though the form does not expect them, and its headings that carry nothing."""
    yield from (stray.span for stray in strays)
    for line in lines if template.passed_over else ():
        if template.passes_over(lines.of(line)):
            yield Span(line.start, line.end)


def _closing(lines: Lines, template: Template, matches: Sequence[Match]) -> Iterator[Span]:
    """Yield the line behind the form's last section that reads like the heading of something else."""
    if matches and template.outline.opens(matches[-1].place):
        spans = [match.candidate.span for match in matches]
        line = closing(lines, template.outline.headings, template.words, spans)
        if line:
            yield Span(line.start, line.end)


def _contents(lines: Lines, candidates: Sequence[Sequence[Candidate]]) -> Iterator[Span]:
    """Yield the lines of headings that all come again with their answers."""
    runs: list[list[Candidate]] = []
    for group in candidates:
        first = group[0]
        if runs and _follows(lines.text, runs[-1][-1], first) and not _recurs(runs[-1], first):
            runs[-1].append(first)
        else:
            runs.append([first])
    later: Counter[str] = Counter()
    for run in reversed(runs):
        goals = {c.heading.printed for c in run if c.heading.level != SECTION and (not c.doubt or c.has_same_words)}
        if len(goals) >= _FEWEST and all(later[goal] for goal in goals):
            yield from (Span(c.line.start, max(c.line.end, c.span.end)) for c in run)
            yield from _title_of(lines, run[0].line)
        else:
            later.update(goals)


def _follows(text: str, one: Candidate, other: Candidate) -> bool:
    return _PAGE_OF_CONTENTS.fullmatch(text, one.span.end, max(one.span.end, other.span.start)) is not None


def _recurs(run: Sequence[Candidate], candidate: Candidate) -> bool:
    return candidate.heading.level != SECTION and any(candidate.heading == other.heading for other in run)


def _title_of(lines: Lines, line: Line) -> Iterator[Span]:
    before = lines.before(line)
    if before and is_title(lines.of(before)):
        yield Span(before.start, before.end)
