"""Final figures of a later publication: what they turn, where they are shown, and that the report's verdict stands."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from planctl.api.archive import load
from planctl.api.reporting import gather
from planctl.judging.cases import judge
from planctl.judging.rules import AS_JUDGED
from planctl.judging.verdict import Flag, Status
from planctl.messages.languages import Language
from planctl.report.model import PublishedFigure
from planctl.report.plan import Case, Vintage
from planctl.showing.page.page import page
from planctl.showing.wording import wording_in
from tests.cases import case, part, said, steps
from tests.conftest import DATA, Run
from tests.report.reading import one, parsed, real_page, words

SHARE = "private-economy-share-of-gdp"
SHARE_NAME = "民营经济增加值占地区生产总值比重"
BULLETIN = "涪陵区2022年国民经济和社会发展统计公报"
BY_FINAL = AS_JUDGED._replace(vintage=Vintage.FINAL)


def final(printed: str) -> PublishedFigure:
    """Return a final figure, in per cent."""
    actual = case(None, printed).actual
    assert actual
    return PublishedFigure("indicator", actual, "统计公报")


def with_final(known: Case, printed: str) -> Case:
    """Return a case with a final figure."""
    return known._replace(final=final(printed))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped files of 2022."""
    for path in DATA.glob("*_2022.yaml"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("target", "actual", "printed", "by_report", "by_final"),
    [
        (
            "63",
            "预计64以上",
            "63",
            "bound, met: 预计64以上 ≥ 63 [estimated]",
            "bound, met: 63 ≥ 63 [exact rounding-sensitive]",
        ),
        (
            "63",
            "预计64以上",
            "62.9",
            "met: 预计64以上 ≥ 63 [estimated turned-by-final]",
            "unmet: 62.9 < 63 [turned-by-final]",
        ),
        ("63", "62.5", "63.1", "unmet: 62.5 < 63 [turned-by-final]", "met: 63.1 ≥ 63 [turned-by-final]"),
        ("63", "62.5", "62.9", "bound, unmet: 62.5 < 63", "bound, unmet: 62.9 < 63"),
        ("63", "64", "64", "bound, met: 64 ≥ 63", "bound, met: 64 ≥ 63"),
        ("63", "", "62", "pending: no result is published [turned-by-final]", "unmet: 62 < 63 [turned-by-final]"),
    ],
)
def test_a_verdict_rests_on_the_report_and_says_when_the_final_figure_turns_it(
    target: str, actual: str, printed: str, by_report: str, by_final: str
) -> None:
    known = with_final(case(target, actual), printed)
    assert said(known).endswith(by_report)
    assert said(known, BY_FINAL).endswith(by_final)


def test_a_case_without_a_final_figure_is_judged_by_the_report_in_both_vintages() -> None:
    known = case("5", "预计6")
    assert judge(known, BY_FINAL) == judge(known)
    assert judge(known).other is None


def test_the_steps_name_the_figure_that_was_judged_and_what_the_other_would_have_been() -> None:
    known = with_final(case("63", "预计64以上"), "62.6")
    assert steps(judge(known))[-1] == "by final figures: 62.6 < 63, so unmet"
    assert steps(judge(known, BY_FINAL))[-3:] == [
        "final figure 62.6: 62.6%",
        "rule bound: 62.6 < 63, so unmet",
        "by the figures of the report: 预计64以上 ≥ 63, so met",
    ]


def test_a_final_figure_of_a_part_turns_its_whole() -> None:
    whole = case("5", "6", parts=(with_final(part("7", "预计7.1"), "6.9"),))
    assert said(whole) == "bound, met: 6 ≥ 5 [turned-by-final]"
    assert said(whole, BY_FINAL) == "part, unmet: 6.9 < 7 in its part 部分 [by-part turned-by-final]"


def test_a_final_figure_of_what_a_target_is_measured_by_turns_it() -> None:
    known = case("快于经济增速", "3", reference="2.6")._replace(reference_final=final("3.2"))
    assert said(known).startswith("relative, met: 3 > 2.6")
    assert said(known, BY_FINAL).startswith("relative, unmet: 3 ≤ 3.2")


def test_an_estimate_that_a_final_figure_replaces_is_none_any_more() -> None:
    aside = BY_FINAL._replace(estimates_count=False)
    assert said(with_final(case("5", "预计6"), "6.1"), aside) == "bound, met: 6.1 ≥ 5 [turned-by-final]"


