"""The figures in the prose beside those that they take up, for the page."""

from collections.abc import Mapping
from typing import NamedTuple

from planctl.diff.statements import Pairs
from planctl.showing.fields import object_of, texts_of
from planctl.showing.look import Look
from planctl.showing.page.rows import attributes
from planctl.showing.pairs import PAIR, PairRow, pair_rows


class ShownPair(NamedTuple):
    """A figure of the year before and the one that takes it up, its texts as the table of pairs has them."""

    data: Mapping[str, str]
    against: str
    percent: str
    texts: Mapping[str, str]


def shown_pairs(pairs: Pairs, look: Look) -> tuple[ShownPair, ...]:
    """Return what the page has of each pair, in the order of the later report."""
    return tuple(_shown(row, look) for row in pair_rows(pairs))


def _shown(row: PairRow, look: Look) -> ShownPair:
    document = object_of(PAIR, row, look.wording)
    sides = {"data-before": row.taken.before.id, "data-after": row.taken.after.id}
    data = {**sides, **attributes(document, ("target", "change", "change_unit", "change_percent"))}
    return ShownPair(data, row.taken.against.value, document["change_percent"] or "", texts_of(PAIR, row, look))
