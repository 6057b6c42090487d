"""The guide shows what becomes of the lines of a claims file in which a claim is corrected; the file then reads so."""

import difflib
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from alliancegraph.graph.model.claimsfile import ClaimsFile, FactLine, Field, FileReview, Item
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.claims.syntax import read_claims
from alliancegraph.loaders.claims.writer import changed
from alliancegraph.loaders.report import read_report
from alliancegraph.queries.library import SAMPLE

FILE = SAMPLE / "northland-2014.claims.yaml"
WRONG = "southland-police partners training-course"
RIGHT = FactLine(Text("southland-police supports training-course"), (Field(Text("status"), (Text("done"),)),))


GUIDE = Path(__file__).parent.parent / "docs" / "guides" / "add-a-report.md"


def test_the_guide_shows_the_lines_that_differ_in_a_file_that_then_reads_so(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```diff\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (id,) = re.findall(r'replaced by: \["(\w+)"\]', shown)
    old = FILE.read_text(encoding="utf-8")
    new = changed(old, _corrected(read_claims(FILE).file, id), FILE)
    _, _, _, *lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), n=1)
    assert "".join(lines) == shown
    folder = shutil.copytree(SAMPLE, tmp_path / "sample")
    (folder / FILE.name).write_text(new, encoding="utf-8")
    report = read_report(folder / "northland-2014.txt")
    ((claim, (replaced,)),) = [(claim, claim.corrects) for claim in report.claims if claim.corrects]
    assert claim.id == id
    assert replaced.id in {claim.id for claim in read_report(SAMPLE / "northland-2014.txt").claims}


def _corrected(file: ClaimsFile, id: str) -> ClaimsFile:
    note = Text("The report says “together with”, which is not yet a partnership.")
    review = FileReview(Text("corrected"), Text("2026-11-26"), note, (Text(id),))
    sections = (
        replace(section, items=tuple(_item(item, review) for item in section.items)) for section in file.sections
    )
    return replace(file, sections=tuple(sections))


def _item(item: Item, review: FileReview) -> Item:
    facts = (line for fact in item.facts for line in _lines(fact, review))
    return replace(item, facts=tuple(facts))


def _lines(fact: FactLine, review: FileReview) -> Iterator[FactLine]:
    if fact.head != WRONG:
        yield fact
        return
    yield RIGHT
    yield replace(fact, review=review)
