"""Language tags (BCP 47) whose language ISO 639 lists."""

import re

_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z0-9]{2,8})*")
_CASES = {2: str.upper, 4: str.capitalize}  # a country, a script


def is_language(tag: str) -> bool:
    """Return whether a text is a language tag whose first part ISO 639 lists.

    >>> is_language("sr-Latn"), is_language("me"), is_language("fr_FR")
    (True, False, False)
    """
    import pycountry

    parts = _TAG.fullmatch(tag)
    language, known = parts["language"].lower() if parts else "", pycountry.languages
    return bool(language and (known.get(alpha_2=language) or known.get(alpha_3=language)))


def canonical_language(tag: str) -> str:
    """Return the tag in the case that BCP 47 recommends; case makes no difference between tags.

    >>> canonical_language("EN-gb"), canonical_language("SR-LATN-rs")
    ('en-GB', 'sr-Latn-RS')
    """
    language, *others = tag.lower().split("-")
    return "-".join([language, *(_CASES.get(len(part), str)(part) for part in others)])
