"""A plan within its year: what is due by a month, in words of its own, beside verdicts that never hang on it."""

import csv
import io
import json
from pathlib import Path

import pytest

from planctl.api.archive import load
from planctl.files.loading import load_catalogue
from planctl.judging.progress import Known, Watched, watch
from planctl.judging.rules import AS_JUDGED
from planctl.report.model import PublishedFigure
from planctl.report.plan import Case
from planctl.values.meanings import Direction, Due
from tests.cases import case, part
from tests.conftest import Run

EXAMPLE = Path(__file__).parent / "progress"


def watched(
    target: str, actual: str, month: int = 6, *, due: Due | None = Due.SHARE, unit: str = "万人", **others: object
) -> Watched:
    """Return a row of which this much was reached up to a month."""
    return watch(row(target, due=due, unit=unit, **others), known({"indicator": actual}, month, unit))


def row(target: str, *, due: Due | None = Due.SHARE, **others: object) -> Case:
    """Return a row with this target, of which that is written to be due."""
    found = case(target, None, **others)  # type: ignore[arg-type]
    return found._replace(indicator=found.indicator._replace(due=due))


def known(actuals: dict[str, str], month: int = 6, unit: str = "%") -> Known:
    """Return what is known within the year: these figures up to a month, and the names of the catalogue."""
    figures = {id: case(None, actual, unit=unit).actual for id, actual in actuals.items()}
    return Known(
        {id: PublishedFigure(id, cell, "公报", until=month) for id, cell in figures.items() if cell},
        load_catalogue().due,
        AS_JUDGED,
    )


def said(found: Watched) -> str:
    """Return `pace: because`."""
    return f"{found.pace}: {found.headway.because!s}" if found.headway else ""


@pytest.mark.parametrize(
    ("target", "actual", "month", "expected"),
    [
        ("2.8", "1.39", 6, "behind: 49.64 % of 2.8, and 50 % is due"),
        ("2.8", "1.4", 6, "on-course: 50 % of 2.8, and 50 % is due"),
        ("2.8", "1.5", 6, "on-course: 53.57 % of 2.8, and 50 % is due"),
        ("≥2.8", "0.7", 3, "on-course: 25 % of ≥2.8, and 25 % is due"),
        ("100", "8.33", 1, "behind: 8.33 % of 100, and 8.33 % is due"),
        ("100", "8.34", 1, "on-course: 8.34 % of 100, and 8.33 % is due"),
        ("2.8", "预计1.5", 6, "on-course: 53.57 % of 2.8, and 50 % is due"),
        ("2.8", "1.4以上", 6, "on-course: 50 % of 2.8, and 50 % is due"),
        ("2.8", "1.3以上", 6, "undetermined: 1.3以上 can lie on both sides of what is due"),
        ("2.8左右", "1.34", 6, "on-course: 47.86 % of 2.8左右, and 50 % is due"),
        ("2.8左右", "1.32", 6, "behind: 47.14 % of 2.8左右, and 50 % is due"),
        ("2-3", "1.1", 6, "on-course: 55 % of 2-3, and 50 % is due"),
        ("≤30", "15", 6, "on-course: 50 % of ≤30, and no more than 50 % is due"),
        ("≤30", "16", 6, "behind: 53.33 % of ≤30, and no more than 50 % is due"),
        ("0", "1", 6, "on-course: — % of 0, and 50 % is due"),
        ("2.8", "完成年计划的48%", 6, "behind: 48 % of 2.8, and 50 % is due"),
        ("2.8", "完成年计划的52%", 6, "on-course: 52 % of 2.8, and 50 % is due"),
        ("2.8", "140亿元", 6, "undetermined: 140亿元 and 2.8 differ in unit"),
        ("2.8", "稳步提升", 6, "undetermined: 稳步提升 is no figure"),
        ("2.8", "不再统计", 6, "undetermined: 不再统计: no longer counted"),
        ("五年累计2.8", "1.5", 6, "undetermined: the target is of several years"),
    ],
)
def test_of_an_amount_that_share_is_due_which_is_over_of_the_year(
    target: str, actual: str, month: int, expected: str
) -> None:
    assert said(watched(target, actual, month, unit="")) == expected


