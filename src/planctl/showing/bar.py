"""Short bars, in signs that any stream can write: an actual against its target, a part of a whole, years in a row."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from planctl.showing.look import Look

BEFORE = 7
AFTER = 2
WHOLE = 20
NAUGHT = Decimal(0)


def bar(figure: Decimal, limit: Decimal, look: Look) -> str:
    """Return the bar: filled as far as a figure goes, with a mark where its limit is; empty for a limit of nothing.

    The mark always stands at the same place, so that bars compare across units. Short of the target the bar never
    touches the mark, and over it it always passes it, however small the difference.
    """
    if limit <= 0:
        return ""
    signs = look.signs
    cells = figure / limit * BEFORE
    before = min(max(int(cells), 0), BEFORE)
    after = max(ceil(cells - BEFORE), 0)
    end = signs.bar * after if after <= AFTER else signs.bar * (AFTER - 1) + signs.beyond
    return f"{signs.bar * before:<{BEFORE}}{signs.mark}{end}"


def share_bar(percent: Decimal | None, look: Look) -> str:
    """Return a bar as long as its share of `WHOLE` cells; a share that is not nothing has at least one."""
    return look.signs.bar * min(ceil(percent * WHOLE / 100), WHOLE) if percent else ""


def sparkline(sizes: Sequence[Decimal | None], look: Look) -> str:
    """Return a sign for each year, as high over zero as its figure, a blank for one without; empty below two."""
    known = [size for size in sizes if size is not None]
    if len(known) < 2:
        return ""
    low, high = min(NAUGHT, *known), max(NAUGHT, *known)
    steps, span = len(look.signs.heights) - 1, high - low or Decimal(1)
    heights = (None if size is None else int((size - low) * steps / span) for size in sizes)
    return "".join(" " if height is None else look.signs.heights[height] for height in heights)
