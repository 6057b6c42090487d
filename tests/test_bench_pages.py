"""The benchmark of the pages, on the build of the report that ships with the project."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bench import pages


def test_the_table_has_ours_beside_stock_pyvis(
    build: Path, tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "PATIENCE", 2_000)
    rows = {name: (ours, theirs) for name, ours, theirs in pages.measured(build, tmp_path / "pages", browser)}
    assert list(rows)[:4] == ["made, s", "made again for one report, s", "start file / all, MB", "first view, ms"]
    assert {"search, a key, ms", "network of a goal, ms", "scrolling or panning, frames a second", "memory, MB"} < set(
        rows
    )
    assert all(any(map(str.isdigit, ours)) for ours, _ in rows.values())
    assert rows["first view, ms"][1] != "–"
    assert pages.table("one", [("made, s", "1", "2")]).splitlines()[-1] == "| made, s | 1 | 2 |"
