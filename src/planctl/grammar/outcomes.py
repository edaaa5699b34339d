"""What a report states of its outcome: the sentence that counts the indicators, and the notes that adjust targets."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from planctl.grammar.documents import clause_start
from planctl.grammar.figures import AFTER, DIGITS, UNIT, parse_count
from planctl.grammar.lexer import NUMBER
from planctl.grammar.reasons import MISSED
from planctl.grammar.text import normal

_OTHER_PLAN = "规划|五年|中期|十[一二三四五六]五"
_COUNT = f"(?P<count>(?<![0-9.])[0-9]{{1,3}}|[{DIGITS}两十百]{{1,5}})[项个](?!百分)"
_END = "。"
_LISTS = "[^,;。:()]{0,24}[,:](?:分别)?(?:是|为|包括):?([^;。]{2,160})"
_ALL_BUT = (
    "除(?P<names>[^;。]{2,160}?)(?:等)?(?:(?P<left>[0-9]{1,3})[项个](?:指标)?)?(?:因[^,;。]{1,16})?(?:以)?外,"
    "(?:其余|其他|其它|余下)的?(?:(?P<rest>[0-9]{1,3})[项个])?(?:指标)?(?P<words>[^,;。]{2,24})"
)
_NAMES_IN_BRACKETS = r"(?:指标)?\((?!含|其中|不含|均)([^()]{4,120})\)"
_ALL = "全部|全面|均|都|悉数"
_PAUSES = r"[,;:。()\[\]]|分别为?"
_TOTAL = "指标|目标任务|(?:预期|主要|计划)目标"
_PART = "其中"
_THE_REST = ("其余", "其他", "其它", "余下", "另外")
_CONSTRAINT, _EXPECTED = "约束性", "预期性"
_AND_THE_REST = re.compile(
    "(?:^|(?<=[,:;]))(?P<names>[^;。:]{2,160}?)(?:等)?(?P<left>[0-9]{1,3})[项个](?:主要|经济)?(?:指标)?"
    f"[^,;。]{{0,8}}?{MISSED}[^,;。]{{0,12}},(?:其余|其他|其它|余下)的?(?P<rest>[0-9]{{1,3}})[项个](?:指标)?"
    "(?P<words>[^,;。]{2,24})"
)
"""Two counts that are all there is: A、B等2项指标未达到年度目标,其余18项均完成."""
_CIRCLED = "①②③④⑤⑥⑦⑧⑨"
_BEGINS_NOTES = "(?:备?注|说明)(?:释)?[:;.]?(?=.)"
_NOTE_NUMBER = r"(?:[\[(]?(?P<digits>[0-9]{1,2})[.、)\]](?![0-9])|(?P<circled>[①-⑨])[.、]?)"
_INCLUDES = r"\((含[^()0-9]{1,12})\)"


class CountedOutcome(StrEnum):
    """What a report may say became of the indicators that it counts."""

    PENDING = "pending"
    DISCONTINUED = "discontinued"
    INCOMPARABLE = "incomparable"
    UNMET = "unmet"
    NEARLY = "nearly"
    MET = "met"


_OUTCOMES: dict[CountedOutcome, str] = {
    CountedOutcome.PENDING: (
        "暂无|暂未|未(?:能)?(?:统计|公布|反馈|出数|核定|考核)|尚未|无数据|没有数据|数据未|待[一-鿿]{0,6}?(?:核|统计|公布|反馈|考核|评估)"
    ),
    CountedOutcome.DISCONTINUED: "不再|取消|停止统计|停统|不作统计|不统计|未纳入",
    CountedOutcome.INCOMPARABLE: "不可比|无法比较|不作比较|不具可比",
    CountedOutcome.UNMET: "未|没有|低于|不及|滞后|差距|落后|难以|偏离|欠",
    CountedOutcome.NEARLY: "(?<![或和及、])(?:基本|接近|大体)(?:完成|达|实现)",
    CountedOutcome.MET: (
        "完成|达到|达标|达成|超过|超额|超出|超预期|实现|好于|优于|高于|符合|快于|顺利|圆满|控制在(?:目标|计划|范围)"
    ),
}
"""The words of each, asked in this order: 未公布 is no miss."""


_TICKED = {
    **dict.fromkeys(("√", "✓", "✔", "是"), CountedOutcome.MET),
    **dict.fromkeys(("×", "✗", "✘", "否"), CountedOutcome.UNMET),
}
"""What answers the head 是否完成 in one sign."""

COUNTED_APART = (CountedOutcome.PENDING, CountedOutcome.INCOMPARABLE, CountedOutcome.NEARLY)
"""What is neither met nor unmet nor discontinued, and counted as a class of its own."""


class CountedClass(NamedTuple):
    """Indicators that a sentence counts together: how many, the words for what became of them, and what these mean.

    `names` are the words that may name them: those before their count, or a list behind it (分别是 …).
    """

    size: int
    words: str
    outcome: CountedOutcome
    kind: str
    names: str = ""


class PrintedClaim(NamedTuple):
    """A sentence that counts the indicators: how many in all, each class, and where it stands, to its full stop.

    `ceased` is the clause that says without a count which are no longer counted; `includes` is what the count includes.
    """

    total: int
    classes: tuple[CountedClass, ...]
    ceased: str
    includes: str
    span: tuple[int, int]

    def size(self, outcome: CountedOutcome) -> int | None:
        """Return how many it counts of an outcome; `None` where it counts none of them.

        Constraint and expected indicators that are counted apart add up, and are no part of another count of both.
        """
        found = [each for each in self.classes if each.outcome is outcome]
        of_all = [each.size for each in found if not each.kind]
        both = {each.kind for each in found if each.kind} == {_CONSTRAINT, _EXPECTED}
        sizes = of_all or ([each.size for each in found] if both else [])
        return sum(sizes) if sizes else None

    @property
    def missed(self) -> str:
        """The words that may name those which were not met."""
        return ",".join(each.names for each in self.classes if each.outcome is CountedOutcome.UNMET)


class _Counted(NamedTuple):
    """A count in a sentence: how many, what stands before and behind it in its clause, and where it stands.

    `listed` is what the next clause lists of it (分别是 …).
    """

    size: int
    before: str
    behind: str
    start: int
    listed: str = ""

    @property
    def words(self) -> str:
        """What says what became of those that are counted: what stands behind, or before where that says nothing."""
        return self.behind if outcome_in(self.behind) else f"{self.before}{self.behind}"


def parse_claim(text: str) -> PrintedClaim | None:
    """Return the first sentence of a normal text that counts all indicators and what became of them; `None` without."""
    for start, sentence in _sentences(text):
        counts = [] if re.search(_OTHER_PLAN, sentence) else list(_counts(sentence))
        total = next((each for each in counts if _is_total(each)), None)
        size, classes = (total.size, _counted_of(total, counts)) if total else _by_kinds(counts)
        if counts and (found := re.search(_ALL_BUT, sentence)):
            size, classes = _all_but(found, _size_before(found.start(), total, counts))
        elif not classes and (found := _AND_THE_REST.search(sentence)):
            size, classes = _all_but(found, 0)
        if classes:
            includes = re.search(_INCLUDES, sentence)
            span = (start + (total or counts[0]).start, start + len(sentence))
            return PrintedClaim(size, tuple(classes), _ceased(sentence), includes[1] if includes else "", span)
    return None


def _counted_of(total: _Counted, counts: list[_Counted]) -> list[CountedClass]:
    """Return what is counted of a total behind it, or all of it where the sentence says that all was met."""
    classes = _classes(counts[counts.index(total) + 1 :], total.size)
    if not classes and outcome_in(total.behind) and re.search(_ALL, f"{total.before[-2:]}{total.behind}"):
        return [CountedClass(total.size, total.behind, CountedOutcome.MET, "")]
    return classes


def _size_before(position: int, total: _Counted | None, counts: list[_Counted]) -> int:
    """Return how many indicators a sentence counts before a position, in all or by their kinds; 0 where it does not."""
    if total:
        return total.size if total.start < position else 0
    return sum(each.size for each in _of_kinds(counts) if each.start < position)


def _all_but(found: re.Match[str], total: int) -> tuple[int, list[CountedClass]]:
    """Return the total and the classes of a sentence in which all were met but some: 除A、B2项指标外,其余6项均完成.

    Where the total (0) is not printed, nor how many the others are, nothing is counted. Of some it may say what became
    of them (除A未完成,B暂无数据外); of the rest of them that is a miss.
    """
    rest = parse_count(found["rest"]) if found["rest"] else 0
    others = _each_but(found["names"])
    counted = sum(each.size for each in others)
    left = parse_count(found["left"]) if found["left"] else total - rest if rest else counted
    rest = rest or total - left
    if min(left, rest) < 1 or outcome_in(found["words"]) is not CountedOutcome.MET:
        return 0, []
    if counted != left:
        others = [CountedClass(left, "", CountedOutcome.UNMET, "", found["names"])]
    met = CountedClass(rest, _plain_words(found["words"]), CountedOutcome.MET, "")
    return total or left + rest, [met, *others]


def _each_but(listed: str) -> list[CountedClass]:
    """Return the names that are listed as not met, with those together of which the same is said."""
    groups: list[CountedClass] = []
    names: list[str] = []
    for part in re.split("[,、]", listed):
        names += _names(part)
        said = outcome_in(part)
        if said in (CountedOutcome.MET, None):
            continue
        counted = re.search(_COUNT, part)
        size = parse_count(counted["count"]) if counted else len(names)
        found = re.search(_OUTCOMES[said], part)
        words = part[found.start() :] if found and said is not CountedOutcome.UNMET else ""
        groups.append(CountedClass(size, words, said, "", "、".join(names)))
        names = []
    return [*groups, CountedClass(len(names), "", CountedOutcome.UNMET, "", "、".join(names))] if names else groups


def _names(listed: str) -> list[str]:
    return re.split("、|和|及|以及", listed)


def _of_kinds(counts: list[_Counted]) -> list[_Counted]:
    return [each for each in counts if re.match(f"{_CONSTRAINT}|{_EXPECTED}", each.behind)]


def _by_kinds(counts: list[_Counted]) -> tuple[int, list[CountedClass]]:
    """Return the total and the classes where a sentence counts expected and constraint indicators, and not both.

    12项预期性指标有10项完成，6项约束性指标全部完成; nothing, where it does not count both kinds once.
    """
    heads = [(each, found[0]) for each in counts if (found := re.match(f"{_CONSTRAINT}|{_EXPECTED}", each.behind))]
    if sorted(kind for _, kind in heads) != sorted((_CONSTRAINT, _EXPECTED)):
        return 0, []
    starts = [counts.index(head) for head, _ in heads]
    classes: list[CountedClass] = []
    for (head, kind), start, end in zip(heads, starts, [*starts[1:], len(counts)], strict=True):
        classes += (each._replace(kind=kind) for each in _counted_of(head, counts[start:end]))
    return sum(head.size for head, _ in heads), classes


def _is_total(counted: _Counted) -> bool:
    if re.match(f"{_CONSTRAINT}|{_EXPECTED}", counted.behind) or counted.before.endswith((*_THE_REST, "等")):
        return False
    named_before = re.search(f"(?:{_TOTAL})(?:总数)?共?$", counted.before)
    return bool(named_before or re.match(f".{{0,8}}(?:{_TOTAL})", counted.behind))


def _classes(counts: list[_Counted], total: int) -> list[CountedClass]:
    """Return what is counted of a total; what is only a part of a class that is counted already is left out."""
    classes: list[CountedClass] = []
    for each in counts:
        outcome = outcome_in(each.words)
        is_part = _PART in each.before and any(known.outcome is outcome for known in classes)
        if outcome and each.size <= total and not is_part:
            kind = next((kind for kind in (_CONSTRAINT, _EXPECTED) if kind in f"{each.before}{each.behind}"), "")
            names = each.listed or each.before
            classes.append(CountedClass(each.size, _plain_words(each.words), outcome, kind, names))
    return classes


def _plain_words(words: str) -> str:
    return re.sub(f"^(?:的|有|为|、|和|{_PART}|共|{_TOTAL}|{_CONSTRAINT}|{_EXPECTED})+", "", words).rstrip("的有为、")


def _counts(sentence: str) -> Iterator[_Counted]:
    found = list(re.finditer(_COUNT, sentence))
    ends = [0, *(each.end() for each in found)]
    starts = [*(each.start() for each in found[1:]), len(sentence)]
    for each, last, following in zip(found, ends, starts, strict=False):
        before = re.split(_PAUSES, sentence[last : each.start()])[-1]
        behind = re.split(f"{_PAUSES}|、", sentence[each.end() : following], maxsplit=1)[0]
        listed = re.match(_LISTS, sentence[each.end() :])
        if bracketed := re.match(_NAMES_IN_BRACKETS, sentence[each.end() : following]):
            behind = re.split(_PAUSES, sentence[each.end() + bracketed.end() : following], maxsplit=1)[0]
        named = bracketed or listed
        yield _Counted(parse_count(each["count"]), before, behind, each.start(), named[1] if named else "")


def _ceased(sentence: str) -> str:
    """Return the clause that says without a count which indicators are no longer counted."""
    clauses = re.split(_PAUSES, sentence)
    said = (each for each in clauses if outcome_in(each) is CountedOutcome.DISCONTINUED and not re.search(_COUNT, each))
    return next(said, "")


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a text with where they begin; one that begins with 其中 belongs to the one before."""
    for found in re.finditer(f"[^{_END}]+(?:{_END}{_PART}[^{_END}]+)*", text):
        yield found.start(), found[0]


