"""Lines are parted between words, ids and paths between their parts; what comes first on a screen answers."""

from pathlib import Path

import pytest

from planctl.showing.folding import fold, widest_word
from tests.conftest import Run

SCREEN = 40


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("2022年目标", 8, ["2022年", "目标"]),
        ("+0.5个百分点", 10, ["+0.5", "个百分点"]),
        ("增长5%左右", 8, ["增长5%", "左右"]),
        ("突破2500亿元", 10, ["突破2500", "亿元"]),
        ("data/indicators_2022.yaml:206:5", 22, ["data/indicators_", "2022.yaml:206:5"]),
        ("consumer-price-growth", 15, ["consumer-price-", "growth"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("空气质量优良天数*", 16, ["空气质量优良天", "数*"]),
        ("PLANCTL_NO_CACHE", 16, ["PLANCTL_NO_CACHE"]),
    ],
)
def test_a_line_is_parted_where_a_word_ends(text: str, width: int, lines: list[str]) -> None:
    assert fold(text, width) == lines


def test_a_word_of_chinese_that_is_wider_than_the_column_is_parted_all_the_same() -> None:
    assert "".join(fold("个百分点", 4)) == "个百分点"
    assert max(map(len, fold("个百分点", 4))) == 2


def test_the_head_of_a_column_needs_its_widest_word() -> None:
    assert widest_word("Target 2022") == len("Target")
    assert widest_word("变幅 个百分点") == 2 * len("个百分点")


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("status 2022", "32 = 17 met + 14 unmet + 1 discontinued; agrees with the report"),
        ("diff 2022 2023", "their targets: 5 raised + 6 lowered"),
        ("projects 2023", "6 programmes, 331 to 453个 projects"),
    ],
)
def test_the_first_lines_of_a_long_table_have_its_counts(planctl: Run, question: str, counts: str) -> None:
    lines = planctl(*question.split(), COLUMNS="100").stdout.decode().splitlines()
    assert len(lines) > SCREEN
    assert lines[1].startswith(counts)


def test_a_year_without_counts_of_its_own_has_only_those_of_planctl_in_the_head(planctl: Run) -> None:
    lines = planctl("status", "2023", COLUMNS="100").stdout.decode().splitlines()
    assert lines[1] == "31 = 31 pending"


def test_why_is_shown_before_the_bars_at_a_hundred_columns(planctl: Run) -> None:
    head = planctl("status", "2022", COLUMNS="100").stdout.decode().splitlines()[3]
    assert head.split()[-1] == "Why"


def test_places_in_planctls_own_data_are_short_from_any_folder(planctl: Run, tmp_path: Path) -> None:
    text = planctl("show", "22", cwd=tmp_path).stdout.decode()
    assert " indicators_2022.yaml:236:5\n" in text
    assert str(tmp_path) not in text
