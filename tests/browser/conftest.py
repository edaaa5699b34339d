"""A browser of the system, and the page in it; where there is none, these tests are skipped and say why."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from planctl.api.archive import load
from planctl.api.corpus import load_corpus
from planctl.api.reporting import gather, gather_regions
from planctl.documents.reading.reader import read_document
from planctl.documents.verification.verify import verify
from planctl.showing.page import marked, regions
from planctl.showing.page.page import page
from planctl.showing.wording import ENGLISH
from tests.conftest import DATA
from tests.verification.rendering import as_printed_anew, rendered, shipped

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Opened(NamedTuple):
    """The page in a browser, and what that heard while it was loaded: addresses asked for, and complaints."""

    page: "Page"
    asked: list[str]
    said: list[str]


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium as the system has it; nothing is downloaded."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs the extra 'browser'")
    program = next(filter(None, map(which, NAMES)), None)
    if not program:
        pytest.skip(f"needs one of {', '.join(NAMES)} on the PATH")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of 2022 and 2023, from the shipped data."""
    path: Path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page(gather(load(DATA), 2022, 2023), ENGLISH), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="session")
def address_of_many(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of all provinces in 2025."""
    path: Path = tmp_path_factory.mktemp("page") / "provinces.html"
    answers = gather_regions(load_corpus(DATA / "provinces"), 2025)
    path.write_text(regions.page(answers, ENGLISH), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="session")
def address_of_marked(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a document with its figures marked, one of which the data has otherwise and one not at all."""
    path: Path = tmp_path_factory.mktemp("page") / "marked.html"
    reports = as_printed_anew(shipped())
    text = rendered(reports).replace("\t326\n", "\t327\n") + "新建公园123个。\n"
    verified = verify(reports, read_document(text.encode(), "report.txt"))
    path.write_text(marked.page(verified, ENGLISH, lambda file: file), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser: "Browser", address: str) -> Iterator[Open]:
    """Open the page, or another, at a width, by day or by night, with JavaScript or without."""
    contexts: list[Any] = []

    def open_page(width: int = 1280, scheme: str = "light", *, script: bool = True, at: str = address) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
        )
        contexts.append(context)
        shown = context.new_page()
        heard = Opened(shown, [], [])
        shown.on("request", lambda request: heard.asked.append(request.url))
        shown.on("console", lambda message: heard.said.append(f"{message.type}: {message.text}"))
        shown.on("pageerror", lambda error: heard.said.append(str(error)))
        shown.goto(at)
        return heard

    yield open_page
    for context in contexts:
        context.close()
