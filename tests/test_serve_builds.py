"""The endpoint answers from the build that is there: a new one at once, the last one while there is none."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from alliancegraph.cli import main
from tests.serving import Server, served

COUNT = "SELECT (COUNT(*) AS ?n) { ?c a ag:Contribution }"


def _count(server: Server) -> int:
    heard = server.get(COUNT)
    assert heard.status == 200, heard.text
    return int(json.loads(heard.body)["results"]["bindings"][0]["n"]["value"])


def _make(out: Path, document: Path) -> None:
    assert main(["build", str(document), "--out", str(out)]) == 0


@pytest.fixture
def unread(tmp_path: Path, romania: Path) -> Path:
    """Return a report without claims."""
    folder = tmp_path / "unread"
    folder.mkdir()
    return Path(shutil.copy(romania, folder / "form.txt"))


def test_a_new_build_is_answered_from_at_once(tmp_path: Path, romania: Path, unread: Path) -> None:
    out = tmp_path / "build"
    _make(out, unread)
    with served(out) as server, ThreadPoolExecutor(8) as clients:
        assert _count(server) == 0
        _make(out, romania)
        assert set(clients.map(_count, [server] * 40)) == {_count(server)} != {0}


def test_a_build_that_is_gone_is_still_answered_from(tmp_path: Path, romania: Path) -> None:
    out = tmp_path / "build"
    _make(out, romania)
    with served(out) as server:
        known = _count(server)
        shutil.rmtree(out.resolve())
        assert [_count(server) for _ in range(20)] == [known] * 20
        out.unlink()
        assert [_count(server) for _ in range(20)] == [known] * 20
        _make(out, romania)
        assert _count(server) == known


def test_without_a_build_there_is_nothing_to_serve(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--build", str(tmp_path)]) == 2
    assert "Run `alliancegraph build` first" in capsys.readouterr().err


def test_a_taken_port_is_said_to_be_taken(build: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with served(build) as server:
        port = server.address.rpartition(":")[2]
        assert main(["serve", "--build", str(build), "--port", port]) == 2
    assert main(["serve", "--build", str(build), "--port", "99999"]) == 2
    said = capsys.readouterr().err
    assert f"port {port}" in said
    assert said.count("or 0 for any that is free") == 2


@pytest.mark.parametrize("option", [("--seconds", "0"), ("--rows", "-1"), ("--megabytes", "10"), ("--rows", "many")])
def test_a_limit_that_is_none_is_refused(option: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", *option])
    assert f"'{option[1]}'; expected a whole number of at least" in capsys.readouterr().err


def test_help_teaches_by_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    said = capsys.readouterr().out
    assert "--data-urlencode" in said
    assert "--port 0" in said
