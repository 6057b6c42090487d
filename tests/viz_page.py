"""Opens a page in the browser, for the tests of the pages."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

BLANK = "about:blank"


def opened(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    """Yield a page that may neither complain nor ask for anything but itself and the files of its reports."""
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
    own = address.partition("#")[0]
    assert [url for url in asked if not url.partition("#")[0].startswith((own, own.removesuffix(".html") + "/"))] == []


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
    page.emulate_media(media="null", color_scheme="null", forced_colors="null")
    page.goto(BLANK)
    assert errors == []


def _blank(browser: Browser) -> Iterator[Page]:
    return (page for context in browser.contexts for page in context.pages if page.url == BLANK)


def go(page: Page, place: str) -> None:
    """Go to a place of the explorer, as a link to it would, and wait until it is shown."""
    page.evaluate(
        """place => {
            document.querySelector("#view").replaceChildren();
            delete document.querySelector("#view").dataset.address;
            if (location.hash === place) dispatchEvent(new HashChangeEvent("hashchange"));
            else location.hash = place;
        }""",
        f"#{place}",
    )
    page.wait_for_function(
        "() => { const { dataset } = document.querySelector('#view'); return dataset.address === location.hash; }"
    )
    page.locator("#view h1").wait_for()


def texts(page: Page, selector: str) -> list[str]:
    """Return the texts of elements, each on one line."""
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]
