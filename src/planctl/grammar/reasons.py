"""What a report explains of missed targets: where it does, sentence by sentence, and what it says was missed."""

import re

LEAST_EXPLAINED = 4
"""Nothing shorter than 一是投资 says what was missed."""
MISSED = "(?:未(?:能)?(?:完成|达到?|实现)|(?:低于|不及|少于)(?=[^,;。]{0,8}?(?:预期|目标|计划)))"
"""What says of a target that it was missed, as a pattern over normal text."""
_REASONS = (
    f"{MISSED}(?:年初|年度)?(?:预期|目标|计划|任务)*+的?(?:指标|目标)?(?:情况)?的?(?:情况)?"
    "(?:[,;])?(?:(?:说明|主要原因|原因|分析)(?:如下|分析|是|为)?[:;]?|:(?=一是))"
)
_WHY = "(?:究其原因,|(?:主要|其)*(?:是因?|原因(?:是|为|:|有)*|受|由于|系|因))(?=[^,;。])"
_MISSED_FOR = re.compile(
    f"[^,;。:]{{2,80}}?(?:,[^,;。:]{{0,6}})?{MISSED}[^,;。]{{0,20}},{_WHY}|"
    f"(?:受|因|由于)[^,;。:]{{2,60}},[^,;。:]{{2,80}}?(?:,[^,;。:]{{0,6}})?{MISSED}"
)
"""A sentence that says of indicators by name that they were missed, and why: A、B等2项指标未达预期,主要原因是…"""
_EXPLAINS = re.compile("(?:其|究其)?(?:主要)?(?:原因|是因|是由于|是受|由于|受|系|因(?![此子地])|是(?=[^,]{4}))|主要是")
"""What begins to say why, behind what was missed."""


def reasons_in(text: str) -> int | None:
    """Return where a normal text begins to explain missed targets; `None` where it does not."""
    found = re.search(_REASONS, text)
    return found.start() if found else None


def missed_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where sentences of a normal text say of indicators that they were missed, and why, without a number."""
    return tuple(found.span() for found in re.finditer("[^。;]+", text) if _MISSED_FOR.search(found[0]))


def explained_in(reason: str) -> str:
    """Return the words of a reason that say what was missed, before it says why; all of what begins with why.

    一是固定资产投资增速,受市场影响 is of 固定资产投资增速.
    """
    sentence = reason.partition("。")[0]
    found = _EXPLAINS.search(sentence, LEAST_EXPLAINED)
    return sentence[: found.start()] if found else sentence
