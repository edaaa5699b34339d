"""The rows of a draft from the sentence that sets a year's targets: no numbers, and for each the words that say it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.documents.drafting.entries import Data, row_entry
from planctl.documents.drafting.own_series import OwnSeries, told_as
from planctl.documents.drafting.tables import better_of, reference_of
from planctl.documents.extraction.targets import PrintedSentence, PrintedTarget
from planctl.documents.reading.document import Document
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.readings import LEAST_INDEX, MOST_INDEX
from planctl.grammar.target_names import TargetMovement, bare_name, movement_of, without_remark
from planctl.messages.placeholders import TO_TRANSLATE
from planctl.report.catalogue import GROWTH, REDUCTION, SHARE, Catalogue, Entry
from planctl.report.directions import unit_of
from planctl.values.meanings import Bounded, Cell, Completion, Relative
from planctl.values.units import POINT, is_rate, scale

CHANGES = {TargetMovement.RISES: "增长", TargetMovement.FALLS: "下降"}
"""What makes the name of an amount that of its change, as the catalogue has it."""


class DraftedTargets(NamedTuple):
    """The entries of the rows, how many they are with their parts, and what a person should look at first.

    `unnamed` has the line, id and name of each row that the catalogue does not know, `unreadable` the line and text of
    each target that has no form that is known.
    """

    rows: list[Data]
    size: int
    unnamed: tuple[tuple[int, str, str], ...]
    unreadable: tuple[tuple[int, str], ...]


def draft_targets(
    document: Document, sentence: PrintedSentence, catalogue: Catalogue, own: Sequence[str], known: OwnSeries
) -> DraftedTargets:
    """Return the rows that a sentence sets targets for, those of parts (其中) under the row before them.

    Before the name of a row may stand how the region calls itself (`own`); `known` are series of earlier plans, whose
    ids those keep that the catalogue lacks.
    """
    rows: list[Data] = []
    unnamed: list[tuple[int, str, str]] = []
    series = dict(zip(sentence.targets, _series(sentence, catalogue, own, known), strict=True))
    ids = {entry.id for entry in series.values() if entry}
    for count, (target, entry) in enumerate(series.items(), 1):
        cell = parse_any_cell(target.target)
        id = entry.id if entry else f"unnamed-{sentence.year}-{count}"
        if not entry:
            unnamed.append((target.line, id, target.name))
        row = {
            "id": id,
            "name": target.name,
            "name_en": entry.name_en if entry else TO_TRANSLATE,
            "unit": unit_of_row(cell, entry) or None,
            "better": better_of(entry, cell),
            "reference": reference_of(cell, ids - {id}),
            "target": target.target,
            "quote": target.quote,
            "section": target.section or None,
            "draft": document.place(target.line),
        }
        if target.prefix and rows:
            rows[-1]["parts"] = [*rows[-1].get("parts", []), row_entry(row | {"prefix": target.prefix})]
        else:
            rows.append(row | {"kind": target.kind.value})
    unreadable = ((each.line, each.target) for each in sentence.targets if not parse_any_cell(each.target).is_readable)
    return DraftedTargets([row_entry(row) for row in rows], len(series), tuple(unnamed), tuple(unreadable))


def _series(
    sentence: PrintedSentence, catalogue: Catalogue, own: Sequence[str], known: OwnSeries
) -> Iterator[Entry | None]:
    """Yield what the catalogue or an earlier plan knows each target as, none twice."""
    taken: set[str] = set()
    for target in sentence.targets:
        entry = as_index_if_told(entry_of(target, catalogue, own), target) or known.get(
            told_as(target.name, target.target)
        )
        if entry and entry.id in taken:
            entry = None
        if entry:
            taken.add(entry.id)
        yield entry


def entry_of(target: PrintedTarget, catalogue: Catalogue, own: Sequence[str] = ()) -> Entry | None:
    """Return the indicator that a target is of: by its name, and by whether it is said to grow, to fall or to be.

    What the name says in brackets may be told apart in the catalogue, or not; before it may stand how the region calls
    itself (`own`). An index of prices is the growth that it tells, until `as_index_if_told`.
    """
    printed = bare_name(target.name)
    names = (printed, without_remark(printed), *(printed.removeprefix(each) for each in own if printed != each))
    return next((entry for name in dict.fromkeys(names) if (entry := _named(name, target, catalogue))), None)


def as_index_if_told(entry: Entry | None, target: PrintedTarget) -> Entry | None:
    """Return the entry of a target, or where it is told by an index of prices, that index."""
    return entry.as_index() if entry and entry.family == GROWTH and _is_index(target) else entry


def _is_index(target: PrintedTarget) -> bool:
    """Return whether a figure of prices is an index and no growth: it is near 100, and nothing says that it rises."""
    meaning = parse_any_cell(target.target).meaning
    moves = movement_of(target.target) is not TargetMovement.NONE
    if moves or "价格" not in target.name or not isinstance(meaning, Bounded):
        return False
    return meaning.figure.unit in ("", "%") and LEAST_INDEX <= meaning.figure.size <= MOST_INDEX


def _named(name: str, target: PrintedTarget, catalogue: Catalogue) -> Entry | None:
    cell = parse_any_cell(target.target)
    unit, moves = unit_of(cell), movement_of(target.target)
    as_level, grown, fallen = name, f"{name}{CHANGES[TargetMovement.RISES]}", f"{name}{CHANGES[TargetMovement.FALLS]}"
    order: tuple[str, ...]
    if moves is not TargetMovement.NONE and scale(unit)[1] == POINT:
        rate = catalogue.find(name, "%")
        return rate.change_in_points() if rate and rate.family == SHARE else None
    if moves is TargetMovement.RISES and unit in ("", "%"):
        order = (grown, as_level)
    elif moves is TargetMovement.FALLS and unit in ("", "%"):
        order = (fallen, grown, as_level)
    elif isinstance(cell.meaning, Relative):
        order = (grown, as_level)
    elif isinstance(cell.meaning, Completion) or unit:
        order = (as_level,)
    else:
        changes = fallen if catalogue.find(fallen, "") else grown if _is_money(catalogue.find(name, "")) else as_level
        order = (changes, as_level, grown)
    return next(
        (entry for each in order if (entry := catalogue.find(each, unit)) and _may_be(entry, unit, moves)), None
    )


def _is_money(entry: Entry | None) -> bool:
    return entry is not None and any(unit.endswith("元") for unit in entry.units)


def _may_be(entry: Entry, unit: str, moves: TargetMovement) -> bool:
    """Return whether a level, which is no change, is not taken for one: a rise by 5% is none of a share to 5%."""
    changes = entry.family in (GROWTH, REDUCTION)
    return changes or moves is TargetMovement.NONE or not is_rate(unit)


def unit_of_row(cell: Cell, entry: Entry | None) -> str:
    """Return the unit of a row: the one that is printed, or, of words about a rate, the first that it is known by."""
    is_a_rate = entry and entry.units and all(map(is_rate, entry.units))
    return unit_of(cell) or (entry.units[0] if entry and is_a_rate else "")
