"""The commands that check and explain: `check`, `rule`, `schema`."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli import completing
from planctl.cli.language import LanguageOption, misuse, spoken, written
from planctl.cli.options import Data, Format, NoCache, RegionOption
from planctl.cli.output import UNUSABLE, emit, plain_look, tell, write, write_csv, write_json
from planctl.cli.pager import PagerOption
from planctl.cli.streams import read_input
from planctl.messages.languages import Language
from planctl.messages.message import Message, PlanctlError, Severity, say
from planctl.messages.suggestions import Suggestions
from planctl.values.characters import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.checks.registry import Check, Examination

FOUND = 1


class CheckFormat(StrEnum):
    """What findings are written as."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"
    GITHUB = "github"
    JUNIT = "junit"
    SARIF = "sarif"


class RuleFormat(StrEnum):
    """What an explanation is written as."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "md"


RuleFormatOption = Annotated[RuleFormat, typer.Option("--format", "-f", help="What to write.")]
Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE|FOLDER", help="Files, or all those of folders, to check; - for standard input."),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", help="Ask this check alone; may be repeated.", autocompletion=completing.checks),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", help="Do not ask this check; may be repeated.", autocompletion=completing.checks),
]
Strict = Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")]
FailOn = Annotated[Severity, typer.Option("--fail-on", help="Exit with 1 from this weight on.")]
All = Annotated[bool, typer.Option("--all", help="Show notes, and what is acknowledged.")]
Listed = Annotated[bool, typer.Option("--list", help="List the checks.")]
Name = Annotated[str, typer.Option("--stdin-name", help="The name that standard input has.")]
CheckFormatOption = Annotated[
    CheckFormat | None, typer.Option("--format", "-f", help="What to write; github by itself in a GitHub action.")
]


def check(
    names: Names = None,
    select: Select = None,
    ignore: Ignore = None,
    strict: Strict = False,
    fail_on: FailOn = Severity.ERROR,
    everything: All = False,
    listed: Listed = False,
    stdin_name: Name = "indicators_2022.yaml",
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: CheckFormatOption = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Hold the data against itself and against what the report states.

    Without names, all files of all regions of --data are checked, on all cores where they are many. Of a folder that
    is named all are; beside a file the others of its folder are read too, and beside standard input those of --data.
    What is in two folders is never compared. A finding that is known and true of the report is acknowledged in the
    data, under accept; it is then no failure. Exit 1 where a finding weighs as much as --fail-on says, 2 where a file
    could not be opened, and 0 otherwise.
    """
    from planctl.api.checking import check_files
    from planctl.files.loading import MOST_BYTES

    if listed:
        from planctl.showing import checks as view

        known = format.value if format and format.value in tuple(Format) else Format.TABLE
        emit(view, None, Format(known), lang, paged=pager)
        return
    chosen = _chosen(select or [], ignore or [], lang)
    faults: list[PlanctlError] = []
    if names:
        given = {escaped(stdin_name): read_input(MOST_BYTES)} if "-" in names else {}
        found = check_files([Path(name) for name in names if name != "-"], given, data, chosen)
    else:
        found, faults = _check_regions(data, region, chosen)
    in_action = os.environ.get("GITHUB_ACTIONS") == "true"
    least = Severity.WARNING if strict and fail_on is Severity.ERROR else fail_on
    chosen_format = format or (CheckFormat.GITHUB if in_action else CheckFormat.TEXT)
    _write(found, chosen_format, least, lang, everything=everything, paged=pager)
    if in_action and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        _add_summary(found, Path(page), lang)
    for fault in faults:
        tell(fault, lang)
    if faults or found.failing(least):
        raise typer.Exit(UNUSABLE if faults else FOUND)


