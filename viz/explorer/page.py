"""The explorer: what a graph says as a page to open from disk, and for many reports a file for each beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from alliancegraph.graph.files.writing import write_whole
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.chapters import chapters, kept_chapters, leave_only
from alliancegraph.viz.explorer.core import core
from alliancegraph.viz.explorer.mentions import Mentions
from alliancegraph.viz.explorer.packing import packed
from alliancegraph.viz.shared.modules import scripts
from alliancegraph.viz.shared.page import policy, sheet, template

FEW = 5  # reports that go into the page itself
_BESIDE = " 'self' file:"  # where the files of many reports are: beside the page, on a disk or a server
_STYLES = ("shared/base.css", "shared/diagram/diagram.css", "explorer/explorer.css")

Json = dict[str, Any]


def write_explorer(views: Views, path: Path) -> None:
    """Write the page, and files for its reports into a folder beside it; the same graph gives the same bytes.

    A report's file is made again only if what it is made from has changed; one of a report that is no longer in the
    graph is removed.
    """
    folder = path.with_suffix("")
    if len(views.reports) <= FEW:
        write_whole(path, explorer(views))
        leave_only(folder, ())
        return
    folder.mkdir(exist_ok=True)
    mentions = Mentions.of(kept_chapters(views, folder))
    write_whole(path, _page(views, core(views, mentions), [], path.stem))
    leave_only(folder, views.reports)


def explorer(views: Views) -> str:
    """Return the page as one HTML file, whatever the number of reports."""
    return _page(views, *page_data(views))


def page_data(views: Views) -> tuple[Json, list[Json]]:
    """Return the data of the page: what it begins with, and its reports."""
    made = list(chapters(views))
    return core(views, Mentions.of(made)), made


def _page(views: Views, first: Json, made: Sequence[Json], folder: str = "") -> str:
    """Return the page with those reports in it; the others are in that folder beside it."""
    inline, sheets = scripts("explorer/main.js"), [sheet(name) for name in _STYLES]
    names = [report.name for report in views.reports.values()]
    return template("explorer/explorer.html.j2").render(
        title=names[0] if len(names) == 1 else "Who contributes to which goal",
        policy=policy(inline, sheets, _BESIDE if folder else ""),
        styles=sheets,
        folder=folder,
        core=packed(first),
        chapters=[{"id": one["id"], "packed": packed(one)} for one in made],
        scripts=inline,
    )
