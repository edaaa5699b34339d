"""A report's text, made from the data as a page would print it, so that no test depends on a published page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from planctl.checks.verified import Verified
from planctl.files.finding import report_files
from planctl.files.loading import load_reports
from planctl.grammar.text import normal
from planctl.grammar.whole import begins_whole, runs_in
from planctl.report.model import Figures, Indicator, Kind, Programme, Project, Reason, Report, Statement, with_parts
from planctl.report.plan import FINAL
from planctl.values.meanings import Cell
from tests.conftest import DATA
from tests.documents.formats import CellSpec, Format, Grid, Paragraph, as_docx, as_html, as_pdf, as_xlsx

TABLES = {"indicators": "表1  {year}年计划指标完成情况", "targets": "表2：{year}年计划草案"}


def shipped() -> tuple[Report, ...]:
    """Return the shipped files that were transcribed from the report: final figures are of another publication."""
    return tuple(each for each in load_reports(report_files(DATA)).reports if each.kind != FINAL)


def as_printed_anew(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return reports as a page that is printed anew has them: it has another digest, and nothing besides them."""
    return tuple(each._replace(source=each.source._replace(form=""), accept=()) for each in reports)


LAYOUTS = ("cells", "tabs", "pipes", "rule", "two rows")
"""How tables are laid out: a cell a line, a row a line with tabs or pipes, also below a rule, or with a head of two."""


def rendered(reports: Iterable[Report], layout: str = "cells") -> str:
    """Return the text of the report that these were transcribed from, with its tables, notes, boxes and sections."""
    known = {report.kind: report for report in reports}
    sections = _sections(known.values())
    lines = [
        known["indicators"].source.title,
        f"——{known['indicators'].source.delivered:%Y年%-m月%-d日}",
        "",
        "一、上年计划执行情况",
        *_results(known["indicators"], layout),
        *sections.pop("一", []),
    ]
    for chapter in "一二三":
        if chapter != "一":
            lines += ["", "", f"{chapter}、主要目标和任务"]
        for section in sorted(key for key in sections if key.startswith(f"{chapter}（")):
            lines += [f"{section[1:]}工作。", *sections[section]]
        if chapter == "二":
            lines += _table(known["targets"], layout)
        for box in ("专栏1",) if chapter == "二" else ("专栏2", "专栏3") if chapter == "三" else ():
            lines += [f"\t{box}： 项目", "", *sections[box]]
    return "\n".join(lines) + "\n"


def _sections(reports: Iterable[Report]) -> dict[str, list[str]]:
    """Return the sentences of each section: what is stated, mentioned and listed there, and what is left out of it."""
    sections: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        for section, sentence in _sentences(report.statements):
            sections[section].append(sentence)
        for project in report.projects:
            sections[project.section].append(f"{_staged(project)}。")
        for programme in report.programmes:
            _programme(programme, sections)
        for each in report.accept:
            if each.check == Verified.MISSING_IN_DATA:
                sections["一（一）"].append(f"{each.at}。" if re.search("[0-9]", each.at) else f"{each.at}加快建设。")
    return sections


def _sentences(statements: Iterable[Statement]) -> Iterator[tuple[str, str]]:
    """Yield sentences with the words that are quoted, those that go on from one another as one, by their sections."""
    quotes: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        quotes[statement.section].append(statement)
    for section, stated in quotes.items():
        said: list[str] = []
        for statement in stated:
            known = next((count for count, each in enumerate(said) if statement.quote in each), None)
            tail = _goes_on(said[-1], statement.quote) if said else 0
            if tail:
                said[-1] += statement.quote[tail:]
            elif known is None:
                said.append(statement.quote)
        for each in said:
            first = next(statement for statement in stated if statement.quote in each)
            named = runs_in(normal(first.label), normal(each))
            yield section, f"{each}。" if named else f"{_left_of(first.label, each)}，{each}。"


def _left_of(label: str, quote: str) -> str:
    """Return what of a label stands before the words of a quotation that has its end."""
    return next(label[:count] for count in range(1, len(label)) if label[count:] in quote)


