"""How a page is looked at: a phone by day, a desk by night; colours and widths have nothing of one another."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

LOOKS = [(390, "light"), (1280, "dark")]
OPEN_ALL = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"


def faults_of(page: "Page") -> list[tuple[str, list[str]]]:
    """Return what axe finds wrong with a page, all of it unfolded; where it passes, its nodes are not worked out."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra 'browser'")
    page.evaluate(OPEN_ALL)
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response
    assert len(found["passes"]) > 20
    return [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found["violations"]]
