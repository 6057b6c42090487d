"""Small reports, written for the tests: nobody's, and nothing in them is true."""

from pathlib import Path

OUTSIDE = Path(__file__).parent / "outside"
PAIR = Path(__file__).parent / "pair"
SENTENCES = Path(__file__).parent / "sentences"  # but for the quotes of two public reports, which name their source