def _goes_on(text: str, quote: str) -> int:
    """Return how much of a quotation ends a text already, if that is more than a word."""
    lengths = range(len(quote), 4, -1)
    return next((length for length in lengths if text.endswith(quote[:length])), 0)


def _results(report: Report, layout: str) -> Iterator[str]:
    claim = report.claim
    names = {row.id: row.name for row in with_parts(report.indicators)}
    if claim:
        gone = "、".join(names[id] for id in claim.discontinued_indicators)
        yield (
            f"明确的{claim.total}项指标中（{claim.includes}）：{claim.met}项指标达到或超过预期，{claim.unmet}项指标未达预期，"
            f"{gone}指标不再进行统计。"
        )
    yield from _table(report, layout)
    for note in report.notes:
        if note.adjusts:
            listed = "、".join(each.name for each in note.adjusts)
            old, new = ("、".join(each) for each in zip(*_figures_of_note(note.adjusts), strict=True))
            yield f"{note.number}. {listed}计划目标由{old}分别调整为增长{new}，视为完成。"
    reasons = "".join(f"{reason.number}是{_reason(reason, names)}。" for reason in report.reasons)
    yield f"未完成指标说明：{reasons}"


def _reason(reason: Reason, names: Mapping[str, str]) -> str:
    counted = reason.enumeration
    listed = counted.indicators if counted else ()
    others = "、".join(names[id] for id in reason.indicators if id not in listed)
    return f"{others}。{'、'.join(names[id] for id in listed)}{counted.quote}" if counted else others


def _figures_of_note(adjusts: Iterable[object]) -> list[tuple[str, str]]:
    return [(each.replaces.printed, each.target.printed) for each in adjusts]  # type: ignore[attr-defined]


def _table(report: Report, layout: str) -> Iterator[str]:
    columns = ["预期目标", "完成情况"][: 2 if report.kind == "indicators" else 1]
    rows = [_cells(report, row) for row in with_parts(report.indicators)]
    yield TABLES[report.kind].format(year=report.year)
    yield ""
    if layout == "cells":
        for row in (["序号", "指  标  名  称", *(f"{report.year}年\n\n{each}" for each in columns)], *rows):
            yield from (f"\t{cell}" for cell in row)
            yield ""
    elif layout == "tabs":
        head = ["序号", "指 标 名 称", *(f"{report.year}年{each}" for each in columns)]
        yield from ("\t".join(row).rstrip("\t") for row in (head, *rows))
    else:
        heads = [["序号", "指标名称", *(f"{report.year}年{each}" for each in columns)]]
        if layout == "two rows":
            heads = [["序号", "指标名称", *(f"{report.year}年" for _ in columns)], ["序号", "指标名称", *columns]]
        rule = [["---"] * len(heads[0])] if layout == "rule" else []
        yield from (f"| {' | '.join(row)} |" for row in (*heads, *rule, *rows))
    yield "注：1.“*”代表约束性指标。"


def _cells(report: Report, row: Indicator) -> list[str]:
    mark = "*" if row.kind is Kind.CONSTRAINT and row.number else ""
    unit = f"（{row.unit}）" if row.unit else ""
    cells = [row.number or "", f"{row.prefix}{row.name}{unit}{mark}", _text(row.target)]
    return [*cells, _text(row.actual)] if report.kind == "indicators" else cells


def _text(cell: Cell | None) -> str:
    return cell.printed if cell else ""


def _programme(programme: Programme, sections: dict[str, list[str]]) -> None:
    """Print a programme as reports do: a sentence with its figures and parts, and lists of parts or of sectors."""
    figures = _printed(programme.figures)
    lines = sections[programme.section]
    if not figures:
        lines += [f"二、{programme.name}", *_by_sector(programme)]
        return
    lead = f"计划{programme.name}" if programme.name.startswith("推进") else f"2023年拟实施{programme.name}"
    named = "" if programme.breakdowns else _named(programme.projects)
    lines.append(f"{lead}{figures}。{named}")
    for breakdown in programme.breakdowns:
        parts = [f"{item.name}{_printed(item.figures)}" for item in breakdown.items]
        if breakdown.section != programme.section:
            sections[breakdown.section].append(f"{lead}{figures}；其中，{'；'.join(parts)}。")
        elif breakdown.by == "source":
            lines[-1] += f"从投资来源看，{'；'.join(parts)}。"
        else:
            for number, (part, item) in enumerate(zip(parts, breakdown.items, strict=True), 1):
                stage = item.stage.printed.removesuffix("项目") if item.stage else ""
                under = [each for each in programme.projects if stage and each.stage and each.stage.printed == stage]
                lines.append(f"{number}．{part}。{_named(under)}")


