"""Sessions in docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

from tests.test_install import ROOMS

PACKAGES = ("alliancegraph", *(f"alliancegraph.{room}" for room in ROOMS))
MODULES = sorted(
    {
        module.name
        for package in PACKAGES
        for module in pkgutil.walk_packages(list(importlib.import_module(package).__path__), f"{package}.")
        if not module.name.endswith("__main__")
    }
)


@pytest.mark.parametrize("name", MODULES)
def test_sessions_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_sessions() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for name in MODULES for test in finder.find(importlib.import_module(name)) if test.examples]
    assert len(found) > 5
