"""The marked page of `verify` in a real browser: quiet, accessible, as wide as the screen, and cut to what is apart."""

import pytest

from tests.browser.conftest import Open
from tests.browser.looks import LOOKS, faults_of


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_page_is_quiet_and_accessible_at_any_width(
    width: int, scheme: str, opened: Open, address_of_marked: str
) -> None:
    shown = opened(width, scheme, at=address_of_marked)
    shown.page.wait_for_load_state("networkidle")
    assert (shown.asked, shown.said) == ([address_of_marked], [])
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults_of(shown.page) == []


def test_only_what_is_not_in_the_data_or_otherwise_is_shown_where_that_is_asked(
    opened: Open, address_of_marked: str
) -> None:
    page = opened(at=address_of_marked, script=False).page
    figures = page.locator(".text .figure >> visible=true")
    assert figures.count() > 70
    page.locator("#only").check()
    shown = [(str(each.get_attribute("class")), each.text_content()) for each in figures.all()]
    assert [pair for pair in shown if "held" not in pair[0]] == [("figure different", "327"), ("figure left", "123")]
    assert len(shown) < 10
    assert page.locator(".text h2 >> visible=true").count() > 0
    page.locator("#only").uncheck()
    assert figures.count() > 70