def _named(projects: Iterable[Project]) -> str:
    names = "、".join(project.name for project in projects)
    return f"包括{names}等项目。" if names else ""


def _by_sector(programme: Programme) -> Iterator[str]:
    """Yield an item for each sector: its name, and then its projects by their stages."""
    sectors: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for project in programme.projects:
        sectors[project.sector][project.stage.printed if project.stage else ""].append(project.name)
    for number, (sector, stages) in enumerate(sectors.items(), 1):
        said = "，".join(f"{stage}{'、'.join(names)}等项目" for stage, names in stages.items())
        yield f"{number}. {sector}。{said}。"


def _printed(figures: Figures) -> str:
    said = _text(figures.number)
    said += f"，总投资{_text(figures.total_investment)}" if figures.total_investment else ""
    return said + (f"，年度计划投资{_text(figures.planned_investment)}" if figures.planned_investment else "")


def _staged(project: Project) -> str:
    before, between, behind = (project.stage.printed if project.stage else "").partition("…")
    if not between and not begins_whole(before):
        before, behind = "", before
    return f"{before}{project.name}{behind}"


FILES = {"html": as_html, "docx": as_docx, "xlsx": as_xlsx, "pdf": as_pdf}
"""The kinds of file that the same report is made as."""
FORMATS = (Format(), Format(rows_a_page=30, repeat_head=2, page_numbers=True), Format(rows_a_page=20))
"""How its tables are broken over pages."""


def rendered_as(reports: Iterable[Report], kind: str, form: Format, note: str | None = None) -> bytes:
    """Return the same report as a file: tables with a year over its columns in a head of two rows, boxes in frames.

    With a `note`, signs that mark a row stand raised, and the note behind them.
    """
    return FILES[kind](parts_of(reports, note), form)


def parts_of(reports: Iterable[Report], note: str | None = None) -> list[Paragraph | Grid]:
    """Return the paragraphs, tables and boxes of the same report."""
    parts: list[Paragraph | Grid] = []
    rows: list[tuple[CellSpec, ...]] = []
    box: list[str] = []
    for line in [*rendered(reports, "tabs").splitlines(), ""]:
        cells = line.split("\t")
        if len(cells) > 1 and (cells[0] or rows):
            rows.append(tuple(map(CellSpec, cells) if note is None else (_raised(cell, note) for cell in cells)))
            continue
        if rows:
            parts.append(Grid(_with_head(rows)))
            rows = []
        if box and (line.startswith("\t") or (not line and len(box) > 1)):
            parts.append(Grid(tuple((CellSpec(each),) for each in box)))
            box = []
        if line.startswith("\t") or (box and line):
            box.append(line.strip())
        elif line:
            parts.append(Paragraph(line))
    return parts


def _raised(text: str, note: str) -> CellSpec:
    """Return a cell with the sign at its end raised, before a note."""
    return CellSpec(text[:-1], mark=f"*{note}") if text.endswith("*") else CellSpec(text)


def _with_head(rows: list[tuple[CellSpec, ...]]) -> tuple[tuple[CellSpec, ...], ...]:
    """Return a table with the years of its head above the columns that they are of; short rows are filled up."""
    head, width = rows[0], len(rows[0])
    years, columns = zip(*(cell.text.split("年", 1) for cell in head[2:]), strict=True)
    above = (*(cell._replace(row_span=2) for cell in head[:2]), CellSpec(f"{years[0]}年", 1, len(years)))
    filled = ((*row, *(CellSpec("") for _ in range(width - len(row)))) for row in rows[1:])
    return (above, tuple(map(CellSpec, columns)), *filled)
