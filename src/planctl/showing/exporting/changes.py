"""The tables of changes: what became of each target, and of each figure in the prose, in the next plan."""

from planctl.messages.message import say
from planctl.showing.change import CHANGE, change_rows
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.tables import DataTable, filled, shape_of
from planctl.showing.pairs import PAIR, pair_rows
from planctl.showing.wording import Wording

CHANGES = shape_of("changes", say("What became of each row of a plan in the next one."), CHANGE)
PAIRS = shape_of("pairs", say("The figures in the prose that take up one of the year before."), PAIR)


def change_tables(material: Material, wording: Wording) -> tuple[DataTable, ...]:
    """Return the tables of changes and of pairs, of each two successive years."""
    return (
        filled(CHANGES, (row for diff in material.diffs for row in change_rows(diff.changes, diff)), wording),
        filled(PAIRS, (row for pairs in material.pairs for row in pair_rows(pairs)), wording),
    )
