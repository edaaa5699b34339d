"""Examples that stand below the help of each command: what to type, and what that shows."""

from typing import TYPE_CHECKING

from planctl.messages.message import Message, say

if TYPE_CHECKING:
    from planctl.showing.wording import Wording

LEAST_APART = 2
WIDTH = 80
"""An example that would be wider has its words on a line of their own."""

Examples = tuple[tuple[str, Message], ...]

EXAMPLES: dict[str, Examples] = {
    "status": (
        ("status 2022", say("every indicator, its verdict")),
        ("status 2022 --only unmet --sort gap", say("the misses, the worst first")),
        ("status 2022 --search 收入 --format csv", say("some rows, for a spreadsheet")),
    ),
    "show": (
        ("show 21", say("by its number")),
        ("show 失业率", say("by a part of its name")),
        ("show gdp-growth --year 2023", say("by its id, in another year")),
    ),
    "scenarios": (
        ("scenarios 2022", say("counts under other readings")),
        ("scenarios 2022 --tolerance 2", say("with another tolerance for 左右")),
        ("scenarios 2022 --format json", say("with the rows that move, for programs")),
    ),
    "diff": (
        ("diff 2022 2023", say("what became of each target")),
        ("diff 2022 2023 --only unmet", say("what became of the misses")),
        ("diff data corrected --exit-code", say("what a correction changes, for scripts")),
    ),
    "projects": (
        ("projects 2023", say("the money, and whether sums hold")),
        ("projects 2023 --list --search 华峰", say("the projects that are named")),
        ("projects 2022 2023", say("which of them return")),
    ),
    "statements": (
        ("statements 2022", say("figures in the prose")),
        ("statements 2022 --search 企业", say("those that mention a word")),
        ("statements 2023 --pairs", say("beside the outcomes that they take up")),
    ),
    "parse": (
        ("parse 预计64以上 快于经济增速", say("how cells are read")),
        ("parse 8 --for gdp-growth", say("as a cell of an indicator")),
        ("parse -- -3%", say("one that begins with a minus")),
    ),
    "regions": (
        ("regions", say("the regions of planctl's own data")),
        ("regions --data reports", say("those of a folder")),
        ("regions --format csv", say("for a spreadsheet")),
    ),
    "compare": (
        ("compare 2025", say("the series that regions share")),
        ("compare 2025 gdp-growth --sort gap", say("one of them, the worst first")),
        ("compare 2025 gdp-growth --only unmet", say("the regions that missed it")),
    ),
    "series": (
        ("series gdp-growth", say("all regions through the years")),
        ("series gdp-growth --region 500102", say("one of them")),
        ("series 失业率 --format csv", say("for a spreadsheet")),
    ),
    "levels": (
        ("levels 2025 gdp-growth", say("each target beside that above it")),
        ("levels 2025 gdp-growth --data reports", say("in a folder of your own")),
        ("levels 2025 失业率 --format md", say("for a document")),
    ),
    "wording": (
        ("wording 2025", say("how firm targets are, by series")),
        ("wording 2025 --by region", say("by region")),
        ("wording 2026 --format csv", say("for a spreadsheet")),
    ),
    "report": (
        ("report 2022 2023 -o report.html", say("two years on one page")),
        ("report 2022 -o report.docx --charts charts", say("one for Word, and its charts alone")),
        ("report 2025 2026 -o all.html -d data", say("all regions of a folder")),
    ),
    "check": (
        ("check --strict", say("all files, and fail on warnings too")),
        ("check data/targets_2023.yaml", say("one file, beside the others of its folder")),
        ("check --select claim-count,claim-sum", say("two checks alone")),
    ),
    "verify": (
        ("verify report.pdf", say("the data against its document")),
        ("verify report.pdf --html marked.html", say("as a page with each figure marked")),
        ("verify report.pdf --lock", say("and write down that they agree")),
    ),
    "extract": (
        ("extract report.docx -o chengdu", say("a transcript begun from a document")),
        ("extract 2023.pdf 2024.pdf -o data", say("the earlier year first")),
        ("extract reports -o data --workers 4", say("all documents of a folder")),
    ),
    "new": (
        ("new 2023 -o data", say("the files of the next report")),
        ("new 2023 --data reports", say("beside the data of a folder of your own")),
        ("new 2022 --region 500102 -o data", say("of a region, by hand")),
    ),
    "accept": (
        ("accept data/targets_2023.yaml 1 2 3", say("rows by their numbers")),
        ("accept data/targets_2023.yaml gdp-growth report --yes", say("and written")),
        ("accept data/targets_2023.yaml --against report.pdf", say("what the document holds")),
    ),
    "export": (
        ("export xlsx -o fuling.xlsx", say("a workbook to read")),
        ("export csv --region 500102", say("every figure of a region")),
        ("export parquet -o figures", say("a file for each year")),
    ),
    "rule": (
        ("rule bound", say("a rule that gives verdicts")),
        ("rule claim-count", say("a check")),
        ("rule bound --format json", say("for programs")),
    ),
    "schema": (
        ("schema indicators", say("for editors")),
        ("schema targets", say("of another kind of file")),
        ("schema final", say("of final figures")),
    ),
    "help": (
        ("help", say("all commands")),
        ("help status", say("one of them")),
        ("--lang zh help status", say("in Chinese")),
    ),
}


def examples_of(name: str, wording: "Wording") -> str:
    """Return the examples of a command, what they show beside or below them; empty where there are none."""
    from rich.cells import cell_len

    found = [(f"  planctl {command}", wording(about)) for command, about in EXAMPLES.get(name, ())]
    if not found:
        return ""
    first = max(cell_len(command) for command, _ in found) + LEAST_APART
    lines = [wording.say("Examples:")]
    for command, about in found:
        beside = f"{command}{' ' * (first - cell_len(command))}{about}"
        lines += [beside] if first + cell_len(about) <= WIDTH else [command, f"      {about}"]
    return "\n".join(lines) + "\n"
