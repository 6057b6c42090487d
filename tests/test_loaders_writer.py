"""Claims files are written so that they read back, and a change leaves every other line as it is, to the byte."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliancegraph.graph.errors import ClaimsError, InputError
from alliancegraph.graph.model.claimsfile import ClaimsFile, FactLine, Field, FileReview, FileSection, Item
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.claims.syntax import read_claims
from alliancegraph.loaders.claims.writer import changed, save_claims, written
from alliancegraph.loaders.yamlfile import parse_yaml
from alliancegraph.queries.library import SAMPLE
from tests.conftest import REPORTS

FILES = [*REPORTS.glob("*.claims.yaml"), *SAMPLE.glob("*.claims.yaml"), *(Path(__file__).parent).rglob("*.claims.yaml")]
ROMANIA = REPORTS / "romania-2014.claims.yaml"
READ = read_claims(ROMANIA).file
HARD = [
    *("a: b", 'say "so"', "it's", "# one", "a #b", "- x", "a\nb", "a\x85b", "a\tb", "\u2028a", "a\u00a0b", "😀", "č ș"),
    *("yes", "no", "null", "~", "true", "05", "1e3", ".inf", "1_000", "12:30", "-12", "1.10", "0x1F", "2014-02-01"),
    *("@x", "%x", "[a", "{a}", "a, b", "*x", "&y", "!z", "? a", "| a", "> a", " a ", "a:", "---", "...", "=", "<<"),
    *(
        ":",
        "?",
        "-",
        ",",
        "]",
        "2013/..",
        "\\n",
        "'",
        '"',
        "ﬁ",
        "…",
        "x" * 300,
        "two words " * 40,
        "a " * 200 + ": b # c",
    ),
]


def is_seen(text: Text) -> bool:
    return any(sign.isprintable() and not sign.isspace() for sign in text) and "\uffff" not in text


texts = st.one_of(
    st.sampled_from(HARD), st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), min_size=1, max_size=30)
).map(Text).filter(is_seen)  # fmt: skip
some = st.lists(texts, min_size=1, max_size=3).map(tuple)
perhaps = st.none() | texts
reviews = st.builds(
    FileReview,
    state=texts,
    on=st.none() | st.dates().map(lambda day: Text(day.isoformat())),
    note=perhaps,
    replaced_by=st.just(()) | some,
)
fields = st.builds(Field, texts.filter(lambda key: key != "review"), texts.map(lambda text: (text,))) | st.builds(
    Field, texts.filter(lambda key: key != "review"), some, st.just(True)
)
lines = st.builds(
    FactLine,
    texts,
    st.lists(fields, max_size=3, unique_by=lambda field: field.key).map(tuple),
    st.none() | reviews,
)
items = st.builds(
    Item,
    quote=texts,
    facts=st.lists(lines, min_size=1, max_size=3).map(tuple),
    context=perhaps,
    stated_by=perhaps,
    reviewed_by=perhaps,
    because=perhaps,
    review=st.none() | reviews,
) | st.builds(Item, quote=texts, nothing=st.sampled_from(["heading", "wish"]).map(Text))
sections = st.builds(FileSection, texts, st.lists(items, min_size=1, max_size=3).map(tuple), st.none() | reviews)
claims_files = st.builds(
    ClaimsFile,
    report=texts,
    authority=some,
    recorded_by=texts,
    sections=st.lists(sections, max_size=3, unique_by=lambda section: section.code).map(tuple),
    things_of=st.just(()) | some,
    reviewed_by=perhaps,
    language=st.none() | st.just(Text("ro")),
    review=st.none() | reviews,
)


def parsed(text: str) -> ClaimsFile:
    from alliancegraph.loaders.claims.syntax import parse_claims

    file, slips = parse_claims(parse_yaml(text, Path("x.claims.yaml")))
    assert slips == ()
    return file


def item_of(file: ClaimsFile, section: int, item: int) -> Item:
    return file.sections[section].items[item]


def with_item(file: ClaimsFile, section: int, item: int, *new: Item) -> ClaimsFile:
    """Return the file with other items in place of one."""
    whole = file.sections[section]
    others = (*whole.items[:item], *new, *whole.items[item + 1 :])
    sections = (*file.sections[:section], replace(whole, items=others), *file.sections[section + 1 :])
    return replace(file, sections=sections)


def with_fact(item: Item, at: int, *new: FactLine) -> Item:
    return replace(item, facts=(*item.facts[:at], *new, *item.facts[at + 1 :]))


def difference(old: str, new: str) -> tuple[int, list[str], list[str]]:
    """Before which line (from 0) two texts begin to differ, and the lines that only the one and the other has there."""
    one, other = old.split("\n"), new.split("\n")
    same = len([*takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))])
    rest = min(len(one), len(other)) - same
    behind = len([*takewhile(lambda pair: pair[0] == pair[1], zip(one[: -rest - 1 : -1], other[::-1], strict=False))])
    behind = min(behind, rest)
    return same, one[same : len(one) - behind], other[same : len(other) - behind]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_what_says_the_same_is_the_same_to_the_byte(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    save_claims(read_claims(path).file, copy)
    assert copy.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_a_file_written_whole_says_the_same(path: Path) -> None:
    file = read_claims(path).file
    assert parsed(written(file)) == file


@settings(max_examples=40)
@given(claims_files)
def test_any_file_that_is_written_reads_back(file: ClaimsFile) -> None:
    assert parsed(written(file)) == file


@settings(max_examples=25)
@given(claims_files, claims_files)
def test_any_file_can_be_changed_into_any_other(file: ClaimsFile, other: ClaimsFile) -> None:
    assert parsed(changed(written(file), other)) == other


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_survive_in_brackets_and_outside(text: str) -> None:
    fields = Field(Text("label"), (Text(text),)), Field(Text("name"), (Text(text), Text("b")), is_list=True)
    facts = (FactLine(Text("a"), fields),)
    file = replace(READ, sections=(FileSection(Text("1.1/A"), (Item(Text(text), facts),)),))
    assert parsed(written(file)) == file


@pytest.mark.parametrize("text", ["\uffff", "\ud800", "\u200b", ""])
def test_what_no_file_can_hold_is_refused_and_nothing_written(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.claims.yaml"
    file = with_item(READ, 0, 0, replace(item_of(READ, 0, 0), quote=Text(text)))
    with pytest.raises(InputError, match=re.escape(str(path))):
        save_claims(file, path)
    assert [*tmp_path.iterdir()] == []


places = st.integers(0, len(READ.sections) - 1).flatmap(
    lambda section: st.tuples(st.just(section), st.integers(0, len(READ.sections[section].items) - 1))
)


def lines_of(start: Text, after: Text | None) -> range:
    """Return the numbers of the lines (from 0) from one text to before another."""
    first = start.origin[1] - 1 if start.origin else 0
    return range(first, after.origin[1] - 1 if after and after.origin else first + 40)


@settings(max_examples=4)
@given(places, st.data())
def test_a_fact_that_changes_comes_or_goes_changes_its_lines_alone(place: tuple[int, int], data: st.DataObject) -> None:
    item = item_of(READ, *place)
    if not item.facts:
        return
    at = data.draw(st.integers(0, len(item.facts) - 1))
    line = item.facts[at]
    changes: dict[str, Callable[[], Item]] = {
        "add": lambda: with_fact(item, at, line, FactLine(Text("cocd within mia"))),
        "head": lambda: with_fact(item, at, replace(line, head=Text(f"{line.head}x"))),
        "field": lambda: with_fact(item, at, replace(line, fields=(*line.fields, Field(Text("x"), (Text("new"),))))),
        "review": lambda: with_fact(item, at, replace(line, review=FileReview(Text("disputed"), note=Text("Look.")))),
    }
    if len(item.facts) > 1:
        changes["remove"] = lambda: with_fact(item, at)
    kind = data.draw(st.sampled_from([*changes]))
    text = ROMANIA.read_text(encoding="utf-8")
    start, gone, new = difference(text, changed(text, with_item(READ, *place, changes[kind]())))
    after = item.facts[at + 1].head if at + 1 < len(item.facts) else None
    own = lines_of(line.head, after)
    assert own.start <= start
    assert start + len(gone) <= own.stop
    assert kind != "add" or (gone, new) == ([], ["        - cocd within mia"])
    assert kind != "remove" or new == []


@settings(max_examples=4)
@given(places)
def test_an_item_that_is_removed_or_put_back_changes_its_lines_alone(place: tuple[int, int]) -> None:
    if len(READ.sections[place[0]].items) == 1:
        return
    text = ROMANIA.read_text(encoding="utf-8")
    without = changed(text, with_item(READ, *place))
    _, gone, new = difference(text, without)
    if any(re.search(r": [&*]\w", line) for line in gone):
        return  # a name for words that several quotes need
    assert (new, text.count("\n") - without.count("\n")) == ([], len(gone))
    assert "\n\n\n" not in without
    _, gone, new = difference(without, changed(without, READ))
    assert gone == []
    assert new.count("") == 1


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda file: replace(file, review=FileReview(Text("reviewed"), Text("2026-11-26"))),
         "review: {state: reviewed, on: 2026-11-26}"),
        (lambda file: with_item(file, 0, 2, replace(item_of(file, 0, 2), review=FileReview(Text("disputed")))),
         "      review: disputed"),
        (lambda file: replace(file, language=Text("en")), "language: en"),
        (lambda file: replace(file, sections=(replace(file.sections[0], review=FileReview(Text("reviewed"))),
                                              *file.sections[1:])), "reviews of sections: {1.1/A: reviewed}"),
    ],
)  # fmt: skip
def test_a_review_is_a_line(change: Callable[[ClaimsFile], ClaimsFile], line: str) -> None:
    text = ROMANIA.read_text(encoding="utf-8")
    _, gone, new = difference(text, changed(text, change(READ)))
    assert (gone, new) == ([], [line])


SMALL = """# a head
report: "r"   # the id
authority: [a, b]
recorded by: "me"
sections:
  1.1/A:
    # about it
    - {quote: 'one, two', nothing: heading}

    - quote: |
        three
        four
      facts: [a b c, {d: {label: "E",
        name: [f, g]}}]
      # the end
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_marks_and_comments_stay(tmp_path: Path, end: str, mark: str) -> None:
    path = tmp_path / "r.claims.yaml"
    path.write_bytes((mark + SMALL.replace("\n", end)).encode())
    file = read_claims(path).file
    item = item_of(file, 0, 1)
    label, name = item.facts[1].fields
    fact = replace(item.facts[1], fields=(label, replace(name, values=(Text("f"), Text("h")))))
    save_claims(with_item(file, 0, 1, with_fact(item, 1, fact)), path)
    assert path.read_bytes().decode() == mark + SMALL.replace("[f, g]", "[f, h]").replace("\n", end)
    more = Item(Text("five"), (FactLine(Text("a b c")),))
    save_claims(with_item(read_claims(path).file, 0, 0, item_of(file, 0, 0), more), path)
    added = "    - quote: five\n      facts:\n        - a b c\n\n    - quote: |"
    written_so = SMALL.replace("[f, g]", "[f, h]").replace("    - quote: |", added)
    assert path.read_bytes().decode() == mark + written_so.replace("\n", end)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("      facts: [a b c, {d: {label: \"E\",\n        name: [f, g]}}]\n", None),
        ("    - {quote: 'one, two', nothing: heading}\n", "    - {quote: 'one, two', nothing: wish}\n"),
    ],
)  # fmt: skip
def test_brackets_and_texts_change_alone(old: str, new: str | None) -> None:
    file = parsed(SMALL)
    if new:
        text = changed(SMALL, with_item(file, 0, 0, replace(item_of(file, 0, 0), nothing=Text("wish"))))
        assert text == SMALL.replace(old, new)
        return
    item = item_of(file, 0, 1)
    text = changed(SMALL, with_item(file, 0, 1, with_fact(item, 0, item.facts[0], FactLine(Text("x y z")))))
    start, gone, _ = difference(SMALL, text)
    assert "\n".join(gone) in old
    assert SMALL.split("\n")[:start] == text.split("\n")[:start]


