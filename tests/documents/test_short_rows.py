"""A row that comes out one cell short: the others stand below their heads, and the missing one is blank."""

import pytest

from planctl.documents.extraction.indicator_tables import read_tables
from planctl.documents.reading.reader import read_document

HEAD = (
    "<tr><td rowspan=2>序号<td rowspan=2>指标<td rowspan=2>单位<td colspan=2>2022年</tr><tr><td>目标<td>完成</tr>"
    "<tr><td>1<td>生产总值<td>亿元<td>100<td>101</tr>"
)
REST = "<tr><td>8<td>进出口<td>亿元<td>10<td>11</tr><tr><td>9<td>粮食<td>万吨<td>10<td>11</tr>"


def rows_of(body: str) -> list[list[str]]:
    page = f"<html><p>表1 2022年主要指标完成情况</p><table>{body}</table>"
    (table,) = read_document(page.encode(), "page.html").tables
    return [["~" * field.shared + field.text for field in row] for row in table.rows]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("<td>2<td>投资<td>%<td>5<td>6", ["2", "投资", "%", "5", "6"]),
        ("<td>2<td>投资<td>%<td>5", ["2", "投资", "%", "5", ""]),
        ("<td>投资<td>%<td>5<td>6", ["", "投资", "%", "5", "6"]),
        ("<td>2<td>投资<td>5<td>6", ["2", "投资", "", "5", "6"]),
        ("<td>2<td>投资<td>%<td>持续改善", ["2", "投资", "%", "持续改善", ""]),
        ("<td colspan=2>投资<td>5<td>6", ["", "投资", "~投资", "5", "6"]),
        ("<td>2<td>投资<td colspan=2>不公布", ["2", "投资", "", "不公布", "~不公布"]),
        ("<td>投资<td>%", ["投资", "%", "", "", ""]),
        ("<td colspan=4>一、经济发展", ["一、经济发展", *["~一、经济发展"] * 3, ""]),
        ("<td>2<td>投资<td><td>5<td>6", ["2", "投资", "", "5", "6"]),
        ("<td><td>投资<td>%<td>5<td>", ["", "投资", "%", "5", ""]),
    ],
)
def test_the_missing_cell_is_blank_where_figures_then_stand_below_figures(row: str, read: list[str]) -> None:
    assert rows_of(f"{HEAD}<tr>{row}</tr>{REST}")[3] == read


def test_below_a_cell_that_is_merged_down_the_other_cells_keep_their_columns() -> None:
    parts = "<tr><td>其中：工业<td>7<td>8</tr><tr><td>其中：农业<td>%<td>9</tr>"
    rows = rows_of(f"{HEAD}<tr><td rowspan=3>2<td>投资<td>%<td>5<td>6</tr>{parts}{REST}")
    assert rows[4:6] == [["~2", "其中：工业", "", "7", "8"], ["~2", "其中：农业", "%", "9", ""]]


def test_years_stand_below_the_merged_cell_of_a_head_whose_other_cell_was_not_merged_down() -> None:
    rows = rows_of(HEAD.replace("<td rowspan=2>单位", "<td>单位") + REST)
    assert rows[1] == ["~序号", "~指标", "", "目标", "完成"]


def test_a_table_with_such_a_row_is_read_as_one_of_indicators() -> None:
    page = f"<html><p>表1 2022年主要指标完成情况</p><table>{HEAD}<tr><td>2<td>投资<td>5<td>6</tr>{REST}</table>"
    (table,) = read_tables(read_document(page.encode(), "page.html")).indicators
    assert [(row.name, *(field.text for field in row.values.values())) for row in table.rows][1] == ("投资", "5", "6")
    assert len(table.rows) == 4


def test_a_table_of_short_rows_alone_stays_as_it_is() -> None:
    assert rows_of("<tr><td colspan=3>甲<tr><td>1<td>乙<tr><td>丙<td>2")[1:] == [["1", "乙", ""], ["丙", "2", ""]]
