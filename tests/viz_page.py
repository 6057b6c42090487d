"""Opens a page in the browser, for the tests of the pages."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, Request

BLANK = "about:blank"


def opened(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    """Yield a page that may neither complain nor ask for anything but itself."""
    asked: list[str] = []

    messages: list[str] = []

    def on_request(request: Request) -> None:
        asked.append(request.url)

    def on_message(message: ConsoleMessage) -> None:
        messages.append(message.text)

    with window(browser, width, height) as page:
        page.on("request", on_request)
        page.on("console", on_message)
        page.goto(address)
        yield page
        page.remove_listener("request", on_request)
        page.remove_listener("console", on_message)
    assert messages == []
    assert {url.partition("#")[0] for url in asked} == {address.partition("#")[0]}


@contextmanager
def window(browser: Browser, width: int, height: int) -> Iterator[Page]:
    """Return a blank window of that size, an unused one if there is one: a new one takes longer than most tests."""
    errors: list[str] = []

    def on_error(error: Error) -> None:
        errors.append(str(error))

    page = next(_blank(browser), None) or browser.new_page(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.on("pageerror", on_error)
    yield page
    page.remove_listener("pageerror", on_error)
    page.emulate_media(media="null")
    page.goto(BLANK)
    assert errors == []


def goal_button(page: Page, name: str) -> Locator:
    """Return the button in the list of goals that opens the goal of that name."""
    return page.locator("button.goal", has_text=name)


def _blank(browser: Browser) -> Iterator[Page]:
    return (page for context in browser.contexts for page in context.pages if page.url == BLANK)


def node_place(page: Page, item: str) -> tuple[float, float]:
    """Return the place of an item's node in the window, in pixels."""
    place = page.evaluate(
        """id => {
            const place = explorer.network.canvasToDOM(explorer.network.getPosition(id));
            const frame = document.querySelector("#network canvas").getBoundingClientRect();
            return [frame.left + place.x, frame.top + place.y];
        }""",
        item,
    )
    return place[0], place[1]
