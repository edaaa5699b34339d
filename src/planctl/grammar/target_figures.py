"""Several figures in one target, in the order of the names before it (分别增长5%、6%), each with what holds for all."""

import re
from typing import NamedTuple

from planctl.grammar.cells import is_readable
from planctl.grammar.figures import AFTER, NUMBER, UNIT
from planctl.grammar.lengths import CELL

_ALL = "(?P<head>[^0-9]{0,12}?)(?:分别|各)(?P<lead>[^0-9]{0,12}?)(?P<items>-?[0-9].*)"
_ITEM = f"(?P<number>-?{NUMBER}(?:[-–—~至到]{{1,2}}{NUMBER})?)(?P<unit>{UNIT})?(?P<after>{AFTER})?"
_BETWEEN = "、|以及|和|及|与"
_OF_NAME = "涨幅|增速|增幅|降幅|增长率"


class TargetFigures(NamedTuple):
    """The targets that stand together, and the word before 分别 that is a part of the last name (涨幅)."""

    targets: tuple[str, ...]
    of_last: str


def figures_of(words: str) -> TargetFigures | None:
    """Return the targets of several names that words print, each as it would be printed alone; `None` for one target.

    The unit and the bound behind the last figure hold for those that have none: 控制在5%和3%以内 is 5%以内 and 3%以内.
    """
    if len(words) > CELL or not (found := re.fullmatch(_ALL, words)):
        return None
    items = [re.fullmatch(_ITEM, item) for item in re.split(_BETWEEN, found["items"])]
    known = [item for item in items if item]
    if len(known) < len(items) or len(items) < 2:
        return None
    last = known[-1]
    of_last = found["head"] if re.fullmatch(_OF_NAME, found["head"]) else ""
    lead = f"{'' if of_last else found['head']}{found['lead']}"
    targets = tuple(
        f"{lead}{each['number']}{each['unit'] or last['unit'] or ''}{each['after'] or last['after'] or ''}"
        for each in known
    )
    return TargetFigures(targets, of_last) if all(map(is_readable, targets)) else None
