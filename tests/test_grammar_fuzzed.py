"""Whatever is printed: every function of the grammar answers, or raises what it says that it raises."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.files.finding import report_files
from planctl.files.loading import load_reports
from tests.conftest import DATA, TESTS
from tests.verification.rendering import rendered
from tests.worst import Entry, ask, entries

EXPRESSIONS = (TESTS / "expressions.tsv").read_text(encoding="utf-8").splitlines()
PRINTED = rendered(load_reports(report_files(DATA)).reports).splitlines()
PIECES = re.findall(r"[^\s。；|]+", "\n".join(PRINTED))
REAL = sorted({line.split("\t")[0] for line in (*EXPRESSIONS, *PRINTED)} | set(PIECES))
ODD = (
    *(
        "",
        "²",
        "٣",
        "１",
        "Ⅳ",
        "〇",
        "\ud800",
        "\udfff",
        "\n",
        "\x00",
        "\u2028",
        "\u200b",
        "（",
        "）",
        "[",
        "]",
        "-",
        "±",
    ),
    *("0", "9" * 5000, "１" * 5000, "٣" * 5000, "999999999999999.999999999", "0.000000001", "1,000,000", "NaN", "1e99"),
    *(
        "完成目标的",
        "低于目标",
        "上年=100",
        "成",
        "分别",
        "、",
        "，",
        "。",
        "其中",
        "项目",
        "等",
        "第",
        "期",
        "注：12.",
        "12",
    ),
)
Changes = list[tuple[int, int, str]]
edits = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 3), st.sampled_from(ODD)), min_size=1, max_size=4)
EVERY = [pytest.param(name, function, id=name) for name, _, function in entries()]


def mutated(real: str, changes: Changes) -> str:
    """Return a real text with some odd pieces set in, each instead of some of its characters."""
    for start, length, piece in changes:
        real = real[:start] + piece + real[start + length :]
    return real


@pytest.mark.parametrize(("name", "function"), EVERY)
@settings(max_examples=50, derandomize=True, deadline=None)
@given(real=st.sampled_from(REAL), changes=edits)
def test_a_changed_text_is_answered_or_refused(name: str, function: Entry, real: str, changes: Changes) -> None:
    answered_or_refused(name, function, mutated(real, changes))


@pytest.mark.parametrize(("name", "function"), EVERY)
def test_odd_signs_alone_are_answered_or_refused(name: str, function: Entry) -> None:
    for odd in ODD:
        for row in (odd, odd * 3, f"5{odd}", f"{odd}%", f"等{odd}项指标"):
            answered_or_refused(name, function, row)


def answered_or_refused(name: str, function: Entry, row: str) -> None:
    """Fail where a function raises what its documentation does not name."""
    declared = re.findall("`([A-Za-z]+)`", (function.__doc__ or "").lower().partition("raises")[2])
    try:
        ask(function, row)
    except Exception as fault:
        assert type(fault).__name__.lower() in declared, f"{name}({row[:200]!r}): {fault!r:.200}"