def test_no_more_than_the_share_is_due_of_a_bare_target_where_less_is_better() -> None:
    assert said(watched("30", "16", better=Direction.LOWER)).startswith("behind: 53.33 % of 30, and no more than")
    assert said(watched("30", "14", better=Direction.LOWER)).startswith("on-course")


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("6.5", "3.3", "behind: 3.3 < 6.5"),
        ("6.5", "6.5", "on-course: 6.5 ≥ 6.5"),
        ("5.5以内", "5.4", "on-course: 5.4 ≤ 5.5"),
        ("下降3%", "下降2%", "behind: 2 < 3"),
        ("5左右", "4.9", "on-course: 4.9 < 5, within 5 % of it"),
    ],
)
def test_of_a_rate_the_whole_is_due_whatever_the_month(target: str, actual: str, expected: str) -> None:
    assert said(watched(target, actual, 3, due=None, unit="%")) == expected


def test_what_is_written_of_a_row_goes_before_its_unit_and_its_name() -> None:
    assert said(watched("50", "26", due=Due.SHARE, unit="%")) == "on-course: 52 % of 50, and 50 % is due"
    assert said(watched("2", "1.5", due=Due.WHOLE, name="新增城镇就业")) == "behind: 1.5 < 2"


def test_a_name_that_is_known_everywhere_says_what_is_due_of_it() -> None:
    assert said(watched("2", "1.5", due=None, name="新增城镇就业")) == "on-course: 75 % of 2, and 50 % is due"
    assert said(watched("130", "128", due=None, name="年末常住人口数")) == "behind: 128 < 130"


@pytest.mark.parametrize("name", ["指标", "高技能人才数量"])
def test_a_name_that_may_be_either_is_not_guessed(name: str) -> None:
    found = watched("2", "1.5", due=None, name=name)
    assert said(found) == "undetermined: nothing says whether it is an amount of the year or a level"
    assert found.headway
    assert found.headway.due is None


def test_a_target_that_another_indicator_measures_is_held_against_its_figure_of_the_same_month() -> None:
    income = row("快于经济增速", due=None, reference="2.6")
    assert said(watch(income, known({"indicator": "5.5", "reference": "5.2"}))) == "on-course: 5.5 > 5.2"
    assert said(watch(income, known({"indicator": "5.1", "reference": "5.2"}))) == "behind: 5.1 ≤ 5.2"
    other = known({"indicator": "5.5"})
    other = other._replace(figures={**other.figures, **known({"reference": "5.2"}, 3).figures})
    assert said(watch(income, other)).startswith("undetermined: no single figure")


def test_a_part_that_is_behind_puts_its_indicator_behind_and_goes_as_it_where_its_own_name_says_nothing() -> None:
    inner = case("2", None, unit="万人", number=None, name="部分")
    inner = inner._replace(indicator=inner.indicator._replace(id="part"))
    whole = row("5", unit="万人")._replace(parts=(inner,))
    late = watch(whole, known({"indicator": "3", "part": "0.9"}, unit="万人"))
    assert said(late) == "behind: 45 % of 2, and 50 % is due in its part 部分"
    timely = watch(whole, known({"indicator": "3", "part": "1"}, unit="万人"))
    assert said(timely) == "on-course: 60 % of 5, and 50 % is due"
    assert watch(whole, known({"part": "1"}, unit="万人")).pace == "undetermined", "a row without a figure of its own"
    assert watch(whole, known({"part": "0.9"}, unit="万人")).pace == "behind"


def test_a_blank_part_without_a_figure_does_not_stand_at_all() -> None:
    blank = part("", None)
    blank = blank._replace(indicator=blank.indicator._replace(id="part"))
    found = watch(row("5")._replace(parts=(blank,)), known({"indicator": "3"}))
    assert [each.headway for each in found.parts] == [None]


def test_the_adjusted_target_is_the_one_of_which_a_share_is_due() -> None:
    found = watched("4", "1.5", adjusted="2.8")
    assert found.pace == "on-course"
    assert found.headway
    assert found.headway.flags == ("adjusted",)


