"""What became of the targets, for the page: the flow as a picture, and a row for each change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from planctl.diff.changes import Added, Change, Diff
from planctl.diff.fate import Fate
from planctl.diff.summary import fate, select
from planctl.judging.assessment import status_of
from planctl.judging.verdict import Status
from planctl.showing.change import CHANGE, ChangeRow, change_document, change_rows
from planctl.showing.diff import MEANINGS, grouped
from planctl.showing.fields import texts_of
from planctl.showing.look import Look
from planctl.showing.movement import fate_text
from planctl.showing.page.flow import FlowPicture, flow
from planctl.showing.page.rows import attributes
from planctl.showing.pieces import status_text

NEW = "new"
NONE = "none"
LEFT = (*(status.value for status in Status), NONE, NEW)
ENDS = (Fate.DROPPED, Fate.ADDED)
RIGHT = tuple(fate.value for fate in (*(each for each in Fate if each not in ENDS), *ENDS))
KEYS = ("relation", "target", "change", "change_unit", "change_percent", "versus_actual", "flags")


class ShownChange(NamedTuple):
    """A change or one of a part, its texts as the table of `diff` has them."""

    data: Mapping[str, str]
    fate: str
    is_part: bool
    old_size: str
    new_size: str
    percent: str
    status: str
    texts: Mapping[str, str]


class Flown(NamedTuple):
    """The picture, and the words for the groups on both sides; `said` tells it to those who do not see it."""

    picture: FlowPicture
    words: Mapping[str, str]
    meanings: Mapping[str, str]
    said: str


class ChangeGroup(NamedTuple):
    """The changes of one kind, each followed by those of its parts, and what that kind is called and means."""

    fate: str
    title: str
    about: str
    size: int
    rows: tuple[ShownChange, ...]


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


def change_groups(diff: Diff, look: Look) -> tuple[ChangeGroup, ...]:
    """Return all changes by what became of the target, as the terminal groups them."""
    return tuple(_group(changes, look) for changes in grouped(select(diff)))


def _group(changes: Sequence[Change], look: Look) -> ChangeGroup:
    became = fate(changes[0])
    about = look.wording(MEANINGS[became]) if became in MEANINGS else ""
    rows = tuple(_shown(row, look) for row in change_rows(changes))
    return ChangeGroup(became.value, fate_text(became, look), about, len(changes), rows)


def _shown(row: ChangeRow, look: Look) -> ShownChange:
    document = change_document(row.change, look.wording)
    sides = {f"data-{side}": document[side]["id"] for side in ("before", "after") if document[side]}
    return ShownChange(
        data={**attributes(document, KEYS), **sides, "data-became": fate(row.change).value},
        fate=fate(row.change).value,
        is_part=row.owner is not None,
        old_size=_size(document["before"]),
        new_size=_size(document["after"]),
        percent=document["change_percent"] or "",
        status=_before(row.change),
        texts=texts_of(CHANGE, row, look),
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
