"""The rows of the outcome of 2022 as other tools want them: YAML, CSV, a document; once or many times.

A document is made by what makes those of the tests, from the same rows.
"""

import csv
from collections.abc import Iterator
from copy import deepcopy
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[1] / "data"
NAME = "indicators_2022.yaml"
COLUMNS = ("id", "part_of", "number", "name", "unit", "kind", "better", "target", "adjusted", "actual")
OF_THE_PROSE = "outside-parts"
"""A check that finds something where the figures of the prose are there, too."""
HEAD = ("序号", "指标名称", "单位", "2022年目标", "2022年完成")
TITLE = "重庆市涪陵区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告"


class _Quoted(yaml.SafeDumper):
    """Writes every text in quotes, as report files have them."""


_Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def report(copies: int = 1) -> dict[str, Any]:
    """Return the report file with nothing but its rows and what it states of them, the rows so many times over."""
    whole = yaml.load((DATA / NAME).read_bytes(), yaml.CSafeLoader)
    rows = [_again(row, copy) for copy in range(copies) for row in whole["indicators"]]
    for number, row in enumerate(rows, 1):
        row["number"] = str(number)
    claim = {**whole["claim"]}
    for status in ("total", "met", "unmet", "discontinued"):
        claim[status] *= copies
    claim["discontinued_indicators"] = [row["id"] for row in rows if row["actual"] == "不再统计"]
    ids = {row["id"] for row in flat(rows)}
    accepted = [each for each in whole["accept"] if each["at"] in ids and each["check"] != OF_THE_PROSE]
    kept = {name: whole[name] for name in ("report", "year", "notes")}
    return {**kept, "claim": claim, "indicators": rows, "accept": accepted}


def _again(row: dict[str, Any], copy: int) -> dict[str, Any]:
    again = deepcopy(row)
    if copy:
        for each in flat([again]):
            each["id"] = f"{each['id']}-{copy}"
            each["name"] = f"{each['name']}{copy}"
    return again


def flat(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield each row, and after it those printed under it."""
    for row in rows:
        yield row
        yield from flat(row.get("parts", []))


def as_yaml(file: dict[str, Any]) -> str:
    """Return a report file as YAML."""
    text = yaml.dump(file, Dumper=_Quoted, allow_unicode=True, sort_keys=False, width=200)
    assert isinstance(text, str)
    return text


def as_csv(file: dict[str, Any]) -> str:
    """Return the rows of a report file as CSV, each with the id of the row that it is printed under."""
    written = StringIO()
    writer = csv.DictWriter(written, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in file["indicators"]:
        for each in flat([row]):
            above = row["id"] if each is not row else ""
            writer.writerow({**each, "part_of": above, "adjusted": each.get("adjusted", {}).get("target", "")})
    return written.getvalue()


def cells(copies: int) -> list[list[str]]:
    """Return the rows as a document prints them, with a head, so many times over."""
    keys = ("number", "name", "unit", "target", "actual")
    rows = [[str(row.get(key, "")) for key in keys] for row in report(copies)["indicators"]]
    return [list(HEAD), *rows]
