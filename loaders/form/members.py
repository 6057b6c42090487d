"""The reporting member: a country by any of its names, another body by its own."""

import re
from collections.abc import Iterable, Iterator, Sequence

from alliancegraph.graph.errors import FormError, Problem
from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.reports import Member
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.form.about import About
from alliancegraph.loaders.form.countries import by_code, by_name, languages
from alliancegraph.loaders.form.sections import NAME, Form

GOVERNMENT = "government"
_BESIDE = re.compile(r"\s*[–—:|,()/]\s*|\s+-\s+")  # between a form's title and a name on the same line
_LABEL = 4  # words before a colon, at most, that say what a name is: "Name of the country: Romania"
_BODY = "for a body that is no country, say `reporter type: organisation` (in a list, `memberType: organisation`)"


def find_member(about: About, form: Form) -> Member:
    """Return the member in the about file, or else the country above the first heading.

    A member that is no country needs a `reporter type` other than government; its name is the first line there.
    """
    kind = about.text("reporter type", GOVERNMENT)
    if "member" in about.values:
        return named_member(about.values["member"].text(), kind)
    names = _names(form)
    found = _first_country([*names, *_beside(form.titles)], form.template.languages)
    if found is None and kind != GOVERNMENT and names:
        return Member(names[0], "")
    guessed = found or next(iter(_within(form)), None)
    if guessed is None:
        raise _unknown_member(form, names)
    return guessed


def doubts(about: About, form: Form) -> Iterator[Notice]:
    """Yield a notice if it is a guess which country reports: several are named, or one within other words."""
    if "member" in about.values or about.text("reporter type", GOVERNMENT) != GOVERNMENT:
        return
    own = form.template.languages
    exact = list(_countries(_names(form), own))
    found = list(dict.fromkeys(exact or ([] if _first_country(_beside(form.titles), own) else _within(form))))
    if len(found) > 1 or (found and not exact):
        others = " and ".join(member.label for member in found)
        what = f"{others} {'are' if len(found) > 1 else 'is'} named above the first heading: {found[0].label} is taken"
        remedy = f"Write `member: …` into {form.document.path.with_suffix('.yaml').name} beside it."
        place = form.document.place(form.layout.preamble.end)
        yield Notice("member-guessed", what, remedy, form.document.path, place.line, place.page)


def _names(form: Form) -> list[str]:
    return [name for line in form.preamble for name in _possible_names(line)]


def _beside(lines: Iterable[str]) -> list[str]:
    """Return the parts of lines between dashes, brackets, commas and strokes."""
    return [part for line in lines for part in _BESIDE.split(line) if part]


def _within(form: Form) -> list[Member]:
    """Return the countries that are a part of a name above the form: "Government of Norway", "Norway / Norvège"."""
    own = form.template.languages
    parts = [part.split() for part in _beside(_names(form))]
    edges = [edge for words in parts for at in range(len(words)) for edge in (words[:at], words[at:])]
    names = sorted((" ".join(edge) for edge in edges if edge), key=len, reverse=True)
    return list(dict.fromkeys(_countries(names, own)))


def _countries(names: Iterable[str], own: tuple[str, ...]) -> Iterator[Member]:
    """Yield the countries with those names in English or the languages of the form."""
    found = (by_name(name, own) for name in names if name[:1].isupper())
    yield from (country for country in found if country)


def named_member(name: Text, kind: str) -> Member:
    """Return the member of that name; raise ClaimsError for a government that is no country's."""
    found = by_code(name) or by_name(name, languages())
    if found is None and kind == GOVERNMENT:
        remedy = f"Write its English short name; {_BODY}."
        raise name.error(f"no country is called '{name}'", "a name or code of ISO 3166", remedy)
    return found or Member(name, "")


def find_year(about: About, form: Form) -> int:
    """Return the year in the about file, or else in the form's title."""
    if "year" in about.values:
        return about.values["year"].text().year()
    if form.year is None:
        remedy = f"Write `year: …` into {form.document.path.with_suffix('.yaml').name} beside it."
        raise FormError(_above(form, "no year", "a year in the form's title", remedy))
    return form.year


def _unknown_member(form: Form, names: Sequence[str]) -> FormError:
    path = form.document.path
    found = f"no member: no country is called {' or '.join(map(repr, names[:3]))}" if names else "no member"
    remedy = f"Write `member: …` into {path.with_suffix('.yaml').name} beside it; {_BODY}."
    return FormError(_above(form, found, "a country's name above the first heading", remedy))


def _above(form: Form, found: str, expected: str, remedy: str) -> Problem:
    """Return a problem about what is above the first heading."""
    place = form.document.place(form.layout.preamble.end)
    return Problem(found, expected, remedy, form.document.path, place.line, place.page)


def _possible_names(line: str) -> Iterable[str]:
    """Yield what in a line can be a name: the line, and what follows a short label such as `Country:`."""
    label, colon, name = line.partition(":")
    if colon and len(label.split()) <= _LABEL:
        yield name.strip()
    elif len(line.split()) <= NAME:
        yield line


def _first_country(names: Sequence[str], own: tuple[str, ...]) -> Member | None:
    """Return the first name that is a country's, in the languages of the form, else in any.

    Codes do not count: words of other languages look like them.
    """
    for known in ((), own, languages()):
        for name in names:
            if found := by_name(name, known):
                return found
    return None
