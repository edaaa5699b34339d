"""Rows that are bad for patterns: what a pattern itself is made of, over and over, and then what makes it fail."""

import inspect
import random
import re
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from enum import EnumType
from importlib import import_module
from pkgutil import iter_modules
from types import FrameType, ModuleType
from typing import Any

import planctl.grammar
from planctl.grammar.lexicon import LEXICON
from planctl.values.meanings import Cell, Figure, NoTarget

Entry = Callable[..., Any]

SIGNS = tuple("09.,、。;:()（）[]【“”%-—~/#*²① \t")
PLACES = tuple("区县市省")
WRITTEN = re.findall(
    r"\S+",
    """
    增长 目标高 资全年 约为 期增长 同比增长 保持在 增长至 其中 甲 x 20 PM2.5 3项 3项指标 未完成3项、 其中3项 共3项,
    3项指标。其中 5、 5%、 6%和 1,000 1, ,100 12#、 甲5亿元 甲为5亿元, 约5% 5年 均5、6 甲均5、6 分别 甲、乙分别5、6,
    目标由5、 目标由5调整为6, 甲目标由5调整为6 甲项目 项目3个 甲项目3个, 甲项目3个包括乙、 甲项目3个,总投资5亿元,
    (甲)项目 等项目 开工甲等项目 推进甲、乙等重点项目建设, 1.甲; 一是甲; ①甲。 (1)甲。 等3项指标 报告( 关于 2022年
    2022年5月 表1 一、 一期 1期 一—一 (( () (甲 [5 5— 5%以上、 占甲 占甲比重 A1
    """,
)
"""What is made of several words or signs; rows of single words are found in the module."""
BEFORE = ("", "5", "关于")
BEHIND = ("", "乙", "甲产值5亿元", "关于某报告")


LIMIT = 5.0
"""What takes more seconds hangs."""


CLEAR = 5
"""What takes less than so many times as long, for four times the length, needs no second look."""


class TooLong(Exception):
    """A function did not end in time."""


def entries() -> Iterator[tuple[str, ModuleType, Entry]]:
    """Yield every public function of the grammar that takes a text, with its name and module."""
    for found in iter_modules(planctl.grammar.__path__, "planctl.grammar."):
        module = import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and any(kind in TEXTS for kind in annotations(function).values()) and not _takes_any_many(function):
                yield f"{found.name.rpartition('.')[2]}.{name}", module, function


def _takes_any_many(function: Entry) -> bool:
    kinds = (each.kind for each in inspect.signature(function).parameters.values())
    return inspect.Parameter.VAR_POSITIONAL in kinds


def annotations(function: Entry) -> Mapping[str, object]:
    """Return what kind of value each parameter of a function is."""
    return {name: each.annotation for name, each in inspect.signature(function).parameters.items()}


TEXTS = (str, list[str], str | None)


def ask(function: Entry, row: str) -> object:
    """Return what a function answers to a row, in all of its parameters that are texts; whatever it yields, as well."""
    values = {name: _value(kind, row) for name, kind in annotations(function).items()}
    answer = function(**values)
    return tuple(answer) if inspect.isgenerator(answer) else answer


def _value(kind: object, row: str) -> object:
    if kind in (str, str | None):
        return row
    if kind == list[str]:
        return [row, row]
    if kind is bool:
        return True
    if kind is int:
        return len(row) // 2
    if kind is Cell:
        return Cell(row, NoTarget(row))
    if kind is Figure:
        return Figure(Decimal(5), "万元")
    if isinstance(kind, EnumType):
        return next(iter(kind))
    return set()


def lexicon(module: ModuleType) -> tuple[str, ...]:
    """Return the words that the patterns of a module are made of, its own and those it takes from others."""
    text = "\n".join((*_texts(vars(module).values()), inspect.getsource(module)))
    words = set(re.findall("[一-鿿]{1,6}", text))
    signs = {sign for group in re.findall(r"\[\^?([^\]]{1,20})\]", text) for sign in re.findall("[一-鿿]", group)}
    return tuple(sorted(words | signs | (_of_each_kind() if module.__name__.endswith(".cells") else set())))


def _of_each_kind() -> set[str]:
    """Return one word for each set of kinds that a word of the lexicon has; the others are read as it is."""
    kinds: dict[str, set[str]] = {}
    for each in LEXICON.values():
        for word in each.words:
            kinds.setdefault(word, set()).add(each.kind)
    return set({frozenset(of_word): word for word, of_word in kinds.items()}.values())


def _texts(values: Any) -> Iterator[str]:
    for value in values:
        if isinstance(value, re.Pattern):
            yield value.pattern
        elif isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _texts(value.values())
        elif isinstance(value, tuple | list | frozenset):
            yield from _texts(value)


def units(name: str, module: ModuleType, pairs: int) -> tuple[str, ...]:
    """Return what to make rows of for a function: each word and sign, and some pairs of them, always the same."""
    words = lexicon(module)
    choose = random.Random(name)
    single = (*words, *SIGNS, *PLACES, *WRITTEN)
    return (*single, *("".join(choose.choices(single, k=choose.randint(2, 3))) for _ in range(pairs)))


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End what takes longer, also within a pattern, with `TooLong`."""

    def end(number: int, frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds_of(work: Callable[[], object], limit: float) -> float:
    """Return how long the processor works at something, refused or not; infinity beyond the limit."""
    start = time.process_time()
    try:
        with at_most(limit):
            work()
    except TooLong:
        return float("inf")
    except ValueError:
        pass
    return time.process_time() - start


def keeps_pace(short: Callable[[], object], long: Callable[[], object], most: float, floor: float) -> bool:
    """Return whether one work takes less than so many times as long as a shorter one, in the best of four.

    What takes fewer seconds than `floor` is not compared.
    """
    for _ in range(4):
        took = seconds_of(long, LIMIT)
        if took < floor or took < CLEAR * (once := seconds_of(short, LIMIT)):
            return True
        if took < most * min(once, *(seconds_of(short, LIMIT) for _ in range(2))):
            return True
    return False
