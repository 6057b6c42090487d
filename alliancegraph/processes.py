"""Work in other processes, and work without a pause for the collector of cycles."""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from alliancegraph.graph.errors import AllianceGraphError, Problem


@contextmanager
def processes(most: int, work: str) -> Iterator[Executor]:
    """As many processes as there are processors, at most so many, to which the block submits calls.

    Raises AllianceGraphError, which names the work, if one of them is ended; an exception ends all.
    """
    count = min(os.cpu_count() or 1, most)
    with ProcessPoolExecutor(count, get_context("spawn"), _begin) as pool:
        try:
            yield pool
        except BrokenExecutor:
            found, remedy = f"a process that {work} was ended", "Free some memory, and run the command again."
            raise AllianceGraphError(Problem(found, "all to finish", remedy)) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def beside(worth_it: bool, work: str) -> Iterator[Callable[..., object]]:
    """What calls a function with its arguments: in another process meanwhile, if that is worth it, or else at once.

    The block ends when all calls have; raises what one of them raised.
    """
    if not worth_it:
        yield lambda function, *arguments: function(*arguments)
        return
    with processes(1, work) as pool:
        calls: list[Future[object]] = []
        yield lambda function, *arguments: calls.append(pool.submit(function, *arguments))
        for call in calls:
            call.result()


def _begin() -> None:
    """Leaves interrupts to the first process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


@contextmanager
def uncollected() -> Iterator[None]:
    """Lets the block run without the search for cycles: what a build makes stays in use, and is searched in vain."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
