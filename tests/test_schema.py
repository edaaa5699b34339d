"""Files with faults: the whole of what is said of each stands beside it, as `.out`."""

from pathlib import Path

import pytest

from planctl.messages import Unreadable
from planctl.places import parse_yaml
from planctl.schema import read_report
from planctl.views.wording import render_problem
from tests.conftest import HEAD, Golden

CASES = sorted((Path(__file__).parent / "faults").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_faults_of_a_file(case: Path, golden: Golden) -> None:
    kind = "targets" if case.stem.startswith("targets") else "indicators"
    text = case.read_text(encoding="utf-8").replace("# HEAD\n", HEAD)
    try:
        read_report(parse_yaml(text.encode(), case.name), kind, 2022)
        said = ""
    except Unreadable as fault:
        said = "".join(f"{render_problem(problem)}\n" for problem in fault.problems)
    golden(case.with_suffix(".out"), said)


def test_there_are_files_without_fault_too() -> None:
    silent = [case.stem for case in CASES if not case.with_suffix(".out").read_text(encoding="utf-8")]
    assert silent == ["indicators-everything", "indicators-least", "targets-least"]
