"""The explorer beside stock pyvis, in one run: size, and time to make, to open, to click, to search, to scroll.

    python -m tests.bench.pages build            a build, such as that of the README
    python -m tests.bench.pages --years 1 10     made-up alliances of 54 members

Times are medians / worst in milliseconds, as the browser's own clock has them; memory is the heap of scripts.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError
from pyoxigraph import RdfFormat, serialize

from alliancegraph.build import load
from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.network import project
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.page import write_explorer
from tests.bench.alliance import Alliance
from tests.browser import open_browser

OPENED = 5  # times that a page is opened
PATIENCE = 20_000  # milliseconds for a page to show something
VIEWS = ("#goals", "#members", "#actors", "#laws", "#timeline", "#numbers", "#ledger", "#briefing")
WORDS = ("c", "ch", "chi", "chil", "child", "childr", "hotlime")
GOALS = (
    """() => [...document.querySelectorAll("#view .goals a")].map(link => link.getAttribute("href").split("?")[0])"""
)
FIRST = 'modules["explorer/store.js"].store.core.reports[0].id'
CLICK = """address => new Promise(done => {
    const [before, start] = [document.querySelector("h1"), performance.now()];
    const look = () => document.querySelector("h1") === before
        ? setTimeout(look, 1) : requestAnimationFrame(() => done(performance.now() - start));
    location.hash = address;
    look();
})"""
SCROLL = """() => new Promise(done => {
    let [frames, start] = [0, performance.now()];
    const step = now => {
        frames += 1;
        window.scrollBy(0, 12);
        if (now - start < 1000) requestAnimationFrame(step); else done(frames * 1000 / (now - start));
    };
    requestAnimationFrame(step);
})"""
PAN = """() => new Promise(done => {
    let [frames, start] = [0, performance.now()];
    const step = now => {
        frames += 1;
        network.moveTo({position: {x: frames % 50, y: 0}});
        if (now - start < 1000) requestAnimationFrame(step); else done(frames * 1000 / (now - start));
    };
    requestAnimationFrame(step);
})"""
STABLE = """seconds => new Promise(done => {
    network.once("stabilizationIterationsDone", () => done(true));
    setTimeout(() => { network.stopSimulation(); done(false); }, 1000 * seconds);
})"""
SELECT = """() => {
    const start = performance.now();
    network.selectNodes([network.body.nodeIndices[0]]);
    network.redraw();
    return performance.now() - start;
}"""
Row = tuple[str, str, str]


def main() -> None:
    """Print a table for each build or alliance."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pages")
    parser.add_argument("builds", type=Path, nargs="*")
    parser.add_argument("--members", type=int, default=54)
    parser.add_argument("--years", type=int, nargs="*", default=[])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        builds = {str(build): build for build in chosen.builds}
        builds |= {
            f"{chosen.members} members × {n} years": _made(Path(scratch), chosen.members, n) for n in chosen.years
        }
        with open_browser() as browser:
            for number, (name, build) in enumerate(builds.items()):
                print(table(name, measured(build, Path(scratch) / f"pages-{number}", browser)), flush=True)


def _made(scratch: Path, members: int, years: int) -> Path:
    """Return a build of a made-up alliance."""
    data, build = scratch / f"{years}.nq", scratch / f"build-{years}"
    serialize(Alliance(members, years).quads(), str(data), format=RdfFormat.N_QUADS)
    load(data, build, lambda told: print(told, file=sys.stderr))
    data.unlink()
    return build


def measured(build: Path, folder: Path, browser: Browser) -> list[Row]:
    """Return a row for each measure, ours beside stock pyvis; the pages are made in that folder."""
    folder.mkdir()
    ours, theirs = folder / "explorer.html", folder / "pyvis.html"
    views = Views(Store.open(build / "store"))
    made = _seconds(lambda: write_explorer(views, ours)), _seconds(lambda: _write_pyvis(views, theirs))
    again = _seconds_for_one(build, ours)
    sizes = f"{_mb(ours)} / {_mb(*folder.glob('explorer/*'), ours)}", _mb(theirs)
    found = dict(_of_ours(browser, ours)), dict(_of_pyvis(browser, theirs))
    measures = dict.fromkeys((*found[0], *found[1]))
    return [
        ("made, s", f"{made[0]:.1f}", f"{made[1]:.1f}"),
        ("made again for one report, s", f"{again:.1f}", "–"),
        ("start file / all, MB", *sizes),
        *((name, found[0].get(name, "–"), found[1].get(name, "–")) for name in measures),
    ]


