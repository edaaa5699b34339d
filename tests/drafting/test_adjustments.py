"""The targets that notes adjust, found for each row."""

from functools import partial

import pytest

from planctl.documents.drafting.adjustments import Adjustments
from planctl.documents.extraction.prose import PrintedNote
from planctl.grammar.cells import parse_cell
from planctl.grammar.outcomes import PrintedAdjustment
from planctl.values.meanings import Bounded, Figure
from tests.worst import keeps_pace


def figure(printed: str) -> Figure:
    meaning = parse_cell(printed).meaning
    assert isinstance(meaning, Bounded)
    return meaning.figure


def note(number: str, *adjusted: tuple[str, str, str], stated: str = "") -> PrintedNote:
    names, replaces, targets = zip(*adjusted, strict=True)
    return PrintedNote(number, 1, PrintedAdjustment(names, replaces, targets, stated))


NOTES = (
    PrintedNote("1", 1, None),
    note("2", ("税收收入", "8%", "2%"), ("工业投资", "8%", "3%"), stated="视为完成"),
    note("3", ("工业投资完成额", "8%", "4%"), ("工业投资", "8%", "5%"), ("外贸", "部分", "9%")),
)


@pytest.mark.parametrize(
    ("name", "target", "number", "new"),
    [
        ("税收收入", "8%", "2", "2%"),
        ("税收收入总额", "8", "2", "2%"),
        ("税收收入", "9%", "", ""),
        ("税收收入增速", "8%", "", ""),
        ("税收", "8%", "", ""),
        ("工业投资", "8%", "2", "3%"),
        ("工业投资完成额", "8%", "2", "3%"),
        ("外贸", "9%", "", ""),
    ],
)
def test_the_first_note_that_names_a_row_and_its_target_adjusts_it(
    name: str, target: str, number: str, new: str
) -> None:
    found = Adjustments(NOTES).of(name, figure(target)) or {}
    assert (found.get("note", ""), found.get("target", "")) == (number, new)


def test_an_adjustment_has_what_the_note_says_of_it() -> None:
    assert Adjustments(NOTES).of("税收收入", figure("8%")) == {
        "target": "2%",
        "replaces": "8%",
        "name": "税收收入",
        "note": "2",
        "stated": "视为完成",
    }


def test_without_notes_nothing_is_adjusted() -> None:
    assert Adjustments(()).of("税收收入", figure("8%")) is None


def test_many_notes_on_many_rows_take_as_long_as_they_are() -> None:
    def find_all(size: int) -> None:
        adjustments = Adjustments([note(str(each), (f"乙{each}率", "5%", "6%")) for each in range(size)])
        assert not any(adjustments.of(f"甲{each}率", figure("5%")) for each in range(size))

    assert keeps_pace(partial(find_all, 200), partial(find_all, 800), most=6, floor=0.0)
