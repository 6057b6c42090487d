"""Text comes in one way: UTF-8 with or without a mark, in every locale, and a sentence where it is something else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from alliancegraph.graph.errors import InputError
from alliancegraph.graph.files.textfile import decode, read_text
from alliancegraph.loaders.documents.document import read_document
from alliancegraph.loaders.form.scheme import SCHEMES, read_scheme
from alliancegraph.loaders.yamlfile import read_yaml

MARK = b"\xef\xbb\xbf"
QUERY = 'SELECT ("ș’日" AS ?text) { }'
READERS: dict[str, Callable[[Path], object]] = {
    "text": read_text,
    "YAML": read_yaml,
    "goals": read_scheme,
    "report": read_document,
}
LATIN = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
@pytest.mark.parametrize("reader", [reader for reader in READERS if reader != "report"])
def test_what_is_no_utf_8_is_refused_by_name(reader: str, encoding: str, tmp_path: Path) -> None:
    mark = "\ufeff" if encoding.endswith("e") else ""
    path = tmp_path / "other.txt"
    path.write_bytes(f"{mark}one: 1\ntwo: é\n".encode(encoding))
    with pytest.raises(InputError) as error:
        READERS[reader](path)
    (problem,) = error.value.problems
    assert problem.file == path
    assert problem.found.startswith("is not UTF-8" if encoding == "latin-1" else f"is {encoding[:6].upper()}")
    assert problem.line == (2 if encoding == "latin-1" else None)


@pytest.mark.parametrize("reader", READERS)
def test_a_file_that_is_not_there_is_named(reader: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.ttl: .*expected .*Check the path"):
        READERS[reader](tmp_path / "nothing.ttl")


def test_a_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "marked").write_bytes(MARK + b"key: value\r\n")
    assert decode(MARK + b"x") == "x"
    assert read_text(tmp_path / "marked") == "key: value\n"
    assert read_yaml(tmp_path / "marked").record(["key"])["key"].text() == "value"


def test_goals_with_a_mark_are_the_same_goals(tmp_path: Path) -> None:
    goals = SCHEMES / "global-alliance.ttl"
    (tmp_path / "goals.ttl").write_bytes(MARK + goals.read_bytes())
    assert replace(read_scheme(tmp_path / "goals.ttl"), places={}) == replace(read_scheme(goals), places={})


@pytest.mark.parametrize("content", [b"a: \x0c", b"a: \x00", b"a: \x1b[31m"])
def test_control_characters_in_yaml_are_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_bytes(content)
    with pytest.raises(InputError, match=r"odd\.yaml:1: the character U\+00.. \(a control character\)"):
        read_yaml(tmp_path / "odd.yaml")


def asked(build: Path, stdin: bytes, redirect: str = "") -> "subprocess.CompletedProcess[bytes]":
    command = f'"{sys.executable}" -m alliancegraph query - --format csv --build "{build}" {redirect}'
    return subprocess.run(command, shell=True, input=stdin, capture_output=True, env=LATIN, check=False)


@pytest.mark.parametrize("mark", [b"", MARK])
def test_standard_input_is_utf_8_in_every_locale(build: Path, mark: bytes) -> None:
    done = asked(build, mark + QUERY.encode())
    assert (done.returncode, done.stdout.decode()) == (0, "text\r\nș’日\r\n")


@pytest.mark.parametrize(
    ("redirect", "stdin", "message"),
    [
        ("<&-", b"", "-: is closed; expected text on standard input"),
        ("", b"SELECT\n\xff", "-:2: is not UTF-8 text (a byte FF)"),
        ("", QUERY.encode("utf-16"), "-: is UTF-16; expected UTF-8 text"),
    ],
)
def test_standard_input_that_is_no_text_is_told(build: Path, redirect: str, stdin: bytes, message: str) -> None:
    done = asked(build, stdin, redirect)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_query_file_with_a_mark(build: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_bytes(MARK + QUERY.encode())
    assert read_text(tmp_path / "q.rq") == QUERY
    shutil.copy(tmp_path / "q.rq", tmp_path / "copy.rq")
    command = [sys.executable, "-m", "alliancegraph", "query", str(tmp_path / "copy.rq"), "--build", str(build)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
