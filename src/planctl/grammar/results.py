"""What a report in prose says came of the year: names with their figures, as sentences of targets are read.

What is said of several years, of a part of the year, of a part of the whole or beside others is none of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from planctl.grammar.cells import parse_any_cell
from planctl.grammar.documents import MARK_OF_ITEM
from planctl.grammar.periods import SpokenTime, TimeMark, marks_in
from planctl.grammar.result_clauses import BRACKETED_TARGET, results_of
from planctl.grammar.target_pieces import Target, parts_unbracketed
from planctl.grammar.targets_apart import with_targets_apart
from planctl.values.meanings import Assigned, Completion

_SENTENCE = re.compile("[^。;!?]+")
_ENDS = ("", "。", ";", ":")
_ITEM = re.compile(f"(?<=[。;:])(?:{MARK_OF_ITEM})")
_TARGETS_RETOLD = re.compile("(?:目标|预期指标)(?:任务|指标|值)?(?:建议|安排|确定|设定|分别)*(?:是|为|如下)*:")
"""What of a sentence sets the targets of the year that is over, and tells nothing of it."""
_GUESSED = re.compile("(?:(?:20[0-9]{2}|[去上今])年|全年|年末|初步|经|据|[,:])*+(预计)(?!的)")
"""What calls all that a sentence tells estimates, up to its full stop."""
_BESIDE_TARGET = re.compile(
    f"{BRACKETED_TARGET.pattern}|"
    "(?:[,、](?:[比较][上去]年|[比较高低快慢优好]于?全|(?:增速|总量)?(?:排|居|位居))[^,;。、]{2,20})?[,、](?P<said>(?:控制在(?=[0-9])|"
    "(?=[^,;。、(]{0,24}?(?:目标|计划|任务|预期(?!寿命)|控制线|考核要求)|(?:超额)?完成(?:年度|年初|全年)?预算))[^,;。、]{2,36})"
)
"""What may say of a result how far it is from its target, or name that: 高于年度目标0.1个百分点, 完成7%的目标."""
_NAMED_ITEM = re.compile(
    f"(?:{MARK_OF_ITEM})[一-鿿A-Za-z0-9.()]{{2,20}}?(?P<sign>[。:])"
    "(?=(?:(?:年初|年度|全年|预期|计划|预算|的)*(?:目标|计划|预算)(?:安排)?(?:为|是)?|"
    "(?:预计|全年|实际|完成|实现|达到?|为|同比|增长|下降|约|突破)+)-?(?:增长|下降)?[0-9])"
)
"""An item of a list that names first what it is of: 1.地区生产总值。年初目标增长6%。预计增长4.5%."""
_TARGET_IN_WORDS = re.compile("\\([^()0-9]{0,8}?(?:目标|计划|预期)(?:值|为|是|:)*([^()]{2,24})\\)")
_REACHED = re.compile("(?:实现|完成|达到|好于|超额)[^,]{0,40}$")


def results_in(text: str, begun: Sequence[int] = (), year: int = 0, own: Sequence[str] = ()) -> Iterator[Target]:
    """Yield what a normal text says came of its year, in its order, as targets are read: names with their figures.

    The text is what looks back in a report that plans for a year (0 where unknown), without what it plans; `begun` is
    where it begins again behind a heading, in order, and `own` is how the region calls itself. Of a part (其中) the
    prefix says so; what is told in words has no figure. A time that a sentence names holds to its full stop.
    """
    text = _items_joined(text, begun)
    section = led = SpokenTime.YEAR
    retold, guess = False, ""
    for start, sentence in _sentences(text, begun):
        if not start or text[start - 1] != ";":
            led, retold = section, False
            guess = found[1] if (found := _GUESSED.match(sentence)) else ""
        sentence = parts_unbracketed(sentence)
        marks = marks_in(sentence, year)
        found = None if retold else _retold(sentence)
        if not retold:
            said = results_of(sentence[: found.start() if found else None], own, guess)
            told = tuple(_with_targets(tuple(_of_the_year(said, marks, led)), sentence))
            yield from (each.moved(start) for each in with_targets_apart(told, sentence))
        retold = retold or bool(found)
        led = next((each.period for each in reversed(marks) if each.leads or each.period is SpokenTime.YEAR), led)
        section = next((each.period for each in reversed(marks) if each.opens), section)


def _items_joined(text: str, begun: Sequence[int]) -> str:
    """Return a text in which each item that names first what it is of is one sentence that begins with the name."""
    starts = frozenset(begun)
    ends = sorted({*(found.start() for found in _ITEM.finditer(text)), *begun, len(text)})
    pieces: list[str] = []
    last = 0
    for found in _NAMED_ITEM.finditer(text):
        at = found.start("sign")
        if text[found.start() - 1 : found.start()] not in _ENDS and found.start() not in starts:
            continue
        end = ends[bisect_right(ends, at)]
        pieces += [text[last:at], "的", text[at + 1 : end - 1].replace("。", ","), text[end - 1 : end]]
        last = end
    return "".join([*pieces, text[last:]])


def _retold(sentence: str) -> re.Match[str] | None:
    """Return where a sentence begins to set targets; one whose targets were reached tells what came of them."""
    found = _TARGETS_RETOLD.search(sentence)
    return found if found and not _REACHED.search(sentence[: found.start()]) else None


def _of_the_year(said: Iterable[Target], marks: Sequence[TimeMark], period: SpokenTime) -> Iterator[Target]:
    """Yield the results of a sentence that are of the year, where it begins in one period and names others."""
    waiting = list(reversed(marks))
    aside: TimeMark | None = None
    for found in said:
        while waiting and waiting[-1].at <= found.words[0]:
            mark = waiting.pop()
            aside = mark if mark.until else None
            period = period if aside else mark.period
        now = aside.period if aside and found.words[0] < aside.until else period
        if now is SpokenTime.YEAR:
            yield found


def _sentences(text: str, begun: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield each sentence with where it begins; a heading is one of its own."""
    for first, last in pairwise((0, *begun, len(text))):
        for sentence in _SENTENCE.finditer(text, first, last):
            yield sentence.start(), sentence[0]


