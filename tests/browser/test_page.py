"""The page in a real browser: alone, quiet, sorted, filtered, on a phone, by night, on paper, and read aloud."""

import itertools
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open
from tests.browser.looks import LOOKS, OPEN_ALL, faults_of

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_page_asks_for_itself_alone_and_complains_of_nothing(
    width: int, scheme: str, opened: Open, address: str
) -> None:
    shown = opened(width, scheme)
    shown.page.wait_for_load_state("networkidle")
    assert shown.asked == [address]
    assert shown.said == []


def test_another_script_does_not_run(opened: Open) -> None:
    shown = opened()
    shown.page.evaluate(
        """() => { const other = document.createElement("script"); other.textContent = "document.title = 'other'";
        document.body.append(other); }"""
    )
    assert shown.page.title() != "other"
    assert "Content Security Policy" in "".join(shown.said)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_nothing_is_wider_than_the_screen(width: int, scheme: str, opened: Open) -> None:
    page = opened(width, scheme).page
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = page.evaluate(
        """(width) => [...document.querySelectorAll("main *")].filter((each) => !each.closest(".hidden, svg"))
        .filter((each) => each.getBoundingClientRect().right > width + 1).map((each) => each.outerHTML.slice(0, 80))""",
        width,
    )
    assert beyond == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_no_fault(width: int, scheme: str, opened: Open) -> None:
    assert faults_of(opened(width, scheme).page) == []


def test_a_head_sorts_each_group_up_then_down_then_as_printed(opened: Open) -> None:
    page = opened().page
    groups = page.locator("#gaps-table tbody").all()

    def order() -> list[list[float]]:
        return [
            group.locator("tr[data-size]").evaluate_all("(rows) => rows.map((row) => Number(row.dataset.size))")
            for group in groups
        ]

    printed = order()
    assert len(printed) == 4
    assert printed == [sorted(group) for group in printed]
    head = page.locator("#gaps-table th", has_text="Gap").first
    head.locator("button").click()
    assert (head.get_attribute("aria-sort"), order()) == ("ascending", printed)
    head.locator("button").click()
    assert (head.get_attribute("aria-sort"), order()[0]) == ("descending", printed[0][::-1])
    assert all(group.locator("tr").first.get_attribute("class") == "group" for group in groups)
    head.locator("button").click()
    assert (head.get_attribute("aria-sort"), order()) == (None, printed)


def test_a_column_sorts_by_its_numbers_and_blanks_come_last_both_ways(opened: Open) -> None:
    page = opened().page
    button = page.locator("#changes-table th", has_text="Change").locator("button")
    for down in (False, True):
        button.click()
        blanks = 0
        for group in page.locator("#changes-table tbody").all():
            keys = group.locator("tr[data-item]").evaluate_all(
                "(rows) => rows.map((row) => row.cells[3].dataset.sort ?? row.cells[3].textContent)"
            )
            full = [float(key) for key in keys if key]
            assert full == sorted(full, reverse=down)
            assert all(not key for key in keys[len(full) :])
            blanks += len(keys) > len(full) > 0
        assert blanks


def test_a_group_of_which_nothing_is_shown_is_hidden_with_its_head(opened: Open) -> None:
    page = opened().page
    heads = page.locator("#changes-table .group")
    assert heads.count() == 9
    page.locator("#changes form.filters select[name='became']").select_option("raised")
    shown = [head for head in heads.all() if head.is_visible()]
    assert [str(head.text_content())[:8] for head in shown] == ["↑ raised"]


def test_a_head_can_be_reached_and_pressed_by_keyboard(opened: Open) -> None:
    page = unfolded(opened().page)
    first = page.locator("#pairs-table th button").first
    page.locator("#pairs form.filters input").focus()
    page.keyboard.press("Tab")
    assert first.evaluate("(button) => button === document.activeElement")
    page.keyboard.press("Enter")
    assert page.locator("#pairs-table th").first.get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Space")
    assert page.locator("#pairs-table th").first.get_attribute("aria-sort") == "descending"


def unfolded(page: "Page") -> "Page":
    """Return a page with its long lists shown, as a click on each does."""
    for summary in page.locator(".folded > summary").all():
        summary.click()
    return page


def test_the_first_screen_names_the_missed_and_what_the_next_plan_did_with_them(opened: Open) -> None:
    page = opened().page
    missed = page.locator(".missed li")
    ranked = page.locator("#gaps-table tbody tr").evaluate_all(
        "(rows) => rows.filter((row) => row.querySelector('.bar.unmet')).map((row) => row.dataset.id)"
    )
    ids = missed.evaluate_all("(items) => items.map((item) => item.dataset.id)")
    assert len(ids) == 14
    assert set(ranked) == set(ids)
    assert missed.last.evaluate("(item) => item.getBoundingClientRect().bottom") < 900
    assert "2023: ↓ lowered, 6.5" in str(missed.first.text_content())


