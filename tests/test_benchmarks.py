"""The parts of the benchmarks on little input. Nothing is timed here."""

import re
import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pandas
import pytest
from benchmarks import documents, making, others, rows
from benchmarks.__main__ import PAGE, PARTS
from benchmarks.faults import FAULTS
from benchmarks.growth import Cost, costs, rows_of
from benchmarks.measuring import Laboratory, Measured, exponent, planctl, ratio, spread, used_ratio
from benchmarks.page import Section, Table, bound_cells, number, page

from planctl import __version__
from planctl.api.archive import load
from planctl.api.checking import check_files
from planctl.judging.verdict import Status
from planctl.messages.message import Severity
from tests.conftest import ROOT

RIVALS = ROOT / "benchmarks" / "rivals"


def measured(*waited: float) -> list[Measured]:
    return [Measured(each, 2 * each, 30, b"") for each in waited]


def test_a_ratio_is_the_middle_one_of_the_rounds_and_not_that_of_the_medians() -> None:
    ones, others = measured(1, 8, 9), measured(2, 2, 9)
    assert ratio(ones, others) == used_ratio(ones, others) == 1
    assert ratio(others, ones) == 1
    assert spread(measured(4, 4, 4)) == 0


def test_an_exponent_tells_proportion_from_a_square() -> None:
    assert exponent((10, 100), (3, 30)) == pytest.approx(1)
    assert exponent((10, 1000), (3, 30_000)) == pytest.approx(2)


@pytest.mark.parametrize(("value", "shown"), [(0.996, "1.00"), (9.5, "9.50"), (47.25, "47.2"), (312.4, "312")])
def test_a_ratio_is_shown_with_few_digits(value: float, shown: str) -> None:
    assert number(value) == shown


def test_what_comes_to_its_bound_has_reached_it() -> None:
    assert bound_cells(1.1, 1.1) == ("≤ 1.10", "yes")
    assert bound_cells(1.11, 1.1) == ("≤ 1.10", "no")
    assert bound_cells(1.11, None) == ("–", "–")


def test_a_command_that_cannot_go_on_is_no_measurement(tmp_path: Path) -> None:
    laboratory = Laboratory(tmp_path)
    assert laboratory.run((sys.executable, "-S", "-c", "print(1)")).output == b"1\n"
    with pytest.raises(RuntimeError, match="exit code 3"):
        laboratory.run((sys.executable, "-S", "-c", "raise SystemExit(3)"))


class Counting(Laboratory):
    """A laboratory in which a command takes a second for each region that its folder is named by."""

    def run(self, command: tuple[str, ...]) -> Measured:
        return Measured(float(command[-1]) if command[-1].isdecimal() else 0.0, 0.0, 50, b"")


def test_what_would_take_too_long_is_left_out_of_a_growth(tmp_path: Path) -> None:
    sizes = {size: Path(str(int(size))) for size in (1.0, 10.0, 1e9)}
    found = costs(Counting(tmp_path), sizes, lambda folder: {"status": ("status", str(folder))}, 1e6)
    assert found == {"status": {1.0: Cost(1.0, 50), 10.0: Cost(10.0, 50)}}
    assert rows_of(found, tuple(sizes)) == (("status", "10.0", "…", "1.00", "yes", "50 MB (1.00)"),)


def test_the_rows_are_those_of_the_report_and_as_many_times_as_is_asked() -> None:
    once, thrice = rows.report(), rows.report(3)
    assert [row["id"] for row in rows.flat(once["indicators"])] == [
        row.indicator.id for row in load(rows.DATA).plan(2022).rows
    ]
    assert len(list(rows.flat(thrice["indicators"]))) == 3 * len(list(rows.flat(once["indicators"])))
    assert len({row["id"] for row in rows.flat(thrice["indicators"])}) == len(list(rows.flat(thrice["indicators"])))
    assert thrice["indicators"][-1]["number"] == "96"
    assert (once["claim"]["met"], thrice["claim"]["met"]) == (17, 51)


def test_the_rows_alone_are_without_fault_and_each_fault_in_them_is_found(tmp_path: Path) -> None:
    assert not check_files([others.write_rows(tmp_path / "right", rows.report()).folder]).failing(Severity.WARNING)
    for fault in FAULTS:
        file: dict[str, Any] = rows.report()
        fault(file)
        assert check_files([others.write_rows(tmp_path / fault.__name__, file).folder]).failing(Severity.WARNING), fault


def test_the_analyst_comes_to_the_same_verdicts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(RIVALS)
    written = others.write_rows(tmp_path, rows.report())
    table = pandas.read_csv(written.csv, dtype=str, keep_default_na=False)
    verdicts = runpy.run_path(str(RIVALS / "pandas_verdicts.py"))["verdicts"](table)
    judged = load(rows.DATA).status(2022).judged
    assert {id: Status(status) for id, status in verdicts.items()} == {
        each.case.indicator.id: each.verdict.status for each in judged if each.verdict
    }
    assert runpy.run_path(str(RIVALS / "pandas_rows.py"))["faults"](table, (32, 17, 14, 1)) == []


def test_every_document_is_read_to_the_last_cell_by_planctl(tmp_path: Path) -> None:
    expected = rows.cells(1)
    for kind, path in documents.write_documents(tmp_path, 1).items():
        command = documents.readers(kind, path)[documents.OURS]
        output = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
        assert documents.right(output, expected) == 5 * 33
        assert documents.right(output.replace(b"32", b"33"), expected) < 5 * 33


def test_every_rival_has_a_script_and_every_script_a_rival(tmp_path: Path) -> None:
    named = {RIVALS / f"{name.replace('-', '_')}_cells.py" for kind in documents.LIBRARIES.values() for name in kind}
    said = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "benchmarks").glob("*.py"))
    scripts = {path for path in RIVALS.glob("*.py") if path.name != "__init__.py"}
    assert {path for path in scripts if f'"{path.stem}"' in said} | named == scripts
    assert named <= scripts


def test_a_corpus_is_made_of_the_regions_that_are_asked(tmp_path: Path) -> None:
    assert making.make(tmp_path, 2) == making.size_of(tmp_path) == 2
    assert [load(folder).region.code for folder in sorted(tmp_path.iterdir())] == ["110000", "110101"]


def test_the_page_says_on_what_it_was_measured_and_has_every_part() -> None:
    section = Section("Start", ("Beside\nimports.",), (Table(("command", "ratio"), (("status", "0.75"),)),))
    text = page([section], date(2026, 11, 27), ["pandas", "no-such-library"], "idle")
    assert text.startswith("# Performance\n\nWhat planctl takes")
    said = " ".join(text.split())
    assert "Measured on 2026-11-27, on " in said
    assert f"(idle); planctl {__version__}, " in said
    assert f"beside them pandas {pandas.__version__}." in said
    assert text.endswith("## Start\n\nBeside imports.\n\n| command | ratio |\n| --- | --- |\n| status | 0.75 |\n")


def test_the_page_that_is_there_has_every_part_and_no_seconds() -> None:
    shown = PAGE.read_text(encoding="utf-8")
    assert shown.count("\n## ") == len(PARTS)
    assert not re.search(r"\| [0-9.]+ m?s \|", shown)
    assert "/home/" not in shown


def test_the_command_of_planctl_is_that_of_its_script() -> None:
    assert planctl("status")[1:] == ("-c", "from planctl.__main__ import main; main()", "status")
