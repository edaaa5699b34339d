"""What does harm in a text is refused where it is read, and escaped in whatever is written."""

import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile
from typing import TextIO
from xml.etree import ElementTree

import openpyxl
import pytest

from planctl.cli.app import run
from planctl.cli.commands import HOMES
from planctl.files import places
from planctl.messages.message import Unreadable
from planctl.showing.exporting.formats import ExportFormat
from planctl.values.characters import LAID_OUT, code_point, escaped, first_harmful, without_harmful
from tests.conftest import DATA, HEAD, Run

HARMFUL = (
    *("\x00", "\x07", "\x1b", "\x7f", "\x80", "\x85", "\x9b", "\x9f"),
    *(
        "\xad",
        "\u061c",
        "\u200b",
        "\u200d",
        "\u200e",
        "\u2028",
        "\u2029",
        "\u202a",
        "\u202e",
        "\u2060",
        "\u2066",
        "\u2069",
    ),
    *(
        "\ufeff",
        "\ufff9",
        "\ufffe",
        "\uffff",
        "\ufdd0",
        "\U0001fffe",
        "\U000e0041",
        "\u034f",
        "\u115f",
        "\u180b",
        "\u3164",
        "\ufe0f",
        "\uffa0",
        "\U000e0100",
        "\ud800",
        "\udcff",
    ),
)
HARMLESS = ("中", "　", "\u00a0", "é", "①", "²", "\ue000", "\U00020bb7", "\U0003fffd", "😀", "≥", "…", "-", " ")
RAW = re.compile("[" + "".join(f"\\U{ord(sign):08x}" for sign in HARMFUL) + "]")
"""Every one of them; a terminal's own commands are taken out before it is asked."""
STYLES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("sign", HARMFUL, ids=code_point)
def test_what_does_harm_is_found_escaped_and_taken_out(sign: str) -> None:
    text = f"甲{sign}乙"
    assert first_harmful(text) == 1
    assert without_harmful(text) == "甲乙"
    shown = escaped(text)
    assert first_harmful(shown) is None
    assert json.loads(f'"{shown}"') == text


@pytest.mark.parametrize("sign", HARMLESS, ids=code_point)
def test_signs_of_other_scripts_and_wide_spaces_are_left_alone(sign: str) -> None:
    text = f"甲{sign}乙"
    assert first_harmful(text) is None
    assert escaped(text) == without_harmful(text) == text


def test_lines_and_columns_stay_where_a_text_is_laid_out_and_nowhere_else() -> None:
    assert escaped("甲\n乙\t丙", LAID_OUT) == "甲\n乙\t丙"
    assert escaped("甲\n乙\t丙") == "甲\\u000a乙\\u0009丙"


@pytest.mark.parametrize("sign", HARMFUL[:-2], ids=code_point)
@pytest.mark.parametrize("text", ['name: "甲{}乙"', "甲{}乙: b", "a: b # {}", "- 甲{}乙"])
def test_a_file_with_it_is_refused_with_its_place(sign: str, text: str) -> None:
    with pytest.raises(Unreadable) as fault:
        places.parse_yaml(f"first: line\n{text.format(sign)}\n".encode(), "f.yaml")
    (problem,) = fault.value.problems
    assert (problem.place.line, problem.place.column) == (2, text.index("{") + 1)
    assert code_point(sign) in str(problem.message)


@pytest.mark.parametrize(
    "escape", [r"\e", r"\x9b", r"\u202E", r"\u200B", r"\uFEFF", r"\uFFFF", r"\n", r"\P", r"\0", r"\_"]
)
@pytest.mark.parametrize("text", ['name: "甲{}乙"', '"甲{}乙": b', '- "甲{}"'])
def test_one_that_is_written_as_an_escape_is_refused_too(escape: str, text: str) -> None:
    document = places.parse_yaml(text.format(escape).encode(), "f.yaml")
    harmless = escape == r"\_"  # a space that does not break
    assert [problem.name for problem in document.problems] == ([] if harmless else ["control-character"])


