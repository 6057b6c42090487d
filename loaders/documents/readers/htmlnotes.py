"""Footnotes of web pages: raised marks that are links, and the elements that they lead to."""

import re
from collections.abc import Mapping, Sequence

from alliancegraph.loaders.documents.prints import Kind

BLOCKS = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure"
    "|footer|form|h[1-6r]|header|legend|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)


class Notes:
    """The marks and notes of a page that are open."""

    def __init__(self) -> None:
        self._link = ""
        self._known: set[str] = set()
        self._depth = 0

    def begin(self, tags: Sequence[str], attributes: Mapping[str, str]) -> None:
        """Note a link in raised letters, and an element that one leads to, or the line that begins with it."""
        if tags and tags[-1] == "a":
            self._link = attributes.get("href", "")
        if self._is_mark(tags):
            self._known.add(self._link[1:])
        elif not self._depth and self._known & {attributes.get("id"), attributes.get("name")}:
            blocks = (at for at, tag in enumerate(tags, 1) if BLOCKS.fullmatch(tag))
            self._depth = max(blocks, default=0)

    def end(self, tags: Sequence[str]) -> None:
        """Note that the last element is closed."""
        if "a" not in tags:
            self._link = ""
        self._depth = self._depth if len(tags) >= self._depth else 0

    def kind(self, tags: Sequence[str]) -> Kind | None:
        """Return whether words are a mark or in a note."""
        if self._is_mark(tags):
            return Kind.FOOTNOTE_MARK
        return Kind.FOOTNOTE if self._depth else None

    def _is_mark(self, tags: Sequence[str]) -> bool:
        return self._link.startswith("#") and "a" in tags and "sup" in tags
