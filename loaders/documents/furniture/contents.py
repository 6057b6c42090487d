"""Contents pages: lists of headings with the number of the page of each."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from alliancegraph.loaders.documents.furniture.printedwords import words_for
from alliancegraph.loaders.documents.prints import PrintLine

LEAST = 3  # entries in a row
BETWEEN = 2  # lines of an entry before the one with its page
TRIED = 20  # entries that are looked up
LONGEST = 400  # characters of an entry
_LEADERS = re.compile(r".*?[^\s.…_·․‥*–—-](?:\s?[.…_·․‥*–—-]){3,}\s*(?:\d{1,4}|[ivxl]{1,6})")
_LEADER = re.compile(r"(?:\s?[.…_·․‥*–—-]){3,}")
_PLAIN = re.compile(r".*[^\W\d].*\s(?:\d{1,4}|[ivxl]{1,6})")


def contents(pages: Sequence[Sequence[PrintLine]]) -> set[PrintLine]:
    """Return the lines of lists of contents, with their titles.

    Entries have leaders (`Goal 1 ..... 2`), and recur as headings unless a title such as "Contents" is above; below a
    title a page number at the end is enough.
    """
    lines = [line for page in pages for line in page]
    titles = [at for at, line in enumerate(lines) if is_title(line.words)]
    found: set[PrintLine] = set()
    for start, end in _runs(lines, 0, _LEADERS):
        listed = _with_title(lines, start, end, titles)
        if len(listed) > end - start or _recur(lines, start, end):
            found |= {*listed}
    for title in titles:
        start, end = next(_runs(lines, title + 1, _PLAIN), (len(lines), 0))
        if start <= title + 1 + BETWEEN:
            found |= {*lines[title:end]}
    return found


def is_title(words: str) -> bool:
    """Return whether words are a title such as "Contents"."""
    return words.rstrip(":").casefold() in words_for("contents")


def _with_title(lines: Sequence[PrintLine], start: int, end: int, titles: Sequence[int]) -> Sequence[PrintLine]:
    title = next((at for at in titles if start - 1 - BETWEEN <= at < start), start)
    return lines[title:end]


def _recur(lines: Sequence[PrintLine], start: int, end: int) -> bool:
    """Return whether half of the first entries open lines elsewhere, as answers with leaders do not."""
    entries = [line.words for line in lines[start:end] if _is_entry(line.words, _LEADERS)][:TRIED]
    others = "\n".join(["", *(line.words for line in (*lines[:start], *lines[end:]))]).casefold()
    found = sum(f"\n{_LEADER.split(entry, maxsplit=1)[0].casefold()}" in others for entry in entries)
    return 2 * found >= len(entries)


def _runs(lines: Sequence[PrintLine], first: int, entry: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of entries that follow each other, with page numbers that never fall."""
    entries = [at for at in range(first, len(lines)) if _is_entry(lines[at].words, entry)]
    breaks = [at for at, (one, other) in enumerate(pairwise(entries), 1) if not _follows(lines, one, other)]
    for start, end in pairwise([0, *breaks, len(entries)]):
        if end - start >= LEAST:
            yield entries[start], entries[end - 1] + 1


def _is_entry(words: str, entry: re.Pattern[str]) -> bool:
    return len(words) <= LONGEST and entry.fullmatch(words) is not None


def _follows(lines: Sequence[PrintLine], one: int, other: int) -> bool:
    between = pairwise(lines[one : other + 1])
    is_near = other == one + 1 or (other - one <= BETWEEN + 1 and all(a.end + 1 == b.start for a, b in between))
    return is_near and _page(lines[one]) <= _page(lines[other])


def _page(line: PrintLine) -> int:
    number = re.search(r"\d+$", line.words)
    return int(number[0]) if number else 0
