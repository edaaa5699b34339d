"""The charts alone: SVG that stands for itself, with the figures of the answers, within its edges, and PNG of it."""

from pathlib import Path

import pytest
from lxml import etree
from rich.cells import cell_len

from planctl.api.archive import load
from planctl.api.reporting import gather
from planctl.messages.installing import install_command
from planctl.messages.languages import Language
from planctl.showing.page.charts import ZOOM, charts, png
from planctl.showing.wording import ENGLISH, wording_in
from tests.conftest import DATA, Run, run_without
from tests.report.reading import Element, answer, found, one, words

SVG = "{http://www.w3.org/2000/svg}"
WIDE = 2250
CELL = 20
"""About as wide is a narrow letter of 38 units, in the widest of the fonts that are asked for."""
REGIONS = sorted(path.name for path in (DATA / "provinces").iterdir())


def drawn(
    year: int, later: int | None = None, folder: Path = DATA, lang: Language = Language.ENGLISH
) -> dict[str, Element]:
    texts = charts(gather(load(folder), year, later), wording_in(lang))
    return {name: etree.fromstring(text.encode()) for name, text in texts.items()}


def texts_in(root: Element) -> list[Element]:
    return list(root.iter(f"{SVG}text"))


def test_each_chart_that_there_is_something_to_draw_in_is_there() -> None:
    assert list(drawn(2022, 2023)) == ["indicators", "gaps", "readings", "targets", "money"]
    assert list(drawn(2022)) == ["indicators", "gaps", "readings"]
    assert list(drawn(2023)) == ["indicators", "money"]


@pytest.mark.parametrize("lang", Language)
def test_a_chart_asks_for_nothing_and_says_what_it_is(lang: Language) -> None:
    for root in drawn(2022, 2023, lang=lang).values():
        text = etree.tostring(root, encoding="unicode")
        assert "href" not in text
        assert "url(" not in text
        assert "<script" not in text
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("lang") == lang.value
        assert words(one(root, "//*[local-name()='title']")).startswith("重庆市涪陵区 2022–2023")
        assert str(DATA) not in text


def test_every_indicator_and_part_is_drawn_with_its_figures_and_verdict(planctl: Run) -> None:
    said = [words(each) for each in texts_in(drawn(2022)["indicators"])]
    folded = "".join(said)
    for row in answer(planctl, "status", "2022")["indicators"]:
        for each in (row, *row["parts"]):
            assert f"{each['prefix'] or ''}{each['name']}".replace(" ", "")[:16] in folded.replace(" ", "")
            assert (each["actual"] or "") in folded
    assert said.count("✗ unmet") == 14 + 1
    bars = found(drawn(2022)["indicators"], "//*[starts-with(@class, 'bar ')]")
    assert len(bars) == 32  # 30 rows and 2 parts have both figures


def test_the_gaps_stand_as_on_the_page_the_worst_first() -> None:
    said = [words(each) for each in texts_in(drawn(2022)["gaps"])]
    assert said[1] == "✗ unmet: rates, by points"
    assert said[2:4] == ["社会消费品零售总额增速 (%)", "−7.3"]
    assert said.index("万人发明专利拥有量 (件)") > said.index("✗ unmet: others, in per cent of the target")
    assert "▶" in said


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize("region", ["", *REGIONS])
def test_no_text_goes_beyond_an_edge(region: str, lang: Language) -> None:
    folder, years = (DATA / "provinces" / region, (2025, 2026)) if region else (DATA, (2022, 2023))
    for name, root in drawn(*years, folder=folder, lang=lang).items():
        high = float(str(root.get("viewBox")).split()[-1])
        for text in texts_in(root):
            size = {"title": 1.3, "small": 0.8}.get(str(text.get("class")), 1)
            at, width = float(str(text.get("x"))), cell_len(words(text)) * CELL * size
            ends = (at - width, at) if "r" in str(text.get("class")).split() else (at, at + width)
            assert ends[0] >= 0, (name, words(text))
            assert ends[1] <= WIDE, (name, words(text))
            assert float(str(text.get("y"))) < high


def test_a_png_is_the_chart_twice_as_large() -> None:
    svg = charts(gather(load(DATA), 2022), ENGLISH)["gaps"]
    root = etree.fromstring(svg.encode())
    picture = png(svg)
    assert picture.startswith(b"\x89PNG")
    size = [int.from_bytes(picture[start : start + 4]) for start in (16, 20)]
    assert size == [int(str(root.get(key))) * ZOOM for key in ("width", "height")]
    assert len(picture) > len(png(svg.replace("<text", "<desc").replace("</text", "</desc"))) * 2


def test_the_command_writes_both_kinds_over_its_own_alone(tmp_path: Path, planctl: Run) -> None:
    asked = ("report", "2022", "--data", str(DATA), "--charts", "charts")
    names = [f"{name}.{kind}" for kind in ("svg", "png") for name in ("indicators", "gaps", "readings")]
    for _ in range(2):
        ran = planctl(*asked, cwd=tmp_path)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert [line.split(":")[0] for line in ran.stdout.decode().splitlines()] == [f"charts/{each}" for each in names]
    assert sorted(each.name for each in (tmp_path / "charts").iterdir()) == sorted(names)
    (tmp_path / "charts" / "gaps.svg").unlink()
    before = (tmp_path / "charts" / "gaps.png").read_bytes()
    ran = planctl(*asked, cwd=tmp_path)
    assert ran.returncode == 2
    assert b"charts/gaps.png is there and not as planctl wrote it; choose another name" in ran.stderr
    assert (tmp_path / "charts" / "gaps.png").read_bytes() == before
    assert not (tmp_path / "charts" / "gaps.svg").exists()


def test_without_the_library_there_is_svg_and_what_would_bring_png_is_told(tmp_path: Path) -> None:
    ran = run_without("resvg_py", "report", "2022", "-d", str(DATA), "--charts", str(tmp_path / "c"))
    assert ran.returncode == 0
    assert ran.stderr.decode() == f"planctl: drawing charts as PNG needs resvg-py: {install_command('resvg-py')}\n"
    assert sorted(each.suffix for each in (tmp_path / "c").iterdir()) == [".svg"] * 3


def test_neither_a_page_nor_charts_is_a_misuse(planctl: Run) -> None:
    ran = planctl("report", "2022", "--data", str(DATA))
    assert ran.returncode == 2
    assert b"say where to write the page, with -o, or the charts, with --charts" in ran.stderr


def test_charts_of_many_regions_are_refused_with_what_to_do(tmp_path: Path, planctl: Run) -> None:
    ran = planctl("report", "2025", "-d", str(DATA / "provinces"), "--charts", "all", cwd=tmp_path)
    assert ran.returncode == 2
    assert b"charts are of one region; choose it with --region" in ran.stderr
    assert not (tmp_path / "all").exists()
