"""The drawing of a network in a real browser: keys, crowds, colours, saved pictures."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page

import alliancegraph as ag
from alliancegraph.viz.shared.style import style
from tests.viz_diagram import as_diagram, written
from tests.viz_page import opened, window

EVIL = "</script><img src=x onerror=alert(1)><b>'\"&amp;%20#?"
SVG = "{http://www.w3.org/2000/svg}"
OUTSIDE = """([whole, part]) => {
  const inside = (one, other) => one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom;
  const stands = (element, frame) => inside(element.getBoundingClientRect(), frame.getBoundingClientRect());
  const pairs = [...document.querySelectorAll(part)].map((element) => [element, element.closest(whole)]);
  return pairs.filter(([element, frame]) => !stands(element, frame.querySelector(".box") ?? frame)).map(([element]) => element.textContent);
}"""  # noqa: E501

Json = dict[str, Any]


def link(start: str, end: str, words: str = "supports", line: str = "action", basis: str = "stated") -> Json:
    return {"from": start, "to": end, "words": words, "line": line, "basis": basis}


def mark(name: str, group: str = "actor", **more: str) -> Json:
    return {"id": name, "label": f"The {name}", "group": group, **more}


SMALL = {
    "nodes": [mark("board"), mark("agency"), mark("campaign", "initiative"), mark("Act", "law"), mark("goal", "goal")],
    "links": [
        link("board", "campaign"),
        link("agency", "campaign", "plans", "intention"),
        link("campaign", "goal", "serves"),
        link("agency", "goal", "contributes to", "inferred", "inferred"),
        link("campaign", "Act", "is under", "relation"),
    ],
}
CROWD = {
    "nodes": [
        *(mark(f"station {n}", kind="broadcaster", kinds="broadcasters") for n in range(31)),
        mark("campaign", "initiative"),
    ],
    "links": [link(f"station {n}", "campaign", "has a part in") for n in range(31)],
}


@pytest.fixture
def small(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    yield from opened(browser, written(tmp_path / "small.html", SMALL), 1280, 800)


@pytest.fixture
def crowd(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    yield from opened(browser, written(tmp_path / "crowd.html", CROWD), 1280, 800)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.mark ?? ''"))


def pressed(page: Page, *keys: str) -> list[str]:
    """Return the mark that has the focus after each key."""
    found = []
    for key in keys:
        page.keyboard.press(key)
        found.append(focused(page))
    return found


def test_the_tab_key_stops_once_and_arrows_move(small: Page) -> None:
    assert pressed(small, "Tab", "Tab") == ["board", ""]
    small.keyboard.press("Shift+Tab")
    assert pressed(small, "ArrowRight", "ArrowRight", "ArrowRight") == ["campaign", "Act", "Act"]
    assert pressed(small, "ArrowLeft", "ArrowLeft", "ArrowDown", "ArrowRight") == [
        "campaign",
        "board",
        "agency",
        "campaign",
    ]
    assert pressed(small, "Tab", "Shift+Tab") == ["", "campaign"]


def test_a_mark_is_a_link_that_says_what_it_is_and_what_links_it(small: Page) -> None:
    name = "The agency, Actor; plans: The campaign; contributes to: The goal (inferred)"
    small.get_by_role("link", name=name).click()
    assert small.url.endswith("#agency")
    small.get_by_role(
        "link", name="The goal, Target or goal; The campaign: serves; The agency: contributes to (inferred)"
    ).focus()
    small.keyboard.press("Enter")
    assert small.url.endswith("#goal")


def test_links_are_told_as_a_list(small: Page) -> None:
    told = small.get_by_role("list", name="Links of the network").get_by_role("listitem").all_text_contents()
    assert told == [
        "The board – supports – The campaign",
        "The agency – plans – The campaign",
        "The campaign – serves – The goal",
        "The agency – contributes to – The goal (inferred)",
        "The campaign – is under – The Act",
    ]
    assert small.locator(".diagram .link title").all_text_contents() == told


def test_the_legend_has_what_is_drawn_and_no_more(small: Page) -> None:
    assert small.locator(".diagram-legend text").all_text_contents() == [
        "Target or goal",
        "Actor",
        "Initiative",
        "Law or article",
        "done, ongoing, ended",
        "planned, pending, postponed, delayed",
        "another stated link",
        "inferred by rule",
    ]


def test_what_is_inferred_is_dashed(small: Page) -> None:
    dashed = small.locator(".diagram-drawing .link:has([stroke-dasharray])")
    assert [one.get_attribute("class") for one in dashed.all()] == ["link inferred"]


def test_lines_have_the_colours_of_the_style(browser: Browser, tmp_path: Path) -> None:
    for page in opened(browser, written(tmp_path / "small.html", SMALL), 1280, 800):
        page.evaluate(
            """() => document.querySelector(".diagram").replaceWith(
                drawDiagram(given.network, { href, style: given.style, lineHref: ({ from }) => href(from) }))"""
        )
        found = {
            page.evaluate("line => getComputedStyle(line).stroke", line.element_handle())
            for line in page.locator(".diagram-drawing .link path:nth-of-type(2)").all()
        }
        assert found == {"rgb(51, 63, 76)", "rgb(179, 71, 0)", "rgb(0, 114, 178)", "rgb(125, 136, 148)"}
        assert page.locator(".diagram-drawing a > .link").count() == 5
        page.keyboard.press("Tab")
        assert pressed(page, "Tab") == [""]


def test_what_is_pointed_at_shows_its_lines(small: Page) -> None:
    small.locator("[data-mark=board]").hover()
    near = small.locator(".link.near")
    assert [(one.get_attribute("data-from"), one.get_attribute("data-to")) for one in near.all()] == [
        ("board", "campaign")
    ]
    small.mouse.move(1, 1)
    assert near.count() == 0


def test_a_crowd_opens_and_closes_in_place_and_keeps_the_focus(crowd: Page) -> None:
    button = crowd.get_by_role("button", name="31 broadcasters; has a part in: The campaign")
    assert crowd.locator(".mark").count() == 2
    button.focus()
    assert pressed(crowd, "Enter", "ArrowDown", "ArrowDown") == ["crowd:station 0", "station 0", "station 1"]
    assert button.get_attribute("aria-expanded") == "true"
    assert crowd.get_by_role("link", name="The station 30, broadcaster; has a part in: The campaign").count() == 1
    assert crowd.locator(".diagram-drawing .link").count() == 1
    assert pressed(crowd, "ArrowRight", "ArrowLeft", " ") == ["campaign", "crowd:station 0", "crowd:station 0"]
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert crowd.locator(".mark").count() == 33


def test_targets_are_large_enough(crowd: Page) -> None:
    crowd.get_by_role("button").click()
    for box in crowd.locator(".mark .box").all():
        size = box.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 24


@pytest.mark.parametrize("width", [1280, 700, 320])
def test_names_stand_whole_in_their_boxes_at_every_width(
    browser: Browser, build: Path, tmp_path: Path, width: int
) -> None:
    network = ag.open(build).networkx()
    address = written(tmp_path / "goal.html", as_diagram(around(network, "3.1")))
    for page in opened(browser, address, width, 800):
        assert page.evaluate(OUTSIDE, [".mark", ".mark text"]) == []
        assert page.evaluate(OUTSIDE, [".diagram-legend", ".diagram-legend text"]) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def around(network: "nx.MultiDiGraph[str]", number: str) -> "nx.MultiDiGraph[str]":
    goal = next(name for name, node in network.nodes(data=True) if node.get("number") == number)
    found = network.subgraph({goal, *network.predecessors(goal), *network.successors(goal)})
    assert isinstance(found, nx.MultiDiGraph)
    return found


def test_too_many_marks_are_not_drawn(browser: Browser, tmp_path: Path) -> None:
    names = [f"a{n}" for n in range(502)]
    links = [link(one, other) for one, other in itertools.pairwise(names)]
    network = {"nodes": [mark(name) for name in names], "links": links}
    for page in opened(browser, written(tmp_path / "many.html", network), 1280, 800):
        assert page.locator("main p").all_text_contents() == ["Too many marks to draw: 502. Choose something."]
    for page in opened(browser, written(tmp_path / "none.html", {"nodes": [], "links": []}), 1280, 800):
        assert page.locator("main p").all_text_contents() == ["There is nothing to draw."]


def test_names_are_text(browser: Browser, tmp_path: Path) -> None:
    network = {
        "nodes": [{"id": EVIL, "label": EVIL, "group": EVIL, "kind": EVIL}, mark("campaign", "initiative")],
        "links": [link(EVIL, "campaign", EVIL), link("campaign", EVIL, EVIL)],
    }
    for page in opened(browser, written(tmp_path / "evil.html", network), 1280, 800):
        assert page.locator("img").count() == 0
        assert EVIL in "".join(page.locator(".mark tspan").all_text_contents())
        page.locator(".mark").first.hover()
        picture = page.evaluate("svgText(document.querySelector('.diagram'))")
        assert {element.tag for element in ElementTree.fromstring(picture).iter()} <= {
            f"{SVG}{name}" for name in ("svg", "title", "desc", "rect", "g", "path", "text", "tspan", "a")
        }


def test_a_saved_drawing_needs_no_page(browser: Browser, tmp_path: Path) -> None:
    about = {"title": "Goal 4.1", "source": "Romania 2014, as of 31 December 2014"}
    for page in opened(browser, written(tmp_path / "small.html", SMALL, {"about": about, "chosen": "goal"}), 1280, 800):
        text = page.evaluate("svgText(document.querySelector('.diagram'))")
        size = page.evaluate(
            """async () => {
                const image = await createImageBitmap(await pngBlob(document.querySelector(".diagram"), 2));
                const brush = new OffscreenCanvas(image.width, image.height).getContext("2d");
                brush.drawImage(image, 0, 0);
                const { data } = brush.getImageData(0, 0, image.width, image.height);
                return [image.width, data[0], new Set(data).size];
            }"""
        )
    root = ElementTree.fromstring(text)
    assert [root.findtext(f"{SVG}{name}") for name in ("title", "desc")] == list(about.values())
    assert {"The goal", "inferred by rule", *about.values()} <= {
        "".join(one.itertext()) for one in root.iter(f"{SVG}text")
    }
    assert not re.search(r'href|class=|style=|aria-|data-|url\(|"#[^0-9a-f]', text)
    assert size[0] == 2 * round(float(root.attrib["width"]))
    assert size[1] == 255
    assert size[2] > 20
    path = tmp_path / "saved.svg"
    path.write_text(text, encoding="utf-8")
    with window(browser, 1280, 800) as page:
        page.goto(path.as_uri())
        assert page.locator("tspan", has_text="The goal").bounding_box()


def test_lines_and_names_are_seen_in_the_dark_and_in_forced_colours(small: Page) -> None:
    ink = "getComputedStyle(document.querySelector('.mark:not(:has(.filled)) text')).fill"
    line = "getComputedStyle(document.querySelector('.link.stated path:nth-of-type(2)')).stroke"
    light = [small.evaluate(one) for one in (ink, line)]
    small.emulate_media(color_scheme="dark")
    dark = [small.evaluate(one) for one in (ink, line)]
    assert all(one != other for one, other in zip(light, dark, strict=True))
    small.emulate_media(color_scheme="light", forced_colors="active")
    forced = [small.evaluate(one) for one in (ink, line)]
    assert len({*light, *dark, *forced}) == 6
    small.emulate_media(color_scheme="null", forced_colors="null")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("MediaOutlet", "media outlets"),
        ("Ministry", "ministries"),
        ("Survey", "surveys"),
        ("Business", "businesses"),
        ("NGO", "non-governmental organisations"),
        ("LegalResourceSubdivision", "articles of laws"),
        ("OrganizationGroup", "bodies that the text names only together"),
        ("", ""),
    ],
)
def test_kinds_have_a_plural(kind: str, words: str) -> None:
    assert style().kinds_words(kind) == words


def test_each_look_has_its_place_in_the_legend() -> None:
    looks = style().looks()
    assert [look["rank"] for look in looks["groups"].values()] == list(range(len(style().groups)))
    assert looks["other"] in looks["groups"]
