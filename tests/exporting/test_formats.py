"""What is particular to each format, as the programs that open it see it."""

import csv
import io
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pyarrow
import pyarrow.parquet
import pytest
from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

import planctl
from planctl.showing.exporting.dataset import SHAPES
from planctl.showing.exporting.formats import ExportFormat
from planctl.showing.exporting.workbook import LINE, WIDEST, width_of
from tests.conftest import DATA, FULING, HEAD, Run
from tests.exporting.conftest import Written
from tests.exporting.readers import read_csv, read_json, read_package, read_sdmx, read_sheet, read_sqlite

Exports = dict[str, Path]
MARK = b"\xef\xbb\xbf"
TEXTS = [format.value for format in ExportFormat if format.is_text]
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def folder_of(tmp_path: Path, **files: str) -> Path:
    """Return a folder of report files, each with the head that all have in common."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(f"{HEAD}year: {name[-4:]}\n{text}", encoding="utf-8")
    return folder


def contents(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        return {str(each.relative_to(path)): each.read_bytes() for each in path.rglob("*") if each.is_file()}
    return {"": path.read_bytes()}


@pytest.mark.parametrize("format", ExportFormat)
def test_the_same_data_gives_the_same_bytes_another_time_in_another_folder(
    format: str, exports: Exports, tmp_path: Path, planctl: Run, run: Written
) -> None:
    copy = tmp_path / "elsewhere" / "data"
    shutil.copytree(DATA, copy)
    name = "again.parquet" if format == "parquet" else "again"
    arguments = ("export", format, "-o", name, *FULING, "--data", str(DATA))
    assert planctl(*arguments, cwd=tmp_path, PYTHONHASHSEED="7").returncode == 0
    assert contents(tmp_path / name) == contents(exports[format])
    run("export", format, "-o", f"there-{name}", *FULING, "--data", str(copy), cwd=tmp_path)
    again = contents(tmp_path / f"there-{name}")
    if format == "datapackage":  # what others transcribe is not under planctl's licence
        descriptor = json.loads(again.pop("datapackage.json"))
        assert "licenses" not in descriptor
        own = contents(exports[format])
        assert json.loads(own.pop("datapackage.json"))["licenses"][0]["name"] == "MIT"
        assert again == own
    else:
        assert again == contents(exports[format])


@pytest.mark.parametrize("format", TEXTS)
def test_a_text_is_the_same_in_a_pipe_as_in_a_file_but_for_the_mark(
    format: str, exports: Exports, run: Written
) -> None:
    in_file = exports[format].read_bytes()
    assert in_file.startswith(MARK) is (format == "csv")
    assert run("export", format, *FULING, "--data", str(DATA)) == in_file.removeprefix(MARK)


def test_csv_redirected_into_a_file_begins_with_the_mark_and_sdmx_csv_does_not(tmp_path: Path) -> None:
    for format, mark in (("csv", MARK), ("sdmx-csv", b"")):
        with (tmp_path / format).open("wb") as stream:
            subprocess.run([sys.executable, "-m", "planctl", "export", format, *FULING], stdout=stream, check=True)
        assert (tmp_path / format).read_bytes()[:3] == (mark or b"STR")


@pytest.mark.parametrize("format", ["json", "jsonl"])
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
def test_json_is_json_on_a_stream_that_cannot_write_it(
    format: str, encoding: str, exports: Exports, planctl: Run
) -> None:
    printed = planctl("export", format, *FULING, PYTHONIOENCODING=encoding).stdout.decode(encoding)
    expected = exports[format].read_text(encoding="utf-8")
    assert [json.loads(line) for line in _documents(format, printed)] == [
        json.loads(line) for line in _documents(format, expected)
    ]


def _documents(format: str, text: str) -> list[str]:
    return text.splitlines() if format == "jsonl" else [text]


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_no_number_in_json_is_a_float(format: str, exports: Exports) -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    for document in _documents(format, exports[format].read_text(encoding="utf-8")):
        json.loads(document, parse_float=refuse)


def test_json_has_the_tables_and_columns_of_every_dataset(exports: Exports) -> None:
    document = json.loads(exports["json"].read_text(encoding="utf-8"))
    assert list(document) == ["schema", "region", "years", "tables"]
    assert (document["schema"], document["years"]) == (1, [2022, 2023])
    assert {name: list(rows[0]) for name, rows in document["tables"].items()} == {
        shape.name: list(shape.names) for shape in SHAPES
    }


def test_sdmx_csv_has_its_columns_and_tells_each_row_apart(exports: Exports) -> None:
    rows = list(csv.DictReader(io.StringIO(exports["sdmx-csv"].read_text(encoding="utf-8"))))
    heads = list(rows[0])
    assert heads[:4] == ["STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ"]
    dimensions = heads[3 : heads.index("OBS_VALUE")]
    assert {"REF_AREA", "INDICATOR", "MEASURE", "TIME_PERIOD"} <= set(dimensions)
    assert {"OBS_STATUS", "UNIT_MEASURE"} <= set(heads)
    assert {(row["STRUCTURE"], row["ACTION"]) for row in rows} == {("dataflow", "I")}
    assert re.fullmatch(r"[A-Z]+:[A-Z_]+\(\d+\.\d+\.\d+\)", rows[0]["STRUCTURE_ID"])
    keys = [tuple(row[name] for name in dimensions) for row in rows]
    assert len(set(keys)) == len(keys)
    for key in keys:  # an SDMX id has no point in it
        assert all(re.fullmatch(r"[A-Za-z0-9_@$-]+", code) for code in key), key


@pytest.mark.parametrize(
    ("year", "id", "measure", "status"),
    [
        (2022, "gdp-growth", "actual", "A"),
        (2022, "research-intensity", "actual", "E"),
        (2022, "private-economy-share-of-gdp", "actual", "E"),
        (2022, "major-pollutants-reduction", "actual", "E"),
        (2022, "major-pollutants-reduction", "target", "M"),
        (2022, "foreign-investment-used", "actual", "L"),
        (2022, "nitrogen-oxides", "target", "L"),
        (2022, "clean-air-days", "target", "A"),
        (2023, "strategic-emerging-industries-growth", "target", "B"),
        (2023, "industry-growth", "target", "A"),
        (2022, "budget-revenue-growth-excluding-vat-refunds", "adjusted-target", "A"),
    ],
)
def test_the_status_of_an_observation(year: int, id: str, measure: str, status: str, exports: Exports) -> None:
    rows = read_sdmx(exports["sdmx-csv"])
    assert [row["status"] for row in rows if (row["year"], row["id"], row["measure"]) == (str(year), id, measure)] == [
        status
    ]


def test_a_stated_result_beyond_a_bound_is_provisional_and_a_stated_target_is_not(exports: Exports) -> None:
    rows = [row for row in read_csv(exports["csv"]) if row["subject"] == "statement"]
    provisional = [row for row in rows if row["status"] == "P"]
    assert {row["measure"] for row in provisional} == {"stated-actual"}
    # As the data has them: 15 more than a figure, 2 about one, 1 at most one; none of them estimated.
    assert len(provisional) == 15 + 2 + 1
    assert all(row["status"] == "A" for row in rows if row["comparator"] == "at_least")


def numbers_in(path: Path, sheet: str) -> list[str]:
    """Return the numbers in the XML of a sheet, digit for digit."""
    names = load_workbook(path).sheetnames
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"))
    cells = (cell for cell in root.iter(f"{SPREADSHEET}c") if cell.get("t") == "n")
    return [value.text or "" for cell in cells for value in cell.iter(f"{SPREADSHEET}v")]


def test_a_workbook_has_every_digit_of_a_figure_and_no_other(tmp_path: Path, run: Written) -> None:
    figures = ["9.2", "8.70", "0.1", "123456789012345.6", "1,000,000,000,000,000,000.25", "0"]
    rows = "".join(
        f'  - {{id: row-{number}, number: "{number}", name: 甲, name_en: A, unit: 吨, kind: expected, '
        f'target: "{figure}"}}\n'
        for number, figure in enumerate(figures, 1)
    )
    folder = folder_of(tmp_path, targets_2023=f"indicators:\n{rows}")
    run("export", "xlsx", "-o", str(tmp_path / "book.xlsx"), "--data", str(folder))
    plain = [figure.replace(",", "") for figure in figures]
    assert numbers_in(tmp_path / "book.xlsx", "Status 2023") == [
        text for number, figure in enumerate(plain, 1) for text in ("2023", str(number), figure)
    ]


def test_a_number_shows_as_many_decimals_as_are_printed(exports: Exports) -> None:
    sheet = load_workbook(exports["xlsx"])["Status 2022"]
    heads = [cell.value for cell in sheet[1]]
    gap = heads.index("Gap") + 1
    formats = {row[heads.index("Id")].value: sheet.cell(row[0].row, gap).number_format for row in sheet.iter_rows(2)}
    assert formats["research-intensity"] == "0.00"
    assert formats["services-growth"] == "0.0"
    assert formats["clean-air-days"] == "0"


def test_a_workbook_has_frozen_heads_filters_and_widths_for_chinese(exports: Exports) -> None:
    book = load_workbook(exports["xlsx"])
    assert book.sheetnames == [
        *("Summary", "Status 2022", "Status 2023", "Diff 2022-2023", "Programmes 2023", "Projects 2022"),
        *("Projects 2023", "Pairs", "Statements 2022", "Statements 2023", "Sources"),
    ]
    for sheet in book.worksheets[1:]:
        assert sheet.auto_filter.ref == sheet.dimensions
        first_free, row = coordinate_from_string(sheet.freeze_panes)
        name = sheet.cell(1, column_index_from_string(first_free) - 1).value
        assert (row, name in {"Indicator", "Indicator in 2022", "Part", "Project", "Figure of", "Year"}) == (2, True)
    longest = "一般公共预算收入扣除留抵退税因素后增速"
    assert longest in [cell.value for cell in book["Status 2022"]["C"]]
    assert 2 * len(longest) <= book["Status 2022"].column_dimensions["C"].width <= 2 * len(longest) + 8
    assert all(column.width <= WIDEST + 8 for sheet in book for column in sheet.column_dimensions.values())


def test_a_workbook_is_printed_across_with_heads_on_each_page_and_without_what_only_programs_want(
    exports: Exports,
) -> None:
    book = load_workbook(exports["xlsx"])
    for sheet in book.worksheets[1:]:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
            "landscape",
            1,
            0,
        )
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        printed = [cell.value for cell in sheet[sheet.print_area.partition("!")[2].replace("$", "")][0]]
        assert not {"Id", "Place", "in English"} & {*printed}
    status = book["Status 2022"]
    assert [cell.value for cell in status[status.print_area.partition("!")[2]][0]] == [
        *("No.", "Indicator", "Unit", "Target", "Adjusted target", "Actual", "Final", "Gap", "Verdict", "Why")
    ]
    assert max(line.height or 0 for line in status.row_dimensions.values()) > LINE, "reasons are folded"


def test_a_workbook_begins_with_what_it_says_and_a_way_to_each_sheet(exports: Exports) -> None:
    book = load_workbook(exports["xlsx"])
    rows = list(book["Summary"].iter_rows())
    assert "重庆市涪陵区" in rows[0][0].value
    said = [row[1].value for row in rows]
    assert "2022: 32 = 17 met + 14 unmet + 1 discontinued" in said
    ways = {row[0].value: row[0].hyperlink.location for row in rows[1:] if row[0].value}
    assert ways == {name: f"'{name}'!A1" for name in book.sheetnames[1:]}
    assert all(f"{book[name].max_row - 1} rows" in said for name in ways)


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("涪陵区", 6), ("（≥5）", 4 + 2), ("", 0)])
def test_a_chinese_character_is_two_wide(text: str, width: int) -> None:
    assert width_of(text) == width


def test_a_verdict_has_a_colour_and_its_word(exports: Exports) -> None:
    book = load_workbook(exports["xlsx"])
    fills: dict[str, set[str]] = {}
    for sheet in (book["Status 2022"], book["Status 2023"]):
        column = [cell.value for cell in sheet[1]].index("Verdict") + 1
        for row in range(2, sheet.max_row + 1):
            cell = sheet.cell(row, column)
            if cell.value:
                fills.setdefault(cell.value, set()).add(cell.fill.fgColor.rgb)
    assert set(fills) == {"met", "unmet", "discontinued", "pending"}
    assert all(len(colours) == 1 for colours in fills.values())
    assert len({*fills["met"], *fills["unmet"], *fills["discontinued"]}) == 3


def test_a_name_that_looks_like_a_formula_stays_text(tmp_path: Path, run: Written) -> None:
    row = '{id: odd, number: "1", name: "=1+1", name_en: "=HYPERLINK(1)", unit: 吨, kind: expected, target: "5"}'
    folder = folder_of(tmp_path, targets_2023=f"indicators:\n  - {row}\n")
    run("export", "xlsx", "-o", str(tmp_path / "book.xlsx"), "--data", str(folder))
    book = load_workbook(tmp_path / "book.xlsx")
    assert {cell.coordinate for sheet in book for row in sheet for cell in row if cell.data_type == "f"} == set()
    assert read_sheet(tmp_path / "book.xlsx", "Status 2023")[0]["Indicator"] == "=1+1"


def test_parquet_is_typed(exports: Exports) -> None:
    schema = pyarrow.parquet.read_schema(exports["parquet"])
    assert schema.field("year").type == pyarrow.int32()
    assert schema.field("value").type == pyarrow.decimal128(38, 12)
    assert schema.field("estimated").type == pyarrow.bool_()
    assert schema.field("value_text").type == pyarrow.string()


def test_a_figure_too_long_for_parquet_is_refused_and_no_other_format_minds(
    tmp_path: Path, planctl: Run, run: Written
) -> None:
    printed = "123,456,789,012,345,678,901,234,567.5"
    long = printed.replace(",", "")
    row = f'{{id: a, number: "1", name: 甲, name_en: A, unit: 吨, kind: expected, target: "{printed}"}}'
    folder = folder_of(tmp_path, targets_2023=f"indicators:\n  - {row}\n")
    ran = planctl("export", "parquet", "-o", str(tmp_path / "figures.parquet"), "--data", str(folder))
    assert ran.returncode == 2
    assert ran.stderr.decode() == (
        f"planctl: {long} has more digits than Parquet keeps; choose another format, such as csv or sqlite\n"
    )
    assert not (tmp_path / "figures.parquet").exists()
    assert long.encode() in run("export", "csv", "--data", str(folder))


def test_every_key_of_the_database_is_declared_and_holds(exports: Exports) -> None:
    with closing(sqlite3.connect(exports["sqlite"])) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for shape in SHAPES:
            declared = database.execute(f"PRAGMA foreign_key_list({shape.name})").fetchall()
            expected = {column.key: column.references for column in shape.columns if column.references}
            assert {row[3]: row[2] for row in declared} == expected
            keys = database.execute(f"PRAGMA table_info({shape.name})").fetchall()
            assert [row[1] for row in keys if row[5]] == [shape.key]


def test_a_database_sorts_by_number_and_keeps_the_digits(exports: Exports) -> None:
    with closing(sqlite3.connect(exports["sqlite"])) as database:
        query = "SELECT gap FROM verdicts WHERE gap IS NOT NULL ORDER BY gap_number"
        gaps = [row[0] for row in database.execute(query)]
    assert gaps == sorted(gaps, key=Decimal)
    assert "-0.30" in gaps


def test_datasette_opens_the_database_with_links_along_its_keys(exports: Exports, tmp_path: Path) -> None:
    shutil.copy(exports["sqlite"], tmp_path / "plans.db")
    command = [sys.executable, "-m", "datasette", "plans.db", "--get", "/plans/observations?_size=9&id=clean-air-days"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr.decode()
    page = ran.stdout.decode()
    assert 'href="/plans/indicators/500102~2E2022~2Eclean-air-days"' in page
    assert ">326</td>" in page


def validated(descriptor: Path) -> Any:
    command = [sys.executable, "-m", "frictionless", "validate", "--json", str(descriptor)]
    ran = subprocess.run(command, capture_output=True, check=False, timeout=60)
    return json.loads(ran.stdout)


def test_frictionless_finds_nothing_in_the_package(exports: Exports) -> None:
    report = validated(exports["datapackage"] / "datapackage.json")
    assert (report["valid"], report["stats"]["errors"], report["stats"]["tasks"]) == (True, 0, len(SHAPES))


@pytest.mark.parametrize(
    ("name", "old", "new", "error"),
    [
        ("verdicts", "500102.2022.gdp-growth,", "500102.2022.no-such-row,", "foreign-key"),
        ("observations", "500102.2022.gdp-growth.target,", "500102.2022.gdp-growth.actual,", "primary-key"),
        ("observations", ",target,,1,6.5,", ",target,,1,6.5%,", "type-error"),
        ("observations", ",1,,地区生产总值增速,", ",1,,,", "constraint-error"),
    ],
)
def test_frictionless_finds_what_is_wrong_in_a_package(
    name: str, old: str, new: str, error: str, exports: Exports, tmp_path: Path
) -> None:
    shutil.copytree(exports["datapackage"], tmp_path / "package")
    table = tmp_path / "package" / "data" / f"{name}.csv"
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")
    report = validated(tmp_path / "package" / "datapackage.json")
    assert error in {each["type"] for task in report["tasks"] for each in task["errors"]}


def test_a_package_names_its_sources_and_its_tables(exports: Exports) -> None:
    descriptor = json.loads((exports["datapackage"] / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    report, bulletin = (each.source for each in planctl.load(DATA).plan(2022).reports)
    sources = {source["title"]: source.get("path") for source in descriptor["sources"]}
    assert sources == {report.title: report.url, bulletin.title: None}, "the bulletin's address is not known"
    tables = {resource["name"]: resource["path"] for resource in descriptor["resources"]}
    assert tables == {shape.name: f"data/{shape.name}.csv" for shape in SHAPES}
    for path in tables.values():
        assert not (exports["datapackage"] / path).read_bytes().startswith(MARK)


def test_a_reader_of_chinese_gets_no_english_names_in_what_people_read(
    exports: Exports, tmp_path: Path, run: Written
) -> None:
    run("export", "xlsx", "-o", str(tmp_path / "book.xlsx"), *FULING, "--lang", "zh")
    book = load_workbook(tmp_path / "book.xlsx")
    english = load_workbook(exports["xlsx"])
    for sheet, same in zip(book, english, strict=True):
        assert "in English" not in [cell.value for cell in sheet[1]]
        assert sheet.max_row == same.max_row
    assert book.worksheets[1].max_column == english.worksheets[1].max_column - 1
    printed = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert not printed & {"Status", "unmet", "points", "projects", "Target", "redefined", "within rounding"}


def test_the_name_of_a_part_is_set_in_by_its_cell_and_can_be_looked_up(exports: Exports) -> None:
    book = load_workbook(exports["xlsx"])
    sheets = (book["Status 2022"], book["Status 2023"])
    cells = [
        cell
        for sheet in sheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == "其中：农村居民人均可支配收入增速"
    ]
    assert [cell.alignment.indent for cell in cells] == [2, 2]


def test_columns_and_words_of_data_are_the_same_in_every_language(exports: Exports, run: Written) -> None:
    chinese = list(csv.DictReader(io.StringIO(run("export", "csv", *FULING, "--lang", "zh").decode())))
    assert chinese == read_csv(exports["csv"])


def test_a_package_a_database_and_a_document_have_the_same_rows(exports: Exports) -> None:
    for shape in SHAPES:
        rows = read_json(exports["json"], shape.name)
        assert len(read_sqlite(exports["sqlite"], shape.name)) == len(rows)
        assert len(read_package(exports["datapackage"], shape.name)) == len(rows)
