"""The page of many regions in a real browser: alone, on a phone, by night, without a script, and on paper."""

from io import BytesIO

import pytest

from tests.browser.conftest import Open
from tests.browser.looks import LOOKS, OPEN_ALL, faults_of


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_page_asks_for_itself_alone_and_complains_of_nothing(
    width: int, scheme: str, opened: Open, address_of_many: str
) -> None:
    shown = opened(width, scheme, at=address_of_many)
    shown.page.wait_for_load_state("networkidle")
    assert shown.asked == [address_of_many]
    assert shown.said == []


@pytest.mark.parametrize("width", [390, 740, 1280])
def test_nothing_but_the_matrix_is_wider_than_the_screen(width: int, opened: Open, address_of_many: str) -> None:
    page = opened(width, at=address_of_many).page
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = page.evaluate(
        """(width) => [...document.querySelectorAll("main *")].filter((each) => !each.closest(".hidden, svg, .matrix"))
        .filter((each) => each.getBoundingClientRect().right > width + 1).map((each) => each.outerHTML.slice(0, 80))""",
        width,
    )
    assert beyond == []


def test_the_matrix_scrolls_in_its_own_box_and_keeps_its_heads_in_sight(opened: Open, address_of_many: str) -> None:
    page = opened(390, at=address_of_many).page
    box = page.locator("#matrix .scroll")
    assert box.evaluate("(box) => box.scrollWidth > box.clientWidth * 2")
    box.evaluate("(box) => { box.scrollLeft = 400; }")
    left = "(cell) => cell.getBoundingClientRect().left - cell.closest('.scroll').getBoundingClientRect().left"
    assert page.locator(".matrix tbody th").first.evaluate(left) == pytest.approx(0, abs=1)
    assert page.locator(".matrix tbody td").first.evaluate(left) < 0


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_no_fault(width: int, scheme: str, opened: Open, address_of_many: str) -> None:
    assert faults_of(opened(width, scheme, at=address_of_many).page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_a_dot_stands_in_the_line_of_its_region(width: int, opened: Open, address_of_many: str) -> None:
    page = opened(width, at=address_of_many).page
    lines = page.locator("#s-gdp-growth .names li").evaluate_all(
        "(lines) => lines.map((line) => line.getBoundingClientRect()).map((box) => [box.top, box.bottom])"
    )
    dots = page.locator("#s-gdp-growth g[data-region] use[href^='#dot']").evaluate_all(
        "(dots) => dots.map((dot) => dot.getBoundingClientRect()).map((box) => (box.top + box.bottom) / 2)"
    )
    assert len(lines) == len(dots) == 16
    assert all(top < dot < bottom for (top, bottom), dot in zip(lines, dots, strict=True))


def test_a_link_to_a_region_unfolds_it(opened: Open, address_of_many: str) -> None:
    page = opened(at=address_of_many).page
    assert not page.locator("#r-500000 table").is_visible()
    page.locator(".matrix a[href='#r-500000']").click()
    page.locator("#r-500000 table").wait_for(state="visible")


def test_without_javascript_everything_is_there(opened: Open, address_of_many: str) -> None:
    page = opened(script=False, at=address_of_many).page
    assert page.locator(".dots svg[role=img] >> visible=true").count() == 16
    assert page.locator("#matrix tbody tr >> visible=true").count() == 16
    page.locator("#r-110000 summary").click()
    assert page.locator("#r-110000 tbody tr >> visible=true").count() == 7


def test_it_prints_on_a4_with_every_picture_whole(opened: Open, address_of_many: str) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2", reason="needs the extra 'documents'")
    printed = opened(scheme="dark", at=address_of_many).page.pdf(prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(BytesIO(printed))
    assert {tuple(round(size) for size in sheet.get_size()) for sheet in document} <= {
        (595, 842),
        (596, 842),
        (594, 841),
    }
    assert 5 <= len(document) <= 14
    pages = [sheet.get_textpage().get_text_range() for sheet in document]
    names = ("GDP growth", "Henan", "Inner Mongolia", "Yunnan")
    assert any(all(name in text for name in names) and "Every series" in text for text in pages)
