"""Targets and goals in the order of their numbers, their places, and the size of the picture around them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from alliancegraph.graph.words.codes import in_order
from alliancegraph.viz.shared.picture.grid import CELL_HEIGHT, CELL_WIDTH, Positions
from alliancegraph.viz.shared.style import style

BACKBONE = "goal"  # the group of targets and goals

_FILLING = 0.72  # share of the cells that nodes take
_CLEAR = 1.2  # ratio of the free room around a box to the box
_LEAST_GAP = 0.1  # radians between two boxes on a ring
_USUAL = 150  # nodes of a picture that has the style's sizes of boxes
_SMALLEST = 0.4  # least share of those sizes, in a small picture


@dataclass(frozen=True)
class Box:
    """The size of the box of every target and goal, and of the text in it, in pixels."""

    width: int
    height: int
    text: int


@dataclass(frozen=True)
class Frame:
    """The size of the picture in pixels: half its side, the radii of the rings of goals and of targets."""

    half: float
    goals: float
    targets: float


def goals_in_order(network: "nx.MultiDiGraph[str]") -> list[str]:
    """Return targets and goals, sorted by their numbers part by part: 1, 1.1, 2, …, 10."""
    goals = (name for name in network if network.nodes[name].get("group") == BACKBONE)
    return sorted(goals, key=lambda name: (in_order(network.nodes[name].get("number", "")), name))


def targets_of(network: "nx.MultiDiGraph[str]") -> dict[str, str]:
    """Return the target of each goal that has one."""
    links = network.edges(data=True)
    return {goal: target for goal, target, link in links if link.get("predicate") == "broader"}


def goal_box(network: "nx.MultiDiGraph[str]") -> Box:
    """Return the size for all targets and goals; it grows with the picture, so that they stay legible."""
    sizes, growth = style().sizes, max(_SMALLEST, math.sqrt(len(network) / _USUAL))
    return Box(*(round(growth * sizes[name]) for name in ("goal width", "goal height", "goal text")))


def frame_of(network: "nx.MultiDiGraph[str]") -> Frame:
    """Return the size of the picture, so that boxes do not overlap and all nodes have room."""
    angles, box = _angles(network), goal_box(network)
    area = (len(network) - len(angles)) * CELL_WIDTH * CELL_HEIGHT / _FILLING + len(angles) * _room(box)
    half, targets = math.sqrt(area) / 2, set(targets_of(network).values())
    inner = _radius([angle for name, angle in angles.items() if name in targets], box)
    outer = _radius([angle for name, angle in angles.items() if name not in targets], box)
    ring = max(0.62 * half, outer, inner + _apart(box))
    return Frame(max(half, ring + box.width / 2), ring, inner)


def backbone(network: "nx.MultiDiGraph[str]") -> Positions:
    """Return the places of goals, on a ring in numerical order, and of targets, on an inner ring."""
    frame, targets = frame_of(network), set(targets_of(network).values())
    return {
        name: _on_ring(angle, frame.targets if name in targets else frame.goals)
        for name, angle in _angles(network).items()
    }


def _angles(network: "nx.MultiDiGraph[str]") -> dict[str, float]:
    """Return the direction of each goal from the middle, in radians; a target has the mean of its goals'."""
    parents = targets_of(network)
    targets = set(parents.values())
    goals = [name for name in goals_in_order(network) if name not in targets]
    angles = {name: math.tau * (index + 0.5) / len(goals) - math.pi for index, name in enumerate(goals)}
    means = {t: _mean_angle([angles[goal] for goal in goals if parents.get(goal) == t]) for t in sorted(targets)}
    return {**angles, **means}


def _radius(angles: Sequence[float], box: Box) -> float:
    """Return the least radius of a ring on which boxes in these directions do not touch."""
    ordered = sorted(angle % math.tau for angle in angles)
    if len(ordered) < 2:
        return 0.0
    gap = min((after - before) % math.tau for before, after in zip(ordered, ordered[1:] + ordered[:1], strict=True))
    return _apart(box) / (2 * math.sin(max(gap, _LEAST_GAP) / 2)) + 1


def _apart(box: Box) -> float:
    """Return the distance at which two boxes do not touch, in any direction."""
    return _CLEAR * math.hypot(box.width, box.height)


def _mean_angle(angles: Sequence[float]) -> float:
    return math.atan2(sum(map(math.sin, angles)), sum(map(math.cos, angles)))


def _on_ring(angle: float, radius: float) -> tuple[int, int]:
    return round(radius * math.cos(angle)), round(radius * math.sin(angle))


def _room(box: Box) -> int:
    """Return the square pixels of a box with its margin."""
    return (box.width + CELL_WIDTH) * (box.height + CELL_HEIGHT)
