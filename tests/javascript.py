"""Node and npm's tools for the tests of scripts; missing, they are a reason to skip, but an error where CI=true."""

import re
import subprocess
from pathlib import Path

from tests.programs import missing, program

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / "node_modules" / ".bin"


def node(*arguments: object) -> str:
    """Return what Node says; a run that fails fails the test with its words."""
    return _run(program("node", "nodejs"), *arguments)


def tool(name: str, *arguments: object) -> str:
    """Return what a tool that package.json names says; a run that fails fails the test with its words."""
    program("node", "nodejs")
    if not (TOOLS / name).exists():
        missing(
            f"{name} is not installed; `make test` installs it where npm is, and .ci/run says which package has npm"
        )
    return _run(TOOLS / name, *arguments)


def given(page: str) -> str:
    """Return the JSON that a page gives its script."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert found
    return found[1]


def _run(*command: object) -> str:
    done = subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
