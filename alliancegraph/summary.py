"""The summary of a build, for a policy officer at a terminal."""

import csv
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from alliancegraph.files import FILES
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.words.counting import how_many
from alliancegraph.ontology.terms import ReadingWord, StateWord
from alliancegraph.queries.tables.rows import ContributionRow, SectionRow
from alliancegraph.queries.tables.tables import contribution_rows, section_rows
from alliancegraph.queries.views.alliance import Views

WIDTH = 110
NOBODY = "(nobody named)"


def summary(out: Path) -> Iterator[str]:
    """The lines of the summary of the build in that folder."""
    folder = out.resolve()
    views = Views(Store.open(folder / "store"))
    goals = {goal.number: goal.brief_name for goal in views.goals.values()}
    words = {concept.word: concept.name for concept in views.concepts.values()}
    sections, contributions = section_rows(views), [_in_words(row, words) for row in contribution_rows(views)]
    for report in views.reports.values():
        member_year = report.member_name, report.year
        own = [s for s in sections if (s.member, s.year) == member_year]
        yield f"{report.member_name} {report.year}: {report.reading_name}"
        if report.reading == ReadingWord.not_yet:
            yield "\n  The graph has its text and sections, and no facts."
        else:
            so_far = " so far" if report.reading == ReadingWord.in_part else ""
            yield from _goals(goals, own, [c for c in contributions if (c.member, c.year) == member_year], so_far)
        yield from _states(own, words)
        yield from _unread(own, words)
        yield ""
    yield from _facts(folder)
    yield ""
    yield from (f"{out / name!s:<32} {what}" for name, what in FILES.items())


def _in_words(row: ContributionRow, words: dict[str, str]) -> ContributionRow:
    return replace(row, role=words[row.role], status=words[row.status])


def _goals(
    goals: dict[str, str], sections: Sequence[SectionRow], contributions: Sequence[ContributionRow], so_far: str
) -> Iterator[str]:
    for number in dict.fromkeys(section.goal for section in sections):
        yield f"\n  Goal {number}  {goals.get(number, '')}"
        own = [c for c in contributions if c.goal == number]
        yield from _actors(own) if any(c.actor for c in own) else [f"    no actor named{so_far}", *_actors(own)]


def _states(sections: Sequence[SectionRow], words: dict[str, str]) -> Iterator[str]:
    yield ""
    for state in sorted({section.state for section in sections} - {StateWord.answered}):
        codes = ", ".join(section.section for section in sections if section.state == state)
        yield f"  Sections {_IN_WORDS.get(state, words[state])}: {codes}"


def _unread(sections: Sequence[SectionRow], words: dict[str, str]) -> Iterator[str]:
    for reading in sorted({section.reading for section in sections} - {ReadingWord.read, ""}):
        codes = ", ".join(section.section for section in sections if section.reading == reading)
        yield f"  Sections {words[reading]}: {codes}"


_IN_WORDS = {StateWord.blank: "left blank in the form (which does not say that nothing was done)"}


def _actors(contributions: Sequence[ContributionRow]) -> Iterator[str]:
    for role, status in sorted({(c.role, c.status) for c in contributions}):
        named = {c.actor or NOBODY for c in contributions if (c.role, c.status) == (role, status)}
        names = sorted(named, key=lambda name: (name == NOBODY, name))
        lead = f"    {role} ({status}): "
        yield textwrap.fill(lead + ", ".join(names), WIDTH, subsequent_indent=" " * 8)


def _facts(folder: Path) -> Iterator[str]:
    csv.field_size_limit(2**31 - 1)  # a label may be of any length
    with (folder / "claims.csv").open(encoding="utf-8", newline="") as file:
        kinds = [(row["claim"], row["kind"]) for row in csv.DictReader(file)]
    contributions = {claim for claim, kind in kinds if kind == "Contribution"}
    facts, number = how_many(len(set(kinds)), "fact"), len(contributions)
    kind = "is a contribution" if number == 1 else "are contributions"
    yield f"{facts}, each with its sentence; {number} of them {kind}."
