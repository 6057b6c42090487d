"""IRIs of the data: `<base><kind>/<local>`, one segment after the kind, so that Turtle can abbreviate each."""

import re
import unicodedata

from pyoxigraph import NamedNode

from alliancegraph.ontology.terms import DATA


def mint(kind: str, local: str) -> NamedNode:
    """Return the IRI of the thing of that kind with that local name.

    >>> str(mint("law", "ro-law-286-2009-art-374"))
    '<https://w3id.org/alliancegraph/id/law/ro-law-286-2009-art-374>'
    """
    return NamedNode(f"{DATA}{kind}/{local}")


def local_name(iri: str) -> str:
    """Return the part of an IRI after its last slash or hash.

    >>> local_name("https://w3id.org/alliancegraph/id/law/ro-law-286-2009")
    'ro-law-286-2009'
    """
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def slug(words: str) -> str:
    """Return words as a local name: ASCII, lower case, hyphens; a hash for words without a Latin letter.

    >>> slug("Côte d'Ivoire")
    'cote-d-ivoire'
    """
    from hashlib import sha256

    ascii_words = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_words.lower())) or sha256(words.encode()).hexdigest()[:12]


AUTHORITY = mint("graph", "authority")
FACTS = mint("graph", "facts")
DERIVED = mint("graph", "derived")
CANONICAL = mint("graph", "canonical")
PUBLISHED = mint("graph", "published")


def report_graph(report: str) -> NamedNode:
    """Return the IRI of the graph that holds what a report introduces."""
    return mint("graph", report)