def test_of_2022_the_share_of_the_private_economy_alone_turns() -> None:
    report, by_final = load(DATA).status(2022), load(DATA).status(2022, BY_FINAL)
    assert (report.counts.met, report.counts.unmet, report.counts.discontinued) == (17, 14, 1)
    assert (by_final.counts.met, by_final.counts.unmet, by_final.counts.discontinued) == (16, 15, 1)
    for assessment in (report, by_final):
        assert [each.case.indicator.id for each in assessment.turned] == [SHARE]
    assert report.agreement
    assert report.agreement.agrees
    assert by_final.agreement
    assert by_final.agreement.only_judged == ((Status.UNMET, SHARE),)


def test_a_final_figure_is_read_in_the_unit_of_its_row() -> None:
    rows = {row.indicator.id: row for row in load(DATA).plan(2022).rows}
    jobs = rows["new-urban-jobs"].final
    assert jobs
    assert str(jobs.actual.meaning) == str(case(None, "2.73", unit="万人").actual.meaning)  # type: ignore[union-attr]
    assert {id for id, row in rows.items() if row.final} == {
        "gdp-growth",
        "agriculture-growth",
        "services-growth",
        "strategic-emerging-industries-share",
        SHARE,
        "urbanization-rate",
        "new-urban-jobs",
    }


def test_status_tells_how_many_rows_rest_on_final_figures_and_which_verdicts_differ(planctl: Run) -> None:
    below = planctl("status", "2022", "--vintage", "final").stdout.decode()
    assert "all: 32 = 16 met + 15 unmet + 1 discontinued" in below
    assert f"final figures: 7 of 38 rows rest on them\n  unmet here, and met by the report: {SHARE_NAME}\n" in below
    without = planctl("status", "2022").stdout.decode()
    assert "all: 32 = 17 met + 14 unmet + 1 discontinued" in without
    assert f"  met here, and unmet by final figures: {SHARE_NAME}\n" in without


def test_a_year_without_final_figures_says_so_and_has_no_column_of_them(planctl: Run) -> None:
    said_of_2023 = planctl("status", "2023", "--vintage", "final").stdout.decode()
    assert "final figures: none are known" in said_of_2023
    assert "Final" not in planctl("status", "2023").stdout.decode()
    assert "Final" in planctl("status", "2022").stdout.decode()


def test_a_narrow_terminal_keeps_the_column_that_verdicts_rest_on(planctl: Run) -> None:
    heads = {
        vintage: planctl("status", "2022", "--vintage", vintage, COLUMNS="72").stdout.decode().splitlines()[3]
        for vintage in Vintage
    }
    assert "Final" in heads[Vintage.FINAL]
    assert "Final" not in heads[Vintage.REPORT]


def test_programs_get_the_final_figure_with_its_reading(planctl: Run) -> None:
    document = json.loads(planctl("status", "2022", "-f", "json").stdout)
    assert document["vintage"] == "report"
    rows = {row["id"]: row for row in document["indicators"]}
    assert rows[SHARE]["final"] == "62.6"
    assert rows[SHARE]["final_reading"] == {"kind": "plain", "value": "62.6", "unit": "%", "estimated": False}
    assert rows[SHARE]["flags"] == ["estimated", "turned-by-final"]
    assert rows["industry-growth"]["final"] is None
    assert rows["industry-growth"]["final_reading"] is None
    flagged = [id for id, row in rows.items() if Flag.TURNED_BY_FINAL in row["flags"]]
    assert flagged == [SHARE]
    by_final = json.loads(planctl("status", "2022", "--vintage", "final", "-f", "json").stdout)
    assert (by_final["vintage"], by_final["summary"]["met"], by_final["agrees"]) == ("final", 16, False)
    records = {row["id"]: row for row in csv.DictReader(io.StringIO(planctl("status", "-f", "csv").stdout.decode()))}
    assert (records[SHARE]["final"], records["industry-growth"]["final"]) == ("62.6", "")


