"""A grid of cells, each with room for one node and its label, so that none covers another."""

import itertools
import math
from collections.abc import Iterator, Mapping

CELL_WIDTH, CELL_HEIGHT = 180, 112  # pixels that a node with its label takes

Positions = dict[str, tuple[int, int]]
Cell = tuple[int, int]


def snap(wanted: Mapping[str, tuple[float, float]], loose: list[str], taken: set[Cell]) -> Positions:
    """Return the free cell nearest to the wanted place of each loose node, those near the middle first."""
    taken, steps = set(taken), [_steps(row, len(taken) + len(loose)) for row in (0, 1)]
    places: Positions = {}
    for name in sorted(loose, key=lambda each: (math.hypot(*wanted[each]), each)):
        row, column = _cell_at(wanted[name])
        cell = next(
            (row + down, column + right) for down, right in steps[row % 2] if (row + down, column + right) not in taken
        )
        taken.add(cell)
        places[name] = _centre(cell)
    return places


def _steps(row: int, count: int) -> list[Cell]:
    """Return the steps from a cell in an even (0) or odd (1) row to more than `count` others, the nearest first."""
    reach = range(-math.isqrt(count) - 1, math.isqrt(count) + 2)
    home = _centre((row, 0))
    return sorted(
        itertools.product(reach, reach), key=lambda step: (math.dist(home, _centre((row + step[0], step[1]))), step)
    )


def _cell_at(point: tuple[float, float]) -> Cell:
    row = round(point[1] / CELL_HEIGHT)
    return row, round(point[0] / CELL_WIDTH - 0.5 * (row % 2))


def _centre(cell: Cell) -> tuple[int, int]:
    """Return the middle of a cell in pixels; odd rows are shifted by half a cell."""
    row, column = cell
    return round((column + 0.5 * (row % 2)) * CELL_WIDTH), row * CELL_HEIGHT


def block(place: tuple[int, int], width: int, height: int) -> Iterator[Cell]:
    """Yield the cells that a box around that place covers, with a margin."""
    wide, high = (width + CELL_WIDTH) / 2, (height + CELL_HEIGHT) / 2
    top, left = _cell_at((place[0] - wide, place[1] - high))
    bottom, right = _cell_at((place[0] + wide, place[1] + high))
    for row in range(top - 1, bottom + 2):
        for column in range(left - 1, right + 2):
            x, y = _centre((row, column))
            if abs(x - place[0]) < wide and abs(y - place[1]) < high:
                yield row, column
