"""Runs work in other processes, and without garbage collection."""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

from alliancegraph.graph.errors import AllianceGraphError, Problem


@contextmanager
def processes(most: int, work: str) -> Iterator[Executor]:
    """Yield a pool of as many processes as there are processors, at most so many.

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
    """Yield what calls a function: in another process while the block runs if `worth_it`, or else at once.

    The block ends when all calls have ended. Raises the error of the first call that failed.
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
    """Leave interrupts to the first process, and end with it, even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(first: BaseProcess) -> None:
    first.join()
    os._exit(1)


@contextmanager
def uncollected() -> Iterator[None]:
    """Run the block without garbage collection of cycles: a build's objects live to its end."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
