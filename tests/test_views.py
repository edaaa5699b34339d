"""Answers shown: tables that fit any width, and sheets that read back."""

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

import planctl
from planctl.diff.bridge import bridges
from planctl.diff.correction import correct
from planctl.diff.fate import Fate
from planctl.diff.proposals import Proposal
from planctl.diff.summary import select
from planctl.judging.assessment import Order
from planctl.judging.verdict import Gap, Status
from planctl.report.model import Grouping
from planctl.showing import correction, parse, proposals, scenarios, show, status
from planctl.showing import diff as diff_view
from planctl.showing.bar import bar, sparkline
from planctl.showing.look import Look
from planctl.showing.pieces import gap_text
from planctl.showing.projects import groups, listing, programmes, returns
from planctl.showing.sheet import Sheet
from planctl.showing.table import Column, Piece, fit_table
from planctl.showing.wording import ENGLISH
from planctl.values.meanings import Figure
from tests.conftest import DATA

ARCHIVE = planctl.load(DATA)
DIFF = ARCHIVE.diff(2022, 2023)
CORRECTED = (
    correct(2022, ARCHIVE.status(2022), ARCHIVE.status(2023)),
    correct(2023, ARCHIVE.status(2023), None),
)
LONELY = (DIFF.before.judged[4].case.indicator, DIFF.after.cases[4].indicator)
ANSWERS: dict[str, tuple[Any, Any]] = {
    "status": (status, ARCHIVE.status(2022).select()),
    "status 2023": (status, ARCHIVE.status(2023).select()),
    "show 21": (show, show.ShownIndicator(*ARCHIVE.find("21"), ARCHIVE.history("resident-income-growth"))),
    "show 30": (show, show.ShownIndicator(*ARCHIVE.find("30"))),
    "scenarios": (scenarios, (ARCHIVE.plan(2022), ARCHIVE.scenarios(2022))),
    "diff": (diff_view, select(DIFF)._replace(bridges=bridges(DIFF))),
    "diff back": (diff_view, select(ARCHIVE.diff(2023, 2022))),
    "diff dropped": (diff_view, select(DIFF, fates=frozenset({Fate.DROPPED}))),
    "diff nothing": (diff_view, select(DIFF, fates=frozenset({Fate.INCOMPARABLE}))),
    "proposals": (proposals, (DIFF, (Proposal(*LONELY, 61),))),
    "no proposals": (proposals, (DIFF, ())),
    "correction": (correction, correction.ShownCorrection("a", "b", CORRECTED)),
    "projects": (programmes, ARCHIVE.projects(2023)),
    "projects 2022": (programmes, ARCHIVE.projects(2022)),
    "projects listed": (listing, ARCHIVE.named_projects(2023)),
    "projects by level": (groups, ARCHIVE.grouped_projects(Grouping.LEVEL, 2023)),
    "projects by nothing": (groups, ARCHIVE.grouped_projects(Grouping.AREA, 2022)),
    "projects that return": (returns, ARCHIVE.returning_projects(2022, 2023)),
    "parse": (parse, ARCHIVE.read_all(["预计64以上", "快于经济增速", "8.5②", ""])),
}


def printed(view: Any, answer: Any, look: Look) -> str:
    console = Console(file=io.StringIO(), width=look.width or 10_000, color_system=None)
    for part in view.table(answer, look):
        console.print(part, crop=False, no_wrap=look.width is None)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def chinese(text: str) -> list[str]:
    return sorted(sign for sign in text if "一" <= sign <= "鿿")


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("name", ANSWERS)
def test_no_line_is_wider_than_the_stream(name: str, width: int) -> None:
    text = printed(*ANSWERS[name], Look(width, "utf-8"))
    assert max(map(cell_len, text.splitlines())) <= width
    assert not any(line.endswith(" ") for line in text.splitlines())


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("year", [2022, 2023])
def test_every_name_target_and_actual_is_whole_at_any_width(year: int, width: int) -> None:
    selection = ARCHIVE.status(year).select()
    text = printed(status, selection, Look(width, "utf-8"))
    rows = [row.case.indicator for judged in selection.rows for row in (judged, *judged.parts)]
    wanted = "".join(
        row.prefix + row.name + (row.target.printed if row.target else "") + (row.actual.printed if row.actual else "")
        for row in rows
    )
    table = text.split("\nall: ")[0]
    for sign in set(chinese(wanted)):
        assert table.count(sign) >= wanted.count(sign), sign
    assert "…" not in table.replace("… pending", "")


