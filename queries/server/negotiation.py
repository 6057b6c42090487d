"""Content negotiation: which available media type suits a client best (RFC 9110, section 12.5.1)."""

from collections.abc import Iterable


def best(accept: str, offers: Iterable[str]) -> str | None:
    """Return the offer with the highest quality in the Accept header, the first of several; None if none is accepted.

    >>> best("text/csv;q=0.5, application/*", ["text/csv", "application/json"])
    'application/json'
    """
    ranges = dict(_range(part) for part in (accept or "*/*").split(","))
    chosen = max(offers, key=lambda offer: _quality(offer, ranges))
    return chosen if _quality(chosen, ranges) > 0 else None


def _quality(offer: str, ranges: dict[str, float]) -> float:
    """Return the quality of the narrowest range that includes the offer."""
    wider = (offer, f"{offer.partition('/')[0]}/*", "*/*")
    return next((ranges[name] for name in wider if name in ranges), 0)


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (text.strip().lower() for text in part.split(";"))
    quality = next((text[2:] for text in parameters if text.startswith("q=")), "1")
    return name, float(quality) if quality.replace(".", "", 1).isdecimal() else 0
