"""Several figures in one target, in the order of the names before it (分别增长5%、6%), each with what holds for all."""

import re
from typing import NamedTuple

from planctl.grammar.cells import is_readable
from planctl.grammar.lengths import CELL
from planctl.grammar.lexer import tokens_of
from planctl.grammar.target_names import names_of
from planctl.grammar.together import figures_together
from planctl.grammar.token_patterns import TokenPattern

_MOVEMENT = TokenPattern("[up|down]")
_LONGEST_HEAD = 12
"""What stands before 分别 and is longer has a name in it."""


class TargetFigures(NamedTuple):
    """The targets that stand together, and the word before 分别 that is a part of the last name (涨幅)."""

    targets: tuple[str, ...]
    of_last: str


def figures_of(words: str) -> TargetFigures | None:
    """Return the targets of several names that words print, each as printed alone; `None` for one target."""
    together = figures_together(tokens_of(words)) if len(words) <= CELL else None
    if not together or max(len(together.head.printed), len(together.lead)) > _LONGEST_HEAD:
        return None
    head = together.head.printed
    of_last = head if _MOVEMENT.fullmatch(together.head) else ""
    targets = together.figures(before="" if of_last else head)
    return TargetFigures(targets, of_last) if all(map(is_readable, targets)) else None


def figures_in_turn(words: str) -> TargetFigures | None:
    """Return the figures of several names in their order, also without 分别 before them."""
    if not re.search("[、和及与].", words) or words.endswith("、"):
        return None
    return figures_of(words if re.search("分别|各", words) else f"分别{words}")


def figures_of_names(subject: str, words: str) -> TargetFigures | None:
    """Return the same where as many names stand before them (控制在4.5%以内、6.5%以内)."""
    figures = figures_in_turn(words)
    return figures if figures and len(names_of(subject, len(figures.targets))) == len(figures.targets) else None
