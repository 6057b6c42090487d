"""The reporting member: a country by any of its names (ISO 3166, through pycountry), another body by its own."""

from collections.abc import Iterable

from alliancegraph.graph.errors import FormError, Problem
from alliancegraph.graph.model.reports import Member
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.folding import readable
from alliancegraph.loaders.form.about import About
from alliancegraph.loaders.form.sections import Form

GOVERNMENT = "government"
CODE = 3  # letters or digits of a country code, at most


def find_member(about: About, form: Form) -> Member:
    """Return the member in the about file, or else the country above the first heading.

    A member that is no country needs a `reporter type` other than government.
    """
    if "member" not in about.values:
        found = _first_country(form.preamble)
        if found is None:
            raise _unknown(form, "member", "a country's name above the first heading")
        return found
    return named_member(about.values["member"].text(), about.text("reporter type", GOVERNMENT))


def named_member(name: Text, kind: str) -> Member:
    """Return the member of that name; raise ClaimsError for a government that is no country's."""
    found = _country(name)
    if found is None and kind == GOVERNMENT:
        remedy = (
            "Write its English short name; for a body that is no country, say `reporter type: organisation` "
            "(in a list, `memberType: organisation`)."
        )
        raise name.error(f"no country is called '{name}'", "a name or code of ISO 3166", remedy)
    return found or Member(name, "")


def find_year(about: About, form: Form) -> int:
    """Return the year in the about file, or else in the form's title."""
    if "year" in about.values:
        return about.values["year"].text().year()
    if form.year is None:
        raise _unknown(form, "year", "a year in the form's title")
    return form.year


def _unknown(form: Form, what: str, expected: str) -> FormError:
    path = form.document.path
    remedy = f"Write `{what}: …` into {path.with_suffix('.yaml').name} beside it."
    return FormError(Problem(f"no {what}", expected, remedy, path))


def _first_country(lines: Iterable[str]) -> Member | None:
    """Return the first line that is a country's name; codes do not count, because they are ambiguous."""
    names = (line for line in lines if len(line) > CODE)
    return next((member for line in names if (member := _country(line))), None)


def _country(name: str) -> Member | None:
    import pycountry

    try:
        country = pycountry.countries.lookup(readable(name).removeprefix("The ").replace("’", "'"))
    except LookupError:
        return None
    return Member(getattr(country, "common_name", country.name), country.alpha_3)
