"""A number of a spreadsheet is printed as its format shows it, and never as it happens to be stored."""

import pytest

from planctl.grammar.number_formats import BUILT_IN, shown_number, shown_text
from planctl.grammar.spreadsheets import is_unnamed, parse_area, parse_place, without_escapes


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        *(("6.6", "0.00", "6.60"), ("6", "0.0", "6.0"), ("6.65", "0.0", "6.7"), ("1.005", "0.00", "1.01")),
        *(("6.6000000000000005", "General", "6.6"), ("6.66666666666667", "General", "6.666666667")),
        *(("0.066", "0.0%", "6.6%"), ("0.066", "0%", "7%"), ("-0.066", "0.0%", "-6.6%"), ("6.6E-2", "0.00%", "6.60%")),
        *(("1234567.891", "#,##0.00", "1,234,567.89"), ("123", "#,##0", "123"), ("0", "#,##0", "0")),
        *(("12345678", '0.00,,"百万"', "12.35百万"), ("12345", "0\\.0,", "1.2"), ("5", "00000", "00005")),
        *(("-3.2", "0.0;(0.0)", "(3.2)"), ("-3.2", "0.0_);[Red]\\(0.0\\)", "(3.2)"), ("-3.2", "0.0_ ", "-3.2")),
        *(("0", "0.0;-0.0;;@", ""), ("330", '"≥"0', "≥330"), ("8", '0"亿元"', "8亿元"), ("5", 'General"个"', "5个")),
        *(("5", "[$￥-804]#,##0.00", "￥5.00"), ("5", '[>=3]"高"0;"低"0', "高5"), ("2", '[>=3]"高"0;"低"0', "低2")),
        *(("3", "0.#", "3"), ("3.25", "0.##", "3.25"), ("0.5", "# ?/?", "0.5"), ("1E+20", "General", "1" + "0" * 20)),
    ],
)
def test_it_is_shown_in_its_format(stored: str, code: str, shown: str) -> None:
    assert shown_number(stored, code) == shown


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        *(("44957", "yyyy/m/d", "2023/1/31"), ("44957", 'yyyy"年"m"月"d"日"', "2023年1月31日")),
        *(("44957", "yyyy-mm-dd", "2023-01-31"), ("44957", 'yyyy"年"', "2023年"), ("44957", "mmm-yy", "Jan-23")),
        *(("44957.604861111111", "yyyy/m/d h:mm", "2023/1/31 14:31"), ("1.5", "[h]:mm", "36:00")),
        *(("44957", "aaaa", "星期二"), ("0.75", "h:mm AM/PM", "6:00 下午"), ("1", "yyyy/m/d", "1900/1/1")),
        *(("-1", "yyyy/m/d", "-1"), ("99999999", "yyyy", "99999999")),
    ],
)
def test_a_day_is_shown_as_such(stored: str, code: str, shown: str) -> None:
    assert shown_number(stored, code) == shown


def test_days_may_be_counted_from_1904() -> None:
    assert shown_number("43495", "yyyy/m/d", epoch_1904=True) == "2023/1/31"


@pytest.mark.parametrize("stored", ["1e400", "nan", "Infinity", "1_000", "٣", "", "x", "9" * 50])
def test_what_is_no_number_in_a_sheet_stays_as_it_is(stored: str) -> None:
    assert shown_number(stored, "0.0") == stored


@pytest.mark.parametrize(
    "code", ['"', "[", "\\", "_", "*", ";;;;;", "", "0" * 500, "yyyyyyyyyy", "?/", "E+", ",,,", "[$"]
)
def test_a_format_that_is_none_does_no_harm(code: str) -> None:
    assert isinstance(shown_number("-1.5", code), str)
    assert isinstance(shown_text("a", code), str)


def test_a_text_is_set_among_the_words_of_its_format() -> None:
    assert [shown_text("甲", code) for code in ('@"亿元"', "0.00", "General", '0;0;0;"约"@')] == [
        "甲亿元",
        "甲",
        "甲",
        "约甲",
    ]


def test_formats_by_number_are_those_of_the_standard() -> None:
    assert (BUILT_IN[2], BUILT_IN[10], BUILT_IN[49], BUILT_IN[57]) == ("0.00", "0.00%", "@", 'yyyy"年"m"月"')


@pytest.mark.parametrize(
    ("text", "place"),
    [("B3", (3, 2)), ("$AA$10", (10, 27)), ("XFD1048576", (1_048_576, 16_384)), ("XFE1", None), ("A0", None)],
)
def test_a_place_has_a_row_and_a_column(text: str, place: tuple[int, int] | None) -> None:
    assert parse_place(text) == place


def test_an_area_goes_from_its_first_cell_to_its_last() -> None:
    assert [parse_area(text) for text in ("A1:C2", "B2", "C2:A1", "A:A", "")] == [
        (1, 1, 2, 3),
        (2, 2, 2, 2),
        *[None] * 3,
    ]


def test_signs_by_their_number_and_titles_that_nobody_gave() -> None:
    assert without_escapes("甲_x000D_乙_x00e9_") == "甲\r乙é"
    assert [is_unnamed(title) for title in ("Sheet1", "工作表 2", "2022年指标", "表1 指标")] == [
        True,
        True,
        False,
        False,
    ]
