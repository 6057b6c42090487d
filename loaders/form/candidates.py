"""Candidates: the stretches of a text that may be a heading, each with its likeness to the one that it may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.form.codes import Codes, Expected, any_code
from alliancegraph.loaders.form.leads import Lead, Part, parts
from alliancegraph.loaders.form.lines import Line, Lines
from alliancegraph.loaders.form.outline import SECTION, Heading
from alliancegraph.loaders.form.wording import ENDS, SAME, SHORT, nearest_wording, sentence_end, tokens, words_end

SHORT_ALIKE = 85  # per cent of likeness of a short heading without a code
LABEL_ONLY, OTHER_WORDS, OTHER_NUMBER = 0.6, 0.35, 0.7  # what a heading is worth that has only that
SENTENCE, OTHER, MISNUMBERED = "in a sentence", "other words", "another number"  # the doubts


@dataclass(frozen=True)
class Candidate:
    """A stretch that may be a heading, and what it is worth as one, from 0 to 1.

    `doubt` is why it may be none, `joined` are further headings that it is at once (`A) and B)`).
    """

    heading: Heading
    span: Span
    line: Line
    worth: float
    doubt: str = ""
    joined: tuple[Heading, ...] = ()

    @property
    def has_same_words(self) -> bool:
        """Whether it has the heading's words, whatever its number is."""
        return self.doubt == MISNUMBERED or self.worth >= SAME / 100


@dataclass(frozen=True)
class Stray:
    """A line that reads like a heading of a level, or of a part of any document, but is none of the form."""

    level: str
    span: Span


def after_code(lines: Lines, line: Line, expected: Expected, end: int) -> Iterator[Candidate]:
    """Yield the candidate of a line with the right code: with words alike, without words, or with others."""
    heading, lead = expected
    if not any((*heading.wordings, *lead.after)):
        yield from _without_words(lines, line, expected, end)
        return
    alike = nearest_wording(lines.text, end, [" ".join((*lead.after, wording)) for wording in heading.wordings])
    if alike is not None:
        doubt = SENTENCE if lines.hangs(line) else ""
        yield Candidate(heading, Span(line.start, alike[0]), line, alike[1] / 100, doubt)
        return
    label = words_end(lines.text, end)
    if not _is_printed(lead, lines.text[line.start : label]) or lines.runs_through(line, label):
        return
    if label == line.end:
        yield Candidate(heading, Span(line.start, label), line, LABEL_ONLY)
    elif any(heading.wordings):
        stop = label if heading.level == SECTION else sentence_end(lines.text, label, line.end)
        yield Candidate(heading, Span(line.start, stop), line, OTHER_WORDS, OTHER)


def _without_words(lines: Lines, line: Line, expected: Expected, end: int) -> Iterator[Candidate]:
    """Yield the candidate for a heading that is nothing but a code, with or without words before it."""
    label = words_end(lines.text, end)
    if _is_printed(expected.lead, lines.text[line.start : label]):
        is_alone = label in (line.end, end + 1) or lines.opens_something(line, end)
        doubt = SENTENCE if lines.runs_through(line, label) or not is_alone else ""
        yield Candidate(expected.heading, Span(line.start, label), line, 1.0, doubt)


def under_head(lines: Lines, line: Line, expected: Expected, end: int) -> Iterator[Candidate]:
    """Yield the candidate of a line with the rest of a code whose beginning is above, whatever its words are."""
    heading, lead = expected
    label = words_end(lines.text, end)
    printed = lines.text[line.start : label]
    if not lead.printed.endswith(printed) or lines.runs_through(line, label):
        return
    wordings = [wording.removeprefix(printed).strip() for wording in heading.wordings]
    alike = nearest_wording(lines.text, label, wordings)
    if label == line.end:
        yield Candidate(heading, Span(line.start, label), line, LABEL_ONLY)
    elif alike and _stands_alone(lines, line, alike[0], wordings[0]):
        yield Candidate(heading, Span(line.start, alike[0]), line, alike[1] / 100)
    else:
        stop = line.end if _is_reworded(lines, Span(label, line.end), wordings) else label
        yield Candidate(heading, Span(line.start, stop), line, OTHER_WORDS, OTHER)


def _is_reworded(lines: Lines, rest: Span, wordings: Sequence[str]) -> bool:
    """Return whether the rest of a line is a heading's words in another order or with further ones, and no sentence."""
    words = lines.text[rest.start : rest.end]
    if words[-1] in ".;" or len(words) > 2 * max(map(len, wordings)) + SHORT:
        return False
    printed = " ".join(tokens(words))
    return any(fuzz.partial_token_sort_ratio(printed, " ".join(tokens(wording))) >= SAME for wording in wordings)


def misnumbered(lines: Lines, line: Line, opening: Sequence[Part], codes: Codes) -> Iterator[Candidate]:
    """Yield the candidates of a line whose words are those of a heading with another code."""
    end = any_code(lines.text, opening)
    if end is None:
        return
    for heading, lead in codes.beginning(lines.text, end):
        alike = nearest_wording(
            lines.text, end, [f"{' '.join(lead.after)} {words}" for words in heading.wordings if words]
        )
        if alike is not None and alike[1] >= SAME:
            yield Candidate(heading, Span(line.start, alike[0]), line, OTHER_NUMBER, MISNUMBERED)


def worded(lines: Lines, line: Line, expected: Expected) -> Iterator[Candidate]:
    """Yield the candidate of a line that begins with the words of a heading without a code."""
    heading, lead = expected
    wanted = [f"{lead.printed} {wording}".strip() for wording in heading.wordings]
    alike = nearest_wording(lines.text, line.start, wanted)
    if alike is not None:
        end, likeness = alike
        short = len(wanted[0]) < SHORT
        if not (short and likeness < SHORT_ALIKE) and _stands_alone(lines, line, end, wanted[0]):
            yield Candidate(heading, Span(line.start, end), line, likeness / 100)
        return
    label = _lead_end(lines, line, lead) if any(heading.wordings) else 0
    if label and not lines.runs_through(line, label):
        yield Candidate(heading, Span(line.start, line.end), line, OTHER_WORDS, OTHER)


def _stands_alone(lines: Lines, line: Line, end: int, wanted: str) -> bool:
    """Return whether words without a code are a heading by themselves, and no part of a sentence."""
    printed = lines.text[line.start]
    if printed.islower() and wanted[:1].isupper():
        return False
    closes = lines.text[end - 1] in ":?!." or len(wanted) > 3 * SHORT
    if end < line.end and not closes and not ENDS.match(lines.text, end):
        return False
    return not lines.runs_through(line, end)


def _lead_end(lines: Lines, line: Line, lead: Lead) -> int:
    """Return the end of a lead without a code that the line begins with exactly; 0 if it does not."""
    if not lead.before or not lead.signs:
        return 0
    printed = [part for part, _ in zip(parts(lines.text, line.start, line.end), lead.before, strict=False)]
    if [part.text for part in printed] != list(lead.before):
        return 0
    end = words_end(lines.text, printed[-1].end)
    return end if _is_printed(lead, lines.text[line.start : end]) else 0


def _is_printed(lead: Lead, printed: str) -> bool:
    """Return whether a lead is printed as in the form, signs and capitals of its code included."""
    if lead.before and lead.code:
        return True
    return " ".join(printed.split()).rstrip(":") == lead.printed.rstrip(":")
