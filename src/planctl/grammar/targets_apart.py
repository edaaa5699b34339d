"""Targets that a sentence names apart from the results that they are of: behind other clauses, or several together."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from planctl.grammar.cells import parse_any_cell
from planctl.grammar.lengths import CELL, QUOTE
from planctl.grammar.lexer import tokens_of
from planctl.grammar.result_words import of_kind
from planctl.grammar.shares import target_told_in
from planctl.grammar.target_figures import figures_in_turn
from planctl.grammar.target_pieces import Span, Target
from planctl.values.meanings import Assigned

_CLAUSE = re.compile("(?<=[,、(])[^,、;()]{4,40}")
_OTHERS = re.compile("全[国省市区县州盟旗](?!(?:年|下达|[确核]定))")
"""Whose figure is none of the region's own."""
_OF_ALL = re.compile("均|都")
_TARGETS_IN_TURN = re.compile(
    "[,(](?:(?:年初|年度|全年|预期|计划|预算|原|的)*(?:目标|计划|预期)(?:值|任务|增速)?)(?:分别|各)(?:确定|设定|安排)?(?:为|是)?(?=[^;()]{2,60})"
)
"""Before the targets of several results, in their order: ,年度目标分别为增长5%和8%."""

MOST_BEHIND = 24
"""No clause is of more results before it."""


def with_targets_apart(results: Sequence[Target], sentence: str) -> Sequence[Target]:
    """Return the results of a normal sentence with the targets that it names apart from them.

    粮食产量51万吨,增长2%,超额完成50.5万吨的年度目标; 均未达到7%的预期目标 is of all that stand before it, and so is
    均完成年度任务. What was read of such a clause as a result is none.
    """
    found = _in_turn(results, sentence)
    starts = [each.words[0] for each in found]
    no_results: set[int] = set()
    for start, end in _clauses(sentence):
        said = sentence[start:end]
        first = bisect_left(starts, start)
        behind = [at for at in range(max(first - MOST_BEHIND, 0), first) if found[at].words[1] < start]
        of_all = _OF_ALL.match(said)
        if not behind or _OTHERS.search(said):
            continue
        target = target_told_in(tokens_of(said[1:] if of_all else said))
        alike = [at for at in behind if target and of_kind(target.printed, found[at].target)]
        if target and alike:
            for at in alike if of_all else alike[-1:]:
                found[at] = _with_target(found[at], target.printed, end)
        elif of_all and isinstance(parse_any_cell(said).meaning, Assigned):
            for at in behind:
                found[at] = found[at]._replace(stated=found[at].stated or said)
        else:
            continue
        no_results.update(range(first, bisect_left(starts, end)))
    return [each for at, each in enumerate(found) if at not in no_results]


def _with_target(result: Target, target: str, end: int) -> Target:
    """Return a result with a target that is told up to `end`, and with that as its words where they can be quoted."""
    first = result.clause[0]
    clause = (first, end) if end - first <= QUOTE else result.clause
    return result._replace(planned=result.planned or target, clause=clause)


def _clauses(sentence: str) -> Iterator[Span]:
    """Yield the clauses of a sentence that speak of a target."""
    for found in _CLAUSE.finditer(sentence):
        if len(found[0]) <= CELL and re.search("目标|计划|任务|预期|预算", found[0]):
            yield found.span()


def _in_turn(results: Sequence[Target], sentence: str) -> list[Target]:
    """Return results with the targets that are told behind as many of them (年度目标分别为增长5%和8%)."""
    found = list(results)
    starts = [each.words[0] for each in found]
    for led in _TARGETS_IN_TURN.finditer(sentence):
        behind = re.match("[^,;()]+", sentence[led.end() :])
        figures = figures_in_turn(behind[0]) if behind else None
        targets = figures.targets if figures else ()
        first = bisect_left(starts, led.start())
        near = [at for at in range(max(first - MOST_BEHIND, 0), first) if found[at].words[1] <= led.start()]
        alike = [at for at in near if targets and of_kind(targets[0], found[at].target)][-len(targets) :]
        if targets and len({found[at].name for at in alike}) == len(targets):
            for at, target in zip(alike, targets, strict=True):
                found[at] = found[at]._replace(planned=target)
    return found