def outcome_in(words: str) -> CountedOutcome | None:
    """Return what words say became of indicators, if they say it."""
    return next((outcome for outcome, pattern in _OUTCOMES.items() if re.search(pattern, words)), None)


def stated_outcome(cell: str) -> CountedOutcome | None:
    """Return what a cell beside the figures of a row says became of its target, also as a tick or a cross."""
    plain = normal(cell)
    return _TICKED.get(plain) or outcome_in(plain)


def notes_in(text: str, *, go_on: bool) -> tuple[tuple[str, str], ...]:
    """Return the notes in a line of normal text, each with its number; none where it is no note.

    A line that begins with a number goes on with notes that began before. A note without a number has an empty one.
    """
    if not (begins := re.match(_BEGINS_NOTES, text)) and not (go_on and re.match(_NOTE_NUMBER, text)):
        return ()
    plain = text[begins.end() :] if begins else text
    starts = list(re.finditer(f"(?:^|(?<=[。;])){_NOTE_NUMBER}", plain))
    if not starts:
        return (("", plain),)
    ends = [found.start() for found in starts[1:]] + [len(plain)]
    numbers = [each["digits"] or str(_CIRCLED.index(each["circled"]) + 1) for each in starts]
    spans = zip(starts, ends, strict=True)
    return tuple((number, plain[each.end() : end]) for number, (each, end) in zip(numbers, spans, strict=True))


