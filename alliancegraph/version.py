"""What runs: the versions of the program, the ontology and the engine."""

import argparse
from collections.abc import Sequence


def versions() -> str:
    """Return a line with the versions of the program and the engine, and the version IRI of the ontology."""
    from importlib.metadata import version

    from alliancegraph.ontology.terms import ONTOLOGY, OWL
    from alliancegraph.ontology.vocabulary import Vocabulary

    ontology = Vocabulary.load().index.first(ONTOLOGY, OWL.versionIRI)
    return f"alliancegraph {version('alliancegraph')}, ontology <{ontology}>, pyoxigraph {version('pyoxigraph')}"


class Version(argparse.Action):
    """An option that prints the versions and exits; they are read only then."""

    def __init__(self, option_strings: Sequence[str], **_: object) -> None:
        super().__init__(option_strings, dest=argparse.SUPPRESS, nargs=0, help="print the versions, and exit")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the versions and exit."""
        print(versions())
        parser.exit()
