"""The page of many regions: what it says is what `compare` and `status` say, and it stays small and alone."""

import json
import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from planctl.api.corpus import load_corpus
from planctl.api.reporting import gather_regions
from planctl.showing.page.limits import MOST_REGIONS
from planctl.showing.page.regions import page
from planctl.showing.wording import ENGLISH, chinese
from tests.conftest import DATA, Run
from tests.report.reading import Element, found, of_class, one, parsed, words
from tests.test_translations import foreign

PROVINCES = DATA / "provinces"
SIGNS = {"met": "✓", "unmet": "✗", "discontinued": "⊘", "pending": "…", "undetermined": "?"}
HOSTILE = """<script>alert("1")</script>'&amp;{{ 7*7 }}</style>"""
MOST_BYTES = 2_000_000


@pytest.fixture(scope="module")
def shown() -> Element:
    return parsed(page(gather_regions(load_corpus(PROVINCES), 2025), ENGLISH))


@pytest.fixture(scope="module")
def compared(planctl: Run) -> Any:
    return json.loads(planctl("compare", "2025", "--format", "json", "--data", str(PROVINCES)).stdout)


def page_of(folder: Path, year: int = 2025) -> Element:
    return parsed(page(gather_regions(load_corpus(folder), year), ENGLISH))


def invent(folder: Path, regions: int) -> None:
    """Make a folder of so many regions, each with the files of one of the provinces under a code of its own."""
    sources = sorted(each for each in PROVINCES.iterdir() if each.is_dir())
    for number in range(regions):
        source, code = sources[number % len(sources)], f"{110001 + number}"
        target = folder / code
        target.mkdir(parents=True)
        for path in source.glob("*.yaml"):
            text = path.read_text(encoding="utf-8").replace(f'"{source.name}"', f'"{code}"')
            (target / path.name).write_text(text, encoding="utf-8")


def gap_of(row: dict[str, Any]) -> str:
    """Return a gap as people see it, without its sign: with its unit, if that is none of points."""
    unit = row["gap_unit"] if row["gap_unit"] != "points" else ""
    return f"{row['gap'] or ''}{unit or ''}"


def cells(row: Element) -> dict[str, str]:
    """Return the texts of a row's cells by the heads of their columns."""
    return {str(each.get("data-label")): words(each) for each in found(row, "./td[@data-label]")}


def test_each_series_has_the_regions_and_the_figures_of_compare(shown: Element, compared: Any) -> None:
    assert [each.get("id") for each in found(shown, f"//article[{of_class('shared')}]")] == [
        f"s-{series['id']}" for series in compared["series"]
    ]
    for series in compared["series"]:
        rows = {
            str(each.get("data-region")): each for each in found(shown, f"//table[@id='c-{series['id']}']/tbody/tr")
        }
        assert len(rows) == len(series["rows"])
        for row in series["rows"]:
            told = cells(rows[row["region"]["code"]])
            assert (row["target"] or "") in told.get("Target", "")
            assert (row["actual"] or "") in told.get("Actual", "")
            assert told["Verdict"] == f"{SIGNS[row['verdict']]} {row['verdict']}"
            assert told.get("Gap", "").lstrip("≥≤+").replace("−", "-") == gap_of(row)
            assert told.get("Rank", "") == str(row["rank"] or "")
            assert (row["next_target"] or "") in told.get("Next target", "")
            assert told.get("Next year", "")[2:].replace(" ", "-") == (row["next_change"] or "")


def test_the_overview_counts_as_compare_does(shown: Element, compared: Any) -> None:
    titles = {"regions": "Regions", "met": "Met", "unmet": "Unmet", "pending": "Pend.", "none": "None"}
    for series in compared["series"]:
        told = cells(one(shown, f"//table[@id='overview-table']//tr[@data-id='{series['id']}']"))
        assert {key: told[title] for key, title in titles.items()} == {
            key: str(series["counts"][key]) for key in titles
        }


def test_the_headline_adds_up_the_counts_of_every_region(shown: Element, planctl: Run) -> None:
    totals = dict.fromkeys(SIGNS, 0)
    for folder in PROVINCES.iterdir():
        if folder.is_dir():
            ran = planctl("status", "2025", "--format", "json", "--data", str(folder))
            for key, size in json.loads(ran.stdout)["summary"].items():
                if key in totals:
                    totals[key] += size
    big = found(shown, f"//p[{of_class('big')}]/span[@data-status]")
    assert {str(each.get("data-status")): int(str(each.get("data-count"))) for each in big} == {
        key: size for key, size in totals.items() if size
    }
    assert f"of {sum(totals.values())} indicators" in words(one(shown, f"//p[{of_class('big')}]"))