def test_lines_may_end_as_on_windows() -> None:
    assert places.parse_yaml("a: 甲\r\nb: 乙\r\n".encode(), "f.yaml").data == {"a": "甲", "b": "乙"}


EVIL = "".join(HARMFUL)
STATEMENTS = """
statements:
  - {id: b, label: "EVIL甲", label_en: "EVILA", value: "5EVIL", period: year, section: "一EVIL", quote: "5"}
"""
INDICATORS = """\
indicators:
  - id: a
    number: "1"
    name: "EVIL名"
    name_en: "EVILName"
    unit: "EVIL"
    kind: expected
    target: "5EVIL"
    remark: {zh: "EVIL", en: "EVIL"}
"""
PROJECTS = """\
programmes:
  - id: c
    name: "EVIL丙"
    name_en: "EVILC"
    level: district
    section: "EVIL专栏1"
    count: "3"
    projects: [{id: d, name: "EVIL丁", stage: 开工, company: "EVIL"}]
"""
FILES = {
    "indicators_2022": f'{INDICATORS}    actual: "6"{STATEMENTS}',
    "targets_2023": f"{INDICATORS}{STATEMENTS}",
    "projects_2023": PROJECTS,
}


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files full of what does harm, with the gate at the reader left open."""
    monkeypatch.setattr(places, "first_harmful", lambda text, allowed="": None)
    folder = tmp_path / "\u202efolder\x9b"
    folder.mkdir()
    evil = "".join(f"\\U{ord(sign):08x}" for sign in HARMFUL[:-2])  # lone surrogates are no YAML
    for name, rows in FILES.items():
        text = f"{HEAD}year: {name[-4:]}\n{rows}".replace("某市", f'"{evil}某市"', 1).replace("EVIL", evil)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


ASKED: tuple[tuple[str, ...], ...] = (
    ("status", "2022"),
    ("show", "1"),
    ("scenarios", "2022"),
    ("diff", "2022", "2023"),
    ("projects", "2023"),
    ("projects", "2023", "--list"),
    ("projects", "2023", "--by", "stage"),
    ("statements", "2022"),
    ("statements", "2023", "--pairs"),
    ("parse", f"5{EVIL}"),
)


def output_of(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Run planctl in this process, and return what it wrote to each stream, less the styles of a terminal."""
    with ExitStack() as opened:
        nothing, out, err = (opened.enter_context(TemporaryFile("w+", encoding="utf-8")) for _ in range(3))
        with monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["planctl", *arguments])
            patched.setattr(sys, "stdin", nothing)
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit):
                run()
            sys.stderr.flush()
        texts = [STYLES.sub("", _all_of(stream)) for stream in (out, err)]
    return texts[0].removeprefix("\ufeff"), texts[1]


