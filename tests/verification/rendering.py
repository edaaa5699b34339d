"""A report's text, made from the data as a page would print it, so that no test depends on a published page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from planctl.model import Figures, Indicator, Kind, Programme, Project, Report, with_parts
from planctl.values import Cell

TABLES = {"indicators": "表1  {year}年计划指标完成情况", "targets": "表2：{year}年计划草案"}


LAYOUTS = ("cells", "tabs", "pipes", "rule", "two rows")
"""How tables are laid out: a cell a line, a row a line with tabs or pipes, also below a rule, or with a head of two."""


def rendered(reports: Iterable[Report], layout: str = "cells") -> str:
    """Return the text of the report that these were transcribed from, with its tables, notes, boxes and sections."""
    known = {report.kind: report for report in reports}
    sections: dict[str, list[str]] = defaultdict(list)
    for report in known.values():
        for statement in report.statements:
            sections[statement.section].append(f"{statement.quote}。")
        for project in report.projects:
            sections[project.section].append(f"{_staged(project)}。")
        for programme in report.programmes:
            _programme(programme, sections)
    lines = [
        "某区计划报告",
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
    reasons = "".join(
        f"{reason.number}是{'、'.join(names[id] for id in reason.indicators)}"
        f"{reason.enumeration.quote if reason.enumeration else ''}。"
        for reason in report.reasons
    )
    yield f"未完成指标说明：{reasons}"


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
    sections[programme.section].append(f"拟实施{programme.name}{_printed(programme.figures)}。")
    for breakdown in programme.breakdowns:
        said = "；".join(f"{item.name}{_printed(item.figures)}" for item in breakdown.items)
        sections[breakdown.section].append(f"其中：{said}。")
    if programme.stage or any(item.stage for each in programme.breakdowns for item in each.items):
        by_stage: dict[str, list[str]] = defaultdict(list)
        for project in programme.projects:
            by_stage[project.stage.printed if project.stage else ""].append(project.name)
        for stage, names in by_stage.items():
            sections[programme.section].append(f"{stage}项目。包括{'、'.join(names)}等项目。")
    else:
        for project in programme.projects:
            sections[programme.section].append(f"{project.sector}。{_staged(project)}。")


def _printed(figures: Figures) -> str:
    said = _text(figures.number)
    said += f"，总投资{_text(figures.total_investment)}" if figures.total_investment else ""
    return said + (f"，年度计划投资{_text(figures.planned_investment)}" if figures.planned_investment else "")


def _staged(project: Project) -> str:
    before, _, behind = (project.stage.printed if project.stage else "").partition("…")
    return f"{before}{project.name}{behind}"
