"""The command that puts everything about a year on one page: `report`."""

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.language import LanguageOption, spoken
from planctl.cli.options import Data, NoCache, RegionOption, Year
from planctl.cli.output import write

Later = Annotated[int | None, typer.Argument(metavar="LATER", help="A later year, to see what became of the targets.")]
Output = Annotated[
    Path,
    typer.Option("--output", "-o", help="The page to write, over an earlier one and no other; - for standard output."),
]


def report(
    output: Output,
    year: Year = None,
    later: Later = None,
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    lang: LanguageOption = None,
) -> None:
    """Write all that there is to say of a year on one web page.

    Every indicator as a chart with its verdict and the steps to it, the gaps ranked, the other readings, where the
    money goes, the named projects, the figures in the prose, and the findings of check; with a later year, what became
    of each target. The page loads nothing from anywhere, and prints on A4.
    """
    from planctl.api.archive import load
    from planctl.api.reporting import gather
    from planctl.files.finding import shown_path
    from planctl.files.writing import write_page
    from planctl.showing.page import page as view
    from planctl.showing.page.rendering import GENERATOR

    wording = spoken(lang)
    text = view.page(gather(load(data, region), year, later), wording)
    if str(output) == "-":
        write(text)
        return
    write_page(output, text, GENERATOR)
    size = (len(text.encode()) + 999) // 1000
    write(wording.say("{path}: {size} kB", path=shown_path(output), size=size) + "\n")
