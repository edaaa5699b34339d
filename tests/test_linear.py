"""No text takes longer than its length: rows of every word of every pattern, for every function of the grammar."""

import resource
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import cycle, product
from pathlib import Path
from types import ModuleType

import pytest

from planctl.documents.drafting.draft import draft
from planctl.documents.reading.reader import read_document
from planctl.documents.verification.verify import verify
from planctl.files.finding import report_files
from planctl.files.loading import load_catalogue, load_reports
from planctl.messages.message import PlanctlError
from tests.conftest import DATA, Run
from tests.worst import BEFORE, BEHIND, LIMIT, WRITTEN, Entry, ask, entries, keeps_pace, seconds_of, units

SHORT, LONG = 300, 1_200
FLOOR = 0.0025
"""What takes no longer is not asked how it grows: a pattern that tries every stretch of the long row takes longer."""
MOST = 9
"""Four times the row takes four times as long, or sixteen times where every stretch of it is tried."""

EVERY = [pytest.param(name, module, function, id=name) for name, module, function in entries()]


@pytest.mark.parametrize(("name", "module", "function"), EVERY)
def test_a_row_of_forty_ends(name: str, module: ModuleType, function: Entry) -> None:
    """Each word is repeated behind one beginning and before one end; of these, each pair has many words."""
    around = cycle(product(BEFORE, BEHIND))
    for (before, behind), unit in zip(around, units(name, module, pairs=50), strict=False):
        row = before + unit * 44 + behind
        assert seconds_of(partial(ask, function, row), LIMIT) < LIMIT, row


@pytest.mark.parametrize(("name", "module", "function"), EVERY)
def test_a_long_row_takes_as_long_as_it_is(name: str, module: ModuleType, function: Entry) -> None:
    for unit in units(name, module, pairs=10):
        for behind in ("", "x"):
            assert grows_no_faster(partial(ask, function), unit, behind), unit


TABLE = """表1 2022年国民经济和社会发展计划指标完成情况

序号|指标名称|2022年预期目标|2022年完成情况
1|地区生产总值增速（%）|6.5|2.6
{row}|地区生产总值增速（%）|6.5|{row}
{row}

一、计划执行情况
{row}
"""
LINES = (
    *("甲乙项目3个，总投资5亿元。\n", "1.甲类项目3个，年度投资5亿元。\n", "一、甲乙项目\n", "开工建设甲乙路。\n"),
    *("甲项目3个，包括乙路、丙桥等项目。\n", "一是甲增长5%。\n", "专栏1\n", "（一）甲\n", "甲产值增长5%。\n"),
    *("注：1.甲目标由5%调整为6%。\n", "\n", "\t甲\n", "甲|5\n", "4|甲|5|6\n", "经济发展|||\n", "民生福祉\n4|甲|5|6\n"),
)
REPORTS = load_reports(report_files(DATA)).reports
CATALOGUE = load_catalogue()


@pytest.mark.parametrize("unit", [*WRITTEN, *LINES])
def test_a_document_of_one_row_takes_as_long_as_it_is(unit: str) -> None:
    assert grows_no_faster(read_whole, unit, "x")


def read_whole(row: str) -> None:
    """Read a text with a row in a head, in cells and in its prose, hold it against the data, and draft from it."""
    document = read_document(TABLE.replace("{row}", row).encode(), "report.txt")
    for ask_of in (partial(verify, REPORTS), partial(draft, catalogue=CATALOGUE)):
        with suppress(PlanctlError):
            ask_of(document)


CASES = {
    "a head": TABLE.replace("2022年完成情况", f"{'1' * 40}x").replace("{row}", "2"),
    "a value": TABLE.replace("2.6", f"5{'²' * 40}x").replace("{row}", "2"),
    "a title": f"{'区' * 44}关于某报告\n{TABLE}",
    "a growth": TABLE.replace("2022年完成情况", f"{'同比增长' * 40}乙"),
    "prose": TABLE + "约为" * 40 + "甲产值5亿元。",
    "a long number": TABLE.replace("2.6", "1" * 20_000),
    "a line of digits": TABLE + "7" * 100_000,
    "a line of dashes": TABLE + "-" * 60_000,
    "a line of counts": TABLE + "3项" * 10_000,
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in CASES.items()])
def test_a_document_that_hurts_is_told_of_at_once(text: str, tmp_path: Path, planctl: Run) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    for command in (["verify", path], ["extract", path, "-o", tmp_path / "draft"]):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = planctl(*map(str, command))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert after.ru_utime - before.ru_utime < LIMIT
        assert done.returncode in (0, 1, 2)
        assert b"Traceback" not in done.stderr


def grows_no_faster(work: Callable[[str], object], unit: str, behind: str) -> bool:
    """Return whether a row of four times the length takes at most about four times as long, in the best of four."""
    short, long = (partial(work, (unit * size)[:size] + behind) for size in (SHORT, LONG))
    return keeps_pace(short, long, MOST, FLOOR)
