"""One engine of the comparison: filled, asked, brought back after a crash."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.cases import Case
from tests.bench.engines import Data
from tests.bench.timings import Timing
from tests.bench.worker import Failed, Worker

LIMIT = 10  # seconds for a question


@dataclass
class Contestant:
    """An engine with a folder of its own; `cannot` says why it cannot answer something, and is not asked again."""

    name: str
    folder: Path
    cannot: dict[str, str]
    data: list[Data] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        self._worker = Worker(self.name, self.folder)

    def load(self, data: Data) -> float:
        """Return the seconds that it needs to load."""
        self.data.append(data)
        return self._worker.call("load", data).seconds

    def ask(self, case: Case, number: int, timing: Timing) -> None:
        """Ask one of the case's queries, and adds to the timing how that went."""
        if case.what not in self.cannot:
            self._revive()
            try:
                reply = self._worker.call("ask", case.queries(self.name)[number], limit=LIMIT)
                timing.add(number, reply.value, reply.seconds)
            except Failed as failure:
                self.cannot[case.what] = str(failure)
        timing.failure = self.cannot.get(case.what, "")

    def version(self) -> str:
        """Return the library and its version."""
        self._revive()
        return str(self._worker.call("version").value)

    def peak(self) -> float:
        """Return the most memory that it ever took, in MB."""
        self._revive()
        return int(self._worker.call("peak").value) / 1024

    def close(self) -> None:
        """Let it finish."""
        self._worker.close()

    def _revive(self) -> None:
        """Return a new process where the old one is gone; what does not lie on disk is loaded again."""
        if self._worker.lives:
            return
        self._worker = Worker(self.name, self.folder)
        for data in self.data if not any(self.folder.iterdir()) else ():
            self._worker.call("load", data)
