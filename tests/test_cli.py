"""The command line as people use it."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Variable

import alliancegraph as ag
from alliancegraph.cli import main
from alliancegraph.queries.answers.answer import Answer
from tests.conftest import entered


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def test_the_summary_names_actors_blank_sections_facts_and_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = " ".join(run(capsys, "build", "--out", tmp_path / "build").split())
    assert "supports (only willing): Ministry for Information Society" in said
    assert "2.1/C, 2.2/B, 3.2/A, 4.1/B, 4.1/C, 4.2/A, 4.2/B" in said
    assert "facts, each with its sentence" in said
    for name in ("explorer.html", "alliance.ttl", "claims.csv", "contributions.csv", "sections.csv"):
        assert str(tmp_path / "build" / name) in said
        assert (tmp_path / "build" / name).is_file()


def test_a_report_without_claims_is_built_and_called_not_yet_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], romania: Path
) -> None:
    (tmp_path / "form.txt").write_bytes(romania.read_bytes())
    said = run(capsys, "build", tmp_path / "form.txt", "--out", tmp_path / "build")
    assert "Romania 2014" in said
    assert "not yet read" in said
    assert "no actor named" not in said
    assert len(run(capsys, "ask", "sections", "--build", tmp_path / "build", "--format", "csv").splitlines()) == 22


def test_one_is_no_plural(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entered(copy, "{quote: highly, facts: [cocd supports hotline: {status: ongoing}]}")
    assert main(["build", str(copy), "--out", str(tmp_path / "one")]) == 0
    said = capsys.readouterr()
    assert "1 fact, each with its sentence; 1 of them is a contribution." in said.out
    assert said.err.startswith("taken in romania-2014.txt: 21 sections, 1 claim\n")


def test_rebuilding_keeps_the_link_and_few_folders(
    tmp_path: Path, romania: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "build"
    for number in range(4):
        (tmp_path / "form.txt").write_text(romania.read_text(encoding="utf-8") + f"\n{number}", encoding="utf-8")
        run(capsys, "build", tmp_path / "form.txt", "--out", out)
    assert out.is_symlink()
    assert sorted(path.name for path in (tmp_path / ".builds" / "build").iterdir()) == ["3", "4", "lock"]


def test_a_reader_of_an_old_build_can_finish(tmp_path: Path, romania: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "build"
    (tmp_path / "form.txt").write_bytes(romania.read_bytes())
    run(capsys, "build", tmp_path / "form.txt", "--out", out)
    reader = ag.open(out)
    run(capsys, "build", romania, "--out", out)
    assert len(list(reader.ask("contributors"))) == 0
    assert len(list(ag.open(out).ask("contributors"))) > 50


def test_many_can_read_at_once(build: Path) -> None:
    readers = [ag.open(build) for _ in range(3)]
    assert len({len(list(reader.ask("blank-sections"))) for reader in readers}) == 1


def test_opening_a_folder_without_a_store_makes_none(tmp_path: Path) -> None:
    with pytest.raises(ag.AllianceGraphError, match="Run `alliancegraph build` first"):
        ag.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_narrow_terminal_gets_a_block_a_row(
    build: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    said = run(capsys, "ask", "contributors", "--goal", "4.2", "--build", build)
    assert max(map(len, said.splitlines())) <= 72
    assert said.splitlines()[1].split(maxsplit=1) == ["Actor", "Ministry for Information Society"]
    monkeypatch.setenv("COLUMNS", "200")
    assert run(capsys, "ask", "contributors", "--goal", "4.2", "--build", build).startswith("Goal  Actor")


def test_a_build_that_another_link_shows_is_kept(
    tmp_path: Path, romania: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(4):
        path = tmp_path / "form.txt"
        path.write_text(romania.read_text(encoding="utf-8") + f"\n{number}", encoding="utf-8")
        run(capsys, "build", path, "--out", tmp_path / f"build{number}")
    assert all(list(ag.open(tmp_path / f"build{number}").ask("sections")) for number in range(4))


def test_an_interrupt_stops_a_query_at_once(build: Path, tmp_path: Path) -> None:
    (tmp_path / "heavy.rq").write_text("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    command = [sys.executable, "-m", "alliancegraph", "query", str(tmp_path / "heavy.rq"), "--build", str(build)]
    with subprocess.Popen(command) as query:
        with pytest.raises(subprocess.TimeoutExpired):
            query.wait(3)
        query.send_signal(signal.SIGINT)
        assert query.wait(10) != 0


@pytest.mark.parametrize(("encoding", "results_format"), [("ascii", "table"), ("cp1252", "csv"), ("ascii", "json")])
def test_terminals_of_any_encoding(build: Path, tmp_path: Path, encoding: str, results_format: str) -> None:
    (tmp_path / "q.rq").write_text('SELECT ("\\uF0B7" AS ?bullet) {}')
    command = [sys.executable, "-m", "alliancegraph", "query", str(tmp_path / "q.rq"), "--build", str(build)]
    command += ["--format", results_format]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert ("\uf0b7".encode() in done.stdout) == (results_format != "table")


def test_a_full_disk_is_told(build: Path) -> None:
    command = [sys.executable, "-m", "alliancegraph", "ask", "sections", "--build", str(build)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_without_links_a_build_is_moved_into_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], romania: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("links are not allowed here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    (tmp_path / "form.txt").write_bytes(romania.read_bytes())
    run(capsys, "build", tmp_path / "form.txt", "--out", tmp_path / "build")
    run(capsys, "build", romania, "--out", tmp_path / "build")
    assert not (tmp_path / "build").is_symlink()
    assert len(list(ag.open(tmp_path / "build").ask("contributors"))) > 50


def test_formats(build: Path, capsys: pytest.CaptureFixture[str]) -> None:
    csv = run(capsys, "ask", "blank-sections", "--build", build, "--format", "csv")
    assert csv.splitlines()[:2] == ["memberName,year,section,goalName", "Romania,2014,2.1/C,Criminalise and prosecute"]
    answer = json.loads(run(capsys, "ask", "blank-sections", "--build", build, "--format", "json"))
    assert answer["head"]["vars"] == ["memberName", "year", "section", "goalName"]
    assert answer["results"]["bindings"][0]["section"]["value"] == "2.1/C"
    assert run(capsys, "ask", "blank-sections", "--build", build).endswith("7 rows\n")


def test_ones_own_query_from_standard_input(
    build: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    query = b"SELECT (COUNT(*) AS ?n) WHERE { ?s a <https://schema.org/Report> }"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(query)))
    assert run(capsys, "query", "-", "--build", build, "--format", "csv") == "n\r\n1\r\n"


@pytest.mark.parametrize(
    ("sparql", "answer"),
    [
        ("ASK { ?s a <https://schema.org/Report> }", "true\n"),
        ("SELECT ?s { ?s a <urn:nothing> }", "No rows.\n"),
    ],
)
def test_other_forms(build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], sparql: str, answer: str) -> None:
    (tmp_path / "q.rq").write_text(sparql)
    assert run(capsys, "query", tmp_path / "q.rq", "--build", build) == answer


def test_construct_gives_turtle(build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "q.rq").write_text("CONSTRUCT WHERE { ?s a <https://schema.org/Report> }")
    assert "report:romania-2014 a schema:Report" in run(capsys, "query", tmp_path / "q.rq", "--build", build)


def test_all_questions_are_listed_with_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "ask")
    assert "contributors " in said
    assert "Who contributes to a goal" in said


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "--help"], ["ask", "--help"], ["ask", "contributors", "--help"]]
)
def test_help_teaches_by_example(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 0
    assert "alliancegraph" in capsys.readouterr().out


def test_the_options_of_every_question_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["ask", "--help"])
    assert "a SPARQL endpoint instead of a build" in capsys.readouterr().out


def test_a_graph_says_what_it_is_of(build: Path) -> None:
    assert repr(ag.open(build)) == f"<AllianceGraph of {build / 'store'}>"


def test_rdflib_sees_the_same_graph(build: Path) -> None:
    g = ag.open(build)
    sparql = "SELECT ?s WHERE { ?s a <https://w3id.org/alliancegraph/ontology#Contribution> }"
    same = g.query(sparql)
    assert isinstance(same, Answer)
    found = {str(binding[Variable("s")]) for binding in g.rdflib().query(sparql).bindings}
    assert found == {row["s"] for row in same}
    assert len(found) > 100


def test_networkx_has_actors_and_goals(build: Path) -> None:
    network = ag.open(build).networkx()
    cocd = next(iri for iri, data in network.nodes(data=True) if "Countering" in data["label"])
    assert network.nodes[cocd]["group"] == "actor"
    goals = {data["number"] for _, data in network.nodes(data=True) if data["kind"] == "OperationalGoal"}
    assert goals == {"1.1", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2"}
    assert {data["basis"] for _, _, data in network.edges(data=True)} == {"stated", "inferred", "structure"}


def test_an_unknown_term_in_a_query_is_noted(build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?x { ?x a ag:Penalti ; ag:provision ?p }", encoding="utf-8")
    assert main(["query", str(file), "--build", str(build)]) == 0
    told = capsys.readouterr()
    assert "the ontology has no word 'Penalti'. Did you mean ag:Penalty?" in told.err
    assert "provision" not in told.err
    assert told.out == "No rows.\n"


def test_links_of_the_network_have_what_proves_them(build: Path) -> None:
    edges = [data for _, _, data in ag.open(build).networkx().edges(data=True)]
    claimed = [data for data in edges if data["claim"]]
    assert len(claimed) > 300
    assert {(data["member"], data["year"]) for data in claimed} == {("Romania", 2014)}
    assert all(data["section"] and data["quote"] for data in claimed)
    assert {data["basis"] for data in edges if "quote" not in data} == {"structure", "inferred"}


def test_the_network_can_be_written_for_other_tools(build: Path, tmp_path: Path) -> None:
    network = ag.open(build).networkx()
    nx.write_graphml(network, tmp_path / "n.graphml")
    nx.write_gexf(network, tmp_path / "n.gexf")
    for read in (nx.read_graphml(tmp_path / "n.graphml"), nx.read_gexf(tmp_path / "n.gexf", relabel=False)):
        assert set(read.nodes) == set(network.nodes)
        assert read.number_of_edges() == network.number_of_edges()
    assert json.loads(network.graph["reading"]) == {"Romania 2014": "read"}
