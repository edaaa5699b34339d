"""A row is described once: one field more is a column more in every output."""

from decimal import Decimal

import pytest

from planctl import load
from planctl.messages.languages import Language
from planctl.messages.message import say
from planctl.showing.exporting.page import page_of
from planctl.showing.exporting.tables import filled, shape_of
from planctl.showing.fields import Field, Output, Type, brief_of, csv_of, object_of, table_of, texts_of
from planctl.showing.indicator import CONTRACT, STATUS, StatusRow, status_rows
from planctl.showing.look import Look
from planctl.showing.wording import ENGLISH, wording_in
from tests.conftest import DATA

RANK: Field[StatusRow] = Field(
    "rank",
    say("Rank"),
    say("Which of the rows it is."),
    lambda row: Decimal(row.position),
    Type.DECIMAL,
    tables=("verdicts",),
)
FIELDS = (*STATUS, RANK)
LOOK = Look(None, "utf-8", ENGLISH)


@pytest.fixture(scope="module")
def rows() -> list[StatusRow]:
    assessment = load(DATA).status(2022)
    return list(status_rows(assessment.plan, assessment.judged))


def test_a_field_more_is_a_key_more_of_the_json(rows: list[StatusRow]) -> None:
    before, after = (object_of(fields, rows[2], ENGLISH, CONTRACT) for fields in (STATUS, FIELDS))
    assert after == {**before, "rank": "3"}
    assert [*after][: len(before)] == [*before], "what was promised keeps its order"


def test_a_field_more_is_a_column_more_of_csv_and_markdown(rows: list[StatusRow]) -> None:
    for sheet in (csv_of(FIELDS, rows, ENGLISH, CONTRACT), brief_of(FIELDS, rows, ENGLISH)):
        assert sheet.columns[-1] == "rank"
        assert [row[-1] for row in sheet.rows[:3]] == ["1", "2", "3"]


def test_a_field_more_is_a_column_more_of_the_terminal_and_of_the_page(rows: list[StatusRow]) -> None:
    table = table_of(FIELDS, rows, LOOK)
    assert [table.rows[line][-1].text for line in range(3)] == ["Rank", "1", "2"]
    assert texts_of(FIELDS, rows[1], LOOK)["rank"] == "2"


def test_a_field_more_is_a_column_more_of_a_workbook(rows: list[StatusRow]) -> None:
    page = page_of("Status", FIELDS, rows, ENGLISH)
    at = page.heads.index("Rank")
    assert (page.rows[1][at], at in page.brief) == (Decimal(2), True)


def test_a_field_more_is_a_column_more_of_a_dataset_with_its_description(rows: list[StatusRow]) -> None:
    shape = shape_of("verdicts", say("What became of each row."), FIELDS)
    added = shape.columns[-1]
    assert (added.key, added.type, added.description) == ("rank", Type.DECIMAL, say("Which of the rows it is."))
    judged = [row for row in rows if row.verdict]
    assert filled(shape, judged, ENGLISH).rows[0][-1] == Decimal(1)


def test_a_field_of_one_output_is_in_no_other(rows: list[StatusRow]) -> None:
    only = (RANK._replace(outputs=Output.TABLE, tables=()),)
    assert object_of(only, rows[0], ENGLISH) == {}
    assert csv_of(only, rows, ENGLISH).columns == brief_of(only, rows, ENGLISH).columns == ()
    assert page_of("Status", only, rows, ENGLISH).heads == ()


def _part(row: StatusRow) -> StatusRow | None:
    return row if row.part_of else None


def test_what_a_row_has_not_inside_it_is_empty_in_a_field_of_that(rows: list[StatusRow]) -> None:
    inside: Field[StatusRow] = RANK.of(_part)
    assert object_of((inside,), rows[0], ENGLISH) == {"rank": None}
    assert inside.cell(rows[0], LOOK) == ("", "")


def test_words_that_only_readers_of_english_want_are_left_out_of_texts_for_others(rows: list[StatusRow]) -> None:
    english = RANK._replace(english=True)
    assert texts_of((english,), rows[0], LOOK)["rank"] == "1"
    assert texts_of((english,), rows[0], Look(None, "utf-8", wording_in(Language.CHINESE)))["rank"] == ""
