"""Single changes of the shipped data that are no slip of a digit: each is told beside the document, where it stands."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from planctl.documents.reading.text import read_text
from planctl.documents.verification.ledger import Verification
from planctl.documents.verification.printed import read_printed
from planctl.documents.verification.verify import transcribed_from, verify, verify_printed
from planctl.grammar.cells import parse_cell
from planctl.grammar.projects import parse_stage
from planctl.messages.message import PlanctlError
from planctl.report.model import Acceptance, Grouping, Report, Text
from tests.verification.test_verification import REPORTS, SHIPPED, TEXT, told

PRINTED = read_printed(read_text(TEXT.encode(), "report.txt"))
Change = Callable[[Any], Any]


def changed(kind: str, change: Change) -> list[str]:
    """Return what is told where the file of a kind is changed."""
    return told(found(kind, change))


def found(kind: str, change: Change) -> Verification:
    return verify_printed([change(each) if each.kind == kind else each for each in REPORTS], PRINTED)


def at(key: str, id: str, change: Change) -> Change:
    """Return what changes something of a report by its id."""

    def change_report(report: Any) -> Any:
        values = getattr(report, key)
        assert any(each.id == id for each in values), id
        return report._replace(**{key: tuple(change(each) if each.id == id else each for each in values)})

    return change_report


def without(key: str, id: str) -> Change:
    """Return what takes something out of a report by its id, or its number."""

    def change_report(report: Any) -> Any:
        values = getattr(report, key)
        left = tuple(each for each in values if id not in (getattr(each, "id", ""), getattr(each, "number", "")))
        assert len(left) == len(values) - 1
        return report._replace(**{key: left})

    return change_report


def project(programme: str, id: str, change: Change) -> Change:
    return at("programmes", programme, lambda each: at("projects", id, change)(each))


def value(text: str) -> Change:
    return lambda each: each._replace(value=parse_cell(text))


@pytest.mark.parametrize(
    ("kind", "id", "text"),
    [
        ("indicators", "gdp-total", "500亿元"),
        ("indicators", "gdp-total", "1500亿元"),
        ("indicators", "enterprise-support-list-measures", "5条"),
        ("targets", "fruit-output", "3.4万吨"),
        ("indicators", "fine-particulate-decline", "3%"),
        ("targets", "industrial-investment", "增长12%"),
        ("indicators", "industrial-output", "95亿元"),
    ],
)
def test_a_part_of_a_figure_is_told(kind: str, id: str, text: str) -> None:
    (said,) = changed(kind, at("statements", id, value(text)))
    assert said == f"different statements.{id}: {text} is not in the words that are quoted"


def test_another_figure_of_the_same_words_is_told() -> None:
    said = changed("indicators", at("statements", "industry-support-measures", value("56条")))
    assert "different statements.industry-support-measures: the words give 56条 to something else" in said


def test_a_figure_that_two_statements_hold_is_told() -> None:
    def again(report: Report) -> Report:
        first = report.statements[0]
        return report._replace(statements=(*report.statements, first._replace(id="again")))

    (said,) = changed("indicators", again)
    assert said == f"different statements.again: {REPORTS[0].statements[0].id} holds the same figure of the document"


@pytest.mark.parametrize(
    ("id", "label"),
    [
        ("retail-sales-growth-stated", "社会消费品批发总额"),
        ("retail-sales-growth-stated", "费品零售总额"),
        ("industrial-output", "工业产值"),
        ("gdp-total", "地区生产总值"),
    ],
)
def test_a_label_that_is_not_what_the_figure_is_of_is_told(id: str, label: str) -> None:
    ids = [each.id for each in REPORTS[0].statements]
    id = id if id in ids else next(each.id for each in REPORTS[0].statements if each.label == "社会消费品零售总额")
    said = changed("indicators", at("statements", id, lambda each: each._replace(label=label)))
    assert any(each.startswith(f"different statements.{id}: ") for each in said)


@pytest.mark.parametrize(
    ("key", "word"),
    [("capacity", "0万吨"), ("capacity", "30万吨"), ("company", "峰"), ("company", "华"), ("product", "别化氨纶")],
)
def test_a_part_of_a_word_of_a_name_is_told(key: str, word: str) -> None:
    change = project("industrial-projects", "huafeng-spandex", lambda each: each._replace(**{key: word}))
    assert changed("projects", change) == [f"different projects.huafeng-spandex: {word} does not stand in the name"]


@pytest.mark.parametrize(
    ("programme", "id", "name"),
    [
        ("industrial-projects", "kalai-composites-phase-2", "卡涞高性能复合材料"),
        ("municipal-preparatory-projects", "xinshi-avenue-phase-1", "新石大道"),
        ("industrial-projects", "huafeng-spandex", "华峰年产15万吨"),
    ],
)
def test_a_name_without_its_phase_or_cut_elsewhere_is_told(programme: str, id: str, name: str) -> None:
    said = changed("projects", project(programme, id, lambda each: each._replace(name=name, company="", product="")))
    assert any(each.startswith((f"different projects.{id}: ", f"missing-in-document projects.{id}: ")) for each in said)


def test_a_programme_without_the_word_for_whose_it_is_is_told() -> None:
    said = changed("projects", at("programmes", "municipal-key-projects", lambda each: each._replace(name="重点项目")))
    assert any(each.startswith("missing-in-document programmes.municipal-key-projects: ") for each in said)


@pytest.mark.parametrize(
    ("id", "stage"),
    [
        ("chongqing-yichang-high-speed-railway", "开工建设"),
        ("green-banks", "实施"),
        ("zhou-huang-residence", "建成"),
        ("hydrology-museum", "前期工作"),
    ],
)
def test_a_stage_without_the_words_before_it_is_told(id: str, stage: str) -> None:
    said = changed("projects", at("projects", id, lambda each: each._replace(stage=parse_stage(stage))))
    (name,) = [each.name for each in REPORTS_OF["projects"].projects if each.id == id]
    assert said == [f"different projects.{id}: {stage} does not stand with {name}"]


REPORTS_OF = {each.kind: each for each in REPORTS}


def test_a_project_under_another_programme_is_told() -> None:
    def move(report: Report) -> Report:
        there = {each.id: each for each in report.programmes}
        moved = next(each for each in there["municipal-key-projects"].projects if each.id == "qingxi-port-area")
        lists = {
            "municipal-key-projects": tuple(p for p in there["municipal-key-projects"].projects if p != moved),
            "municipal-preparatory-projects": (*there["municipal-preparatory-projects"].projects, moved),
        }
        programmes = (each._replace(projects=lists.get(each.id, each.projects)) for each in report.programmes)
        return report._replace(programmes=tuple(programmes))

    said = changed("projects", move)
    assert "different projects.qingxi-port-area: it stands in the list of 市级重点项目, not of 市级重大前期项目" in said


def test_a_breakdown_by_something_else_is_told() -> None:
    def by(grouping: Grouping) -> Change:
        return lambda each: each._replace(breakdowns=(each.breakdowns[0]._replace(by=grouping), *each.breakdowns[1:]))

    said = changed("projects", at("programmes", "district-key-projects", by(Grouping.AREA)))
    assert any("it is told apart by source, and the data has area" in each for each in said)

    def part(each: Any) -> Any:
        first = each.breakdowns[0]
        items = tuple(item._replace(grouping=None) if item.name == "交通项目" else item for item in first.items)
        return each._replace(breakdowns=(first._replace(items=items), *each.breakdowns[1:]))

    (said_of_part,) = changed("projects", at("programmes", "government-investment-projects", part))
    assert said_of_part.endswith("it is told apart by sector, and the data has area")


@pytest.mark.parametrize(
    ("kind", "change", "expected"),
    [
        ("indicators", without("statements", "industrial-output"), "the data does not have 2295"),
        ("projects", without("projects", "chongqing-yichang-high-speed-railway"), "the data does not have 渝宜高铁"),
        ("projects", without("programmes", "municipal-key-projects"), "the data does not have 清溪"),
        ("projects", without("programmes", "industrial-projects"), "the data does not have 工业重点实施项目"),
        ("indicators", without("reasons", "七"), "the data does not have reason 七"),
        ("indicators", without("notes", "2"), "the data does not have note 2"),
        ("indicators", lambda each: each._replace(claim=None), "the data does not have the count sentence"),
        (
            "indicators",
            lambda each: each._replace(claim=each.claim._replace(includes="")),
            "the data has —, and the document 含预计数",
        ),
        (
            "indicators",
            lambda each: each._replace(claim=each.claim._replace(discontinued_indicators=())),
            "the data has —, and the document 实际利用外资",
        ),
    ],
)
def test_what_is_taken_out_of_the_data_is_told(kind: str, change: Change, expected: str) -> None:
    said = changed(kind, change)
    assert any(expected in each or expected[:-2] in each for each in said), said


@pytest.mark.parametrize("number", ["一", "三"])
def test_a_member_that_is_taken_out_of_a_reason_is_told(number: str) -> None:
    def change(report: Report) -> Report:
        reasons = (
            each._replace(indicators=each.indicators[:-1]) if each.number == number else each for each in report.reasons
        )
        return report._replace(reasons=tuple(reasons))

    said = changed("indicators", change)
    assert any(each.startswith(f"missing-in-data reasons.{number}: reason {number} names ") for each in said)


def test_an_enumeration_that_is_taken_out_or_cut_is_told() -> None:
    def change(quote: str | None) -> Change:
        def enumeration(each: Any) -> Any:
            counted = each.enumeration
            return each._replace(enumeration=counted._replace(quote=quote) if counted and quote else None)

        return lambda report: report._replace(reasons=tuple(map(enumeration, report.reasons)))

    for quote in ("5", None):
        said = changed("indicators", change(quote))
        assert any(each.startswith("different reasons.一: it counts 等5项指标: ") for each in said)


HEAD = {
    "title": "涪陵区计划草案的报告",
    "issuer": "发展和改革委员会",
    "delivered": "3023-01-31",
    "sha256": "0" * 64,
}


@pytest.mark.parametrize("key", HEAD)
def test_a_head_that_the_document_does_not_print_is_told(key: str) -> None:
    page = read_text(TEXT.encode(), "report.txt")
    source: Any = REPORTS[0].source._replace(form="text", sha256=page.sha256)
    assert told(verify([each._replace(source=source) for each in REPORTS], page)) == []
    wrong = REPORTS[0]._replace(source=source._replace(**{key: HEAD[key]}))
    (said,) = told(verify([wrong, *(each._replace(source=source) for each in REPORTS[1:])], page))
    assert said.startswith(f"different report.{'source.' * (key == 'sha256')}{key}: the data has {HEAD[key]}")


@pytest.mark.parametrize("form", ["", "html", "pdf", "docx"])
def test_another_form_of_the_same_text_has_another_digest(form: str) -> None:
    page = read_text(TEXT.encode(), "report.txt")
    sources = (each.source._replace(form=form, sha256="0" * 64) for each in REPORTS)
    assert told(verify([r._replace(source=s) for r, s in zip(REPORTS, sources, strict=True)], page)) == []


def test_a_region_of_another_name_is_told() -> None:
    region = REPORTS[0].source.region

    def named(name: str) -> Verification:
        source = REPORTS[0].source._replace(region=region._replace(name=name))
        return verify_printed([REPORTS[0]._replace(source=source), *REPORTS[1:]], PRINTED)

    expected = "different report.region.name: the data has 涪陵区, and the document 重庆市涪陵区"
    assert expected in told(named("涪陵区"))
    with pytest.raises(PlanctlError, match="is of 重庆市涪陵区, and the data is of 重庆市武隆区"):
        named("重庆市武隆区")


def accepting(accept: Acceptance, change: Change) -> Change:
    return lambda report: change(report)._replace(accept=(accept,))


def test_what_is_left_out_on_purpose_is_acknowledged_by_its_words_or_its_section() -> None:
    drop = without("statements", "industrial-output")
    section = next(each.section for each in REPORTS_OF["indicators"].statements if each.id == "industrial-output")
    for words in ("规上工业产值实现2295亿元", section):
        accept = Acceptance("missing-in-data", words, Text("略", "left out"))
        result = found("indicators", accepting(accept, drop))
        assert (told(result), result.summary.accepted) == ([], 1)
    nothing = Acceptance("missing-in-data", "没有印过的词", Text("略", "left out"))
    (said,) = changed("indicators", accepting(nothing, lambda report: report))
    assert said == "unused-acceptance accept.1: nothing is missing-in-data at '没有印过的词' any more"


def test_where_no_statements_or_projects_were_transcribed_that_is_told_once() -> None:
    bare = [each._replace(statements=(), projects=()) for each in REPORTS if each.kind != "projects"]
    said = [each for each in told(verify_printed(bare, PRINTED)) if each.startswith("missing-in-data")]
    assert [each.partition(":")[0] for each in said] == ["missing-in-data statements", "missing-in-data projects"]


def test_years_that_are_asked_for_alone_miss_nothing_of_the_others() -> None:
    one = [each._replace(accept=()) for each in SHIPPED if each.year == 2022]
    bare = [each._replace(source=each.source._replace(form=""), statements=each.statements[1:]) for each in one]
    assert told(verify_printed(bare, PRINTED, whole=False)) == []


def test_of_several_reports_those_of_the_document_are_verified() -> None:
    page = read_text(TEXT.encode(), "report.txt")
    later = REPORTS[0]._replace(year=2024, source=REPORTS[0].source._replace(title="关于2024年的报告", sha256="1" * 64))
    assert transcribed_from(page, [*REPORTS, later]) == REPORTS
    digest = later._replace(source=later.source._replace(sha256=page.sha256))
    assert transcribed_from(page, [*REPORTS, digest]) == (*REPORTS, digest)
    assert transcribed_from(page, [later]) == (later,)
    source = REPORTS[0].source
    of_another_day = REPORTS[0]._replace(source=source._replace(delivered=date(2024, 1, 9), sha256="1" * 64))
    assert transcribed_from(page, [*REPORTS, of_another_day]) == REPORTS, "a title may be that of every year"
