"""ES modules become scripts of a page: in the order of their imports, or with an error that names file and line."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from alliancegraph.graph.errors import InputError
from alliancegraph.viz.explorer.page import explorer
from alliancegraph.viz.shared.modules import ROOM, modules, scripts
from tests.javascript import node
from tests.viz_alliance import unread

MAINS = ("explorer/main.js", "answer/main.js", "console/main.js", "pyvis/main.js")
GOOD = {
    "main.js": """\
// What is imported here
/* import { nothing } from "./nowhere.js"; */
import { one, two as second } from "./parts/one.js";
import {
  Counter,
  later,
} from "./parts/two.js";

const counter = new Counter(second);
console.log(one(), counter.next(), [..."import me, export me"].length);
later(() => 4).then((value) => console.log(value));
""",
    "parts/one.js": """\
import { Counter } from "./two.js";
export const two = 2;
export function one() {
  return new Counter(0).next();
}
""",
    "parts/two.js": """\
export class Counter {
  constructor(at) { this.at = at; }
  next() { return ++this.at; }
}
export async function later(get) {
  return get();
}
""",
}


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_each_module_stands_behind_those_that_it_imports(tmp_path: Path) -> None:
    found = modules("main.js", written(tmp_path, GOOD))
    assert [module.file for module in found] == ["parts/two.js", "parts/one.js", "main.js"]
    assert found[-1].text == GOOD["main.js"]


@pytest.mark.parametrize("main", MAINS)
def test_no_module_of_a_page_stands_before_what_it_imports(main: str) -> None:
    files = [module.file for module in modules(main)]
    assert len(files) == len(set(files))
    for place, module in enumerate(modules(main)):
        assert {wanted.file for wanted in module.imports} <= set(files[:place])


def test_every_module_is_part_of_a_page() -> None:
    used = {module.file for main in MAINS for module in modules(main)}
    own = {path.relative_to(ROOM).as_posix() for path in ROOM.rglob("*.js") if path.parent.name != "vendor"}
    assert used == own


def test_scripts_do_what_modules_do(tmp_path: Path) -> None:
    room = written(tmp_path, {**GOOD, "package.json": '{"type": "module"}'})
    (tmp_path / "joined.cjs").write_text("".join(scripts("main.js", room)))
    assert node(tmp_path / "joined.cjs") == node(tmp_path / "main.js") == "1 3 20\n4\n"


def test_lines_keep_their_numbers(tmp_path: Path) -> None:
    for module in modules("main.js", written(tmp_path, GOOD)):
        lines = module.text.splitlines()
        last = [number for number, line in enumerate(lines) if line and "import" not in line and " from " not in line]
        joined = module.script.splitlines()
        assert [joined[number].endswith(lines[number].removeprefix("export ")) for number in last] == [True] * len(last)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('import one from "./one.js";', "`import one from"),
        ('import * as all from "./one.js";', "`import * as all"),
        ('import "./one.js";', '`import "./one.js";`'),
        ("import { one } from './one.js';", "`import { one } from './one.js'"),
        ('import { one } from "./one.js"', '`import { one } from "./one.js"`'),
        ('export * from "./one.js";', "`export * from"),
        ('export { one } from "./one.js";', "`export { one }"),
        ("export default 1;", "`export default 1;`"),
        ("export let two = 2;", "`export let two = 2;`"),
        ("{ export const two = 2; }", "`{ export const two"),
        ("const a = 1; export const two = 2;", "`const a = 1; export const two"),
        ("const a = 1; import x from 'y';", "`const a = 1;"),
        ('const all = await import("./one.js");', "`const all = await import("),
        ("console.log(import.meta.url);", "`console.log(import.meta"),
        ('if (1) { import { one } from "./one.js"; }', "`if (1) {"),
        ('const a = "</script>";', "</script>"),
        ("// <!-- note", "<!-- note"),
        ('import { one } from "./two.js";', '"./two.js"; expected a file of this room'),
        ('import { one } from "one.js";', '"one.js"; expected a file'),
        ('import { one } from "../one.js";', '"../one.js"; expected a file'),
        ('import { two } from "./one.js";', "'two' of one.js; expected one of one"),
        ('import { one, two as three } from "./one.js";', "'two' of one.js"),
        ('import { main } from "./main.js";', "main.js imports main.js"),
    ],
)
def test_what_is_not_understood_is_told_with_file_and_line(tmp_path: Path, line: str, told: str) -> None:
    text = f"// A comment.\n\n{line}\nexport const main = 1;\n"
    one = "export const one = 1;\n"
    written(tmp_path.parent, {"one.js": one})
    room = written(tmp_path, {"main.js": text, "one.js": one})
    with pytest.raises(InputError) as caught:
        modules("main.js", room)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (room.resolve() / "main.js", 3)
    assert told in str(problem)


def test_an_import_behind_other_text_is_refused(tmp_path: Path) -> None:
    text = 'const a = 1;\nimport { one } from "./one.js";\n'
    with pytest.raises(InputError, match=r"main\.js:2: `import \{ one \}"):
        modules("main.js", written(tmp_path, {"main.js": text, "one.js": "export const one = 1;\n"}))


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    files = {
        "main.js": 'import { a } from "./a.js";\n',
        "a.js": 'import { b } from "./b.js";\nexport const a = 1;\n',
        "b.js": '// Round\nimport { a } from "./a.js";\nexport const b = 1;\n',
    }
    with pytest.raises(InputError, match=r"b\.js:2: a\.js imports b\.js imports a\.js; expected no circle"):
        modules("main.js", written(tmp_path, files))


def test_an_error_in_the_browser_names_file_and_line(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "explorer.html"
    path.write_text(explorer(unread().views()), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    stack = page.evaluate("""() => {
        try { modules["shared/elements.js"].at("nowhere") } catch (error) { return error.stack }
    }""")
    page.close()
    lines = (ROOM / "shared" / "elements.js").read_text(encoding="utf-8").splitlines()
    thrown = next(number for number, line in enumerate(lines, 1) if "throw new Error" in line)
    assert f"viz/shared/elements.js:{thrown}:" in stack
