"""Programs that tests need: a missing one is a reason to skip on a laptop, and an error in CI."""

import os
import shutil
from typing import NoReturn

import pytest


def program(*names: str) -> str:
    """Return the path of the first of those programs that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or missing(f"none of {', '.join(names)} is installed; .ci/run says which Debian package has it")


def missing(reason: str) -> NoReturn:
    """Skips the test, or fails it where CI=true."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
