"""The document as a page: every figure marked as the data has it, with its place, and nothing that could do harm."""

import json
import re
from html import unescape
from pathlib import Path
from shutil import copyfile
from urllib.parse import unquote

import pytest

from planctl.documents.reading.reader import read_document
from planctl.documents.verification.ledger import Verification
from planctl.documents.verification.verify import verify
from planctl.files.finding import report_files
from planctl.showing.page.marked import FigureMark, marked_figures, page
from planctl.showing.wording import ENGLISH
from tests.conftest import DATA, Run
from tests.report.reading import found, one, parsed, words
from tests.verification.rendering import as_printed_anew, rendered, shipped

REPORTS = as_printed_anew(shipped())
TEXT = rendered(REPORTS)


def against(text: str) -> Verification:
    return verify(REPORTS, read_document(text.encode(), "report.txt"))


def elements(text: str) -> list[tuple[str, str, str]]:
    """Return the class, the text and the place of each figure that a page marks."""
    (main,) = found(parsed(page(against(text), ENGLISH, lambda file: file)), "//div[@class='text']")
    return [
        (str(each.get("class")).removeprefix("figure "), "".join(map(str, each.itertext())), str(each.get("title")))
        for each in main.iter("a")
    ]


def test_every_figure_of_the_document_is_marked_as_the_coverage_counts_it() -> None:
    verified = against(TEXT + "新建公园123个。\n")
    figures = list(marked_figures(verified))
    assert len(figures) == verified.coverage.figures
    assert sum(figure.mark is FigureMark.HELD for figure in figures) == verified.coverage.held
    marked = elements(TEXT + "新建公园123个。\n")
    assert [(mark, text) for mark, text, _ in marked if mark != FigureMark.HELD] == [("left", "123")]


def test_a_figure_that_differs_is_marked_with_its_place_and_its_neighbours_are_not() -> None:
    marked = elements(TEXT.replace("\t326\n", "\t327\n"))
    ((mark, text, title),) = [each for each in marked if each[0] == FigureMark.DIFFERENT]
    assert (mark, text) == ("different", "327")
    line = next(
        n for n, line in enumerate((DATA / "indicators_2022.yaml").read_text().splitlines(), 1) if '"326"' in line
    )
    assert title.endswith(f"data/indicators_2022.yaml:{line}:13")


def test_a_statement_leads_to_its_own_line() -> None:
    title = next(title for _, text, title in elements(TEXT) if text == "2.2")
    line = int(title.split(":")[-2])
    assert "value: 2.2%" in (DATA / "indicators_2022.yaml").read_text(encoding="utf-8").splitlines()[line - 1]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x>', "&amp;", "</main><b>"])
def test_the_text_of_a_document_is_only_text(text: str) -> None:
    written = page(against(f"{TEXT}{text}\n"), ENGLISH, lambda file: file)
    assert text not in written.replace("&amp;amp;", "") or text == "&amp;"
    assert "".join(text.split()) in "".join(unescape(re.sub("<[^>]*>", "", written)).split())
    assert "<script" not in written
    assert "src=" not in re.sub("<p[^>]*>.*?</p>", "", written)


def beside(folder: Path) -> Path:
    """Return a folder with the document in it and a copy of the shipped data below it."""
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    (folder / "fuling data").mkdir()
    for file in report_files(DATA):
        copyfile(file, folder / "fuling data" / file.name)
    return folder


def test_the_page_stands_alone_and_leads_to_the_files_below_it(tmp_path: Path, planctl: Run) -> None:
    folder = beside(tmp_path)
    acknowledges_what_it_does_not_print = 1
    data = folder / "fuling data"
    asked = ("verify", "report.txt", "-d", str(data), "--html", "marked page.html")
    ran = planctl(*asked, "--format", "json", cwd=folder)
    assert ran.returncode == acknowledges_what_it_does_not_print
    json.loads(ran.stdout)
    there = folder / "marked page.html"
    size = (there.stat().st_size + 999) // 1000
    assert ran.stderr.decode().splitlines()[-1] == f"marked page.html: {size} kB"
    written = there.read_text(encoding="utf-8")
    links = set(re.findall(r'href="([^"#]*)#L\d+"', written))
    assert {folder / unquote(link) for link in links} == {
        path for path in report_files(data) if not path.name.startswith("final")
    }
    assert "://" not in written
    assert str(folder) not in written
    refused = planctl("verify", "report.txt", "-d", str(data), "--html", "no/page.html", cwd=folder)
    assert refused.returncode == 2
    assert "cannot be written" in refused.stderr.decode()


def test_a_page_that_stands_elsewhere_names_no_folder_of_this_machine(tmp_path: Path, planctl: Run) -> None:
    folder = beside(tmp_path)
    (folder / "pages").mkdir()
    data = folder / "fuling data"
    planctl("verify", "report.txt", "-d", str(data), "--html", "pages/marked.html", cwd=folder)
    written = (folder / "pages" / "marked.html").read_text(encoding="utf-8")
    assert 'title="in the data: indicators_2022.yaml:' in written
    assert "fuling data" not in written
    assert "fuling%20data" not in written


def test_headings_of_the_document_are_headings_of_the_page_and_its_contents() -> None:
    shown = parsed(page(against(TEXT), ENGLISH, lambda file: file))
    lines = [line for line in TEXT.splitlines() if line.startswith(("一、", "二、", "三、"))]
    headings = [words(each) for each in found(shown, "//div[@class='text']/h2")]
    assert headings
    assert set(headings) <= {"".join(line.split()) for line in lines}
    assert [words(each) for each in found(shown, "//nav//a")][1:-1] == headings
    assert {str(each.get("href")) for each in found(shown, "//nav//a")} >= {
        f"#{each.get('id')}" for each in found(shown, "//div[@class='text']/h2")
    }
    assert words(one(shown, "//h1")) == REPORTS[0].source.title


def test_what_differs_is_told_above_the_text_with_both_places_and_no_folder() -> None:
    changed = TEXT.replace("\t326\n", "\t327\n").encode()
    verified = verify(REPORTS, read_document(changed, "/home/of mine/report.txt"))
    written = page(verified, ENGLISH, lambda file: "", "data")
    (told,) = found(parsed(written), "//ul[contains(@class, 'differences')]/li")
    assert "327" in words(told)
    assert "indicators_2022.yaml:" in words(told)
    assert "report.txt:" in words(told)
    assert "of mine" not in written
