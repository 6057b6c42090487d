"""Page furniture is no text: headers, numbers, watermarks, footnotes, contents; nothing of the print is lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.documents.document import Document, ignoring, keeping, printed, read_document, without
from alliancegraph.loaders.documents.prints import Kind

BODY = ("The ministry opened a weir", "together with the town of Dale.", "Goal 2: More fish", "None.")


def document(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return read_document(path)


def taken(read: Document) -> list[tuple[str, str]]:
    return [(item.kind.value, " ".join(item.text.split())) for item in read.furniture]


@pytest.mark.parametrize(
    ("text", "kept", "furniture"),
    [
        (
            "A) Done\n\fRIVER/2020\n3\nB) Next\n",
            "A) Done\n\fB) Next\n",
            [("header", "RIVER/2020"), ("page number", "3")],
        ),
        ("A) Done\n\f3\nB) Next\n", "A) Done\n\fB) Next\n", [("page number", "3")]),
        ("A) Done\n- 3 -\f\nB) Next\n", "A) Done\f\nB) Next\n", [("page number", "- 3 -")]),
        (
            "A) Done\nNone.\fDRAFT\n4\nB) Next",
            "A) Done\nNone.\fB) Next",
            [("watermark", "DRAFT"), ("page number", "4")],
        ),
        ("A) Done\nNone.\fDRAFT\nB) Next", "A) Done\nNone.\fB) Next", [("watermark", "DRAFT")]),
        ("A) Done\nNone. DRAFT\fB) Next", "A) Done\nNone.\fB) Next", [("watermark", "DRAFT")]),
        (
            "One.\nPage 1 of 2\fTwo.\nPage 2 of 2",
            "One.\fTwo.",
            [("page number", "Page 1 of 2"), ("page number", "Page 2 of 2")],
        ),
        ("One.\nSeite 1\fTwo.\nSeite 2\n", "One.\fTwo.\n", [("page number", "Seite 1"), ("page number", "Seite 2")]),
        ("One.\n1\fTwo.\n2\fThree.\n3\n", "One.\fTwo.\fThree.\n", [("page number", n) for n in "123"]),
        ("The Code1\n, which", "The Code, which", [("footnote mark", "1")]),
    ],
)
def test_what_is_no_text_leaves_it(tmp_path: Path, text: str, kept: str, furniture: list[tuple[str, str]]) -> None:
    read = document(tmp_path, text)
    assert (read.text, taken(read)) == (kept, furniture)
    assert printed(read) == text


def test_a_number_out_of_step_is_an_answer(tmp_path: Path) -> None:
    pages = [f"Question {n}\nHow many?\n{answer}\n\n{n}" for n, answer in enumerate((40, 7, 12, 3, 99), 1)]
    read = document(tmp_path, "\f".join(pages))
    assert [words for _, words in taken(read)] == ["1", "2", "3", "4", "5"]
    assert "How many?\n12\n" in read.text


def test_a_number_out_of_step_at_the_foot_of_a_page_is_an_answer(tmp_path: Path) -> None:
    pages = [
        f"Question {chr(65 + at)} of the form\nHow many?\n{number}" for at, number in enumerate((1, 2, 3, 40, 5, 6))
    ]
    read = document(tmp_path, "\f".join(pages))
    assert [words for _, words in taken(read)] == ["1", "2", "3", "5", "6"]


def test_a_number_at_a_page_top_is_an_answer_where_numbers_are_below(tmp_path: Path) -> None:
    pages = ["How many weirs?\n1", "40\nHow many ponds?\n2", "12\nWhy?\n3", "None.\n4"]
    read = document(tmp_path, "\f".join(pages))
    assert read.text == "How many weirs?\f40\nHow many ponds?\f12\nWhy?\fNone."


def test_headings_of_one_goal_a_page_are_no_header(tmp_path: Path) -> None:
    pages = [
        f"Goal {n}\nA) What was done\nWe built weir {n}.\nB) What comes next\nPonds in place {n}." for n in range(1, 5)
    ]
    read = document(tmp_path, "\f".join(pages))
    assert read.furniture == ()


def test_a_heading_that_opens_each_page_comes_back(tmp_path: Path) -> None:
    pages = [f"What was done\nWe built weir {n}." for n in range(1, 5)]
    read = document(tmp_path, "\f".join(pages))
    assert [kind for kind, _ in taken(read)] == ["header"] * 4
    back = keeping(read, lambda furniture: furniture.text.strip() == "What was done")
    assert (back.text, back.furniture, back.warnings) == ("\f".join(pages), (), ())


def test_headers_of_chapters_and_the_title_in_the_text(tmp_path: Path) -> None:
    tops = ["The river", "Rivers", "Rivers", "Rivers", "Lakes", "Lakes", "Lakes", "Annex"]
    pages = [f"{top}\n3.{n} The text of page {n} goes on.\nIt ends here." for n, top in enumerate(tops)]
    read = document(tmp_path, "\f".join(pages))
    assert [words for _, words in taken(read)] == ["Rivers"] * 3 + ["Lakes"] * 3


def test_notes_at_the_foot_of_a_page_leave_with_their_marks(tmp_path: Path) -> None:
    text = "The Water Code1 bans waste\n¹ no mark\n1 See the Gazette,\nno. 3.\fand it is kept.[2]\n[2] Since 2014."
    read = document(tmp_path, text)
    assert read.text == "The Water Code bans waste\n¹ no mark\n\fand it is kept.\n"
    assert [kind for kind, _ in taken(read)] == ["footnote mark", "footnote"] * 2


def test_a_contents_page_is_no_form(tmp_path: Path) -> None:
    listed = "Contents\nGoal 1: Cleaner water and banks\nof the river .... 2\nA) Done ..... 2\nGoal 2: Fish ––––– 4\n"
    read = document(tmp_path, f"River form\n{listed}\nGoal 1: Cleaner water\nA) Done\nName ............ 12\n")
    assert read.text == "River form\n\nGoal 1: Cleaner water\nA) Done\nName ............ 12\n"
    assert {kind for kind, _ in taken(read)} == {"contents"}
    plain = document(tmp_path, "Inhalt\nZiel 1\t2\nZiel 2\t3\nZiel 3\t9\n\nZiel 1\nWir bauten 3\nund 4\nund 5\n")
    assert plain.text == "\nZiel 1\nWir bauten 3\nund 4\nund 5\n"


@pytest.mark.parametrize(
    "text",
    [
        "Staff\nOfficers ....... 12\nJudges ....... 14\nCourts ....... 20\nA) Done\nNone.",
        "How far are you?\n5 of 7\n",
        "How far?\nWe began.\n12/30\fIt is slow.\nWhy?\fNone.\nThat is all.",
        "Class of the report\nRESTRICTED, as of 2014\nWho knows it\nCONFIDENTIAL\nEnd\nAll\fOther\nText",
        "None\fGoal B\nNone\fGoal C\nNone\fGoal D\nNone",
        "☐ Yes ☐ No\fGoal B\n☐ Yes ☐ No\fGoal C\n☐ Yes ☐ No",
    ],
)
def test_what_only_looks_like_furniture_is_kept(tmp_path: Path, text: str) -> None:
    assert (document(tmp_path, text).text, document(tmp_path, text).furniture) == (text, ())


def test_each_kind_is_told_once_with_its_pages(tmp_path: Path) -> None:
    read = document(tmp_path, "\f".join(f"RIVER\nText of {n} goes on.\n{n}" for n in (1, 2, 3, 4)))
    told = [(notice.code, notice.what, notice.page) for notice in read.warnings]
    assert told == [
        ("furniture-removed", "header taken out of the text on pages 1-4: 'RIVER'", 1),
        ("furniture-removed", "page number taken out of the text on pages 1-4: '1'", 1),
    ]


def test_pages_and_places(tmp_path: Path) -> None:
    read = document(tmp_path, "RIVER\nOne.\n\nTwo.\fRIVER\nThree.\nFour.")
    assert [read.page(read.text.index(word)) for word in ("One", "Two", "Three", "Four")] == [1, 1, 2, 2]
    assert [read.place(read.text.index(word)) for word in ("One", "Two", "Three", "Four")] == [
        (1, 2),
        (1, 4),
        (2, 2),
        (2, 3),
    ]
    plain = document(tmp_path, "One.\nTwo.")
    assert (plain.page(5), plain.place(5)) == (None, (None, 2))


def test_phrases_that_a_form_names_are_taken_out_over_several_lines(tmp_path: Path) -> None:
    read = document(tmp_path, "A) Done\n(Please answer in\n no more than 200 words.)\nWe built a weir.\n1\fB) Next\n2")
    without = ignoring(read, ["(please  answer in no more than 200 words.)"])
    assert without.text == "A) Done\nWe built a weir.\fB) Next"
    assert [item.kind for item in without.furniture] == [Kind.NAMED, Kind.NAMED, Kind.PAGE_NUMBER, Kind.PAGE_NUMBER]
    assert printed(without) == printed(read)


def test_a_span_of_the_text_leaves_it_around_other_furniture(tmp_path: Path) -> None:
    read = document(tmp_path, "A) Done\nWe\fRIVER\n3\nA) Done\nbuilt.\nA) Do\fRIVER\n4\nne\nEnd.")
    text = read.text
    spans = [Span(text.index("\f") + 1, text.index("built")), Span(text.rindex("A) Do"), text.index("End"))]
    left = without(read, spans, Kind.REPEATED)
    assert left.text == "A) Done\nWe\fbuilt.\n\fEnd."
    assert [(item.kind.value, item.text) for item in left.furniture][2:] == [
        ("repeated heading", "A) Done\n"),
        ("repeated heading", "A) Do"),
        ("header", "RIVER\n"),
        ("page number", "4\n"),
        ("repeated heading", "ne\n"),
    ]
    assert printed(left) == printed(read)


PIECES = st.sampled_from(
    [
        "RIVER/2020",
        "DRAFT",
        "Page 1 of 3",
        "3",
        "- 2 -",
        "iv",
        "A) Done",
        "None.",
        "Goal 1 .... 2",
        "Contents",
        "x1\n, y",
        "",
        " ",
        "¹ Note",
        "1 See it",
        "Code1",
        "\u2028",
        "\x85",
        "a\xad",
        "12",
        "None. DRAFT",
    ]
)
PAGES = st.lists(
    st.lists(PIECES | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=8), max_size=6).map("\n".join),
    max_size=6,
).map("\f".join)


@settings(max_examples=300, deadline=None)
@given(PAGES, st.data())
def test_the_print_is_the_text_and_its_furniture(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("pages", numbered=True) / "pages.txt"
    path.write_bytes(("¶" + text).encode("utf-8", "replace"))
    read = read_document(path)
    whole = printed(read)
    assert len(whole) == len(read.text) + sum(len(item.text) for item in read.furniture)
    assert read.text.count("\f") == whole.count("\f")
    assert all("\f" not in item.text and item.text for item in read.furniture)
    assert [item.at for item in read.furniture] == sorted(item.at for item in read.furniture)
    assert printed(ignoring(read, ["none.", "river/2020"])) == whole == printed(keeping(read, lambda _: True))
    assert keeping(ignoring(read, ()), lambda _: False).text == read.text
    start, end = sorted((data.draw(st.integers(0, len(read.text))), data.draw(st.integers(0, len(read.text)))))
    assert printed(without(read, [Span(start, end)], Kind.REPEATED)) == whole