def test_a_file_without_a_line_end_can_grow() -> None:
    text = SMALL.removesuffix("\n      # the end\n")
    file = parsed(text)
    more = Item(Text("five"), (FactLine(Text("a b c")),))
    grown = changed(text, with_item(file, 0, 1, item_of(file, 0, 1), more))
    assert grown == f"{text}\n\n    - quote: five\n      facts:\n        - a b c"
    assert changed(grown, file).rstrip("\n") == text


NAMED = """report: r
authority: [a]
recorded by: me
sections:
  1.1/A:
    - {quote: one, facts: [a b c]}
    - quote: two
      context: &here words
      facts: [a b c]
    - quote: three
      context: *here
      facts: [a b c]
    - quote: four
      context: *here
      facts: [a b c]
"""


def test_what_other_quotes_refer_to_moves_where_its_place_goes() -> None:
    file = parsed(NAMED)
    two = "    - quote: two\n      context: &here words\n      facts: [a b c]\n"
    assert changed(NAMED, with_item(file, 0, 1)) == NAMED.replace(two, "").replace("*here", "&here words", 1)
    other = replace(item_of(file, 0, 1), context=Text("others"))
    text = NAMED.replace("&here words", "others").replace("*here", "&here words", 1)
    assert changed(NAMED, with_item(file, 0, 1, other)) == text