def test_long_lists_are_folded_and_the_page_is_short(opened: Open) -> None:
    page = opened().page
    assert page.locator("#projects-table tbody tr >> visible=true").count() == 0
    assert page.evaluate("document.documentElement.scrollHeight") < 16_000


def test_the_contents_stay_in_sight_and_a_phone_has_a_way_back(opened: Open) -> None:
    wide, narrow = opened().page, opened(390).page
    for page in (wide, narrow):
        page.evaluate("window.scrollTo(0, 5000)")
        page.wait_for_timeout(100)
    assert 0 <= wide.locator("nav").evaluate("(nav) => nav.getBoundingClientRect().top") < 10
    narrow.locator("nav .top a").click()
    narrow.wait_for_timeout(1500)
    assert narrow.evaluate("window.scrollY") < 10


def test_typing_keeps_what_has_the_words(opened: Open) -> None:
    page = unfolded(opened().page)
    rows = page.locator("#projects-table tbody tr")
    total = rows.count()
    page.locator("#projects input[type=search]").press_sequentially("华峰")
    left = page.locator("#projects-table tbody tr:visible")
    texts = left.all_text_contents()
    assert 0 < len(texts) < total
    assert all("华峰" in text for text in texts)
    assert len(texts) == sum("华峰" in text for text in rows.all_text_contents())
    assert page.locator("#projects output").text_content() == f"{len(texts)} of {total} shown"
    page.locator("#projects input[type=search]").fill("华峰 扩建")
    assert left.count() == sum("华峰" in text and "扩建" in text for text in rows.all_text_contents()) > 0
    page.locator("#projects input[type=search]").fill("")
    assert left.count() == total


def test_choices_narrow_each_other(opened: Open) -> None:
    page = opened().page
    page.locator("#indicators select[name=verdict]").select_option("unmet")
    shown = page.locator("#indicators li[data-item]:visible")
    assert shown.count() == 14
    page.locator("#indicators select[name=kind]").select_option("constraint")
    assert shown.evaluate_all("(items) => items.map((item) => item.dataset.number)") == ["26", "28", "29"]
    page.locator("#indicators input[type=search]").fill("forest")
    assert shown.evaluate_all("(items) => items.map((item) => item.id)") == ["i-forest-coverage"]


def test_a_link_to_what_is_hidden_shows_it_again(opened: Open) -> None:
    page = opened().page
    page.locator("#indicators select[name=verdict]").select_option("met")
    target = page.locator("#i-clean-air-days")
    assert not target.is_visible()
    page.locator(".units a[href='#i-clean-air-days']").click()
    assert target.is_visible()
    assert page.locator("#indicators select[name=verdict]").input_value() == ""


def test_a_fold_out_opens_by_keyboard(opened: Open) -> None:
    page = opened().page
    summary = page.locator("#i-clean-air-days summary")
    assert not page.locator("#i-clean-air-days .lines").is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#i-clean-air-days .lines").is_visible()


def test_without_javascript_everything_is_there_and_nothing_that_does_nothing(opened: Open) -> None:
    with_script, without = opened().page, unfolded(opened(script=False).page)
    for rows in ("#indicators li.indicator", "#projects-table tbody tr", "#findings-table tbody tr", "#pairs-table tr"):
        assert without.locator(f"{rows} >> visible=true").count() == with_script.locator(rows).count() > 0
    assert without.locator("form.filters >> visible=true").count() == 0
    assert without.locator("th button").count() == 0


def test_a_bar_that_misses_its_mark_by_little_can_be_seen_to_on_a_phone(opened: Open) -> None:
    page = opened(390).page
    ends = page.locator("#i-clean-air-days svg").evaluate(
        """(chart) => [chart.querySelector(".bar").getBoundingClientRect().right,
        chart.querySelector(".mark").getBoundingClientRect().left]"""
    )
    assert ends[1] - ends[0] >= 1


def test_labels_of_the_flow_do_not_touch(opened: Open) -> None:
    for width in (390, 1280):
        page = opened(width).page
        for side in ("before", "after"):
            boxes = page.locator(f".flow .{side} p").evaluate_all(
                "(labels) => labels.map((label) => label.getBoundingClientRect()).map((box) => [box.top, box.bottom])"
            )
            assert all(one[1] <= other[0] for one, other in itertools.pairwise(boxes)), (width, side, boxes)


def test_it_prints_on_a4_in_a_sane_number_of_pages(opened: Open, tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2", reason="needs the extra 'documents'")
    printed = opened(scheme="dark").page.pdf(prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(BytesIO(printed))
    sizes = {tuple(round(size) for size in sheet.get_size()) for sheet in document}
    assert sizes <= {(595, 842), (596, 842), (594, 841)}
    assert 6 <= len(document) <= 10
    text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert not re.search(r"\bSearch\b", text)
    assert "空气质量优良天数" in text
