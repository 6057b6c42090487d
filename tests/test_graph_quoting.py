"""Quotation marks around words that have some of their own."""

import pytest

from alliancegraph.graph.words.quoting import quoted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plain words", "“plain words”"),
        ("“If the deeds” (par. 1)", "‘“If the deeds” (par. 1)’"),
        ("made by “Salvati Copiii”", "‘made by “Salvati Copiii”’"),
        ("made by “Salvati Copiii” in 2014", "“made by “Salvati Copiii” in 2014”"),
        ("« dit-il »", "‘« dit-il »’"),
    ],
)
def test_marks_around_marks_are_single(text: str, told: str) -> None:
    assert quoted(text) == told
