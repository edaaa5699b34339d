"""The command that compares plans, or two transcripts of them: `diff`."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli import completing
from planctl.cli.language import LanguageOption, misuse
from planctl.cli.options import ByYear, Columns, Data, Format, FormatOption, KindOption, NoCache, RegionOption, Width
from planctl.cli.output import emit, tell
from planctl.cli.pager import PagerOption
from planctl.diff.fate import ChangeOrder, Fate
from planctl.judging.statuses import Status
from planctl.messages.languages import Language
from planctl.messages.message import PlanctlError, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from planctl.diff.changes import Diff

CHANGED = 1

First = Annotated[
    str | None,
    typer.Argument(
        metavar="YEAR|FOLDER", help="The plan before; or a folder of files.", autocompletion=completing.years
    ),
]
Second = Annotated[
    str | None,
    typer.Argument(
        metavar="YEAR|FOLDER", help="The plan after; or a folder of files.", autocompletion=completing.years
    ),
]
Only = Annotated[list[Status] | None, typer.Option("--only", help="Show what had this status before; may be repeated.")]
Became = Annotated[list[Fate] | None, typer.Option("--change", help="Show what became this; may be repeated.")]
Sort = Annotated[
    ChangeOrder, typer.Option("--sort", help="As printed, or by how far targets moved, the most lowered first.")
]
WithBridge = Annotated[
    bool, typer.Option("--bridge", help="Carry results over to new definitions, with every assumption named.")
]
Suggest = Annotated[
    bool, typer.Option("--suggest", help="Propose what rows that stand alone may go on from; nothing is applied.")
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where anything changed in what is shown.")]


def diff(
    before: First = None,
    after: Second = None,
    only: Only = None,
    kind: KindOption = None,
    change: Became = None,
    sort: Sort = ChangeOrder.PRINTED,
    bridge: WithBridge = False,
    suggest: Suggest = False,
    exit_code: ExitCode = False,
    by_year: ByYear = None,
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: FormatOption = Format.TABLE,
    width: Width = None,
    columns: Columns = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Show what became of each target from one plan to the next.

    Raised means harder to meet; each new target also stands beside the last result. Without years, the last two are
    compared. With two folders, two transcripts of the same reports are: what did a correction change?
    """
    answer = partial(emit, format=format, lang=lang, paged=pager, columns=columns)
    narrowed = bool(only or kind or change or bridge or sort is not ChangeOrder.PRINTED)
    if folders := _folders(before, after):
        if narrowed or suggest or data or region or columns:
            said = say("two folders are compared whole; only --format, --lang and --exit-code go with them")
            raise misuse(said, lang)
        _compare_transcripts(*folders, answer, exit_code=exit_code)
        return
    found = _found(data, region, before, after, lang)
    if suggest:
        if narrowed or exit_code:
            raise misuse(say("with --suggest, only --data, --format and --lang go"), lang)
        _suggest(found, answer)
        return
    from planctl.diff.bridge import bridges
    from planctl.diff.summary import is_change, select
    from planctl.showing import diff as view

    selected = select(found, frozenset(only or ()), kind, frozenset(change or ()), sort)
    answer(view, selected._replace(bridges=bridges(found) if bridge else None))
    _leave(changed=exit_code and any(map(is_change, selected.changes)))


def _found(
    data: Path | None, region: str | None, before: str | None, after: str | None, lang: Language | None
) -> "Diff":
    """Return what became of each target, and tell where the years stand backward, or are the same."""
    from planctl.api.archive import load

    archive = load(data, region)
    found = archive.diff(_year(before, lang), _year(after, lang))
    old, new = found.before.plan.year, found.after.year
    if blank := tuple(str(year) for year in archive.years if before is after is None and year > new):
        tell(PlanctlError(say("passed over, for they have no target yet: {years}", years=blank)), lang)
    elif not archive.aims(new):
        tell(PlanctlError(say("{year} has no target yet; its cells are to be filled in", year=str(new))), lang)
    if old == new:
        tell(PlanctlError(say("{year} is compared with itself; give two years", year=str(old))), lang)
    elif old > new:
        said = say(
            "backward: {after} is before {before}, and raised means harder in {after}", before=str(old), after=str(new)
        )
        tell(PlanctlError(said), lang)
    return found


def _suggest(found: "Diff", answer: "Callable[..., None]") -> None:
    from planctl.diff.proposals import propose
    from planctl.showing import proposals as view

    answer(view, (found, propose(found)))


def _compare_transcripts(before: str, after: str, answer: "Callable[..., None]", *, exit_code: bool) -> None:
    from planctl.api.archive import load
    from planctl.showing import correction as view

    years = load(before).corrections(load(after))
    answer(view, view.ShownCorrection(before, after, years))
    _leave(changed=exit_code and any(year.is_change for year in years))


def _leave(*, changed: bool) -> None:
    if changed:
        raise typer.Exit(CHANGED)


def _folders(before: str | None, after: str | None) -> tuple[str, str] | None:
    if before and after and not before.isdecimal() and not after.isdecimal():
        return before, after
    return None


def _year(text: str | None, lang: Language | None) -> int | None:
    if text is None:
        return None
    if text.isdecimal() and text.isascii() and len(text) == 4:
        return int(text)
    raise misuse(say("'{text}' is not a year; give one or two years, or two folders", text=text), lang)
