"""What a document may hold is counted over all of it; numbers in it are read within bounds."""

import pytest

from planctl.documents.reading.document import TableField
from planctl.documents.reading.grids import Origin, spread
from planctl.documents.reading.limits import (
    CELLS,
    CHARACTERS,
    COLUMNS,
    LINES,
    Allowance,
    bounded,
    memory_for,
    seconds_for,
)
from planctl.documents.reading.reader import read_document
from planctl.messages.message import PlanctlError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("3", 3), (" 3 ", 3), ("007", 7), ("0", 0), ("9", 9), ("10", 9), ("9" * 5_000, 9), ("0" * 5_000 + "4", 4)),
        *(("²", 1), ("٣", 1), ("-1", 1), ("1.5", 1), ("", 1), (None, 1), ("1e3", 1), ("0x2", 1)),
    ],
)
def test_a_number_is_read_within_its_bound_or_is_what_it_would_be_without(text: str | None, number: int) -> None:
    assert bounded(text, 9, 1) == number


def test_a_limit_is_for_all_tables_of_a_document_together() -> None:
    allowance = Allowance("report")
    square = [[Origin(TableField("1", 1), 200, 200)], *([[]] * 199)]
    spread(square, allowance)
    spread(square, allowance)
    with pytest.raises(PlanctlError, match=f"report has more than {CELLS.most} cells, which no plan report has; give"):
        spread(square, allowance)


def test_as_much_as_a_limit_is_not_more_than_it() -> None:
    allowance = Allowance("report")
    allowance.take(LINES, LINES.most)
    allowance.check(CELLS, CELLS.most)
    with pytest.raises(PlanctlError, match="more than 200000 lines"):
        allowance.take(LINES)


def test_the_text_of_a_merged_cell_counts_wherever_it_reaches() -> None:
    allowance = Allowance("report")
    with pytest.raises(PlanctlError, match=f"more than {CHARACTERS.most} characters"):
        spread([[Origin(TableField("1" * 30_000, 1), 1, 100)]], allowance)


def test_a_row_of_more_columns_than_a_table_has_is_refused() -> None:
    row = [Origin(TableField("1", 1))] * (COLUMNS.most + 2)
    with pytest.raises(PlanctlError, match="more than 200 columns in a table"):
        spread([row], Allowance("report"))


def test_rows_beside_a_wide_one_count_as_wide_as_it_is() -> None:
    rows = [[Origin(TableField("1", 1))] * 150, *([[Origin(TableField("1", 1))]] * 1_000)]
    with pytest.raises(PlanctlError, match="more than 100000 cells"):
        spread(rows, Allowance("report"))


def test_large_documents_may_take_more_than_small_ones() -> None:
    assert memory_for(0) == memory_for(1_000_000) < 300_000_000 < memory_for(20_000_000)
    assert seconds_for(0) == seconds_for(999_999) < 5 < seconds_for(20_000_000)


def test_a_text_has_so_many_characters_at_most() -> None:
    assert len(read_document(b"1" * CHARACTERS.most, "report").flow.text) == CHARACTERS.most
    with pytest.raises(PlanctlError, match="more than 2000000 characters"):
        read_document(b"1" * (CHARACTERS.most + 1), "report")