def test_show_has_the_final_figure_its_source_its_place_and_what_the_verdict_would_be(planctl: Run) -> None:
    document = json.loads(planctl("show", SHARE, "-y", "2022", "-f", "json").stdout)
    assert document["final_figure"] == {
        "source": BULLETIN,
        "remark": None,
        "verdict": "unmet",
        "because": "62.6 < 63",
    }
    file, line, column = document["places"]["final"].rsplit(":", 2)
    printed = (DATA.parent / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert printed[int(column) - 1 :] == '"62.6"'
    shown = planctl("show", SHARE, "-y", "2022").stdout.decode()
    assert "final_2022.yaml" in shown
    assert BULLETIN in shown
    assert "✗ unmet: 62.6 < 63" in shown
    assert "primary industry" in planctl("show", "agriculture-growth", "-y", "2022").stdout.decode()
    assert json.loads(planctl("show", "industry-growth", "-y", "2022", "-f", "json").stdout)["final_figure"] is None


def test_the_page_has_the_final_figure_beside_the_actual_and_says_the_flag() -> None:
    row = one(real_page(2022, 2023), f"//li[@id='i-{SHARE}']")
    actual, beside = one(row, ".//dd[@class='actual']"), one(row, ".//dd[@class='final']")
    assert (words(actual), words(beside)) == ("预计64以上", "final 62.6")
    assert actual.getnext() is beside
    assert "turned by final" in words(row)
    assert "verdict by it" in words(row)
    chinese = parsed(page(gather(load(DATA), 2022), wording_in(Language.CHINESE)))
    assert "最终数 62.6" in words(one(chinese, f"//li[@id='i-{SHARE}']"))


def test_a_dataset_has_final_figures_as_observations_of_the_bulletin(planctl: Run) -> None:
    tables = json.loads(planctl("export", "json").stdout)
    tables = tables.get("tables", tables)
    found = {row["id"]: row for row in tables["observations"] if row["measure"] == "final"}
    assert len(found) == 7
    assert (found[SHARE]["value"], found[SHARE]["unit"], found[SHARE]["report_key"]) == (
        "62.6",
        "%",
        "500102.final_2022",
    )
    (bulletin,) = (row for row in tables["reports"] if row["kind"] == "final")
    assert (bulletin["title"], bulletin["url"], bulletin["delivered"]) == (BULLETIN, None, None)


def test_a_broken_file_is_told_by_every_command_and_ends_check_with_1(planctl: Run, copied: Path) -> None:
    path = copied / "final_2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("actual:", "actul:", 1), encoding="utf-8")
    for command, code in (("check", 1), ("status", 2)):
        ran = planctl(command, "--data", str(copied))
        assert ran.returncode == code
        said_of_it = (ran.stdout + ran.stderr).decode()
        assert "did you mean actual?" in said_of_it
        assert "Traceback" not in said_of_it


def test_a_file_that_is_named_for_another_year_is_told(planctl: Run, copied: Path) -> None:
    (copied / "final_2022.yaml").rename(copied / "final_2021.yaml")
    ran = planctl("check", "--data", str(copied))
    assert ran.returncode == 1
    assert "the file says 2022, its name says 2021" in ran.stdout.decode()
    assert planctl("status", "2022", "--data", str(copied)).returncode == 0, "it is no file of that year"


def test_final_figures_alone_make_no_year(planctl: Run, copied: Path) -> None:
    (copied / "indicators_2022.yaml").unlink()
    ran = planctl("status", "2022", "--data", str(copied))
    assert ran.returncode == 2
    assert "no data for 2022" in ran.stderr.decode()
    exported = planctl("export", "csv", "--data", str(copied))
    assert exported.returncode == 2
    assert "there are no report files" in exported.stderr.decode()
    checked = planctl("check", "--data", str(copied))
    assert checked.returncode == 1
    assert "'gdp-growth' is no row of 2022" in checked.stdout.decode()


def test_a_bulletin_of_another_region_is_refused(planctl: Run, copied: Path) -> None:
    path = copied / "final_2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("500102", "500101"), encoding="utf-8")
    ran = planctl("status", "2022", "--data", str(copied))
    assert ran.returncode == 2
    assert "keep each region's files in a folder of their own" in ran.stderr.decode()


def test_a_correction_of_a_final_figure_is_told(planctl: Run, copied: Path, tmp_path: Path) -> None:
    corrected = tmp_path / "corrected"
    corrected.mkdir()
    for path in copied.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        (corrected / path.name).write_text(text.replace('actual: "62.6"', 'actual: "62.8"'), encoding="utf-8")
    said_of_it = planctl("diff", str(copied), str(corrected)).stdout.decode()
    assert f"{SHARE}: actual" in said_of_it
    assert "62.8" in said_of_it


def test_final_figures_that_one_transcript_lacks_are_one_difference(planctl: Run, copied: Path, tmp_path: Path) -> None:
    without = tmp_path / "without"
    without.mkdir()
    for path in copied.glob("*.yaml"):
        if not path.name.startswith("final"):
            (without / path.name).write_bytes(path.read_bytes())
    for sides in ((copied, without), (without, copied)):
        found = json.loads(planctl("diff", *map(str, sides), "--format", "json").stdout)
        (other,) = [each for year in found["years"] for each in year["others"]]
        title = "涪陵区2022年国民经济和社会发展统计公报"
        before, after = (title, None) if sides[0] == copied else (None, title)
        assert (other["field"], other["before"], other["after"]) == ("final", before, after)