def test_a_picture_has_the_best_result_first_and_those_without_one_last(shown: Element, compared: Any) -> None:
    for series in compared["series"]:
        marks = found(shown, f"//article[@id='s-{series['id']}']//*[name()='g'][@data-region]")
        ranks = {row["region"]["code"]: row["rank"] for row in series["rows"]}
        order = [ranks[str(each.get("data-region"))] or 1000 for each in marks]
        assert order == sorted(order)
        assert len(order) == len(series["rows"])


def test_a_result_stands_on_the_side_of_its_target_that_its_gap_tells(shown: Element) -> None:
    picture = one(shown, "//article[@id='s-gdp-growth']//*[name()='svg'][@role='img']")
    for code, side in (("110000", 1), ("500000", -1), ("340000", 0)):  # 5.4 of 5, 5.3 of 6, 5.5 of 5.5
        line = one(picture, f".//*[name()='g'][@data-region='{code}']")
        aim, dot = (
            float(str(each.get("x")).rstrip("%"))
            for prefix in ("#aim", "#dot")
            for each in found(line, f"./*[name()='use'][starts-with(@href, '{prefix}')]")
        )
        assert (dot > aim) - (dot < aim) == side


def test_about_a_range_and_a_target_in_words_are_drawn_otherwise_than_a_bound(shown: Element) -> None:
    def aims(series: str, code: str) -> list[str]:
        line = one(shown, f"//article[@id='s-{series}']//*[name()='g'][@data-region='{code}']")
        return [str(each.get("href")) for each in found(line, "./*[name()='use']") if "aim" in str(each.get("href"))]

    assert aims("gdp-growth", "500000") == ["#aim-about"]
    assert aims("surveyed-urban-unemployment-rate", "110000") == ["#aim-exact"]
    assert aims("resident-income-growth", "110000") == []
    line = one(shown, "//article[@id='s-resident-income-growth']//*[name()='g'][@data-region='110000']")
    assert words(line) == "增长与经济增长同步"


def test_the_matrix_has_a_cell_for_each_row_of_compare_and_no_other(shown: Element, compared: Any) -> None:
    rows = found(shown, f"//table[{of_class('matrix')}]/tbody/tr")
    told = {str(row.get("data-region")): found(row, "./td") for row in rows}
    assert len(told) == 16
    for column, series in enumerate(compared["series"]):
        by_code = {row["region"]["code"]: row for row in series["rows"]}
        for code, each in told.items():
            if row := by_code.get(code):
                assert words(each[column]).split()[0] == SIGNS[row["verdict"]]
                assert each[column].get("class") == row["verdict"]
                assert (row["target"] or "none") in str(each[column].get("title"))
            else:
                assert words(each[column]) == ""


def test_what_the_next_plans_made_of_the_targets_is_counted_and_named(shown: Element, compared: Any) -> None:
    for series in compared["series"]:
        row = one(shown, f"//table[@id='next-table']//tr[@data-id='{series['id']}']")
        fates = [each["next_change"] or "none" for each in series["rows"]]
        for fate in set(fates):
            assert row.get(f"data-{fate}") == str(fates.count(fate))
        told = words(row)
        assert all(each["region"]["name_en"] in told for each in series["rows"])
    lowered = cells(one(shown, "//table[@id='next-table']//tr[@data-id='gdp-growth']"))["Lowered"]
    assert lowered.startswith("9: ")
    assert "Chongqing 6 → 5" in lowered


def test_each_region_is_folded_up_with_the_rows_of_status(shown: Element, planctl: Run) -> None:
    ran = planctl("status", "2025", "--format", "json", "--data", str(PROVINCES / "110000"))
    rows = json.loads(ran.stdout)["indicators"]
    folded = found(shown, "//details[@id='r-110000']//tbody/tr")
    assert [each.get("data-id") for each in folded] == [row["id"] for row in rows]
    for each, row in zip(folded, rows, strict=True):
        told = cells(each)
        assert told["Why"] == row["because"]
        assert told.get("Target", "") == (row["target"] or "")
        assert told.get("Actual", "") == (row["actual"] or "")
    assert len(found(shown, f"//details[{of_class('region')}]")) == 16
    assert not found(shown, "//details[@open]")


