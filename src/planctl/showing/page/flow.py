"""The flow from what had become of the indicators to what became of their targets: nodes on two sides, bands between.

Heights are in `UNIT`s, one for each indicator, with a gap between nodes that leaves room for a line of text.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

WIDTH = Decimal(100)
BEND = Decimal(45)
UNIT = Decimal(11)
GAP = Decimal(25)


class Node(NamedTuple):
    """A group on one side: what it is of, how many, and where; `middle` is in per cent of the height of the whole."""

    key: str
    size: int
    top: Decimal
    height: Decimal
    middle: Decimal


class Band(NamedTuple):
    """Those that go from one group to another, as the outline of a band."""

    before: str
    after: str
    size: int
    outline: str


class FlowPicture(NamedTuple):
    """The whole picture, `height` high."""

    height: Decimal
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    bands: tuple[Band, ...]


def flow(counts: Mapping[tuple[str, str], int], left: Sequence[str], right: Sequence[str]) -> FlowPicture:
    """Return the picture of `counts` by a key of each side; the keys in the order from top to bottom."""
    sizes = [
        [(key, sum(size for pair, size in counts.items() if pair[side] == key)) for key in keys]
        for side, keys in enumerate((left, right))
    ]
    heights = [sum(size for _, size in each) * UNIT + (sum(1 for _, size in each if size) - 1) * GAP for each in sizes]
    height = max(*heights, UNIT)
    sides = [_nodes(each, height, (height - own) / 2) for each, own in zip(sizes, heights, strict=True)]
    bands: list[Band] = []
    tops = [{node.key: node.top for node in nodes} for nodes in sides]
    for before in left:
        for after in right:
            if size := counts.get((before, after), 0):
                bands.append(Band(before, after, size, _outline(tops[0][before], tops[1][after], size * UNIT)))
                tops[0][before] += size * UNIT
                tops[1][after] += size * UNIT
    return FlowPicture(height, sides[0], sides[1], tuple(bands))


def _nodes(sizes: Sequence[tuple[str, int]], height: Decimal, top: Decimal) -> tuple[Node, ...]:
    nodes = []
    for key, size in sizes:
        if size:
            tall = size * UNIT
            nodes.append(Node(key, size, top, tall, (top + tall / 2) / height * 100))
            top += tall + GAP
    return tuple(nodes)


def _outline(start: Decimal, end: Decimal, tall: Decimal) -> str:
    """Return the outline of a band from `start` on the left to `end` on the right, `tall` high at both ends."""
    far = WIDTH - BEND
    return (
        f"M0 {start:f}C{BEND} {start:f} {far} {end:f} {WIDTH} {end:f}V{end + tall:f}"
        f"C{far} {end + tall:f} {BEND} {start + tall:f} 0 {start + tall:f}Z"
    )
