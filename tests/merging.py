"""Two alliances in one graph, as whoever puts their Turtle together has them."""

import shutil
from pathlib import Path

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import AUTHORITY
from tests.inputs import OUTSIDE

LIST = """\
prefix: river
source: The list of the river alliance.
Member:
  norway: {label: Norway}
  iceland: {label: Iceland}
Submission:
  norway-2020: {dueFrom: norway, year: 2020, receipt: submitted}
  norway-2019: {dueFrom: norway, year: 2019, receipt: submitted}
  iceland-2020: {dueFrom: iceland, year: 2020, receipt: not-submitted}
"""
MEASURE = (
    "ag:qualifier <https://w3id.org/alliancegraph/id/qualifier/at-least> ; "
    'ag:value "5"^^<http://www.w3.org/2001/XMLSchema#decimal> ; ag:unit "per cent"@en ; ag:counted "cleaner water"@en'
)


def river_alliance(folder: Path) -> Store:
    """Return an alliance about a river: Norway and Northland report to it, Iceland never did; a goal sets a number."""
    shutil.copytree(OUTSIDE, folder / "outside")
    shutil.copytree(OUTSIDE.parent / "river", folder / "river")
    norway = folder / "outside" / "norway-2020.txt"
    _northland(norway)
    (folder / "outside" / "au" / "list.yaml").write_text(LIST, encoding="utf-8")
    goals = folder / "river" / "river.ttl"
    measured = f'{MEASURE} ; skos:notation "1"'
    goals.write_text(goals.read_text(encoding="utf-8").replace('skos:notation "1"', measured), encoding="utf-8")
    reports = sorted(str(path) for path in norway.parent.glob("*.txt"))
    assert main(["build", "--out", str(folder / "build"), *reports]) == 0
    return Store.open(folder / "build" / "store")


def _northland(norway: Path) -> None:
    """Let Northland, a member of the invented alliance, report to this one, too, in a later year."""
    for suffix in (".txt", ".yaml", ".claims.yaml"):
        text = norway.with_suffix(suffix).read_text(encoding="utf-8")
        for old, new in (("Norway", "Northland"), ("norway", "northland"), ("2020", "2016")):
            text = text.replace(old, new)
        norway.with_name(f"northland-2016{suffix}").write_text(text, encoding="utf-8")
    with norway.with_name("northland-2016.yaml").open("a", encoding="utf-8") as file:
        file.write("member: Northland\nreporter type: invented government\n")


def merged(*stores: Store) -> Store:
    """Return one store of all that the stores have, each triple once."""
    triples = {line for store in stores for part in store.ntriples() for line in part.splitlines() if line}
    store = Store.memory()
    store.load_lines(b"".join(sorted(triple[:-1] + f"{AUTHORITY} .\n".encode() for triple in triples)))
    return store
