"""Targets that a sentence names apart from the results that they are of: behind other clauses, or several together."""

import re
from collections.abc import Iterator, Sequence

from planctl.grammar.cells import parse_any_cell
from planctl.grammar.lengths import CELL
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


def with_targets_apart(results: Sequence[Target], sentence: str) -> Sequence[Target]:
    """Return the results of a normal sentence with the targets that it names apart from them.

    粮食产量51万吨,增长2%,超额完成50.5万吨的年度目标; 均未达到7%的预期目标 is of all that stand before it, and so is
    均完成年度任务. What was read of such a clause as a result is none.
    """
    results = _in_turn(results, sentence)
    for start, end in _clauses(sentence):
        said = sentence[start:end]
        behind = [each for each in results if each.words[1] < start]
        of_all = _OF_ALL.match(said)
        if not behind or _OTHERS.search(said):
            continue
        target = target_told_in(tokens_of(said[1:] if of_all else said))
        alike = [each for each in behind if target and of_kind(target.printed, each.target)]
        if target and alike:
            of_it = set(alike if of_all else alike[-1:])
            results = [
                each._replace(planned=each.planned or target.printed) if each in of_it else each
                for each in results
                if not start <= each.words[0] < end
            ]
        elif of_all and isinstance(parse_any_cell(said).meaning, Assigned):
            results = [
                each._replace(stated=each.stated or said) if each in behind else each
                for each in results
                if not start <= each.words[0] < end
            ]
    return results


def _clauses(sentence: str) -> Iterator[Span]:
    """Yield the clauses of a sentence that speak of a target."""
    for found in _CLAUSE.finditer(sentence):
        if len(found[0]) <= CELL and re.search("目标|计划|任务|预期|预算", found[0]):
            yield found.span()


def _in_turn(results: Sequence[Target], sentence: str) -> Sequence[Target]:
    """Return results with the targets that are told behind as many of them (年度目标分别为增长5%和8%)."""
    for led in _TARGETS_IN_TURN.finditer(sentence):
        behind = re.match("[^,;()]+", sentence[led.end() :])
        figures = figures_in_turn(behind[0]) if behind else None
        targets = figures.targets if figures else ()
        near = [each for each in results if each.words[1] <= led.start()]
        alike = [each for each in near if targets and of_kind(targets[0], each.target)][-len(targets) :]
        if targets and len({each.name for each in alike}) == len(targets):
            planned = dict(zip(alike, targets, strict=True))
            results = [each._replace(planned=planned.get(each, each.planned)) for each in results]
    return results