def test_each_row_has_its_last_figure_until_the_month_and_what_was_due_by_its_own() -> None:
    rows = {each.case.indicator.id: each for each in load(EXAMPLE).progress(6).rows}
    jobs, growth = rows["new-urban-jobs"], rows["gdp-growth"]
    assert jobs.figure
    assert (jobs.figure.until, jobs.figure.actual.printed, jobs.pace) == (5, "1.1", "on-course")
    assert growth.figure
    assert (growth.figure.until, growth.figure.actual.printed, growth.pace) == (6, "5.5", "behind")
    earlier = {each.case.indicator.id: each.pace for each in load(EXAMPLE).progress(3).rows}
    assert (earlier["new-urban-jobs"], earlier["gdp-growth"]) == ("behind", "undetermined")


def test_counts_are_of_paces_and_the_verdicts_of_the_year_stay_as_they_are(planctl: Run) -> None:
    shown = planctl("status", "2023", "--until", "6", "--data", str(EXAMPLE)).stdout.decode()
    assert "某市 up to 2023-06 (A city)" in shown
    assert "all: 5 = 2 on course + 1 behind + 2 undetermined" in shown
    assert "nothing says what is due of skilled-talents: write 'due: share' or 'due: whole' there" in shown
    assert "met" not in shown.replace("to meet", "")
    year = json.loads(planctl("status", "2023", "--data", str(EXAMPLE), "-f", "json").stdout)
    assert year["summary"] == {
        "total": 5, "met": 0, "unmet": 0, "discontinued": 0, "pending": 5, "undetermined": 0,
    }  # fmt: skip
    assert not {"pace", "until"} & set(year["indicators"][0])


