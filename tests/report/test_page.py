"""The page as a file: it stands alone, holds what is hostile as text, and is written whole or not at all."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from planctl.api.archive import load
from planctl.api.reporting import gather
from planctl.showing.page.page import page
from planctl.showing.wording import ENGLISH, chinese
from tests.conftest import DATA, HEAD, ROOT, Run
from tests.report.reading import found, of_class, one, parsed, words

TEMPLATES = ROOT / "src" / "planctl" / "showing" / "page" / "templates"


@pytest.mark.parametrize("years", [("2022",), ("2022", "2023"), ("2023",), ()])
def test_a_page_of_one_year_or_two_is_written_and_small(years: tuple[str, ...], tmp_path: Path, planctl: Run) -> None:
    ran = planctl("report", *years, "-o", str(tmp_path / "page.html"))
    assert (ran.returncode, ran.stderr) == (0, b"")
    content = (tmp_path / "page.html").read_bytes()
    assert 50_000 < len(content) < 500_000
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]
    assert (b'id="changes"' in content) is (len(years) == 2)


def test_the_page_asks_for_nothing_and_lets_its_own_script_run_alone() -> None:
    root = parsed(page(gather(load(DATA), 2022, 2023), ENGLISH))
    assert not found(root, "//link|//img|//iframe|//object|//embed|//*[@src]|//*[@onclick]|//base|//*[@action]")
    style = "".join(map(words, found(root, "//style")))
    assert not re.search(r"url\(|@import|@font-face", style)
    (script,) = found(root, "//script")
    policy = str(one(root, "//meta[@http-equiv='Content-Security-Policy']").get("content"))
    digest = b64encode(sha256((script.text or "").encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def test_every_link_of_the_page_leads_to_something_on_it_or_to_the_report() -> None:
    root = parsed(page(gather(load(DATA), 2022, 2023), ENGLISH))
    ids = [str(each.get("id")) for each in found(root, "//*[@id]")]
    assert len(ids) == len(set(ids))
    for link in found(root, "//a"):
        target = str(link.get("href"))
        assert target.removeprefix("#") in ids if target.startswith("#") else target.startswith("http://fl.gov.cn/")
    named = {id for each in found(root, "//*[@aria-labelledby]") for id in str(each.get("aria-labelledby")).split()}
    assert named <= set(ids)


def test_every_chart_says_what_a_screen_reader_should_hear() -> None:
    root = parsed(page(gather(load(DATA), 2022), ENGLISH))
    chart = one(root, "//li[@id='i-clean-air-days']//*[name()='svg']")
    assert chart.get("role") == "img"
    assert words(one(chart, "./title")) == "空气质量优良天数: ✗ unmet"
    assert words(one(chart, "./desc")) == "target ≥330天, actual 326天, gap −4"
    for each in found(root, "//*[name()='svg'][@role='img']"):
        assert words(one(each, "./title"))
        assert words(one(each, "./desc"))


def test_chinese_is_marked_as_such_and_english_names_are_for_english_readers() -> None:
    answers = gather(load(DATA), 2022)
    english, zh = parsed(page(answers, ENGLISH)), parsed(page(answers, chinese(str)))
    assert english.get("lang") == "en"
    assert one(english, "//li[@id='i-clean-air-days']//h4/span[@lang='zh']").text == "空气质量优良天数"
    assert "Days with good air quality" in words(english)
    assert zh.get("lang") == "zh"
    assert "Days with good air quality" not in words(one(zh, "//main"))


HOSTILE = """<script>alert("1")</script>'&amp;{{ 7*7 }}</style>"""


def write(folder: Path, body: str, kind: str = "indicators", year: int = 2022) -> None:
    (folder / f"{kind}_{year}.yaml").write_text(f"{HEAD}year: {year}\n{body}", encoding="utf-8")


