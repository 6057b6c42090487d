"""A real browser for the tests of the pages; missing, it is a reason to skip, but an error where CI=true."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.programs import program

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
          "--disable-sync", "--no-first-run"]  # fmt: skip


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium without a window; skips the test where there is none on a machine that is not CI."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_executable(playwright), args=_QUIET)
        yield browser
        browser.close()


def _executable(playwright: Playwright) -> str:
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else program(*_NAMES)
