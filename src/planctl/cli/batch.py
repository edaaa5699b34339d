"""Reports drafted, many at once: each is read, those of a region are drafted in turn, and this process writes."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from planctl.cli.progress import bar
from planctl.cli.unforeseen import Unforeseen, unforeseen
from planctl.cli.workers import Lost
from planctl.messages.message import Message, PlanctlError, say

if TYPE_CHECKING:
    from planctl.api.drafts import FolderContent, ReadDocument
    from planctl.documents.drafting.draft import Draft
    from planctl.documents.reading.document import Progress

    Failed = PlanctlError | Unforeseen
    Found = Draft | Failed

Made = TypeVar("Made")
Pool = Callable[[Callable[..., Any], Iterable[tuple[Any, ...]]], Iterator[tuple[int, Any]]]
"""Makes calls of a task, in what processes there are, and yields the index and the answer of each as it comes."""


class Batch(NamedTuple):
    """What is to be drafted: the reports, where to, of which region and address if that is known.

    Reports that are `apart` go into a folder for each region.
    """

    reports: tuple[Path, ...]
    output: Path
    region: str
    address: str
    apart: bool


def drafted(batch: Batch, pool: Pool | None) -> "Iterator[tuple[Path, Path, Found]]":
    """Yield of each report in their order its path, its folder, and its draft, or why there is none.

    A bar shows how far it is. A pool reads and drafts, or this process where there is none; this one alone opens files
    and writes, so that what a pool is made of may end at any time, and need not be on this machine.
    """

    def unread(index: int, reason: str | Message) -> PlanctlError:
        return _lost(batch.reports[index], reason)

    def undrafted(index: int, reason: str | Message) -> list[PlanctlError]:
        return [_lost(each.path, reason) for each in groups[index][1]]

    with bar(len(batch.reports)) as advance:
        reading = ((_content(report), report, _name(report), batch.region) for report in batch.reports)
        read = list(_in_order(pool, try_reading, reading, unread, advance))
    found = {id(each): (batch.output, each) for each in read}
    groups = _groups(batch, read)
    drafting = ((group, _standing(folder), batch.address) for folder, group in groups)
    for (folder, group), drafts in zip(groups, _in_order(pool, try_drafting, drafting, undrafted), strict=True):
        for each, draft in zip(group, _written(drafts, folder), strict=True):
            found[id(each)] = folder, draft
    for report, each in zip(batch.reports, read, strict=True):
        yield report, *found[id(each)]


def _groups(batch: Batch, read: "list[ReadDocument | Failed]") -> "list[tuple[Path, list[ReadDocument]]]":
    """Return each folder to write into with the documents that go there, in the order that they are drafted in."""
    from planctl.api.drafts import ReadDocument, groups

    whole = [each for each in read if isinstance(each, ReadDocument)]
    if batch.apart:
        return list(groups(whole, batch.output).items())
    return [(batch.output, whole)] if whole else []


def _in_order(
    pool: Pool | None,
    task: Callable[..., Any],
    calls: Iterable[tuple[Any, ...]],
    lost: Callable[[int, str | Message], Any],
    advance: "Progress | None" = None,
) -> Iterator[Any]:
    """Yield the answers of calls in their order; where nothing came of one, what `lost` says of that."""
    found: dict[int, Any] = {}
    due = 0
    answers = pool(task, calls) if pool else _one_by_one(partial(task, progress=advance), calls)
    for index, answer in answers:
        found[index] = lost(index, answer.reason) if isinstance(answer, Lost) else answer
        if advance:
            advance(0, 0)
        while due in found:
            yield found.pop(due)
            due += 1


def _one_by_one(task: Callable[..., Any], calls: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, Any]]:
    for index, call in enumerate(calls):
        yield index, task(*call)


def _lost(report: Path, reason: str | Message) -> PlanctlError:
    name = _name(report)
    if isinstance(reason, Message):
        return PlanctlError(say("{report}: {reason}", report=name, reason=reason))
    return PlanctlError(
        say(
            "{report}: the process that read it was ended ({reason}); read it again, alone if memory is short",
            report=name,
            reason=reason,
        )
    )


def _name(report: Path) -> str:
    from planctl.files.finding import shown_path

    return shown_path(report)


def _content(report: Path) -> "bytes | Failed":
    from planctl.documents.reading.confined import load_content

    return _tried(partial(load_content, report))


def _standing(folder: Path) -> "FolderContent | Failed":
    from planctl.api.drafts import standing

    return _tried(partial(standing, folder))


def _written(drafts: "Iterable[Found]", folder: Path) -> "Iterator[Found]":
    """Write drafts into their folder, one after the other, and yield each, or why it was not written."""
    from planctl.api.drafts import refuse_twice, write_draft

    before: list[Draft] = []
    for found in drafts:
        if isinstance(found, PlanctlError | Unforeseen):
            yield found
            continue
        try:
            refuse_twice(found, before)
            write_draft(found, folder)
        except PlanctlError as fault:
            yield fault
        else:
            before.append(found)
            yield found


def try_reading(
    content: "bytes | Failed", report: Path, name: str, region: str, progress: "Progress | None" = None
) -> "ReadDocument | Failed":
    """Return the document that bytes are, or why it cannot be read."""
    from planctl.api.drafts import read_content
    from planctl.documents.reading.document import unheeded

    if not isinstance(content, bytes):
        return content
    return _tried(partial(read_content, content, report, name, region=region, progress=progress or unheeded))


def try_drafting(
    documents: "list[ReadDocument]", there: "FolderContent | Failed", address: str, progress: "Progress | None" = None
) -> "list[Found]":
    """Return the drafts of the documents of a region, which are for a folder that has something already.

    What the earlier ones plan is known to the later ones.
    """
    from planctl.api.drafts import prepare

    found: list[Found] = []
    for each in documents:
        if isinstance(there, PlanctlError | Unforeseen):
            found.append(there)
            continue
        made = _tried(partial(prepare, each, there, address=address))
        found.append(made)
        if not isinstance(made, PlanctlError | Unforeseen):
            there = there.before(made)
    return found


def _tried(step: "Callable[[], Made]") -> "Made | Failed":
    try:
        return step()
    except PlanctlError as fault:
        return fault
    except Exception as fault:  # which is to stop no other report
        return unforeseen(fault)
