"""Cases made from printed cells."""

from planctl.grammar.cells import parse_any_cell
from planctl.judging.cases import Judged, judge
from planctl.judging.rules import AS_JUDGED, Policy
from planctl.judging.verdict import Verdict
from planctl.report.model import Adjustment, Indicator, Kind
from planctl.report.plan import Case
from planctl.values.meanings import Cell, Direction


def case(
    target: str | None,
    actual: str | None,
    *,
    unit: str = "%",
    better: Direction = Direction.HIGHER,
    adjusted: str | None = None,
    reference: str | None = None,
    parts: tuple[Case, ...] = (),
    name: str = "指标",
    number: str | None = "1",
) -> Case:
    """Return a case with these cells; `reference` is the printed result of the indicator that a target means."""
    row = Indicator(
        id="indicator",
        number=number,
        prefix="" if number else "其中：",
        name=name,
        name_en="indicator",
        unit=unit,
        kind=Kind.EXPECTED,
        better=better,
        target=_cell(target, unit),
        adjusted=Adjustment(_known(adjusted, unit), _known(target or "", unit), name, "2", "视为完成")
        if adjusted is not None
        else None,
        actual=_cell(actual, unit),
    )
    meant = row._replace(id="reference", actual=_cell(reference, "%")) if reference is not None else None
    return Case(row, meant, parts)


def part(target: str | None, actual: str | None, name: str = "部分", adjusted: str | None = None) -> Case:
    """Return a part with these cells."""
    return case(target, actual, name=name, number=None, adjusted=adjusted)


def verdict_on(judged_case: Case, policy: Policy = AS_JUDGED) -> Verdict:
    """Return the verdict, which the case must have."""
    verdict = judge(judged_case, policy).verdict
    assert verdict
    return verdict


def said(judged_case: Case, policy: Policy = AS_JUDGED) -> str:
    """Return `rule, status: because [flags]`."""
    verdict = verdict_on(judged_case, policy)
    flags = f" [{' '.join(verdict.flags)}]" if verdict.flags else ""
    return f"{verdict.rule}, {verdict.status}: {verdict.because!s}{flags}"


def steps(judged: Judged) -> list[str]:
    """Return the steps of a verdict as a reader sees them."""
    return [str(step) for step in judged.verdict.steps] if judged.verdict else []


def _cell(text: str | None, unit: str) -> Cell | None:
    return None if text is None else _known(text, unit)


def _known(text: str, unit: str) -> Cell:
    return parse_any_cell(text).in_unit(unit)