def _check_regions(
    data: Path | None, region: str | None, chosen: "list[Check]"
) -> "tuple[Examination, list[PlanctlError]]":
    """Return what the checks find in all regions, or in one, by folder, and what could not be asked.

    Where they are many, several processes look at some folders each, while a bar shows how far they are.
    """
    from planctl.api.checking import check_files, check_folders
    from planctl.api.corpus import chunks, load_corpus
    from planctl.checks.registry import Examination

    corpus = load_corpus(data)
    folders = [archive.folder for archive in corpus.archives]
    if region or len(folders) < 2:
        one = corpus.one(region).folder if region else folders[0] if folders else corpus.folder
        return check_files([one], chosen=chosen), []
    from planctl.cli.workers import every_answer

    answers = every_answer(check_folders, [(each, chosen) for each in chunks(folders)])
    checked = tuple(each for examination, _ in answers for each in examination.checked)
    lines = {name: text for examination, _ in answers for name, text in examination.lines.items()}
    return Examination(checked, lines), [*(fault for _, each in answers for fault in each), *corpus.repeated]


def rule(
    name: Annotated[
        str, typer.Argument(help="A check, or a rule that gives verdicts.", autocompletion=completing.explained)
    ],
    format: RuleFormatOption = RuleFormat.TEXT,
    lang: LanguageOption = None,
) -> None:
    """Explain a check, or a rule that gives verdicts."""
    from planctl.files.loading import example_of
    from planctl.showing import explanation as view

    if format is RuleFormat.JSON:
        write_json(view.document(view.explanation_of(name, written(lang), example_of), written(lang)))
        return
    found = view.explanation_of(name, spoken(lang), example_of)
    write((view.markdown if format is RuleFormat.MARKDOWN else view.explain)(found, spoken(lang)))


def schema(
    kind: Annotated[str, typer.Argument(help="indicators, targets, projects, final or progress.")] = "indicators",
    lang: LanguageOption = None,
) -> None:
    """Print the JSON Schema of a kind of file, for editors and other validators."""
    from planctl.files.schema import KINDS
    from planctl.files.schema.exported import json_schema

    if kind not in KINDS:
        raise misuse(say("'{kind}' is not a kind of file; there are {kinds}", kind=kind, kinds=tuple(KINDS)), lang)
    write_json(json_schema(kind))


def _chosen(select: list[str], ignore: list[str], lang: Language | None) -> "list[Check]":
    from planctl.checks.registry import CHECKS

    known = {check.name: check for check in CHECKS}
    for name in (*select, *ignore):
        if name not in known:
            raise misuse(_no_check(name, known), lang)
    return [check for name, check in known.items() if (not select or name in select) and name not in ignore]


def _no_check(name: str, known: "Iterable[str]") -> Message:
    if near := Suggestions(known).near(name, 1):
        return say("'{name}' is not a check; did you mean '{near}'?", name=name, near=near[0])
    return say("'{name}' is not a check; 'planctl check --list' has all", name=name)


def _write(
    found: "Examination", format: CheckFormat, least: Severity, lang: Language | None, *, everything: bool, paged: bool
) -> None:
    from planctl.showing.problems import document, reports, text

    match format:
        case CheckFormat.TEXT:
            write(text.text(found, plain_look(lang), least, everything=everything), paged=paged)
        case CheckFormat.JSON:
            write_json(document.document(found, written(lang)))
        case CheckFormat.CSV:
            write_csv(document.sheet(found, written(lang)).to_csv())
        case CheckFormat.MARKDOWN:
            write(document.sheet(found, spoken(lang)).worded(spoken(lang)).to_markdown())
        case CheckFormat.SARIF:
            write_json(document.sarif(found, written(lang)))
        case CheckFormat.GITHUB:
            write(reports.github(found, least, spoken(lang), everything=everything))
        case CheckFormat.JUNIT:
            write(reports.junit(found, least, spoken(lang)))


def _add_summary(found: "Examination", page: Path, lang: Language | None) -> None:
    from planctl.files.writing import append_text
    from planctl.showing.problems.reports import step_summary

    append_text(page, step_summary(found, spoken(lang)))
