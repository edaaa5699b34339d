"""The figures in the prose beside those that they take up, for the page."""

from collections.abc import Mapping
from typing import NamedTuple

from planctl.diff.fate import Fate
from planctl.diff.statements import Pairs
from planctl.showing.change import SHIFT, shift_document
from planctl.showing.change_row import fate_text, moved_text
from planctl.showing.look import Look
from planctl.showing.page.rows import attributes


class PairRow(NamedTuple):
    """A figure of the year before and the one that takes it up."""

    data: Mapping[str, str]
    fate: str
    became: str
    label: str
    label_en: str
    before: str
    after: str
    change: str
    percent: str
    period: str


def pair_rows(pairs: Pairs, look: Look) -> tuple[PairRow, ...]:
    """Return a row for each pair, in the order of the later report."""
    rows = []
    for before, after, moved, flags in pairs.pairs:
        fate = Fate(moved.movement)
        document = shift_document(moved.shift)
        rows.append(
            PairRow(
                data={
                    "data-before": before.id,
                    "data-after": after.id,
                    "data-target": fate.value,
                    **attributes(document, SHIFT),
                },
                fate=fate.value,
                became=fate_text(fate, look),
                label=after.label,
                label_en=after.label_en if look.wording.is_english else "",
                before=before.value.printed,
                after=after.value.printed,
                change=moved_text(moved, flags, look),
                percent=document["change_percent"] or "",
                period=look.wording.term(after.period),
            )
        )
    return tuple(rows)
