"""Short bars, in signs that any stream can write: an actual against its target, a part of a whole."""

from decimal import Decimal
from math import ceil

from planctl.verdict import Gap
from planctl.views.look import Look

BEFORE = 7
AFTER = 2
WHOLE = 20


def bar(gap: Gap | None, look: Look) -> str:
    """Return the bar: filled as far as the actual goes, with a mark where the target is; empty without figures.

    The mark always stands at the same place, so that bars compare across units. Short of the target the bar never
    touches the mark, and over it it always passes it, however small the difference.
    """
    if not gap or gap.limit.size <= 0:
        return ""
    signs = look.signs
    cells = gap.figure.size / gap.limit.size * BEFORE
    before = min(max(int(cells), 0), BEFORE)
    after = max(ceil(cells - BEFORE), 0)
    end = signs.bar * after if after <= AFTER else signs.bar * (AFTER - 1) + signs.beyond
    return f"{signs.bar * before:<{BEFORE}}{signs.mark}{end}"


def share_bar(percent: Decimal | None, look: Look) -> str:
    """Return a bar as long as its share of `WHOLE` cells; a share that is not nothing has at least one."""
    return look.signs.bar * min(ceil(percent * WHOLE / 100), WHOLE) if percent else ""
