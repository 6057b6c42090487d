"""What changed between two years of a member: by actor, role and initiative, where nobody is named too."""

import shutil
from pathlib import Path

import pytest

import alliancegraph as ag
from alliancegraph.cli import main
from tests.inputs import PAIR

GUIDE = "- police publishes guide: {status: done}"
TOLD = "told of in the other report, not with this actor and role"


def changes(folder: Path, before: str, after: str) -> set[tuple[object, ...]]:
    """Return what changed between Estonia's two reports, which say that of the guide."""
    shutil.copytree(PAIR, folder, dirs_exist_ok=True)
    for year, said in (("2014", before), ("2015", after)):
        claims = folder / f"estonia-{year}.claims.yaml"
        claims.write_text(claims.read_text(encoding="utf-8").replace(GUIDE, f"- {said}"), encoding="utf-8")
    reports = sorted(map(str, folder.glob("*.txt")))
    assert main(["build", *reports, "--out", str(folder / "build")]) == 0
    answer = ag.open(folder / "build").ask("changes", member="Estonia", earlier="2014", later="2015")
    columns = ("change", "actorName", "statusBefore", "statusAfter")
    return {tuple(row[name] for name in columns) for row in answer}


@pytest.mark.parametrize(("before", "after", "found"), [
    ("police publishes guide: {status: planned}", "_ publishes guide: {status: done}",
     {(TOLD, "Police", "planned", None), (TOLD, None, None, "done")}),
    ("_ publishes guide: {status: planned}", "police publishes guide: {status: done}",
     {(TOLD, None, "planned", None), (TOLD, "Police", None, "done")}),
    ("_ publishes guide: {status: planned}", "_ publishes guide: {status: done}",
     {("another status", None, "planned", "done")}),
    ("_ publishes guide: {status: done}", "_ publishes guide: {status: done}", set()),
    ("guide: {audience: parents}", "_ publishes guide: {status: done}", {(TOLD, None, None, "done")}),
    ("police publishes guide: {status: done}", "guide: {audience: parents}", {(TOLD, "Police", "done", None)}),
    ("_ publishes guide: {status: done}", "Measure m: {label: A measure}",
     {("no longer reported", None, "done", None)}),
])  # fmt: skip
def test_work_is_compared_whoever_is_named(
    tmp_path: Path, before: str, after: str, found: set[tuple[object, ...]]
) -> None:
    assert changes(tmp_path, before, after) == found