class PrintedAdjustment(NamedTuple):
    """A sentence that adjusts targets: the names, the old and the new figures in their order, and what it concludes."""

    names: tuple[str, ...]
    replaces: tuple[str, ...]
    targets: tuple[str, ...]
    stated: str


_SIZE = f"{NUMBER}(?!,[0-9]{{3}}(?![0-9]))(?:{UNIT})?(?:{AFTER})?"
_FIGURE = f"(?:增长|下降|降低)?{_SIZE}"
_BARE = f"(?:下降|降低)?{_SIZE}"
"""A figure without the word for growth, as the data has it."""
_FIGURES = f"{_FIGURE}(?:[、和及,]{_FIGURE})*"
_ADJUSTED = (
    f"(?<=[^,;。:])目标(?:值)?(?:分别)?(?:由|从)(?P<old>{_FIGURES})"
    f"(?:分别|相应)*+(?:调整|下调|上调|调减|调增|调低|调高|修订|压减)(?:为|至|到)(?P<new>{_FIGURES})(?:[,;](?P<stated>[^,;。]+))?"
)
_BEFORE_ADJUSTED = "(?<=.)(?:的)?(?:年初|年度|全年)?(?:计划|预期|预算)?$"


def parse_adjustment(text: str) -> PrintedAdjustment | None:
    """Return the targets that a normal text says were adjusted; `None` for none, or not as many as it names."""
    if not (found := re.search(_ADJUSTED, text)):
        return None
    clause = text[clause_start(text, found.start(), 0, ",;。:") : found.start()]
    plain = re.sub(r"^(?:注:?)?[0-9]{1,2}\.|20[0-9]{2}年度?", "", re.sub(_BEFORE_ADJUSTED, "", clause))
    names = tuple(re.split("、|和|及", plain))
    old, new = (tuple(re.findall(_BARE, found[each])) for each in ("old", "new"))
    if not len(names) == len(old) == len(new):
        return None
    return PrintedAdjustment(names, old, new, found["stated"] or "")


def sizes_in(text: str) -> tuple[int, ...]:
    """Return the counts of indicators that a text has, in its order, in digits of any kind: 5项, 三个, 十二项."""
    return tuple(parse_count(found["count"]) for found in re.finditer(_COUNT, normal(text)))


def size_of_enumeration(quote: str) -> int | None:
    """Return how many names the words behind them count (等五项指标); `None` where they count none."""
    _, _, behind = normal(quote).rpartition("等")
    return next(iter(sizes_in(behind) or sizes_in(quote)), None)


class PrintedEnumeration(NamedTuple):
    """Words that count the names before them (等5项指标), the number, and where the names begin and end."""

    quote: str
    size: int
    start: int
    end: int


def enumeration_in(text: str) -> PrintedEnumeration | None:
    """Return the first count of names in a normal text that lists them; the names begin with their clause."""
    found = re.search(f"等{_COUNT}指标", text)
    if not found:
        return None
    start = len(text[: found.start()]) - len(re.split(r"[,;。:]", text[: found.start()])[-1])
    return PrintedEnumeration(found[0], parse_count(found["count"]), start, found.start())
