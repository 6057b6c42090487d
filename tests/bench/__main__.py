"""Prints one table, ours beside its peers: `python -m tests.bench --years 1 10`."""

import argparse
import sys
import time

from tests.bench.alliance import Alliance
from tests.bench.engines import ENGINES
from tests.bench.table import Table


def main() -> None:
    """Measure alliances of some sizes on all engines that are installed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Prints a table, ours beside its peers.")
    parser.add_argument("--members", type=int, default=54)
    parser.add_argument("--years", type=int, nargs="+", default=[1, 10])
    here = [name for name, peer in ENGINES.items() if peer.is_here()]
    parser.add_argument("--peers", nargs="*", choices=here[2:], default=here[2:], help="beside ours and the raw engine")
    chosen = parser.parse_args()
    table = Table([*here[:2], *chosen.peers], _tell)
    table.rehearse()
    alliances = [Alliance(chosen.members, years) for years in sorted(chosen.years)]
    for alliance in alliances:
        table.measure(alliance)
    print(table.text(), *(alliance.told() for alliance in alliances), sep="\n\n")


def _tell(progress: str) -> None:
    print(f"{time.perf_counter():8.1f} s  {progress}", file=sys.stderr)


if __name__ == "__main__":
    main()
