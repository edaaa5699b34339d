"""The page as it is read back: elements by their attributes, and the text that a person sees."""

import json
from typing import Any

from lxml import etree

from planctl.api.archive import load
from planctl.api.reporting import gather
from planctl.showing.page.page import page
from planctl.showing.wording import ENGLISH
from tests.conftest import DATA, Run

Element = etree._Element


def parsed(text: str) -> Element:
    """Return the root of a page's tree."""
    return etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8"))


def real_page(year: int, later: int | None = None) -> Element:
    """Return the page of the shipped data."""
    return parsed(page(gather(load(DATA), year, later), ENGLISH))


def words(element: Element) -> str:
    """Return all text of an element, on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def found(root: Element, path: str) -> list[Element]:
    """Return what an XPath leads to, which are elements."""
    result = root.xpath(path)
    assert isinstance(result, list)
    return [each for each in result if isinstance(each, etree._Element)]


def one(root: Element, path: str) -> Element:
    """Return the only element that an XPath leads to."""
    (element,) = found(root, path)
    return element


def of_class(name: str) -> str:
    """Return the condition for a class of an element."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def answer(planctl: Run, *arguments: str) -> Any:
    """Return the JSON that a command prints."""
    return json.loads(planctl(*arguments, "--format", "json", "--data", str(DATA)).stdout)
