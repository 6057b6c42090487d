"""Work in a process of its own, so that what other work left in memory does not touch it."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def alone(work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """Return what the function gives."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(work, *arguments, **named).result()
