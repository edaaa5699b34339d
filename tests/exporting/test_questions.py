"""The questions of docs/exporting.md over all regions: in SQL and in polars they answer what the commands do."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars
import pytest

from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "exporting.md").read_text(encoding="utf-8")
SQL = dict(re.findall(r"```sql\n-- (\w+)\n(.*?)```", PAGE, re.DOTALL))
POLARS = dict(re.findall(r"```python\n# (\w+)\n(.*?)```", PAGE, re.DOTALL))
QUESTIONS = ("missed", "lowered", "overturned")


@pytest.fixture(scope="module")
def folder(planctl: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the figures of all shipped regions are, as a folder parted by year."""
    made = tmp_path_factory.mktemp("questions")
    assert planctl("export", "parquet", "-o", str(made / "figures")).returncode == 0
    return made


@pytest.fixture(scope="module")
def rows(planctl: Run) -> list[dict[str, Any]]:
    """What `compare` says of growth in 2025."""
    (series,) = json.loads(planctl("compare", "2025", "gdp-growth", "--format", "json").stdout)["series"]
    return list(series["rows"])


def test_each_question_is_asked_in_both() -> None:
    assert (tuple(SQL), tuple(POLARS)) == (QUESTIONS, QUESTIONS)


def in_sql(question: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    monkeypatch.chdir(folder)
    duckdb = pytest.importorskip("duckdb")
    return list(duckdb.sql(SQL[question]).fetchall())


def in_polars(question: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {"polars": polars}
    for name in QUESTIONS[: QUESTIONS.index(question) + 1]:  # each goes on from what the one before has read
        exec(POLARS[name], names)
    return list(names["answer"].rows())


@pytest.fixture(params=[in_sql, in_polars])
def asked(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda question: request.param(question, folder, monkeypatch)


def test_who_missed_the_target_is_whom_compare_calls_unmet(asked: Any, rows: list[dict[str, Any]]) -> None:
    missed = [(row["region"]["name"], row["actual"], Decimal(row["gap"])) for row in rows if row["verdict"] == "unmet"]
    assert missed
    assert asked("missed") == sorted(missed, key=lambda row: row[2])


def test_who_asks_less_is_whom_compare_calls_lowered(asked: Any, rows: list[dict[str, Any]]) -> None:
    lowered = {row["region"]["name"] for row in rows if row["next_change"] == "lowered"}
    found = asked("lowered")
    assert {name for name, _ in found} == lowered
    assert ("重庆市", Decimal(-1)) in found


def test_what_the_final_figure_overturns_is_what_status_flags(asked: Any) -> None:
    assert asked("overturned") == [("重庆市涪陵区", 2022, "private-economy-share-of-gdp", "预计64以上", "62.6")]