def _with_targets(results: Iterable[Target], sentence: str) -> Iterator[Target]:
    """Yield results with what is said right behind each of its target, which is no result itself.

    Where the target is named, or can be reckoned, that is a part of its words; else it is what is stated of it. How
    much of a plan an amount is may stand behind its growth.
    """
    last = 0
    told = tuple(results)
    for found, following in zip_longest(told, told[1:]):
        start, end = found.words
        if start < last:
            continue
        behind = None if found.shared else _BESIDE_TARGET.match(sentence, end)
        of_plan = _share_behind(found, following, sentence)
        if behind and parse_any_cell(value := sentence[start : behind.end()]).recovered:
            last = behind.end()
            yield found._replace(target=value, words=(start, last), clause=(found.clause[0], last))
        elif behind and (planned := _in_brackets(behind[0])):
            last = behind.end()
            yield found._replace(planned=planned)
        elif behind and parse_any_cell(behind["said"] or "").meaning in (Assigned(True), Assigned(False)):
            last = behind.end()
            yield found._replace(stated=behind["said"])
        elif of_plan:
            yield found._replace(
                target=sentence[start:of_plan], words=(start, of_plan), clause=(found.clause[0], of_plan)
            )
        else:
            yield found


def _in_brackets(said: str) -> str:
    """Return the target that stands in brackets without a figure ((年度目标为持平)); nothing for anything else."""
    found = _TARGET_IN_WORDS.fullmatch(said)
    return found[1] if found and parse_any_cell(found[1]).is_readable else ""


def _share_behind(found: Target, following: Target | None, sentence: str) -> int:
    """Return where what says behind the growth of an amount how much of its plan that is ends; 0 where nothing does."""
    start, end = found.words
    if not following or found.shared or following.name != found.name or following.words[0] != end + 1:
        return 0
    behind = _BESIDE_TARGET.match(sentence, following.words[1])
    if not behind or not isinstance(parse_any_cell(behind["said"] or "").meaning, Completion):
        return 0
    return behind.end() if parse_any_cell(sentence[start : behind.end()]).recovered else 0
