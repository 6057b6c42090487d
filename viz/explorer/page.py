"""The explorer: what a graph says as a page to open from disk, and for many reports a file for each beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from alliancegraph.graph.files.writing import write_whole
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.chapter import chapter
from alliancegraph.viz.explorer.core import core
from alliancegraph.viz.explorer.material import Material
from alliancegraph.viz.explorer.packing import packed
from alliancegraph.viz.shared.modules import scripts
from alliancegraph.viz.shared.page import policy, sheet, template

FEW = 5  # reports that go into the page itself
_BESIDE = " 'self' file:"  # where the files of many reports are: beside the page, on a disk or a server
_HANDED_OVER = "chapterOf("  # with which the file of a report begins
_STYLES = ("shared/base.css", "shared/diagram/diagram.css", "explorer/explorer.css")

Json = dict[str, Any]


def write_explorer(views: Views, path: Path) -> None:
    """Write the page, and files for its reports into a folder beside it; the same graph gives the same bytes.

    A file of a report that has not changed is left as it is; one of a report that is no longer in the graph is removed.
    """
    made, folder = Material.of(views), path.with_suffix("")
    beside = [] if len(views.reports) <= FEW else list(views.reports)
    write_whole(path, _page(made, [], path.stem) if beside else _page(made, list(views.reports)))
    if beside:
        folder.mkdir(exist_ok=True)
    kept = {_write_report(chapter(made, report), folder) for report in beside}
    for left in set(folder.glob("*.js")) - kept:
        if left.read_bytes().startswith(_HANDED_OVER.encode()):
            left.unlink()


def _write_report(data: Json, folder: Path) -> Path:
    path, written = folder / f"{data['id']}.js", f'{_HANDED_OVER}"{data["id"]}", "{packed(data)}");\n'
    if not path.is_file() or path.read_bytes() != written.encode():
        write_whole(path, written)
    return path


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
