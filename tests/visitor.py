"""Somebody who uses a page with the mouse, or with the keyboard alone, and counts what it takes."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

_FOCUSED = "element => element === document.activeElement"
_FAR = 400  # presses of Tab after which nobody goes on


@dataclass
class Visitor:
    """A visitor of a page; `acts` counts the things clicked on, chosen and typed, `presses` those of Tab and Enter."""

    page: Page
    by_keyboard: bool = False
    acts: int = 0
    presses: int = 0

    def press(self, found: Locator) -> None:
        """Click on what is found, or go to it with the Tab key and press Enter."""
        self.acts += 1
        if self.by_keyboard:
            self.presses += self.reach(found) + 1
            self.page.keyboard.press("Enter")
        else:
            found.click()

    def reach(self, found: Locator) -> int:
        """Go to what is found with the Tab key, and return how many presses it took."""
        found.wait_for()
        for presses in range(_FAR):
            if found.evaluate(_FOCUSED):
                return presses
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the Tab key does not reach {found}")

    def choose(self, field: Locator, words: str) -> None:
        """Choose an entry of a field by its words."""
        self.acts += 1
        if self.by_keyboard:
            self.reach(field)
            while field.locator("option:checked").inner_text() != words:
                self.page.keyboard.press("ArrowDown")
                expect(field).to_be_focused()
        else:
            field.select_option(label=words)

    def type(self, field: Locator, words: str) -> None:
        """Type words into a field."""
        self.acts += 1
        if self.by_keyboard:
            self.reach(field)
        else:
            field.click()
        self.page.keyboard.type(words)
