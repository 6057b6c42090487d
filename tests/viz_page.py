"""Opens a page in the browser, for the tests of the pages."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Locator, Page


def opened(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    """A page that may neither complain nor ask for anything but itself."""
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address)
    yield page
    page.close()
    assert complaints == []
    assert {url.partition("#")[0] for url in requests} == {address.partition("#")[0]}


def goal_button(page: Page, name: str) -> Locator:
    """The button in the list of goals that opens the goal of that name."""
    return page.locator("button.goal", has_text=name)