def rows(*cells: tuple[str, str, str]) -> str:
    body = "indicators:\n"
    for number, (name, target, actual) in enumerate(cells, 1):
        quoted = name.replace("'", "''")
        body += (
            f"  - id: row-{number}\n    number: \"{number}\"\n    name: '{quoted}'\n    name_en: '{quoted}'\n"
            f"    unit: '%'\n    kind: expected\n    target: '{target}'\n    actual: '{actual}'\n"
        )
    return body


def test_a_hostile_name_is_only_text(tmp_path: Path) -> None:
    write(tmp_path, rows((HOSTILE, "≥3", "4")))
    root = parsed(page(gather(load(tmp_path)), ENGLISH))
    heading = one(root, "//li[@id='i-row-1']//h4")
    assert words(heading).count(HOSTILE) == 2
    assert HOSTILE in words(one(root, "//li[@id='i-row-1']//*[name()='svg']/title"))
    assert len(found(root, "//script")) == 1
    assert len(found(root, "//style")) == 1


def test_hostile_names_of_a_region_projects_and_figures_are_only_text(tmp_path: Path) -> None:
    quoted = HOSTILE.replace("'", "''")
    body = (
        rows(("甲", "≥3", "4"))
        + f"""projects:
  - id: mill
    name: '{quoted}'
    stage: '{quoted}'
    section: '{quoted}'
    sector: '{quoted}'
"""
    )
    write(tmp_path, body)
    path = tmp_path / "indicators_2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: 某市,", f"name: '{quoted}',"), encoding="utf-8")
    root = parsed(page(gather(load(tmp_path)), ENGLISH))
    row = one(root, "//table[@id='projects-table']/tbody/tr")
    assert words(row).count(HOSTILE) == 4
    assert row.get("data-sector") == HOSTILE
    assert HOSTILE in [option.get("value") for option in found(root, "//select[@name='sector']/option")]
    assert HOSTILE in words(one(root, f"//p[{of_class('kicker')}]"))
    assert HOSTILE in words(one(root, "/html/head/title"))
    assert len(found(root, "//script")) == 1


def test_a_region_without_projects_or_prose_says_so(tmp_path: Path) -> None:
    write(tmp_path, rows(("甲", "≥3", "4"), ("乙", "≤5", "6")))
    root = parsed(page(gather(load(tmp_path)), ENGLISH))
    said = {section: words(one(root, f"//section[@id='{section}']")) for section in ("money", "projects", "pairs")}
    assert "No programmes of 2022 are in the data." in said["money"]
    assert "No projects of 2022 are named in the data." in said["projects"]
    assert "No figures in the text take up those of the year before." in said["pairs"]


def test_a_year_of_drafts_says_how_many(tmp_path: Path) -> None:
    write(tmp_path, rows(("甲", "≥3", "4"), ("乙", "≥3", "4")).replace("    unit", "    draft: 表1\n    unit", 1))
    root = parsed(page(gather(load(tmp_path)), ENGLISH))
    assert "1 of 2 rows; nobody has compared them with the page yet" in words(one(root, "//section[@id='headline']"))


def test_a_year_without_results_has_targets_and_no_gap() -> None:
    root = parsed(page(gather(load(DATA), 2023), ENGLISH))
    assert words(one(root, f"//p[{of_class('big')}]")) == "31 … pending of 31 indicators"
    assert "no result with a figure is published" in words(one(root, "//section[@id='gaps']"))
    item = one(root, "//li[@id='i-gdp-growth']")
    assert found(item, f".//*[name()='path'][{of_class('mark')}]")
    assert not found(item, f".//*[name()='rect'][{of_class('bar')}]")


