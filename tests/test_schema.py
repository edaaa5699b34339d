"""Files with faults: the whole of what is said of each stands beside it, as `.out`."""

import time
from pathlib import Path

import pytest

from planctl.files.places import parse_yaml
from planctl.files.schema import read_report
from planctl.messages.message import Unreadable
from tests.conftest import HEAD, Golden

CASES = sorted((Path(__file__).parent / "faults").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_faults_of_a_file(case: Path, golden: Golden) -> None:
    kind = case.stem.partition("-")[0]
    text = case.read_text(encoding="utf-8").replace("# HEAD\n", HEAD)
    try:
        read_report(parse_yaml(text.encode(), case.name), kind, 2022)
        said = ""
    except Unreadable as fault:
        said = "".join(f"{problem!s}\n" for problem in fault.problems)
    golden(case.with_suffix(".out"), said)


def test_there_are_files_without_fault_too() -> None:
    silent = [case.stem for case in CASES if not case.with_suffix(".out").read_text(encoding="utf-8")]
    assert silent == [
        "final-everything",
        "indicators-everything",
        "indicators-least",
        "progress-everything",
        "projects-everything",
        "targets-follows-rightly",
        "targets-least",
    ]


def test_ten_thousand_faults_are_told_and_not_brooded_over() -> None:
    row = "  - {{id: row-{0}, nummer: a, name: x, name_en: x, kind: expected, reference: roww-{0}, actual: ''}}\n"
    rows = "".join(row.format(number) for number in range(10_000))
    start = time.monotonic()
    with pytest.raises(Unreadable) as fault:
        read_report(parse_yaml(f"{HEAD}year: 2022\nindicators:\n{rows}".encode(), "f.yaml"), "indicators", 2022)
    assert time.monotonic() - start < 60, "this took nine minutes when every word was compared with every other"
    assert len(fault.value.problems) == 30_000
    said = [str(problem) for problem in fault.value.problems[:3]]
    assert "did you mean number?" in said[1]
    assert "did you mean row-0" in said[2]
