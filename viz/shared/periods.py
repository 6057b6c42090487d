"""ISO 8601 intervals in plain words."""

import re

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def written_words(period: str) -> str:
    """Return when a report was written, such as "written between 31 May and 31 December 2014"."""
    start, slash, end = period.partition("/")
    if not slash or start == end:
        return f"written {'on' if start.count('-') == 2 else 'in'} {date_words(start)}" if start else ""
    if ".." in (start, end):
        return f"written {'by' if start == '..' else 'after'} {date_words(end if start == '..' else start)}"
    return f"written between {_without_year(start, end)} and {date_words(end)}"


def date_words(date: str) -> str:
    """Return a day, month or year in words: "2014-05-31" gives "31 May 2014"; other text is unchanged."""
    found = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?", date)
    if not found:
        return date
    year, month, day = found.groups()
    return " ".join(
        part for part in (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year) if part
    )


def _without_year(start: str, end: str) -> str:
    """Return the first date in words, without the year if both have the same."""
    words = date_words(start)
    return words.removesuffix(f" {start[:4]}") if start[:4] == end[:4] else words
