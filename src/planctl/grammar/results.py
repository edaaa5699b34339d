"""What a report in prose says came of the year: names with their figures, as sentences of targets are read.

What is said of several years, of a part of the year, of a part of the whole or beside others is none of it.
"""

import re
from collections.abc import Iterator

from planctl.grammar.cells import is_readable
from planctl.grammar.documents import figures_in
from planctl.grammar.target_clauses import Target, read_clauses

_SENTENCE = re.compile("[^。;!?]+")
_YEARS = "[这过近]去?[三四五]年|[三四五]年[来间]|“?十[二三四五六]五”?(?:时期|期间|以来)|五年"
_YEAR = "20[0-9]{2}年(?!来|以来|末)|过去一年|一年来|[这去]一?年(?!间)|全年|刚刚过去"
_SCOPE = re.compile(f"(?P<years>{_YEARS})|(?P<year>{_YEAR})")
"""What says of which time a text speaks, until something else does: of several years, or of one."""
_OF_NONE = re.compile(
    "年均|每年|连续|累计|上半年|[一二三四前]季度|[0-9]+个?月|以来|以上年|力争|目标|预期|将[达实]|控制在|[高低快慢多少]于|居(?!民)|位[列居]|排名|"
    "第[0-9一二三四五六七八九十]"
)
_BEGINS = re.compile("(?:全年|预计|实现|完成|全(?:省|市|区|州|县)|我(?:省|市|区)|——)++")
_ENDS = re.compile("(?:平均|均值|总体|预计|达到?|为)++$")


def results_in(text: str) -> Iterator[Target]:
    """Yield what a normal text says came of its year, in its order, as targets are read: names with their figures.

    The text is what looks back in a report, without what it plans.
    """
    of_years = False
    for sentence in _SENTENCE.finditer(text):
        marks = [(found.start(), bool(found["years"])) for found in _SCOPE.finditer(sentence[0])]
        for found in read_clauses(sentence[0]).targets:
            start, end = found.clause
            scope = [several for at, several in marks if at <= start + len(found.name)]
            name = _ENDS.sub("", found.name[_begun(found.name) :])
            if found.prefix or (scope[-1] if scope else of_years):
                continue
            for piece in re.finditer("[^、,]+", found.target):
                if _is_result(name, piece[0]):
                    first = sentence.start()
                    at = first + found.words[0] + piece.start()
                    words = at, at + len(piece[0])
                    clause = first + start, first + end if found.shared else words[1]
                    yield Target(name, piece[0], clause, words, shared=found.shared)
        of_years = marks[-1][1] if marks else of_years


def _begun(name: str) -> int:
    """Return where a name begins behind what says of whom and when it is."""
    found = _BEGINS.match(name)
    return found.end() if found and found.end() < len(name) - 1 else 0


def _is_result(name: str, value: str) -> bool:
    if not name or _OF_NONE.search(name) or _OF_NONE.search(value):
        return False
    return bool(figures_in(value) or "持平" in value) and is_readable(value)
