"""The Python interface: examples that run, and records that go into data frames with every figure exact."""

import csv
import doctest
import json
import re
from decimal import Decimal
from importlib import import_module

import pandas
import polars
import pytest

import planctl
from planctl.judging.assessment import assess
from planctl.showing.exporting.records import status_records
from planctl.showing.wording import ENGLISH
from tests.conftest import DATA, ROOT, Run, plan_of

ARCHIVE = planctl.load(DATA)
RECORDS = {
    "status": ARCHIVE.status(2022).to_records(),
    "diff": ARCHIVE.diff(2022, 2023).to_records(),
    "check": ARCHIVE.check().to_records(),
}


@pytest.mark.parametrize("name", ["year", "difference", "findings"])
def test_the_examples_of_the_answers_run(name: str) -> None:
    ran = doctest.testmod(import_module(f"planctl.api.answers.{name}"))
    assert ran.attempted > 2
    assert not ran.failed


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md", "docs/python.md"])
def test_the_python_of_a_page_runs(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    examples = "\n".join(block for block in blocks if ">>>" in block)
    programs = [block for block in blocks if ">>>" not in block]
    assert examples or programs
    assert not doctest.DocTestRunner().run(doctest.DocTestParser().get_doctest(examples, {}, page, page, 0)).failed
    for program in programs:
        exec(compile(program, page, "exec"), {})


@pytest.mark.parametrize("name", RECORDS)
def test_records_go_straight_into_data_frames(name: str) -> None:
    records = RECORDS[name]
    frame, other = pandas.DataFrame(records), polars.from_dicts(records, infer_schema_length=None)
    assert len(frame) == len(other) == len(records) > 0
    assert list(frame.columns) == other.columns == list(records[0])


def test_every_row_of_a_year_is_a_record_with_its_exact_figures(planctl: Run) -> None:
    rows = json.loads(planctl("status", "2022", "--format", "json").stdout)["indicators"]
    rows = [row for indicator in rows for row in (indicator, *indicator["parts"])]
    for row, record in zip(rows, ARCHIVE.status(2022).to_records(), strict=True):
        assert all(record[key] == row[key] for key in ("id", "name", "target", "actual", "verdict", "because"))
        assert record["gap"] == (None if row["gap"] is None else Decimal(row["gap"]))
        reading = row["adjusted_target_reading"] or row["target_reading"] or {}
        assert record["target_value"] == (Decimal(reading["value"]) if "value" in reading else None)
        reading = row["actual_reading"] or {}
        assert record["actual_value"] == (Decimal(reading["value"]) if "value" in reading else None)


def test_csv_says_whose_row_it_is_and_has_a_number_beside_each_printed_text(planctl: Run) -> None:
    document = json.loads(planctl("status", "2022", "--format", "json").stdout)
    rows = [row for indicator in document["indicators"] for row in (indicator, *indicator["parts"])]
    sheet = csv.DictReader(planctl("status", "2022", "--format", "csv").stdout.decode().splitlines())
    for row, line in zip(rows, sheet, strict=True):
        assert (line["region"], line["year"], line["id"]) == ("500102", "2022", row["id"])
        target = row["adjusted_target_reading"] or row["target_reading"] or {}
        actual = row["actual_reading"] or {}
        assert (line["target_value"], line["target_unit"]) == (target.get("value", ""), target.get("unit") or "")
        assert (line["actual_value"], line["actual_unit"]) == (actual.get("value", ""), actual.get("unit") or "")


@pytest.mark.parametrize(
    ("target", "actual", "numbers"),
    [
        ("5%", "下降3.3%", ("5", "%", "-3.3", "%")),
        ("4.5-5%", "4.7%", (None, None, "4.7", "%")),
        ("快于经济增速", "1.2万户", (None, None, "1.2", "万户")),
        ("≥330", "", ("330", None, None, None)),
    ],
)
def test_a_number_is_there_where_a_text_has_one_figure(
    target: str, actual: str, numbers: tuple[str | None, ...]
) -> None:
    row = f"id: a, number: '1', name: 某, name_en: a, unit: '', kind: expected, target: '{target}', actual: '{actual}'"
    (record,) = status_records(assess(plan_of(f"indicators: [{{{row}}}]")), ENGLISH)
    found = [record[key] for key in ("target_value", "target_unit", "actual_value", "actual_unit")]
    assert tuple(found) == tuple(Decimal(each) if each and at % 2 == 0 else each for at, each in enumerate(numbers))


def test_every_change_is_a_record_with_its_exact_figures(planctl: Run) -> None:
    changes = json.loads(planctl("diff", "2022", "2023", "--format", "json").stdout)["changes"]
    changes = [row for change in changes for row in (change, *change["parts"])]
    for row, record in zip(changes, ARCHIVE.diff(2022, 2023).to_records(), strict=True):
        assert (record["relation"], record["target"]) == (row["relation"], row["target"])
        assert record["after_id"] == (row["after"] or {}).get("id")
        assert record["change"] == (None if row["change"] is None else Decimal(row["change"]))


def test_a_record_is_in_the_language_that_is_asked_for() -> None:
    english, chinese = (
        next(record for record in ARCHIVE.status(2022).to_records(lang) if record["id"] == "resident-income-growth")
        for lang in ("en", "zh")
    )
    assert english["because"] == "6.6 < 8 in its part 农村居民人均可支配收入增速"
    assert chinese["because"] == "6.6 < 8（分项农村居民人均可支配收入增速）"
    assert english["verdict"] == chinese["verdict"] == "unmet"


def test_a_language_that_planctl_does_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr' is not a valid Language"):
        ARCHIVE.status(2022).to_records("fr")  # type: ignore[arg-type]