def test_a_file_with_a_fault_is_told_and_no_page_is_written(tmp_path: Path, planctl: Run) -> None:
    write(tmp_path, "indicators: []\n", kind="targets")
    ran = planctl("report", "2022", "-o", str(tmp_path / "page.html"), "--data", str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert "error: the list is empty; write at least one entry [schema]" in ran.stderr.decode()
    assert not (tmp_path / "page.html").exists()


def test_the_page_names_places_as_in_the_data_folder_and_nothing_of_the_machine(tmp_path: Path, planctl: Run) -> None:
    data = tmp_path / "data of mine"
    data.mkdir()
    write(data, rows(("a", "≥2", "1"), ("b", "≥4", "6")) + "claim: {total: 3, met: 3, unmet: 0, discontinued: 0}\n")
    for given, cwd in ((str(data), ROOT), ("data of mine", tmp_path), (".", data), ("../data of mine", data)):
        ran = planctl("report", "2022", "-d", given, "-o", "-", cwd=cwd)
        assert ran.returncode == 0, ran.stderr
        page = parsed(ran.stdout.decode())
        places = [words(each) for each in found(page, "//details//code")]
        assert places
        assert all(place.startswith("indicators_2022.yaml:") for place in places), given
        findings = [words(each) for each in found(page, f"//table[@id='findings-table']//td[{of_class('place')}]")]
        assert findings
        assert all(place.startswith("indicators_2022.yaml") for place in findings), given
        assert "data of mine" not in ran.stdout.decode()


def test_an_earlier_page_is_written_over_and_nothing_else_is(tmp_path: Path, planctl: Run) -> None:
    target = tmp_path / "page.html"
    assert planctl("report", "2022", "-o", str(target)).returncode == 0
    first = target.read_bytes()
    assert planctl("report", "2022", "-o", str(target)).returncode == 0
    assert target.read_bytes() == first
    for content in (b"my notes", first.replace(b'content="planctl report"', b'content="planctl verify"')):
        target.write_bytes(content)
        ran = planctl("report", "2022", "-o", str(target))
        assert ran.returncode == 2
        assert b"is there and not as planctl wrote it; choose another name" in ran.stderr
        assert target.read_bytes() == content


def test_a_dash_is_standard_output(tmp_path: Path, planctl: Run) -> None:
    ran = planctl("report", "2022", "-o", "-", cwd=tmp_path)
    assert ran.stdout.startswith(b"<!DOCTYPE html>")
    assert ran.stdout.rstrip().endswith(b"</html>")
    assert not list(tmp_path.iterdir())


def test_a_folder_or_a_place_that_is_not_there_is_refused_in_one_line(tmp_path: Path, planctl: Run) -> None:
    for target, said in ((tmp_path, "not as planctl wrote it"), (tmp_path / "no" / "page.html", "cannot be written")):
        ran = planctl("report", "2022", "-o", str(target))
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert said in ran.stderr.decode()
        assert ran.stderr.decode().count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (("2023", "2022"), "2022 is not after 2023"),
        (("2022", "2022"), "2022 is not after 2022"),
        (("1999",), "no data for 1999"),
        (("2022", "2024"), "no data for 2024"),
    ],
)
def test_years_that_make_no_page_are_refused(years: tuple[str, ...], said: str, tmp_path: Path, planctl: Run) -> None:
    ran = planctl("report", *years, "-o", str(tmp_path / "page.html"))
    assert ran.returncode == 2
    assert said in ran.stderr.decode()
    assert not (tmp_path / "page.html").exists()


def test_a_full_disk_leaves_what_was_there(small_disk: Path, planctl: Run) -> None:
    earlier = small_disk / "page.html"
    earlier.write_text('<meta name="generator" content="planctl report">', encoding="utf-8")
    ran = planctl("report", "2022", "-o", str(earlier))
    assert ran.returncode == 2
    assert "cannot be written: the disk is full" in ran.stderr.decode()
    assert earlier.read_text(encoding="utf-8") == '<meta name="generator" content="planctl report">'
    assert [each.name for each in small_disk.iterdir()] == ["page.html"]


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.j2")), ids=lambda path: path.name)
def test_what_a_template_says_is_written_out_with_all_its_gaps(template: Path) -> None:
    tree = Environment().parse(template.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say":
            (text,) = call.args
            assert isinstance(text, nodes.Const)
            assert set(re.findall(r"\{(\w+)\}", text.value)) == {keyword.key for keyword in call.kwargs}