def test_the_least_needed_columns_go_first_and_the_last_line_says_which() -> None:
    selection = ARCHIVE.status(2022).select()
    assert "left out" not in printed(status, selection, Look(None, "utf-8"))
    assert printed(status, selection, Look(120, "utf-8")).splitlines()[-1] == ("left out at 120 columns: in English")
    narrow = printed(status, selection, Look(60, "utf-8"))
    assert narrow.splitlines()[-2:] == ["left out at 60 columns: No., in English, Unit, Final, vs", "target, Why"]


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
@pytest.mark.parametrize("name", ANSWERS)
def test_a_stream_gets_only_what_it_can_write(name: str, encoding: str) -> None:
    printed(*ANSWERS[name], Look(100, encoding)).encode(encoding)


def test_signs_are_the_best_that_the_stream_can_write() -> None:
    signs = [Look(80, encoding).signs.status[Status.MET] for encoding in ("utf-8", "gb18030", "gbk", "ascii")]
    assert signs == ["✓", "✓", "√", "+"]


def test_what_cannot_be_written_is_laid_out_as_it_comes() -> None:
    text = printed(status, ARCHIVE.status(2022).select(), Look(100, "ascii"))
    assert r"\u5730\u533a\u751f\u4ea7\u603b\u503c\u589e\u901f"[:12] in text
    assert max(map(len, text.splitlines())) <= 100


def test_markup_in_data_is_text() -> None:
    look = Look(80, "utf-8")
    table = fit_table((Column("[bold]name[/]"),), [[Piece("[note] :smile: [/x]")]], look)
    console = Console(file=io.StringIO(), width=80, color_system=None)
    console.print(table)
    assert isinstance(console.file, io.StringIO)
    assert "[note] :smile: [/x]" in console.file.getvalue()


@pytest.mark.parametrize("name", ANSWERS)
def test_csv_reads_back_to_the_same_rows(name: str) -> None:
    view, answer = ANSWERS[name]
    sheet = view.sheet(answer, ENGLISH)
    rows = list(csv.reader(io.StringIO(sheet.to_csv())))
    assert tuple(rows[0]) == sheet.columns
    assert [tuple(row) for row in rows[1:]] == list(sheet.rows)


def test_markdown_shows_signs_as_they_are() -> None:
    assert Sheet(("a",), (("其中：*x*|y\n<b>",),)).to_markdown().splitlines()[-1] == r"| 其中：\*x\*\|y \<b\> |"


def test_the_sheet_of_a_year_has_a_row_for_each_row_of_the_table() -> None:
    sheet = status.sheet(ARCHIVE.status(2022).select(), ENGLISH)
    rows = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    assert len(rows) == 38
    assert [row["part_of"] for row in rows if row["id"] == "rural-income-growth"] == ["resident-income-growth"]
    assert [row["gap"] for row in rows if row["id"] == "gdp-growth"] == ["-3.9"]


def test_the_document_keeps_decimals_as_printed() -> None:
    document = json.loads(json.dumps(status.document(ARCHIVE.status(2022).select(), ENGLISH)))
    rows = {row["id"]: row for row in document["indicators"]}
    assert rows["clean-air-days"]["target"] == "≥330"
    assert rows["clean-air-days"]["target_reading"] == {"kind": "at_least", "value": "330", "unit": "天"}
    assert rows["clean-air-days"]["gap"] == "-4"
    assert rows["private-economy-share-of-gdp"]["actual_reading"] == {
        "kind": "at_least",
        "value": "64",
        "unit": "%",
        "estimated": True,
    }
    assert rows["budget-revenue-growth-excluding-vat-refunds"]["adjusted_target"] == "0.1%"
    assert rows["resident-income-growth"]["reason"].startswith("Dearer farm inputs")
    pollutant = rows["major-pollutants-reduction"]["parts"][0]
    assert (pollutant["verdict"], pollutant["number"], pollutant["prefix"], pollutant["target"]) == (
        None,
        None,
        "#",
        "",
    )
    assert document["stated"] == {"total": 32, "met": 17, "unmet": 14, "discontinued": 1}
    assert document["agrees"] is True


def test_filters_change_the_rows_and_nothing_else() -> None:
    assessment = ARCHIVE.status(2022)
    whole = status.document(assessment.select(), ENGLISH)
    unmet = status.document(assessment.select(frozenset({Status.UNMET})), ENGLISH)
    assert len(unmet["indicators"]) == 14
    assert {key: value for key, value in unmet.items() if key != "indicators"} == {
        key: value for key, value in whole.items() if key != "indicators"
    }


def test_sorting_by_gap_puts_the_worst_first_and_those_without_last() -> None:
    rows = status.document(ARCHIVE.status(2022).select(order=Order.GAP), ENGLISH)["indicators"]
    percents = [Decimal(row["gap_percent"]) for row in rows if row["gap_percent"] is not None]
    assert percents == sorted(percents)
    assert [row["number"] for row in rows[-2:]] == ["20", "30"]
    assert rows[0]["id"] == "retail-sales-growth"