def test_a_name_that_nothing_refers_to_any_more_goes() -> None:
    file = parsed(NAMED.replace("context: *here", "context: words", 1))
    text = NAMED.replace("context: *here", "context: words", 1)
    item = text[text.index("    - quote: four") :]
    assert changed(text, with_item(file, 0, 3)) == text.replace(item, "").replace("&here ", "")


def test_what_refers_to_another_quote_changes_alone() -> None:
    file = parsed(NAMED)
    for said in (None, Text("others")):
        old, new = "      context: *here\n", f"      context: {said}\n" if said else ""
        text = changed(NAMED, with_item(file, 0, 2, replace(item_of(file, 0, 2), context=said)))
        assert text == NAMED.replace(old, new, 1)
    reviewed = changed(NAMED, with_item(file, 0, 2, replace(item_of(file, 0, 2), review=FileReview(Text("reviewed")))))
    assert reviewed == NAMED.replace("*here\n", "*here\n      review: reviewed\n", 1)


def test_a_change_that_would_not_read_back_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.claims.yaml"
    path.write_text(NAMED, encoding="utf-8")
    with pytest.raises(ClaimsError, match="cannot be written, because"):
        save_claims(with_item(parsed(NAMED), 0, 0, replace(item_of(parsed(NAMED), 0, 0), facts=())), path)
    assert path.read_text(encoding="utf-8") == NAMED
