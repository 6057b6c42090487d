"""Forms of many shapes become graphs that conform to the model, with all sections in the order of the text."""

from pathlib import Path

import pytest

from alliancegraph.graph.assemble.assembly import check, populate
from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.engines.store import Store
from alliancegraph.loaders.report import read_report
from alliancegraph.queries.tables.tables import section_rows
from alliancegraph.queries.views.alliance import Views
from tests.test_form_river import RIVER, TEMPLATES

FORMS = sorted(RIVER.glob("r*.txt"))


@pytest.mark.parametrize("path", FORMS, ids=[path.stem for path in FORMS])
def test_each_form_makes_a_graph_with_its_sections(path: Path) -> None:
    report = read_report(path, form_name=str(RIVER / f"{TEMPLATES.get(path.stem, 'river')}.yaml"))
    portion, store = Portion.of(report), Store.memory()
    check(portion)
    populate(store, [portion])
    sections = sorted(report.sections, key=lambda section: (section.body.start, section.code))
    assert [row.section for row in section_rows(Views(store))] == [section.code for section in sections]