def test_the_page_asks_for_nothing_and_every_link_leads_to_something_on_it(shown: Element) -> None:
    assert not found(shown, "//link|//img|//iframe|//object|//embed|//*[@src]|//*[@onclick]|//base|//*[@action]")
    (script,) = found(shown, "//script")
    policy = str(one(shown, "//meta[@http-equiv='Content-Security-Policy']").get("content"))
    digest = b64encode(sha256((script.text or "").encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    ids = [str(each.get("id")) for each in found(shown, "//*[@id]")]
    assert len(ids) == len(set(ids))
    targets = {str(each.get("href")) for each in found(shown, "//*[@href]")}
    assert {each.removeprefix("#") for each in targets} <= set(ids)
    named = {id for each in found(shown, "//*[@aria-labelledby]") for id in str(each.get("aria-labelledby")).split()}
    assert named <= set(ids)


def test_chinese_readers_have_chinese_names_alone() -> None:
    answers = gather_regions(load_corpus(PROVINCES), 2025)
    zh = parsed(page(answers, chinese(str)))
    assert zh.get("lang") == "zh"
    assert "北京市" in words(one(zh, "//article[@id='s-gdp-growth']"))
    assert "Beijing" not in words(one(zh, "//main"))
    english = parsed(page(answers, ENGLISH))
    assert "Beijing" in words(one(english, "//article[@id='s-gdp-growth']"))
    assert one(english, "//details[@id='r-110000']/summary//span[@lang='zh']").text == "北京市"


def test_the_page_in_chinese_is_wholly_chinese(planctl: Run) -> None:
    ran = planctl("report", "2025", "--lang", "zh", "--data", str(PROVINCES), "-o", "-")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert foreign(words(one(parsed(ran.stdout.decode()), "//body/main"))) == []


def test_hostile_names_of_regions_and_rows_are_only_text(tmp_path: Path) -> None:
    invent(tmp_path, 17)
    quoted = json.dumps(HOSTILE)
    for path in tmp_path.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"name: (北京市|吉林省)", lambda _: f"name: {quoted}", text)
        text = re.sub(r"name_en: (Beijing|Jilin|GDP growth)", lambda _: f"name_en: {quoted}", text)
        path.write_text(text, encoding="utf-8")
    root = page_of(tmp_path)
    assert HOSTILE in words(one(root, "//article[@id='s-gdp-growth']//h3"))
    assert words(one(root, f"//table[{of_class('matrix')}]")).count(HOSTILE) == 4
    assert HOSTILE in words(one(root, "//details[@id='r-110001']/summary"))
    assert len(found(root, "//script")) == 1
    assert len(found(root, "//style")) == 1


def test_thirty_one_regions_are_whole_on_less_than_two_megabytes(tmp_path: Path) -> None:
    invent(tmp_path, 31)
    text = page(gather_regions(load_corpus(tmp_path), 2025), ENGLISH)
    assert len(text.encode()) < MOST_BYTES
    root = parsed(text)
    assert len(found(root, f"//details[{of_class('region')}]")) == 31
    assert len(found(root, f"//table[{of_class('matrix')}]/tbody/tr")) == 31
    assert len(found(root, "//table[@id='c-gdp-growth']/tbody/tr")) == 31


def test_two_hundred_regions_are_bounded_and_what_is_left_out_is_said(tmp_path: Path) -> None:
    invent(tmp_path, 200)
    text = page(gather_regions(load_corpus(tmp_path), 2025), ENGLISH)
    assert len(text.encode()) < MOST_BYTES
    root = parsed(text)
    growth = one(root, "//article[@id='s-gdp-growth']")
    assert len(found(growth, ".//*[name()='g'][@data-region]")) == MOST_REGIONS
    assert f"{200 - MOST_REGIONS} between them are left out" in words(growth)
    assert "planctl compare 2025 gdp-growth" in words(growth)
    assert f"{200 - MOST_REGIONS} more are left out" in words(one(root, "//section[@id='matrix']"))
    assert "planctl report 2025 --region CODE" in words(one(root, "//section[@id='regions']"))
    assert not found(root, f"//details[{of_class('region')}]")
    counts = cells(one(root, "//table[@id='overview-table']//tr[@data-id='gdp-growth']"))
    assert counts["Regions"] == "200"


def test_regions_that_share_no_series_and_have_no_next_year_say_so(tmp_path: Path) -> None:
    invent(tmp_path, 2)
    for path in tmp_path.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.parent.name == "110002":
            text = re.sub(r"\bid: (?=[a-z])", "id: other-", text)
            text = re.sub(r"\breference: (?=[a-z])", "reference: other-", text)
        path.write_text(text, encoding="utf-8")
        if path.name == "targets_2026.yaml":
            path.unlink()
    root = page_of(tmp_path)
    assert "No series is shared by several regions." in words(one(root, "//section[@id='headline']"))
    assert "No region has a plan of 2026" in words(one(root, "//section[@id='next']"))
    assert len(found(root, f"//details[{of_class('region')}]")) == 2


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for code in ("110000", "130000", "150000"):
        shutil.copytree(PROVINCES / code, tmp_path / "data" / code)
    return tmp_path / "data"


def test_a_folder_of_regions_is_a_page_of_all_and_region_chooses_one(
    corpus: Path, tmp_path: Path, planctl: Run
) -> None:
    target = tmp_path / "page.html"
    ran = planctl("report", "2025", "--data", str(corpus), "-o", str(target))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert len(found(parsed(target.read_text(encoding="utf-8")), "//table[@id='c-gdp-growth']/tbody/tr")) == 3
    ran = planctl("report", "2025", "--data", str(corpus), "--region", "Hebei", "-o", str(target))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "河北省" in words(one(parsed(target.read_text(encoding="utf-8")), f"//p[{of_class('kicker')}]"))


def test_one_region_in_a_folder_or_files_of_its_own_make_a_page_of_one(
    corpus: Path, tmp_path: Path, planctl: Run
) -> None:
    shutil.rmtree(corpus / "130000")
    for path in (corpus / "150000").iterdir():
        shutil.copy(path, corpus)
    for folder in (corpus, corpus / "110000"):
        ran = planctl("report", "2025", "--data", str(folder), "-o", str(tmp_path / "page.html"))
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert 'id="indicators"' in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_the_next_year_may_be_named_and_no_other_may(corpus: Path, tmp_path: Path, planctl: Run) -> None:
    target = tmp_path / "page.html"
    assert planctl("report", "2025", "2026", "--data", str(corpus), "-o", str(target)).returncode == 0
    target.unlink()
    for later in ("2024", "2025", "2027"):
        ran = planctl("report", "2025", later, "--data", str(corpus), "-o", str(target))
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert f"cannot have {later}" in ran.stderr.decode()
        assert ran.stderr.decode().count("\n") == 1
        assert not target.exists()


def test_a_region_that_cannot_be_read_is_told_and_the_others_are_there(
    corpus: Path, tmp_path: Path, planctl: Run
) -> None:
    (corpus / "110000" / "indicators_2025.yaml").write_text("year: [", encoding="utf-8")
    for path in (corpus / "150000").glob("*2025.yaml"):
        path.unlink()
    target = tmp_path / "page.html"
    ran = planctl("report", "2025", "--data", str(corpus), "-o", str(target))
    assert ran.returncode == 2
    assert "110000/indicators_2025.yaml" in ran.stderr.decode()
    headline = one(parsed(target.read_text(encoding="utf-8")), "//section[@id='headline']")
    assert one(headline, f".//dd[{of_class('faults')}]").get("data-faults") == "1"
    assert "nothing of 2025 to show: Beijing, Inner Mongolia" in words(headline)


def test_a_year_that_no_region_has_is_refused_with_the_faults_that_may_be_why(
    corpus: Path, tmp_path: Path, planctl: Run
) -> None:
    ran = planctl("report", "1999", "--data", str(corpus), "-o", str(tmp_path / "page.html"))
    assert (ran.returncode, ran.stderr.decode().count("\n")) == (2, 1)
    assert "1999" in ran.stderr.decode()
    for path in corpus.rglob("indicators_2025.yaml"):
        path.write_text("year: [", encoding="utf-8")
    ran = planctl("report", "2025", "--data", str(corpus), "-o", str(tmp_path / "page.html"))
    assert ran.returncode == 2
    assert ran.stderr.decode().count("indicators_2025.yaml") == 3
    assert not (tmp_path / "page.html").exists()