def _seconds_for_one(build: Path, page: Path) -> float:
    """Return how long it takes to make the page again when one of its reports has to be made."""
    for path in list(page.with_suffix("").glob("*.js"))[:1]:
        path.unlink()
    return _seconds(lambda: write_explorer(Views(Store.open(build / "store")), page))


def _write_pyvis(views: Views, path: Path) -> None:
    """Write the whole network as pyvis does by itself."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.from_nx(project(views))
    path.write_text(network.generate_html(), encoding="utf-8")


def _of_ours(browser: Browser, path: Path) -> Iterator[tuple[str, str]]:
    opened = [_opened(browser, path, "h1") for _ in range(OPENED)]
    yield "first view, ms", _told([ms for _, ms in opened])
    page = opened[-1][0]
    page.wait_for_timeout(3_000)  # the reports are read ahead
    page.evaluate(CLICK, "#goals")
    goals = page.evaluate(GOALS)
    views = (*goals, *VIEWS, f"#briefing/{page.evaluate(FIRST)}")
    clicks = {address: page.evaluate(CLICK, address) for address in views}
    yield "click, ms", f"{_told(list(clicks.values()))} ({max(clicks, key=lambda one: clicks[one])})"
    page.evaluate(CLICK, "#search?q=x")
    yield "search, a key, ms", _told([page.evaluate(CLICK, f"#search?q={word}") for word in WORDS])
    drawn = [page.evaluate(CLICK, address.replace("#", "#network/")) for address in goals]
    yield "network of a goal, ms", _told(drawn)
    page.evaluate(CLICK, goals[0])
    yield "scrolling or panning, frames a second", f"{page.evaluate(SCROLL):.0f}"
    yield "memory, MB", f"{page.evaluate('performance.memory.usedJSHeapSize') / 1e6:.0f}"


def _of_pyvis(browser: Browser, path: Path) -> Iterator[tuple[str, str]]:
    page, start = browser.new_page(), time.perf_counter()
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    page.set_default_timeout(PATIENCE)
    try:
        page.goto(path.as_uri(), wait_until="commit", timeout=PATIENCE)
        page.wait_for_function("typeof network !== 'undefined' && network.body.nodeIndices.length", timeout=PATIENCE)
        settled = page.evaluate(STABLE, PATIENCE / 1000)
        spent = 1000 * (time.perf_counter() - start)
        yield "first view, ms", f"{spent:.0f}" if settled else f"does not settle in {PATIENCE / 1000:.0f} s"
        yield "click, ms", _told([page.evaluate(SELECT) for _ in range(3)])
        yield "scrolling or panning, frames a second", f"{page.evaluate(PAN):.1f}"
        yield "memory, MB", f"{page.evaluate('performance.memory.usedJSHeapSize') / 1e6:.0f}"
    except TimeoutError:
        yield "first view, ms", f"over {PATIENCE / 1000:.0f} s"
    page.close()


def _opened(browser: Browser, path: Path, shown: str) -> tuple[Page, float]:
    page, start = browser.new_page(), time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector(shown)
    return page, 1000 * (time.perf_counter() - start)


def _seconds(act: Callable[[], None]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _told(times: Sequence[float]) -> str:
    return f"{statistics.median(times):.0f} / {max(times):.0f}"


def _mb(*files: Path) -> str:
    return f"{sum(file.stat().st_size for file in files) / 1e6:.2f}"


def table(name: str, rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = [f"| {name} | ours | stock pyvis |", "|---|--:|--:|", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
