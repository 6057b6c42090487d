"""The explorer: what a graph says as a page to open from disk, and for many reports a file for each beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from alliancegraph.graph.files.writing import write_whole
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.chapter import Material, chapter
from alliancegraph.viz.explorer.core import core
from alliancegraph.viz.explorer.packing import packed
from alliancegraph.viz.shared.modules import scripts
from alliancegraph.viz.shared.page import policy, sheet, template

FEW = 5  # reports that go into the page itself
_BESIDE = " 'self' file:"  # where the files of many reports are: beside the page, on a disk or a server
_STYLES = ("shared/base.css", "shared/diagram/diagram.css", "explorer/explorer.css")

Json = dict[str, Any]


def write_explorer(views: Views, path: Path) -> None:
    """Write the page, and files for its reports into a folder beside it; the same graph gives the same bytes."""
    made = Material.of(views)
    inline = len(views.reports) <= FEW
    write_whole(path, _page(made, list(views.reports)) if inline else _page(made, [], path.stem))
    if not inline:
        path.with_suffix("").mkdir(exist_ok=True)
        for report in views.reports:
            data = chapter(made, report)
            write_whole(path.with_suffix("") / f"{data['id']}.js", f'chapterOf("{data["id"]}", "{packed(data)}");\n')


def explorer(views: Views) -> str:
    """Return the page as one HTML file, whatever the number of reports."""
    return _page(Material.of(views), list(views.reports))


def page_data(views: Views) -> tuple[Json, list[Json]]:
    """Return the data of the page: what it begins with, and its reports."""
    made = Material.of(views)
    return core(made), [chapter(made, report) for report in views.reports]


def _page(made: Material, reports: Sequence[str], folder: str = "") -> str:
    """Return the page with those reports in it; the others are in that folder beside it."""
    inline, sheets = scripts("explorer/main.js"), [sheet(name) for name in _STYLES]
    chapters = [chapter(made, report) for report in reports]
    names = [report.name for report in made.views.reports.values()]
    return template("explorer/explorer.html.j2").render(
        title=names[0] if len(names) == 1 else "Who contributes to which goal",
        policy=policy(inline, sheets, _BESIDE if folder else ""),
        styles=sheets,
        folder=folder,
        core=packed(core(made)),
        chapters=[{"id": one["id"], "packed": packed(one)} for one in chapters],
        scripts=inline,
    )