def _all_of(stream: TextIO) -> str:
    stream.seek(0)
    return stream.read()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("format", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("arguments", ASKED, ids=" ".join(("{0[0]}",)).format)
def test_no_answer_lets_it_out(
    arguments: tuple[str, ...], format: str, lang: str, hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = () if arguments[0] == "parse" else ("--data", str(hostile))
    out, err = output_of((*arguments, *data, "--format", format, "--lang", lang), monkeypatch)
    assert not RAW.search(out + err)
    assert "Traceback" not in err
    if arguments[0] in ("status", "show", "diff", "parse"):
        assert "\\u202e" in out
    if format == "json":
        assert json.loads(out)["schema"] == 1


@pytest.mark.parametrize("format", ["text", "json", "github", "junit", "sarif"])
def test_no_finding_lets_it_out(format: str, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = output_of(("check", "--all", "--data", str(hostile), "--format", format), monkeypatch)
    assert not RAW.search(out + err)
    assert "unreadable-cell" in out
    if format == "junit":
        ElementTree.fromstring(out)
    if format in ("json", "sarif"):
        json.loads(out)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("format", ExportFormat)
def test_no_export_lets_it_out(format: str, lang: str, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hostile.parent / "out"
    _, err = output_of(("export", format, "-o", str(path), "--data", str(hostile), "--lang", lang), monkeypatch)
    assert err == ""
    for text in _texts(format, path):
        assert not RAW.search(text.removeprefix("\ufeff"))


def _texts(format: str, path: Path) -> Iterator[str]:
    if format == ExportFormat.XLSX:
        for sheet in openpyxl.load_workbook(io.BytesIO(path.read_bytes())):
            yield from (str(cell.value) for row in sheet.iter_rows() for cell in row)
    elif format == ExportFormat.SQLITE:
        import sqlite3

        yield from sqlite3.connect(path).iterdump()
    elif format == ExportFormat.PARQUET:
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(path)
        yield from (str(value) for row in table.to_pylist() for value in row.values())
    else:
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            yield from [file.read_text(encoding="utf-8")] if file.is_file() else []


@pytest.mark.parametrize("output", ["-", "page.html"])
def test_no_page_lets_it_out(output: str, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = output if output == "-" else str(hostile.parent / output)
    out, err = output_of(("report", "2022", "2023", "-o", path, "--data", str(hostile)), monkeypatch)
    page = out if output == "-" else Path(path).read_text(encoding="utf-8")
    assert not RAW.search(page + out + err)
    assert "\\u202e" in page


COMMANDS = sorted(HOMES)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("{}",),
        ("{}", "{}"),
        ("--data", "{}"),
        ("--format", "{}"),
        ("-o", "{}"),
        ("--{}",),
        ("2022", "--data", "{}"),
        ("{}", "-o", "{}"),
    ],
    ids=" ".join,
)
def test_no_argument_comes_back_as_it_was(
    command: str, arguments: tuple[str, ...], lang: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    evil = EVIL.replace("\x00", "") + "\nplanctl: all is well"
    monkeypatch.chdir(tmp_path)
    out, err = output_of((command, *(each.format(evil) for each in arguments), "--lang", lang), monkeypatch)
    assert not RAW.search(out + err)
    assert "planctl: all is well" not in (out + err).splitlines()
    assert "Traceback" not in err


def test_a_terminal_keeps_its_title(planctl: Run, tmp_path: Path) -> None:
    text = (DATA / "indicators_2022.yaml").read_text(encoding="utf-8")
    text = text.replace("id: gdp-growth\n", 'id: "\\e]0;title\\a"\n', 1)
    (tmp_path / "indicators_2022.yaml").write_text(text, encoding="utf-8")
    ran = planctl("status", "2022", "--data", str(tmp_path))
    assert ran.returncode == 2
    assert b"\x1b" not in ran.stderr + ran.stdout
    assert b"U+001B" in ran.stderr


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_a_text_that_begins_like_a_formula_is_text_in_a_workbook(text: str, tmp_path: Path, planctl: Run) -> None:
    row = f'{{id: a, number: "1", name: "{text}", name_en: Name, kind: expected, target: "5", actual: "6"}}'
    (tmp_path / "indicators_2022.yaml").write_text(f"{HEAD}year: 2022\nindicators:\n  - {row}\n", encoding="utf-8")
    path = tmp_path / "plans.xlsx"
    assert planctl("export", "xlsx", "-o", str(path), "--data", str(tmp_path)).returncode == 0
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value == text} == {"s"}
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_a_line_break_in_an_argument_makes_no_second_row_and_no_second_case(planctl: Run) -> None:
    rows = planctl("parse", "6.5\nplanctl: forged", "--format", "csv").stdout.decode().splitlines()
    assert not any(row.startswith("planctl: forged") for row in rows)
    name = "a\nb/indicators_2022.yaml"
    said = planctl("check", "-", "--stdin-name", name, "--format", "junit", stdin=b"year: x\n").stdout.decode()
    assert "a\\u000ab/indicators_2022.yaml" in said
