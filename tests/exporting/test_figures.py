"""Every export read back, and all its figures held against what status, diff, projects and statements say as JSON."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.exporting.readers import OBSERVATIONS, TABLES, read_markdown, read_sheet

Answers = dict[str, Any]
Exports = dict[str, Path]
YEARS = (2022, 2023)
MEASURES = ("count", "total_investment", "planned_investment")


class Said(NamedTuple):
    """What is said of a figure, as text; an empty text where nothing is."""

    printed: str
    value: str
    low: str
    high: str
    unit: str
    verdict: str = ""
    gap: str = ""
    gap_percent: str = ""


Figures = dict[tuple[str, int, str, str], Said]


def rows_of(status: Any) -> Iterator[Any]:
    """Yield the indicators of a status and their parts."""
    for indicator in status["indicators"]:
        yield from (indicator, *indicator["parts"])


def said(printed: str, reading: dict[str, Any], unit: str = "", **verdict: str | None) -> Said:
    """Return what JSON says of a figure, its bounds as the kind of its reading has them."""
    kind, value = reading["kind"], reading.get("value") or ""
    low = reading.get("low") or (value if kind in ("at_least", "more_than") else "")
    high = reading.get("high") or (value if kind in ("at_most", "less_than") else "")
    has_unit = "unit" in reading
    return Said(
        printed,
        value,
        low,
        high,
        (reading["unit"] or "") if has_unit else unit,
        **{name: text or "" for name, text in verdict.items()},
    )


def figures_of(answers: Answers) -> Figures:
    """Return all that JSON says of the figures of all years."""
    found: Figures = {}
    for year in YEARS:
        for row in rows_of(answers[f"status {year}"]):
            verdict = {name: row[name] for name in ("verdict", "gap", "gap_percent")}
            for key in ("target", "adjusted_target", "actual", "final"):
                if row[key] is not None:
                    measure = key.replace("_", "-")
                    read = said(row[key], row[f"{key}_reading"], row["unit"] or "", **verdict)
                    found["indicator", year, row["id"], measure] = read
        measure = "stated-actual" if year == 2022 else "stated-target"
        for each in answers[f"statements {year}"]["statements"]:
            found["statement", year, each["id"], measure] = said(each["value"], each["value_reading"])
        for programme in answers[f"projects {year}"]["programmes"]:
            _add(found, "programme", year, programme["id"], programme["printed"])
            for number, breakdown in enumerate(programme["breakdowns"], 1):
                for position, item in enumerate(breakdown["items"], 1):
                    id = f"{programme['id']}-{breakdown['by']}-{number}-{position}"
                    _add(found, "item", year, id, item["printed"])
    return found


def _add(found: Figures, subject: str, year: int, id: str, printed: dict[str, Any]) -> None:
    for measure, each in printed.items():
        found[subject, year, id, measure.replace("_", "-")] = said(each["text"], each["reading"])


def test_json_says_as_much_as_the_report_prints(answers: Answers) -> None:
    found = figures_of(answers)
    counted = {subject: sum(key[0] == subject for key in found) for subject in ("indicator", "statement")}
    # 38 rows of results, each with a target and an actual, two of them adjusted, seven with a final figure; 38 of
    # targets alone; 224 statements.
    assert counted == {"indicator": 38 * 2 + 2 + 7 + 38, "statement": 224}
    assert found["indicator", 2022, "clean-air-days", "target"] == Said(
        "≥330", "330", "330", "", "天", "unmet", "-4", "-1.21"
    )


@pytest.mark.parametrize("format", OBSERVATIONS)
def test_every_figure_is_that_of_the_json(format: str, exports: Exports, answers: Answers) -> None:
    found: Figures = {}
    for row in OBSERVATIONS[format](exports[format]):
        key = (row["subject"], int(row["year"]), row["id"], row["measure"])
        assert key not in found
        found[key] = Said(*(_text(row[name]) for name in Said._fields))
    assert found == figures_of(answers)


@pytest.mark.parametrize("format", TABLES)
def test_every_verdict_and_count_is_that_of_the_json(format: str, exports: Exports, answers: Answers) -> None:
    keys = ("verdict", "rule", "because", "gap", "gap_percent", "reason")
    expected = {
        (year, row["id"]): (*(row[key] for key in keys), " ".join(row["flags"]) or None)
        for year in YEARS
        for row in rows_of(answers[f"status {year}"])
        if row["verdict"]
    }
    rows = TABLES[format](exports[format], "verdicts")
    found = {(row["year"], row["id"]): (*(_or_none(row[key]) for key in keys), row["flags"]) for row in rows}
    assert found == expected
    for row in TABLES[format](exports[format], "years"):
        status = answers[f"status {row['year']}"]
        assert {key: row[key] for key in status["summary"]} == status["summary"]
        stated = status["stated"] or dict.fromkeys(("total", "met", "unmet", "discontinued"))
        assert {key: row[f"stated_{key}"] for key in stated} == stated
        assert row["agrees"] == status["agrees"]


@pytest.mark.parametrize("format", TABLES)
def test_every_row_of_the_tables_is_that_of_the_json(format: str, exports: Exports, answers: Answers) -> None:
    keys = ("id", "number", "prefix", "name", "name_en", "unit", "kind")
    rows = TABLES[format](exports[format], "indicators")
    for year in YEARS:
        expected = [tuple(row[key] for key in keys) for row in rows_of(answers[f"status {year}"])]
        assert [tuple(row[key] for key in keys) for row in rows if row["year"] == year] == expected


def changes_of(changes: Any) -> Iterator[Any]:
    for change in changes:
        yield change
        yield from changes_of(change["parts"])


@pytest.mark.parametrize("format", TABLES)
def test_every_change_is_that_of_the_json(format: str, exports: Exports, answers: Answers) -> None:
    keys = ("relation", "target", "change", "change_unit", "change_percent", "versus_actual", "versus_actual_change")
    expected = [
        (
            (change["before"] or {}).get("id"),
            (change["after"] or {}).get("id"),
            *(change[key] for key in (*keys, "remark")),
            " ".join(change["flags"]) or None,
        )
        for change in changes_of(answers["diff 2022 2023"]["changes"])
    ]
    names = ("before_id", "after_id", *keys, "remark", "flags")
    rows = TABLES[format](exports[format], "changes")
    assert [tuple(_or_none(row[name]) for name in names) for row in rows] == expected


@pytest.mark.parametrize("format", TABLES)
def test_every_pair_of_statements_is_that_of_the_json(format: str, exports: Exports, answers: Answers) -> None:
    statements = {row["key"]: row["id"] for row in TABLES[format](exports[format], "statements")}
    keys = ("target", "change", "change_unit", "change_percent")
    expected = [
        (pair["before"]["id"], pair["after"]["id"], *(pair[key] for key in keys))
        for pair in answers["statements 2023 --pairs"]["pairs"]
    ]
    found = [
        (statements[row["before_key"]], statements[row["after_key"]], *(_or_none(row[key]) for key in keys))
        for row in TABLES[format](exports[format], "pairs")
    ]
    assert found == expected


@pytest.mark.parametrize("format", TABLES)
def test_every_sum_share_and_total_is_that_of_the_json(format: str, exports: Exports, answers: Answers) -> None:
    read, path, document = TABLES[format], exports[format], answers["projects 2023"]
    keys = ("sum", "whole", "unit", "difference", "rounding", "agreement")
    breakdowns = [each for programme in document["programmes"] for each in programme["breakdowns"]]
    sums = [
        (measure.replace("_", "-"), *(found[key] for key in keys))
        for each in breakdowns
        for measure, found in each["measures"].items()
    ]
    assert [(row["measure"], *(_or_none(row[key]) for key in keys)) for row in read(path, "sums")] == sums
    assert [_or_none(row["difference"]) for row in read(path, "breakdowns")] == [
        each["difference"] for each in breakdowns
    ]
    items = [(item["name"], item["share"]) for each in breakdowns for item in each["items"]]
    assert [(row["name"], _or_none(row["share"])) for row in read(path, "breakdown_items")] == items
    totals = {
        measure.replace("_", "-"): (total["least"], total["most"]) for measure, total in document["totals"].items()
    }
    assert {row["measure"]: (str(row["least"]), str(row["most"])) for row in read(path, "totals")} == totals


@pytest.mark.parametrize("format", TABLES)
def test_every_named_project_is_that_of_the_json(format: str, exports: Exports, answers: Answers) -> None:
    keys = ("id", "name", "stage", "stage_printed", "sector", "capacity", "company", "product", "phase", "level")
    rows = TABLES[format](exports[format], "projects")
    for year in YEARS:
        document = answers[f"projects {year}"]
        named = [each for programme in document["programmes"] for each in programme["named"]] + document["named"]
        expected = [tuple(each[key] for key in keys) for each in named]
        assert [tuple(row[key] for key in keys) for row in rows if row["year"] == year] == expected


def test_a_workbook_has_the_figures_of_the_json(exports: Exports, answers: Answers) -> None:
    rows = [row for year in YEARS for row in read_sheet(exports["xlsx"], f"Status {year}")]
    expected = [(year, row) for year in YEARS for row in rows_of(answers[f"status {year}"])]
    assert len(rows) == len(expected)
    for found, (year, row) in zip(rows, expected, strict=True):
        assert (found["Year"], found["Id"], found["No."]) == (
            year,
            row["id"],
            _or_none(row["number"]) and int(row["number"]),
        )
        for head, key in (("Target", "target"), ("Adjusted target", "adjusted_target"), ("Actual", "actual")):
            assert found[head] == (row[key] or None)
            value = (row[f"{key}_reading"] or {}).get("value")
            assert _number(found[f"{head} as a number"]) == _number(value)
        assert _number(found["Gap"]) == _number(row["gap"])
        per_cent = None if row["unit"] == "%" else row["gap_percent"]
        assert _number(found["Gap in per cent"]) == _number(per_cent), "of a rate per cent say nothing"
        assert (found["Verdict"], found["Why"]) == (row["verdict"], row["because"])


def test_a_workbook_has_the_changes_of_the_json(exports: Exports, answers: Answers) -> None:
    rows = read_sheet(exports["xlsx"], "Diff 2022-2023")
    for found, change in zip(rows, changes_of(answers["diff 2022 2023"]["changes"]), strict=True):
        old, new = change["before"] or {}, change["after"] or {}
        assert found["Target in 2022"] == (old.get("target") or None)
        assert found["Adjusted target in 2022"] == (old.get("adjusted_target") or None)
        assert found["Target in 2023"] == (new.get("target") or None)
        assert found["Actual in 2022"] == (old.get("actual") or None)
        assert found["Verdict in 2022"] == old.get("verdict")
        assert _number(found["Change"]) == _number(change["change"])
        per_cent = None if change["change_unit"] == "points" else change["change_percent"]
        assert _number(found["Change in per cent"]) == _number(per_cent), "of a rate per cent say nothing"
        assert _number(found["Apart from it by"]) == _number(change["versus_actual_change"])


def test_a_workbook_has_the_programmes_of_the_json(exports: Exports, answers: Answers) -> None:
    rows = iter(read_sheet(exports["xlsx"], "Programmes 2023"))
    for programme in answers["projects 2023"]["programmes"]:
        parts = [item for breakdown in programme["breakdowns"] for item in breakdown["items"]]
        for each in (programme, *parts):
            found = next(rows)
            for head, measure in zip(("Count", "Total investment", "Planned investment"), MEASURES, strict=True):
                said_of = each["printed"].get(measure) or {"text": None, "reading": {}}
                assert found[head] == said_of["text"]
                assert _number(found[f"{head} as a number"]) == _number(said_of["reading"].get("value"))
            assert _number(found["Share in per cent"]) == _number(each.get("share"))
    assert not list(rows)


def test_a_workbook_has_the_pairs_of_the_json(exports: Exports, answers: Answers) -> None:
    rows = read_sheet(exports["xlsx"], "Pairs")
    for found, pair in zip(rows, answers["statements 2023 --pairs"]["pairs"], strict=True):
        assert (found["Figure before"], found["Figure after"]) == (pair["before"]["value"], pair["after"]["value"])
        assert _number(found["Change"]) == _number(pair["change"])


def test_a_document_has_the_figures_of_the_json(exports: Exports, answers: Answers) -> None:
    tables = read_markdown(exports["md"])
    for year in YEARS:
        rows = list(rows_of(answers[f"status {year}"]))
        for found, row in zip(tables[f"Status / {year}"], rows, strict=True):
            keys = ("target", "adjusted_target", "actual", "gap", "verdict")
            heads = ("Target", "Adjusted target", "Actual", "Gap", "Verdict")
            assert [found[head] for head in heads] == [row[key] or "" for key in keys]
    changes = changes_of(answers["diff 2022 2023"]["changes"])
    for found, change in zip(tables["Diff 2022-2023"], changes, strict=True):
        assert (found["Change"], found["Target in 2023"]) == (
            change["change"] or "",
            (change["after"] or {}).get("target") or "",
        )
    named = [each["name"] for each in answers["projects 2022"]["named"]]
    assert [row["Project"] for row in tables["Projects / 2022"]] == named


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _or_none(value: Any) -> Any:
    return str(value) if isinstance(value, Decimal) else value


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))
