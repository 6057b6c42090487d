"""YAML that people write: nothing in it is lost or changed without a word."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliancegraph.graph.errors import InputError
from alliancegraph.graph.files.yamltext import composed, loaded

PATH = Path("file.yaml")
CUT = "is cut off as a comment; expected all of the text"


def refused(text: str) -> str:
    with pytest.raises(InputError) as caught:
        composed(text, PATH)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "comment"),
    [
        ("label: Project #3\n", 1, "#3"),
        ("a: b\nquote: the measures under Project #3 in 2014\n", 2, "#3 in 2014"),
        ("quote: words of\n  more words #3\n", 2, "#3"),
        ("police: {label: Project #3\n  , name: b}\n", 1, "#3\n".strip()),
        ("name: [one #1\n  , two]\n", 1, "#1"),
        ("name: [one, #2 of\n  three]\n", 1, "#2 of"),
        ("name: [one,\n  #2,\n  three]\n", 2, "#2,"),
        ("- one #1\n- two\n", 1, "#1"),
        ("a #3: b\n", 1, "#3: b"),
        ("label: #3 in rank\n", 1, "#3 in rank"),
        ("quote: #3 in rank,\n  says the report\n", 1, "#3 in rank,"),
        ("quote:\n  #3 in rank,\n  says the report\n", 2, "#3 in rank,"),
        ("- #3 in rank\n  and more\n", 1, "#3 in rank"),
        ("quote: >- #3\n  says the report\n", 1, "#3"),
        ("label: b\t#3\n", 1, "#3"),
        ("context: &focus #3\n  words\nagain: *focus\n", 1, "#3"),
        ('label: the "second #3" project\n', 1, '#3" project'),
        ("- quote: removed 40\n        #pages in 2014\n", 2, "#pages in 2014"),
        ("a:\n  label: Removal under Project\n    #3 of\n", 3, "#3 of"),
        ("a: >-\n    text\n  #3 pages\nb: c\n", 3, "#3 pages"),
        ("- text one\n  #3\n", 2, "#3"),
    ],
)
def test_a_comment_that_may_be_text_is_refused(text: str, line: int, comment: str) -> None:
    assert f"file.yaml:{line}: '{comment}' {CUT}" in refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "# first\na: b\n# between\nc: d\n# last",
        "x:\n  - quote: b\n    # why\n    facts: d\n",
        "sections:   # in the form's order\n\n  # the first\n  1.1/A:\n    - quote: a\n",
        "list:  # of all\n- a\n# between\n- b\n",
        "- # a note\n  a: b\n",
        "a: \"Project #3\"  # a note\nb: '#4'\n",
        "a: [b, c]  # a note\nd: {e: f}  # another\n",
        "a: >-\n  Project #3\n  # is text, too\n# a note\nb: |\n  #4\n",
        "a: Project#3\nb: C#\n",
        'a: "words\n  # of a text"\n',
        "--- # the head\na: b\n...\n# the end\n",
        "a: &x b\nc: *x  # the same\n",
    ],
)
def test_other_comments_are_none_of_our_business(text: str) -> None:
    assert composed(text, PATH) is not None


def test_all_comments_are_told_at_once() -> None:
    assert refused("a: b #1\nc: d\ne: f #2\n").count(CUT) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b\na: c\n", "file.yaml:2: the key 'a' occurs twice"),
        ("x: [{a: b, c: d, a: e}]\n", "file.yaml:1: the key 'a' occurs twice"),
        ("a: &Co\nb: c\n", "file.yaml:1: the mark '&Co', to which no alias refers"),
        ("a: &Friends forever\n", "the mark '&Friends', to which no alias refers"),
        ("a: !important words\n", "a mark that begins with '!', which YAML drops"),
        ("a: *nobody\n", "not YAML from here or just above"),
        ("a: {<<: {b: c}, d: e}\n", "a merge key (<<)"),
        ("%YAML 1.2\n---\na: b\n", "a line that begins with '%'"),
        ("a: b\n---\nc: d\n", "file.yaml:2: a second document (---)"),
        ("a: b\n...\nc: d\n", "not YAML from here"),
        ("a: b\nc: d\x85e: f\n", "file.yaml:2: the character U+0085"),
        ("a: b\n# c\u2028d: e\n", "file.yaml:2: the character U+2028 (line separator)"),
        ("a: b\x07\n", "the character U+0007 (a control character)"),
        ("a: b\x9f\n", "the character U+009F"),
        ('a: "b\\0c"\n', "file.yaml:1: the character U+0000"),
        ("a: b\n\ufeffc: d\n", "file.yaml:2: the character U+FEFF (zero width no-break space)"),
        ("a:\n\tb: c\n", "file.yaml:2: not YAML"),
        ("a: " + "[" * 50 + "]" * 50, "lists and keys too deep"),
        ("caf\u00e9: b\ncafe\u0301: c\n", "the key 'caf\u00e9' occurs twice"),
    ],
)
def test_what_yaml_would_drop_or_change_is_refused(text: str, said: str) -> None:
    assert said in refused(text)


def test_what_is_just_deep_enough_is_read() -> None:
    assert str(loaded("a: " + "[" * 49 + "]" * 49, PATH)).count("[") == 49


def test_line_ends_and_a_mark_of_the_encoding_are_no_part_of_it() -> None:
    assert loaded("\ufeffa: b\r\nc: d\r\n", PATH) == loaded("a: b\nc: d\n", PATH) == {"a": "b", "c": "d"}
    assert "file.yaml:3: " in refused("a: b\r\n\r\nc: d #e\r\n")


def test_words_stay_words() -> None:
    text = "a: [no, on, 010, 0x10, 1_000, 12:30, 2014-02-01, .5, NaN]\nb: [true, 3, -1.5]\nc: ~\n"
    words = ["no", "on", "010", "0x10", "1_000", "12:30", "2014-02-01", ".5", "NaN"]
    assert loaded(text, PATH) == {"a": words, "b": [True, 3, -1.5], "c": None}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]), min_size=1))
def test_a_text_is_refused_or_kept_whole(words: str) -> None:
    try:
        kept = loaded(f"a: x{words}x\n", PATH)
    except InputError:
        return
    assert kept == {"a": f"x{words}x"}
