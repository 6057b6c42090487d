"""The summary of a build, for a policy officer at a terminal."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from alliancegraph.files import FILES
from alliancegraph.graph.words.counting import how_many
from alliancegraph.ontology.terms import ReadingWord, StateWord
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Contribution, Report, Section

WIDTH = 110
NOBODY = "(nobody named)"


def summary(views: Views, out: Path) -> Iterator[str]:
    """Yield the lines of the summary of a build in that folder."""
    words = {concept.word: concept.name for concept in views.concepts.values()}
    for report in views.reports.values():
        sections = [section for section in views.sections.values() if section.report == report.iri]
        yield f"{report.member_name} {report.year}: {report.reading_name}"
        yield from _goals(views, words, report, sections)
        yield from _states(sections, words)
        yield from _unread(sections, words)
        yield ""
    yield _facts(views)
    yield ""
    yield from (f"{out / name!s:<32} {what}" for name, what in FILES.items())


def _goals(views: Views, words: Mapping[str, str], report: Report, sections: Sequence[Section]) -> Iterator[str]:
    if report.reading == ReadingWord.not_yet:
        yield "\n  The graph has its text and sections, and no facts."
        return
    so_far = " so far" if report.reading == ReadingWord.in_part else ""
    contributions = [row for row in views.contributions if views.report_of(row.section) == report]
    for goal in dict.fromkeys(section.goal for section in sections if section.goal):
        yield f"\n  Goal {views.goals[goal].number}  {views.goals[goal].brief_name}"
        own = [row for row in contributions if row.goal == goal]
        if not any(row.actor for row in own):
            yield f"    no actor named{so_far}"
        yield from _actors(views, words, own)


def _actors(views: Views, words: Mapping[str, str], contributions: Sequence[Contribution]) -> Iterator[str]:
    for role, status in sorted({(row.role_name, words[row.status]) for row in contributions}):
        group = [row for row in contributions if (row.role_name, words[row.status]) == (role, status)]
        names = sorted({views.labels.name(row.actor) for row in group if row.actor})
        nobody = [NOBODY] if any(not row.actor for row in group) else []
        lead = f"    {role} ({status}): "
        yield textwrap.fill(lead + ", ".join([*names, *nobody]), WIDTH, subsequent_indent=" " * 8)


def _states(sections: Sequence[Section], words: Mapping[str, str]) -> Iterator[str]:
    yield ""
    for state in sorted({section.state for section in sections} - {StateWord.answered}):
        codes = ", ".join(section.code for section in sections if section.state == state)
        yield f"  Sections {_IN_WORDS.get(state, words[state])}: {codes}"


def _unread(sections: Sequence[Section], words: Mapping[str, str]) -> Iterator[str]:
    written = [section for section in sections if section.state != StateWord.blank]
    for reading in sorted({section.reading for section in written} - {ReadingWord.read}):
        codes = ", ".join(section.code for section in written if section.reading == reading)
        yield f"  Sections {words[reading]}: {codes}"


_IN_WORDS = {StateWord.blank: "left blank in the form (which does not say that nothing was done)"}


def _facts(views: Views) -> str:
    facts, number = len({fact.claim for fact in views.facts}), len({row.claim for row in views.contributions})
    kind = "is a contribution" if number == 1 else "are contributions"
    return f"{how_many(facts, 'fact')}, each with its sentence; {number} of them {kind}."