def test_programs_get_figure_source_place_and_what_was_due(planctl: Run) -> None:
    document = json.loads(planctl("status", "--until", "6", "--data", str(EXAMPLE), "-f", "json").stdout)
    assert (document["year"], document["until"], document["rule"]) == (2023, "2023-06", "time-progress")
    assert document["summary"] == {"total": 5, "on_course": 2, "behind": 1, "undetermined": 2}
    assert document["undecided"] == ["skilled-talents"]
    jobs = next(each for each in document["indicators"] if each["id"] == "new-urban-jobs")
    told = {key: jobs[key] for key in ("until", "actual", "due", "due_percent", "reached_percent", "gap_percent")}
    assert told == {
        "until": "2023-05",
        "actual": "1.1",
        "due": "share",
        "due_percent": "41.67",
        "reached_percent": "55.00",
        "gap_percent": "13.33",
    }
    assert jobs["source"] == "1—5月经济运行情况"
    file, line, column = jobs["place"].split(":")
    printed = (EXAMPLE / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert printed[int(column) - 1 :].startswith('"1.1"')
    assert "verdict" not in jobs


def test_the_same_is_there_as_csv_and_markdown_and_in_chinese(planctl: Run) -> None:
    asked = ("status", "--until", "6", "--data", str(EXAMPLE))
    records = {each["id"]: each for each in csv.DictReader(io.StringIO(planctl(*asked, "-f", "csv").stdout.decode()))}
    assert (records["gdp-growth"]["pace"], records["gdp-growth"]["gap"]) == ("behind", "-1.0")
    assert "| behind | 5.5 \\< 6.5 |" in planctl(*asked, "-f", "md").stdout.decode()
    chinese = planctl(*asked, "--lang", "zh").stdout.decode()
    assert "滞后" in chinese
    assert "behind" not in chinese


def test_those_behind_are_chosen_and_the_worst_come_first(planctl: Run) -> None:
    asked = ("status", "--until", "6", "--data", str(EXAMPLE), "-f", "csv")
    behind = csv.DictReader(io.StringIO(planctl(*asked, "--only", "behind").stdout.decode()))
    assert [each["id"] for each in behind] == ["gdp-growth"]
    ranked = csv.DictReader(io.StringIO(planctl(*asked, "--sort", "gap").stdout.decode()))
    assert next(ranked)["id"] == "gdp-growth"


@pytest.mark.parametrize(
    ("arguments", "said_of_it"),
    [
        (("--until", "6", "--only", "met"), "--only met chooses none here; on-course, behind, undetermined do"),
        (("--only", "behind"), "--only behind chooses none here"),
        (("--until", "6", "--vintage", "final"), "final figures are of all of it"),
        (("--until", "1"), "there are no figures up to 2023-01; progress_2023.yaml would have them"),
        (("--until", "12"), "it has to be at most 11"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(planctl: Run, arguments: tuple[str, ...], said_of_it: str) -> None:
    ran = planctl("status", *arguments, "--data", str(EXAMPLE))
    assert ran.returncode == 2
    assert said_of_it in ran.stderr.decode()
    assert "Traceback" not in ran.stderr.decode()


def test_a_year_without_such_figures_says_which_file_would_have_them(planctl: Run) -> None:
    ran = planctl("status", "2023", "--until", "6")
    assert ran.returncode == 2
    assert "there are no figures up to 2023-06; progress_2023.yaml would have them" in ran.stderr.decode()


def test_figures_within_the_year_alone_make_no_year(planctl: Run, tmp_path: Path) -> None:
    name = "progress_2023.yaml"
    (tmp_path / name).write_bytes((EXAMPLE / name).read_bytes())
    ran = planctl("status", "2023", "--until", "6", "--data", str(tmp_path))
    assert ran.returncode == 2
    assert "no data for 2023" in ran.stderr.decode()
    checked = planctl("check", "--data", str(tmp_path))
    assert checked.returncode == 1
    assert "'gdp-growth' is no row of 2023" in checked.stdout.decode()


def test_a_broken_file_is_told_where_it_is_read(planctl: Run, tmp_path: Path) -> None:
    for path in EXAMPLE.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("until: 2023-05", "until: 2022-05")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    ran = planctl("status", "--until", "6", "--data", str(tmp_path))
    assert ran.returncode == 2
    assert "'2022-05' is no month of 2023" in ran.stderr.decode()
    assert planctl("status", "2023", "--data", str(tmp_path)).returncode == 0, "a verdict does not rest on it"
    assert "'2022-05' is no month of 2023" in planctl("check", "--data", str(tmp_path)).stdout.decode()


def test_the_example_has_no_errors(planctl: Run) -> None:
    ran = planctl("check", "--data", str(EXAMPLE))
    assert ran.returncode == 0, ran.stdout.decode()


def test_show_and_the_page_have_each_figure_with_its_month_and_source(tmp_path: Path, planctl: Run) -> None:
    asked = ("show", "new-urban-jobs", "--data", str(EXAMPLE))
    text = planctl(*asked).stdout.decode()
    assert "up to 2023-03  0.4 (0.4万人), by 一季度经济运行情况" in text
    assert "progress_2023.yaml:11:" in text
    shown = json.loads(planctl(*asked, "--format", "json").stdout)
    assert [each["until"] for each in shown["within_year"]] == ["2023-03", "2023-05"]
    assert set(shown["places"]) >= {"progress.3", "progress.5"}
    planctl("report", "2023", "--data", str(EXAMPLE), "-o", "page.html", cwd=tmp_path)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "1.1 (1.1万人), by 1—5月经济运行情况" in page


def test_exports_have_each_figure_with_its_month_and_source(planctl: Run) -> None:
    exported = planctl("export", "csv", "--data", str(EXAMPLE)).stdout.decode().removeprefix("\ufeff")
    rows = [row for row in csv.DictReader(io.StringIO(exported)) if row["measure"] == "progress"]
    found = [(row["key"], row["until"], row["value"], row["unit"], row["source"]) for row in rows][1:3]
    assert found == [
        ("110000.2023.new-urban-jobs.2023-03.progress", "2023-03", "0.4", "万人", "一季度经济运行情况"),
        ("110000.2023.new-urban-jobs.2023-05.progress", "2023-05", "1.1", "万人", "1—5月经济运行情况"),
    ]
    assert all(row["report_key"] == "110000.progress_2023" for row in rows)
    sdmx = csv.DictReader(io.StringIO(planctl("export", "sdmx-csv", "--data", str(EXAMPLE)).stdout.decode()))
    monthly = {(row["FREQ"], row["TIME_PERIOD"]) for row in sdmx if row["MEASURE"] == "progress"}
    assert monthly == {("M", "2023-03"), ("M", "2023-05"), ("M", "2023-06")}
