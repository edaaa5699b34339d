"""What became of the targets, for the page: the flow as a picture, and a row for each change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from planctl.diff.changes import Added, Change, Diff
from planctl.diff.fate import Fate
from planctl.diff.summary import fate
from planctl.judging.assessment import status_of
from planctl.judging.verdict import Status
from planctl.showing.change import change_document
from planctl.showing.change_row import change_row, fate_text
from planctl.showing.diff import MEANINGS
from planctl.showing.look import Look
from planctl.showing.page.flow import Flow, flow
from planctl.showing.page.rows import attributes
from planctl.showing.pieces import status_text

NEW = "new"
NONE = "none"
LEFT = (*(status.value for status in Status), NONE, NEW)
ENDS = (Fate.DROPPED, Fate.ADDED)
RIGHT = tuple(fate.value for fate in (*(each for each in Fate if each not in ENDS), *ENDS))
KEYS = ("relation", "target", "change", "change_unit", "change_percent", "versus_actual", "flags")


class ChangeRow(NamedTuple):
    """A change or one of a part, its texts as the table of `diff` has them."""

    data: Mapping[str, str]
    fate: str
    became: str
    number: str
    name: str
    name_en: str
    unit: str
    is_part: bool
    old: str
    old_size: str
    new: str
    new_size: str
    change: str
    percent: str
    actual: str
    standing: str
    status: str
    verdict: str
    marks: str
    remark: str


class Flown(NamedTuple):
    """The picture, and the words for the groups on both sides; `said` tells it to those who do not see it."""

    picture: Flow
    words: Mapping[str, str]
    meanings: Mapping[str, str]
    said: str


def flown(diff: Diff, look: Look) -> Flown:
    """Return the flow of the indicators of two plans from verdict to fate; each change is counted once."""
    counts = Counter((_before(change), fate(change).value) for change in diff.changes)
    picture = flow(counts, LEFT, RIGHT)
    year = str(diff.before.plan.year)
    words = {
        **{status.value: status_text(status, look) for status in Status},
        NONE: look.wording.say("no verdict"),
        NEW: look.wording.say("not in {year}", year=year),
        **{each.value: fate_text(each, look) for each in Fate},
    }
    meanings = {each.value: look.wording(message) for each, message in MEANINGS.items()}
    said = (
        look.wording.say(
            "{count} from {before} to {after}", count=band.size, before=words[band.before], after=words[band.after]
        )
        for band in picture.bands
    )
    return Flown(picture, words, meanings, look.wording.semicolon.join(said))


def change_rows(changes: Sequence[Change], look: Look, *, is_part: bool = False) -> tuple[ChangeRow, ...]:
    """Return a row for each change, followed by those of its parts."""
    rows: list[ChangeRow] = []
    for change in changes:
        rows += [_row(change, look, is_part=is_part), *change_rows(change.parts, look, is_part=True)]
    return tuple(rows)


def _row(change: Change, look: Look, *, is_part: bool) -> ChangeRow:
    document = change_document(change, look.wording)
    shown = change_row(change, "", look)
    sides = {f"data-{side}": document[side]["id"] for side in ("before", "after") if document[side]}
    return ChangeRow(
        data={**attributes(document, KEYS), **sides, "data-became": fate(change).value},
        fate=fate(change).value,
        became=shown.became[0],
        number=shown.number[0],
        name=shown.name[0],
        name_en=shown.name_en[0] if look.wording.is_english else "",
        unit=shown.unit[0],
        is_part=is_part,
        old=shown.target_before[0],
        old_size=_size(document["before"]),
        new=shown.target_after[0],
        new_size=_size(document["after"]),
        change=shown.change[0],
        percent=document["change_percent"] or "",
        actual=shown.actual[0],
        standing=shown.standing[0],
        status=_before(change),
        verdict=shown.verdict[0],
        marks=shown.marks[0],
        remark=shown.remark[0],
    )


def _size(row: Mapping[str, Any] | None) -> str:
    """Return the figure of the target in force, or the lower one of a range, to sort by; nothing for words."""
    reading = (row["adjusted_target_reading"] or row["target_reading"] or {}) if row else {}
    return str(reading.get("value") or reading.get("low") or "")


def _before(change: Change) -> str:
    """Return what had become of the row before; `NEW` where there was none."""
    if isinstance(change, Added):
        return NEW
    status = status_of(change.before)
    return status.value if status else NONE