@pytest.mark.parametrize(
    ("actual", "target", "drawn"),
    [
        ("0", "5", "       │"),
        ("-3", "5", "       │"),
        ("2.5", "5", "███    │"),
        ("329", "330", "██████ │"),
        ("330", "330", "███████│"),
        ("331", "330", "███████│█"),
        ("400", "330", "███████│██"),
        ("79", "50", "███████│█▶"),
        ("5", "0", ""),
    ],
)
def test_a_bar_touches_the_mark_only_at_the_target(actual: str, target: str, drawn: str) -> None:
    assert bar(Decimal(actual), Decimal(target), Look(80, "utf-8")) == drawn


@pytest.mark.parametrize(
    ("size", "open_ended", "text"),
    [("0", False, "0"), ("0.3", False, "+0.3"), ("-4", False, "−4"), ("1", True, "≥+1"), ("-1", True, "≤−1")],
)
def test_a_gap_tells_its_direction(size: str, open_ended: bool, text: str) -> None:
    figure = Figure(Decimal(5))
    assert gap_text(Gap(figure, figure, Decimal(size), open_ended), Look(80, "utf-8")) == text


@pytest.mark.parametrize(
    ("sizes", "encoding", "drawn"),
    [
        ((), "utf-8", ""),
        (("6.5",), "utf-8", ""),
        (("6.5", None), "utf-8", ""),
        (("6.5", "6"), "utf-8", "█▇"),
        (("63", "64.5"), "utf-8", "▇█"),
        (("0", "7", None, "3"), "utf-8", "▁█ ▄"),
        (("-1", "6"), "utf-8", "▁█"),
        (("-7", "-7"), "utf-8", "▁▁"),
        (("0", "0"), "utf-8", "▁▁"),
        (("5", "5"), "utf-8", "██"),
        (("6.5", "6"), "gbk", "█▇"),
        (("7", "0"), "ascii", "%_"),
    ],
)
def test_years_in_a_row_stand_as_high_as_their_figures(
    sizes: tuple[str | None, ...], encoding: str, drawn: str
) -> None:
    assert sparkline([None if size is None else Decimal(size) for size in sizes], Look(80, encoding)) == drawn


def test_a_diff_shows_every_name_target_and_actual_whole_and_words_beside_its_signs() -> None:
    for width in (60, 80, 100, 200):
        text = printed(diff_view, select(DIFF), Look(width, "utf-8"))
        table = text.split("\nsigns: ")[0]
        for row in (*ARCHIVE.plan(2022).rows, *ARCHIVE.plan(2023).rows):
            assert all(table.count(sign) >= row.indicator.name.count(sign) for sign in chinese(row.indicator.name))
        for said in ("↑ raised", "↓ lowered", "= unchanged", "~ redefined", "~ replaced", "+ added", "- dropped"):
            assert said in table
            assert said in " ".join(text.split("\nsigns: ")[1].split())


def test_a_diff_groups_its_rows_by_what_became_of_them_with_parts_under_their_wholes() -> None:
    text = printed(diff_view, select(DIFF), Look(None, "utf-8"))
    body = text.split("─\n")[1].split("\nsigns: ")[0]
    groups = [group.splitlines() for group in body.split("\n\n") if group.strip()]
    assert [group[0].split()[1] for group in groups] == [
        "raised", "lowered", "unchanged", "to", "to", "redefined", "replaced", "added", "dropped",
    ]  # fmt: skip
    income = next(group for group in groups if "全体居民" in group[0])
    assert [line.split("  ")[0] for line in income] == ["→ to relative", "→ to blank"]


def test_units_that_differ_stand_beside_their_figures() -> None:
    text = printed(diff_view, select(DIFF, fates=frozenset({Fate.LOWERED, Fate.REPLACED})), Look(80, "utf-8"))
    assert "2亿美元" in text
    assert "350亿元" in text
    assert "−17000" in text
    assert "(−85%)" in text


def test_the_lines_below_a_diff_follow_the_misses_and_the_constraints() -> None:
    below = printed(diff_view, select(DIFF), Look(None, "utf-8")).splitlines()[-7:]
    assert below == [
        "2022: 32 = 15 kept + 7 renamed + 4 redefined + 1 replaced + 5 dropped",
        "2023: 31 = 15 kept + 7 renamed + 4 redefined + 1 replaced + 4 added",
        "their targets: 5 raised + 6 lowered + 9 unchanged + 1 to words + 1 to relative + 4 redefined + 1 replaced + "
        "4 added + 5 dropped",
        "parts: 3 unchanged + 1 to blank + 1 redefined + 2 added + 1 dropped",
        "of the 14 unmet in 2022: 2 raised + 3 lowered + 3 unchanged + 1 to words + 1 to relative + 3 redefined + "
        "1 dropped",
        "of their parts that were unmet: 1 to blank",
        "*constraint indicators: 7 in 2022 (1 without a figure), 6 in 2023 (3 without a figure)",
    ]
