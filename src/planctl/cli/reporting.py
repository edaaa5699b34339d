"""The command that puts everything about a year on one page or in a document, of one region or of many: `report`."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli import completing
from planctl.cli.language import LanguageOption, misuse, spoken
from planctl.cli.options import ByYear, Data, NoCache, RegionOption, Year
from planctl.cli.output import leave_with_faults, size_line, tell, write
from planctl.messages.installing import missing_library
from planctl.messages.languages import Language
from planctl.messages.message import PlanctlError, say

if TYPE_CHECKING:
    from planctl.api.corpus import Corpus
    from planctl.showing.page.answers import Answers

WORD = ".docx"
PAGE = (".html", ".htm")
Later = Annotated[
    int | None,
    typer.Argument(
        metavar="LATER", help="A later year, to see what became of the targets.", autocompletion=completing.years
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="The page or .docx to write, over an earlier one and no other; - for standard output.",
    ),
]
Charts = Annotated[
    Path | None,
    typer.Option(help="A folder to write each chart to, as SVG, and as PNG where resvg-py is installed."),
]


def report(
    output: Output = None,
    year: Year = None,
    later: Later = None,
    by_year: ByYear = None,
    charts: Charts = None,
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    lang: LanguageOption = None,
) -> None:
    """Write all that there is to say of a year on one web page.

    Every indicator as a chart with its verdict and the steps to it, the gaps ranked, the other readings, where the
    money goes, the named projects, the figures in the prose, and the findings of check; with a later year, what became
    of each target. The page loads nothing from anywhere, and prints on A4. A name that ends in .docx is a Word document
    of one region: the counts, every indicator, the misses with their reasons, and what became of the targets. With
    --charts, the charts of one region are written alone as well, to be put into other documents.

    Of a folder of several regions, without --region: each series that they share as a dot plot, a matrix of regions and
    series, what the next year's plans made of the targets, and each region's indicators.
    """
    from planctl.api.reporting import regions_in

    if not (output or charts):
        raise misuse(say("say where to write the page, with -o, or the charts, with --charts"), lang)
    ending = output.suffix.lower() if output else ""
    if ending not in ("", *PAGE, WORD):
        message = say("a report is a page (.html) or for Word (.docx); a browser prints the page as PDF")
        raise misuse(say("{ending}: {message}", ending=ending, message=message), lang)
    is_word = ending == WORD
    if corpus := regions_in(data, region):
        if is_word or charts or not output:
            what = say("a Word document is of one region") if is_word else say("charts are of one region")
            raise misuse(say("{what}; choose it with --region", what=what), lang)
        _write(_page_of_regions(corpus, year, later, lang), output, lang)
        leave_with_faults(corpus, lang)
    else:
        _write_region(_answers(data, region, year, later), output, charts, lang)


def _write_region(answers: "Answers", output: Path | None, charts: Path | None, lang: Language | None) -> None:
    from planctl.showing.page.page import page

    if charts:
        _write_charts(answers, charts, lang)
    if output and output.suffix.lower() == WORD:
        _write_word(answers, output, lang)
    elif output:
        _write(page(answers, spoken(lang)), output, lang)


def _answers(data: Path | None, region: str | None, year: int | None, later: int | None) -> "Answers":
    from planctl.api.archive import load
    from planctl.api.reporting import gather

    return gather(load(data, region), year, later)


def _page_of_regions(corpus: "Corpus", year: int | None, later: int | None, lang: Language | None) -> str:
    from planctl.api.reporting import gather_regions
    from planctl.showing.page.regions import page

    try:
        answers = gather_regions(corpus, year, later)
    except PlanctlError:
        for fault in corpus.faults:
            tell(fault, lang)
        raise
    return page(answers, spoken(lang))


def _write(text: str, output: Path, lang: Language | None) -> None:
    """Write a page and how large it is; to standard output the page alone."""
    from planctl.files.writing import write_page
    from planctl.showing.page.rendering import GENERATOR

    if str(output) == "-":
        write(text)
        return
    write_page(output, text, GENERATOR)
    write(size_line(output, text.encode(), lang) + "\n")


def _write_charts(answers: "Answers", folder: Path, lang: Language | None) -> None:
    """Write each chart as SVG, and as PNG where that can be drawn, and how large each is."""
    from planctl.files.writing import write_marked_set
    from planctl.showing.page.charts import charts
    from planctl.showing.page.rendering import DRAWN

    drawn = charts(answers, spoken(lang))
    contents = {f"{name}.svg": svg.encode() for name, svg in drawn.items()}
    contents |= {f"{name}.png": picture for name, picture in _pictures(drawn, lang).items()}
    write_marked_set(folder, contents, DRAWN)
    for name, content in contents.items():
        write(size_line(folder / name, content, lang) + "\n")


def _pictures(drawn: Mapping[str, str], lang: Language | None) -> dict[str, bytes]:
    """Return charts as PNG by their names; none where what draws them is missing, which is told."""
    from planctl.showing.page.charts import png

    try:
        return {name: png(svg) for name, svg in drawn.items()}
    except ModuleNotFoundError as fault:
        tell(missing_library(say("drawing charts as PNG"), fault), lang)
        return {}


def _write_word(answers: "Answers", output: Path, lang: Language | None) -> None:
    """Write a Word document, with its charts where they can be drawn, and how large it is."""
    from planctl.files.writing import write_marked
    from planctl.showing.page.charts import charts
    from planctl.showing.word.document import PICTURES, word

    drawn = {name: svg for name, svg in charts(answers, spoken(lang)).items() if name in PICTURES}
    content = word(answers, spoken(lang), partial(_pictures, drawn, lang))
    from planctl.showing.word.paper import MARK  # which needs the library that `word` asks for

    write_marked(output, content, MARK)
    write(size_line(output, content, lang) + "\n")
