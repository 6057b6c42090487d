"""A form is proposed from filled-in reports: what samples share is the form, and the proposal reads them rightly."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alliancegraph.cli import main
from alliancegraph.graph.errors import FormError
from alliancegraph.loaders.documents.document import read_document
from alliancegraph.loaders.form.sections import FormSection, read_form
from alliancegraph.loaders.form.template import Template, find_template, read_template
from alliancegraph.loaders.proposing.files import goals_file, template_file
from alliancegraph.loaders.proposing.languages import language_of
from alliancegraph.loaders.proposing.openings import openings
from alliancegraph.loaders.proposing.proposal import propose
from tests.conftest import ROMANIA

RIVER = Path(__file__).parent / "inputs" / "river"
FORMS = {"r1": "river", "r3": "river3", "r3b": "river3b", "r4": "river4", "r7": "river7", "r10": "river"}
QUESTIONNAIRE = """\
Alliance des lacs – Questionnaire {year}
{country}

Thème I – Qualité de l’eau

Question 1 : Quelles mesures votre pays a-t-il prises pour la qualité
de l’eau des lacs ?
{one}
Question 2 : Combien de stations mesurent la qualité ?
{two}

Thème II – Pêche

Question 3 : Avez-vous une loi sur la pêche ?
{three}
Question 4 : Avec qui coopérez-vous ?
{four}
"""
CHAPTERS = """\
Convention on Hedges, implementation report {year}
{country}
A. LEGISLATION
1. Describe the laws on hedges.
{one}
2. Describe the penalties.
{two}
B. ADMINISTRATION
1. Which authority is responsible?
{three}
2. How many officers does it have?
{four}
"""
PARTS = """\
Formulario de seguimiento 2021
PERÚ
TEMA 1: GOBERNANZA
I. Marco normativo vigente
La Ley Forestal.
II. Instituciones responsables
El servicio dirige el sistema.
TEMA 2: INCENDIOS
I. Medidas de prevención adoptadas
Sin novedad.
II. Capacidad de respuesta
Existen 50 brigadas.
I. Costa: 10 brigadas.
II. Sierra: 40 brigadas.
TEMA 3: COMUNIDADES
I. Mecanismos de consulta previa
Véase el punto I del tema 1.
II. Acuerdos de manejo comunitario
Doce.
III. Dificultades encontradas
La minería.
"""
TABLES = """\
Open rivers plan: self-assessment
{country}
{year}
Cleaner rivers for all
1. Build a dam
Lead body\tThe {one} board
Aim of it\tLess mud. Next year more.
Status\t{two}
2. Plant reeds along the banks
Lead body\tMinistry of {one}
Aim of it\tReeds
Status\tDone
More fish
1. Count the fish
Lead body\t{three}
Aim of it\tA number
Status\t{four}
"""
FRENCH = {
    "suisse": (
        "Suisse",
        "Nous avons adopté une loi.\n1. Une loi fédérale.\n2. Un règlement.",
        "Douze.",
        "Oui.",
        "La FAO.",
    ),
    "france": ("France", "Le ministère de l’Eau a ouvert trois centres.", "Néant.", "Non, pas encore.", ""),
}
ENGLISH = {
    "kenya": (
        "Kenya",
        "The Hedges Act of 2019.\n1. It protects hedges.\n2. It forbids fires.",
        "Fines.",
        "The board.",
        "Nine.",
    ),
    "norway": ("Norway", "None.", "Prison of two years.", "The directorate for hedges.", "Not known."),
}


def written(folder: Path, form: str, answers: Mapping[str, tuple[str, ...]]) -> list[Path]:
    """Write a sample for each member."""
    paths: list[Path] = []
    for name, (country, *own) in answers.items():
        path = folder / f"{name}.txt"
        given = dict(zip(("one", "two", "three", "four"), own, strict=True))
        path.write_text(form.format(year=2020 + len(paths), country=country, **given), encoding="utf-8")
        paths.append(path)
    return paths


def proposed(folder: Path, *samples: Path) -> Template:
    assert main(["form", "new", *map(str, samples), "--out", str(folder)]) == 0
    return read_template(folder / "form.yaml")


def sections(path: Path, template: Template) -> list[FormSection]:
    return list(read_form(read_document(path), template).sections)


def places(path: Path, template: Template) -> list[tuple[str, str, str, str]]:
    """Return code, state, heading and answer of each section."""
    document = read_document(path)
    form = read_form(document, template)
    text = form.document.text
    return [
        (s.code, s.state, text[s.heading.start : s.heading.end].strip(), text[s.body.start : s.body.end].strip())
        for s in form.sections
    ]


@pytest.mark.parametrize(("name", "form"), FORMS.items())
def test_one_sample_gives_the_sections_of_the_form(name: str, form: str, tmp_path: Path) -> None:
    path = RIVER / f"{name}.txt"
    own = proposed(tmp_path / "new", path)
    assert places(path, own) == places(path, read_template(RIVER / f"{form}.yaml"))


def test_the_form_that_ships_is_found_in_one_report(tmp_path: Path) -> None:
    own, shipped = proposed(tmp_path / "new", ROMANIA), read_template(find_template(Path(), "global-alliance-2014"))
    assert [(g.number, g.words, g.above) for g in own.scheme.goals] == [
        (g.number, g.words, g.above) for g in shipped.scheme.goals
    ]
    assert [(t.number, t.words) for t in own.scheme.targets] == [(t.number, t.words) for t in shipped.scheme.targets]
    assert [(q.heading.key, q.heading.wordings) for q in own.questions] == [
        (q.heading.key, q.heading.wordings) for q in shipped.questions
    ]
    assert places(ROMANIA, own) == places(ROMANIA, shipped)
    assert own.title == shipped.title


def test_what_several_samples_share_is_the_form(tmp_path: Path) -> None:
    samples = written(tmp_path, QUESTIONNAIRE, FRENCH)
    own = proposed(tmp_path / "new", *samples)
    assert own.language == "fr"
    assert own.title == "Alliance des lacs – Questionnaire {year}"
    assert [(target.number, target.words) for target in own.scheme.targets] == [
        ("I", "Qualité de l’eau"),
        ("II", "Pêche"),
    ]
    assert [(goal.number, goal.words, goal.above) for goal in own.scheme.goals] == [
        ("1", "Quelles mesures votre pays a-t-il prises pour la qualité de l’eau des lacs ?", "I"),
        ("2", "Combien de stations mesurent la qualité ?", "I"),
        ("3", "Avez-vous une loi sur la pêche ?", "II"),
        ("4", "Avec qui coopérez-vous ?", "II"),
    ]
    for sample, (_, *answers) in zip(samples, FRENCH.values(), strict=True):
        assert [answer for *_, answer in places(sample, own)] == answers


def test_numbers_that_begin_again_in_each_chapter(tmp_path: Path) -> None:
    samples = written(tmp_path, CHAPTERS, ENGLISH)
    own = proposed(tmp_path / "new", *samples)
    assert [goal.number for goal in own.scheme.goals] == ["A.1", "A.2", "B.1", "B.2"]
    for sample, (_, *answers) in zip(samples, ENGLISH.values(), strict=True):
        assert [answer for *_, answer in places(sample, own)] == answers


def test_tables_under_themes_are_found_in_one_sample(tmp_path: Path) -> None:
    (kenya,) = written(tmp_path, TABLES, {"kenya": ("Kenya", "water", "Begun", "The university", "Not begun")})
    own = proposed(tmp_path / "new", kenya)
    assert own.title == "Open rivers plan: self-assessment {year}"
    assert [target.words for target in own.scheme.targets] == ["Cleaner rivers for all", "More fish"]
    assert [(goal.number, goal.words) for goal in own.scheme.goals] == [
        ("1.1", "Build a dam"),
        ("1.2", "Plant reeds along the banks"),
        ("2.1", "Count the fish"),
    ]
    assert [question.heading.words for question in own.questions] == ["Lead body", "Aim of it", "Status"]
    answers = [answer for *_, answer in places(kenya, own)]
    assert answers[:3] == ["The water board", "Less mud. Next year more.", "Begun"]
    assert answers[-1] == "Not begun"


def test_lists_inside_answers_are_none_of_the_form_in_one_sample(tmp_path: Path) -> None:
    text = CHAPTERS.replace("B. ADMINISTRATION\n1.", "B. ADMINISTRATION\n3.").replace("2. How", "4. How")
    (kenya,) = written(tmp_path, text, {"kenya": ENGLISH["kenya"]})
    own = proposed(tmp_path / "new", kenya)
    assert [goal.number for goal in own.scheme.goals] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("name", "targets", "goals"),
    [("coast.txt", 14, 41), ("eaux.txt", 10, 199)],  # each lacks one heading that its form has
)
def test_long_forms_are_found_in_one_sample(name: str, targets: int, goals: int, tmp_path: Path) -> None:
    own = proposed(tmp_path / "new", RIVER.parent / "six" / name)
    assert (len(own.scheme.targets), len(own.scheme.goals)) == (targets, goals)


def test_a_list_inside_an_answer_leaves_the_goals_of_each_part(tmp_path: Path) -> None:
    path = tmp_path / "peru.txt"
    path.write_text(PARTS, encoding="utf-8")
    own = proposed(tmp_path / "new", path)
    assert [goal.number for goal in own.scheme.goals] == ["1.I", "1.II", "2.I", "2.II", "3.I", "3.II", "3.III"]
    assert len(sections(path, own)) == len(own.scheme.goals)


def test_headings_above_targets_are_named_where_no_question_repeats(tmp_path: Path) -> None:
    path = tmp_path / "norway.txt"
    path.write_text(
        "Water form 2022\nNorway\nPart I: Rivers\nChapter 1: Banks\nGoal 1.1: Wider banks\nTen.\n"
        "Goal 1.2: Open weirs\nTwo.\nChapter 2: Fish\nGoal 2.1: More trout\nMany.\nPart II: Lakes\n"
        "Chapter 3: Ice\nGoal 3.1: Thicker ice\nNo.\nGoal 3.2: Skates\nAll.\n",
        encoding="utf-8",
    )
    own = proposed(tmp_path / "new", path)
    assert len(own.scheme.goals) == 5
    assert own.passed_over == ("Part I: Rivers", "Part II: Lakes")


def test_what_one_member_left_out_or_moved_is_proposed_with_a_question(tmp_path: Path) -> None:
    asked = {"B1.1": "Which laws?", "B1.2": "Since when?", "B2.1": "Which ministry?", "C1.1": "Which share?"}
    orders = {"Kenya": list(asked), "Norway": ["B1.2", "B2.1", "B1.1", "C1.1"]}
    paths = [tmp_path / f"{country}.txt" for country in orders]
    for path, (country, codes) in zip(paths, orders.items(), strict=True):
        lines = [line for code in codes for line in (f"{code} {asked[code]}", f"{country} answers {code} so.")]
        path.write_text("\n".join(["Water form 2022", country, *lines]), encoding="utf-8")
    own = proposed(tmp_path / "new", *paths)
    assert {goal.number: goal.words for goal in own.scheme.goals} == asked
    lines = (tmp_path / "new" / "goals.ttl").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if "b1.1 a ag:" in line)
    assert lines[at - 1] == "# ? not all samples have it in this place: is it a goal of the form?"


def test_what_is_unsure_is_asked(tmp_path: Path) -> None:
    proposed(tmp_path / "new", RIVER / "r14.txt")
    lines = (tmp_path / "new" / "form.yaml").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  B:"))
    assert lines[at - 1] == "  # ? it is missing under 2: may members leave it out?"
    assert "optional" in lines[at]


@pytest.mark.parametrize("samples", [QUESTIONNAIRE, CHAPTERS])
def test_the_proposal_builds(samples: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = written(tmp_path, samples, FRENCH if samples == QUESTIONNAIRE else ENGLISH)
    assert main(["form", "new", *map(str, paths), "--out", str(tmp_path / "new")]) == 0
    form = str(tmp_path / "new" / "form.yaml")
    assert main(["build", *map(str, paths), "--form", form, "--out", str(tmp_path / "build")]) == 0
    assert "4 sections" in capsys.readouterr().err


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proposed(tmp_path / "new", RIVER / "r1.txt")
    before = (tmp_path / "new" / "goals.ttl").read_bytes()
    (tmp_path / "new" / "form.yaml").unlink()
    assert main(["form", "new", str(RIVER / "r3.txt"), "--out", str(tmp_path / "new")]) == 2
    assert "goals.ttl: is there already" in capsys.readouterr().err
    assert (tmp_path / "new" / "goals.ttl").read_bytes() == before
    assert not (tmp_path / "new" / "form.yaml").exists()


def test_the_same_report_twice_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes((RIVER / "r1.txt").read_bytes())
    assert main(["form", "new", str(RIVER / "r1.txt"), str(path), "--out", str(tmp_path / "new")]) == 2
    assert f"{path}: the same text as {RIVER / 'r1.txt'}" in capsys.readouterr().err


def test_a_text_that_is_no_form_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleagues,\nwe have nothing to add.\nYours sincerely\n")
    assert main(["form", "new", str(path), "--out", str(tmp_path / "new")]) == 2
    assert "no headings that repeat or count up in letter.txt" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Goal 12: Cleaner water", [("Goal {}:", "12")]),
        ("Policy Target No. 1", [("Policy Target No. {}", "1")]),
        ("1.1 Cleaner water", [("{}", "1.1")]),
        ("(a)(i) What was done", [("({})", "a-i")]),
        ("IV. Fish", [("{}.", "IV")]),
        ("B2. Des sanctions ?", [("{}.", "B2")]),
        ("C.12 Des sanctions ?", [("{}", "C.12")]),
        ("Question 3 : Combien ?", [("Question {} :", "3")]),
        ("Aim: cleaner water", [("Aim:", "")]),
        ("2013 report of the ministry", []),
        ("I went to the ministry", []),
        ("Article 5 was repealed", []),
        ("12 children were found", []),
    ],
)
def test_what_opens_a_line(line: str, found: list[tuple[str, str]]) -> None:
    assert [(opening.shape.pattern("").replace("{}", "{}"), opening.code) for opening in openings(line)] == found


@pytest.mark.parametrize(
    ("text", "language"),
    [("Nous avons adopté une loi pour les lacs.", "fr"), ("We have adopted the law.", "en"), ("1 2 3", "")],
)
def test_the_language_is_told_by_its_commonest_words(text: str, language: str) -> None:
    assert language_of(text) == language


OPENINGS = (
    "Goal 1: ",
    "Goal 2: ",
    "1. ",
    "2. ",
    "3. ",
    "A) ",
    "B) ",
    "(a)(i) ",
    "I. ",
    "II. ",
    "B2. ",
    "{1} ",
    "Aim: ",
    "",
)
ODD = (
    "Cleaner water",
    "",
    "None.",
    "{year} \"x\" # y: 'z' \\\\",
    "- a: b",
    "Ça va ?",
    "\tcell",
    "yes",
    "1.1",
    "More: fish",
)
LINES = st.lists(st.builds(str.__add__, st.sampled_from(OPENINGS), st.sampled_from(ODD)), max_size=14)


@given(LINES, st.lists(LINES, max_size=1))
@example(["Aim: Cleaner water", "Aim: Cleaner water", "Goal 1: Cleaner water", "Goal 1: "], [])
@settings(max_examples=150)
def test_whatever_is_proposed_is_a_form(first: list[str], others: list[list[str]]) -> None:
    with TemporaryDirectory() as name:
        samples = []
        for number, lines in enumerate([first, *others]):
            samples.append(Path(name) / f"{number}.txt")
            samples[-1].write_text("\n".join(["Report 2020", "Norway", *lines]), encoding="utf-8")
        try:
            proposal = propose([read_document(path) for path in samples])
        except FormError:
            return
        (Path(name) / "goals.ttl").write_text(goals_file(proposal), encoding="utf-8")
        (Path(name) / "form.yaml").write_text(template_file(proposal), encoding="utf-8")
        read_template(Path(name) / "form.yaml")


# How a template fits


def checked(capsys: pytest.CaptureFixture[str], *arguments: Path) -> list[str]:
    assert main(["form", "check", *map(str, arguments)]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_check_tells_where_each_heading_is(capsys: pytest.CaptureFixture[str]) -> None:
    lines = checked(capsys, RIVER / "river.yaml", RIVER / "r26.txt")
    assert lines[0] == "The form river: 2 goals, 2 questions"
    assert lines[1] == "r26.txt: 5 of 6 headings found"
    assert re.match(r"  goal 1       missing: Goal 1: Cleaner water; ", lines[2])
    assert lines[3] == "  section 1/A  line 3, 100% alike"


def test_a_check_tells_the_nearest_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "norway.txt"
    path.write_text(
        (RIVER / "r10.txt").read_text(encoding="utf-8").replace("Goal 2: More fish", "Aim two. More fishes")
    )
    found = next(line for line in checked(capsys, RIVER / "river.yaml", path) if line.startswith("  goal 2 "))
    assert "; the nearest is line 8, " in found


def test_a_check_tells_what_nobody_uses(capsys: pytest.CaptureFixture[str]) -> None:
    lines = checked(capsys, RIVER / "river.yaml", RIVER / "r13.txt")
    assert "  line 3: 'Part I: Water' is no heading of the form." in "\n".join(lines)
    assert lines[-1] == "  phrase of nothing-to-report 'not applicable.'"


def test_all_slips_are_blamed_on_their_own_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form, goals = tmp_path / "form.yaml", tmp_path / "goals.ttl"
    text = (RIVER / "river.yaml").read_text(encoding="utf-8")
    form.write_text(text.replace("river.ttl", "goals.ttl").replace("{label})", "{lable})"))
    goals.write_text(
        (RIVER / "river.ttl").read_text(encoding="utf-8").replace('skos:notation "2"', 'skos:notation "1"')
    )
    assert main(["form", "check", str(form), str(tmp_path / "none.txt")]) == 2
    said = capsys.readouterr().err
    assert f"{form}:6: '{{lable}})' cannot be filled in" in said
    assert f"{goals}:7: the skos:notation '1'" in said
    assert f"{tmp_path / 'none.txt'}: no such file" in said


SIX = RIVER.parent / "six"
LEAST = {"eaux.txt": 195, "coast.txt": 41, "wells.txt": 13, "night.docx": 24, "seeds.pdf": 11, "roads.html": 19}


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_the_answers_of_six_forms_are_those_of_their_templates(name: str, least: int, tmp_path: Path) -> None:
    path = SIX / name
    own, right = proposed(tmp_path / "new", path), read_template(SIX / f"{path.stem}-form.yaml")
    answers = [Counter((state, answer) for _, state, _, answer in places(path, each)) for each in (own, right)]
    assert (answers[0] & answers[1]).total() >= least


CODES = """\
Peat Convention: questionnaire 2022
Ireland
Part A: Peat
Q101.\tIs there a law on peat?\tYes, of 1999.
Q102.\tWhich body applies it?\tThe bog board.
Part B: Turf
Q201.\tIs there a law on turf?\tNo.
Q202.\tHow many fields are there?\t12 000
"""
LEADS = """\
Réseau des phares – rapport 2019
Canada
CHAPITRE I – ENTRETIEN
Article 1. Entretenir chaque phare
Mise en œuvre : Les phares sont peints.
Difficultés : Le coût.
Art. 2. Former les gardiens
Mise en œuvre : Deux cours par an.
Difficultés : Le temps.
CHAPITRE II – COOPÉRATION
Art. 3. Partager les cartes
Mise en œuvre : Les cartes sont en ligne.
Difficultés : Les langues.
Article 4. Se réunir chaque année
Mise en œuvre : Réunion en mai.
Difficultés : La distance.
"""


def test_codes_in_cells_are_found_in_one_sample(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(CODES, encoding="utf-8")
    own = proposed(tmp_path / "new", tmp_path / "r.txt")
    answers = [answer for *_, answer in places(tmp_path / "r.txt", own)]
    assert answers == ["Yes, of 1999.", "The bog board.", "No.", "12 000"]


def test_an_abbreviated_lead_is_a_second_one_of_the_same_level(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(LEADS, encoding="utf-8")
    own = proposed(tmp_path / "new", tmp_path / "r.txt")
    leads = {lead.printed for heading in own.headings if heading.level == "goal" for lead in heading.leads}
    assert {"Article 1.", "Art. 1."} <= leads
    answers = [answer for *_, answer in places(tmp_path / "r.txt", own)]
    assert answers == [line.split(" : ")[1] for line in LEADS.splitlines() if " : " in line]


DIVIDED = """\
Harbour Pact
Report 2021
Malta
Goal 1: Clean docks
1. Which rules are in force?
(a) National rules
The Docks Act of 2001.
(b) Local rules
Nine bylaws.
2. Who checks them?
The port police.
Goal 2: Quiet ships
1. Which rules are in force?
(a) National rules
None.
(b) Local rules
Two ports limit noise.
2. Who checks them?
Nobody yet.
Goal 3: Safe crews
1. Which rules are in force?
(a) National rules
The Crew Act.
(b) Local rules
Not applicable.
2. Who checks them?
The inspectors of the ministry.
"""


def test_questions_of_questions_are_found(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(DIVIDED, encoding="utf-8")
    own = proposed(tmp_path / "new", tmp_path / "r.txt")
    found = places(tmp_path / "r.txt", own)
    assert [code for code, *_ in found] == [f"{goal}/{code}" for goal in "123" for code in ("1-a", "1-b", "2")]
    printed = [line for line in DIVIDED.splitlines()[3:] if not re.match(r"Goal|\d\.|\(", line)]
    assert [answer for *_, answer in found] == printed
