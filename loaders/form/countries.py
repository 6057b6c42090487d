"""Countries by any of their names: of ISO 3166 (pycountry), in its translations, and as forms print them."""

import gettext
import re
from functools import cache
from pathlib import Path
from unicodedata import category, normalize

from alliancegraph.graph.model.reports import Member
from alliancegraph.graph.words.folding import readable
from alliancegraph.loaders.yamlfile import read_yaml

_FILE = Path(__file__).with_name("members.yaml")
_DOMAIN = "iso3166-1"
_NAMES = ("name", "common_name", "official_name")


def by_name(name: str, languages: tuple[str, ...] = ()) -> Member | None:
    """Return the country of a name in English or one of those languages, else in any; None if none has it."""
    folded = _folded(name)
    if not folded:
        return None
    possible = (each for each in languages if all(word in _rough(each) for word in folded.split()))
    found = _names().get(folded) or next(filter(None, (_translated(each).get(folded) for each in possible)), None)
    return _member(found) if found else None


def by_code(code: str) -> Member | None:
    """Return the country of a code of ISO 3166-1, in two or three letters or digits; None if there is none."""
    found = _codes().get(code.upper())
    return _member(found) if found else None


def languages() -> tuple[str, ...]:
    """Return the languages in which countries have names."""
    import pycountry

    return tuple(sorted(path.name for path in Path(pycountry.LOCALES_DIR).iterdir()))


def _member(alpha3: str) -> Member:
    import pycountry

    country = pycountry.countries.get(alpha_3=alpha3)
    if country is None:
        return Member(_printed()[alpha3][0], alpha3)
    return Member(getattr(country, "common_name", country.name), alpha3)


@cache
def _codes() -> dict[str, str]:
    import pycountry

    codes = ((code, c.alpha_3) for c in pycountry.countries for code in (c.alpha_2, c.alpha_3, c.numeric))
    return {code: code for code in _printed()} | dict(codes)


@cache
def _names() -> dict[str, str]:
    """Return the codes of countries by their folded names in English."""
    import pycountry

    found = {
        _folded(name): country.alpha_3
        for country in pycountry.countries
        for name in (getattr(country, kind, "") for kind in _NAMES)
        if name
    }
    return {_folded(name): code for code, names in _printed().items() for name in names} | found


@cache
def _translations(language: str) -> dict[str, str]:
    """Return the codes of countries by their names in a language; without those that it has from English."""
    import pycountry

    words = gettext.translation(_DOMAIN, pycountry.LOCALES_DIR, [language.replace("-", "_")], fallback=True)
    return {
        translated: country.alpha_3
        for country in pycountry.countries
        for name in (getattr(country, kind, "") for kind in _NAMES)
        if name and (translated := words.gettext(name)) != name
    }


@cache
def _translated(language: str) -> dict[str, str]:
    """Return the codes of countries by their folded names in a language."""
    return {_folded(name): code for name, code in _translations(language).items()}


@cache
def _rough(language: str) -> str:
    """Return the letters of all names in a language: what is not in them is in no folded name."""
    return _letters(_without("\n".join(_translations(language)), "Cf"))


@cache
def _printed() -> dict[str, tuple[str, ...]]:
    pairs = read_yaml(_FILE).pairs()
    return {str(code.text()): tuple(str(name.text()) for name in names.elements()) for code, names in pairs}


def _folded(name: str) -> str:
    """Return a name without capitals, accents, articles and signs; `&` is `and`.

    >>> _folded("THE NETHERLANDS*"), _folded("Bosnia & Herzegovina"), _folded("Türkiye")
    ('netherlands', 'bosnia and herzegovina', 'turkiye')
    """
    return " ".join(word for word in re.findall(r"[^\W\d_]+|\d+", _letters(readable(name))) if word != "the")


def _letters(text: str) -> str:
    """Return a text without capitals, accents, full stops and apostrophes; `&` is `and`."""
    plain = normalize("NFD", text.replace("&", " and ").casefold())
    return re.sub(r"[.'’]", "", _without(plain, "Mn"))


def _without(text: str, kind: str) -> str:
    """Return a text without the characters of that category."""
    return text.translate({ord(sign): None for sign in set(text) if category(sign) == kind})
