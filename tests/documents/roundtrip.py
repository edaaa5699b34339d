"""How much of random plans in random layouts is read back as it was set.

    python -m tests.documents.roundtrip [PLANS]

Each plan is set in one layout and one format, read, and compared cell by cell. A short form of the run is a test.
"""

import sys
from collections import Counter
from itertools import zip_longest

from planctl.documents.extraction.indicator_tables import read_tables
from planctl.documents.extraction.printed_rows import PrintedRow
from planctl.documents.reading.reader import read_document
from planctl.grammar.rows import Role
from tests.documents.formats import Grid, Paragraph, as_csv, as_docx, as_html, as_pdf, as_text, as_xlsx
from tests.documents.plans import FORMATS, Layout, Row, make_plan, set_plan

PLANS = 600
YEAR = 2022


def written(parts: list[Paragraph | Grid], layout: Layout) -> bytes:
    """Return the document in the format of a layout."""
    whole = {"html": as_html, "docx": as_docx, "xlsx": as_xlsx, "csv": as_csv, "pdf": as_pdf}
    make = whole.get(layout.format)
    return make(parts, layout.form) if make else as_text(parts, layout.form, layout.format)


def recovered(content: bytes, layout: Layout) -> tuple[Row, ...]:
    """Return the rows that are read from a document; none where its table is not found."""
    tables = read_tables(read_document(content, f"plan.{layout.format}")).indicators
    rows = tables[0].rows if len(tables) == 1 else ()
    return tuple(_row(each) for row in rows for each in (row, *row.parts))


def _row(row: PrintedRow) -> Row:
    keys = ((Role.TARGET, YEAR), (Role.ACTUAL, YEAR), (Role.TARGET, YEAR + 1))
    target, actual, planned = (row.values[key].text if key in row.values else "" for key in keys)
    return Row(row.number, row.prefix, row.name, row.unit, row.kind, target, actual, planned, row.notes)


def differences(seed: int) -> tuple[Layout, int, list[str]]:
    """Return the layout that comes of a seed, how many cells its plan has, and each that is not read as it was set."""
    rows, layout = make_plan(seed)
    expected = [row if layout.beside else row._replace(planned="") for row in rows]
    found = recovered(written(set_plan(rows, layout), layout), layout)
    apart = []
    for there, here in zip_longest(expected, found):
        for key in Row._fields:
            one, other = (getattr(each, key, None) for each in (there, here))
            if one != other:
                apart.append(f"seed {seed}, {there.name if there else here.name}, {key}: {one!r}, read as {other!r}")
    return layout, len(expected) * len(Row._fields), apart


def main(plans: int) -> str:
    """Return a line for each format: how many plans, how many layouts, how many cells, and how many were recovered."""
    cells: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    count: Counter[str] = Counter()
    layouts: dict[str, set[Layout]] = {format: set() for format in FORMATS}
    for seed in range(plans):
        layout, size, apart = differences(seed)
        count[layout.format] += 1
        cells[layout.format] += size
        wrong[layout.format] += len(apart)
        layouts[layout.format].add(layout)
    lines = [
        f"| {format} | {count[format]} | {len(layouts[format])} | {cells[format]} | {cells[format] - wrong[format]} |\n"
        for format in FORMATS
    ]
    return "".join(("| format | plans | layouts | cells | recovered |\n| --- | --- | --- | --- | --- |\n", *lines))


if __name__ == "__main__":
    sys.stdout.write(main(int(sys.argv[1]) if len(sys.argv) > 1 else PLANS))
