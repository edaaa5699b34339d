"""A browser of the system, and the page in it; where there is none, these tests are skipped and say why."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from planctl.api.archive import load
from planctl.api.corpus import load_corpus
from planctl.api.drafts import extract
from planctl.api.reporting import gather, gather_regions
from planctl.showing.page import marked, regions
from planctl.showing.page.page import page
from planctl.showing.wording import ENGLISH
from tests.conftest import DATA

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Opened(NamedTuple):
    """The page in a browser, and what that heard while it was loaded: addresses asked for, and complaints."""

    page: "Page"
    asked: list[str]
    said: list[str]


Open = Callable[..., Opened]
ROWS = "".join(f"{number}\t指标{number}（万人）\t{number * 7}\t{number * 8}\n" for number in range(1, 40))
DOCUMENT = f"""关于重庆市涪陵区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告

一、2022年国民经济和社会发展计划执行情况
全年经济运行总体平稳。
表1　2022年主要指标完成情况
序号\t指标\t2022年目标\t2022年完成
{ROWS}40\t空气质量优良天数（天）\t330\t326

二、2023年工作
坚持稳中求进。
"""


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
    folder: Path = tmp_path_factory.mktemp("marked")
    report = folder / "report.txt"
    report.write_text(DOCUMENT, encoding="utf-8")
    extract(report, folder / "data", region="500102")
    report.write_text(DOCUMENT.replace("\t326\n", "\t327\n") + "新建公园123个。\n", encoding="utf-8")
    verified, _ = load(folder / "data").verify(report)
    path = folder / "marked.html"
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
