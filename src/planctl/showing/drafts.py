"""`planctl extract` and `planctl new`: what was written where, and what a person has to look at first."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import Any

from planctl.documents.drafting.draft import Draft
from planctl.documents.drafting.entries import DraftFile
from planctl.messages.message import Message, say
from planctl.showing.look import Look
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

Made = Sequence[tuple[Draft, Path]]
"""Drafts, each with the folder that it was written into."""


COLUMNS = ("document", "file", "kind", "year", "rows", "known")


def document(made: Made, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `extract`."""
    return {"schema": 1, "drafts": [_draft(draft, folder, wording) for draft, folder in made]}


def _draft(draft: Draft, folder: Path, wording: Wording) -> dict[str, Any]:
    source = draft.document
    return {
        "document": {"file": source.file, "sha256": source.sha256, "kind": source.kind},
        "files": [
            {
                "file": str(folder / file.name),
                "kind": file.kind,
                "year": file.year,
                "rows": file.rows,
                "known": file.known,
            }
            for file in draft.files
        ],
        "refused": [
            {"document_place": source.place(each.line), "caption": each.caption, "reason": wording(each.reason)}
            for each in draft.refused
        ],
        "unnamed": [
            {"document_place": source.place(each.line), "id": each.id, "name": each.name} for each in draft.unnamed
        ],
        "left_out": [{"document_place": source.place(each.line), "head": each.head} for each in draft.left_out],
        "unreadable": [
            {"document_place": source.place(each.line), "printed": each.printed} for each in draft.unreadable
        ],
        "refused_clauses": [
            {"document_place": source.place(each.line), "printed": each.printed} for each in draft.refused_clauses
        ],
        "conflicts": [
            {"document_place": source.place(each.line), "name": each.name, "printed": list(each.printed)}
            for each in draft.conflicts
        ],
        "unread": [
            {"document_place": source.place_of(each), "reason": wording(each.message)} for each in source.unread
        ],
    }


def sheet(made: Made, wording: Wording) -> Sheet:
    """Return a row for each file that was written."""
    documents = (_draft(draft, folder, wording) for draft, folder in made)
    rows = ({**file, "document": each["document"]["file"]} for each in documents for file in each["files"])
    return sheet_of(COLUMNS, rows)


def text(made: Made, look: Look) -> str:
    """Return what was drafted, file by file, and what needs a person first."""
    lines = [line for draft, folder in made for line in _lines(draft, folder, look.wording)]
    return "".join(f"{look.writable(line)}\n" for line in lines)


def _lines(draft: Draft, folder: Path, wording: Wording) -> Iterator[str]:
    source = draft.document
    for file in draft.files:
        yield wording.say(
            "{file}: {contents}", file=str(folder / file.name), contents=wording.listed(map(wording, _contents(file)))
        )
    for at, message in _open_ends(draft):
        yield wording.say("{place}: {message}", place=at, message=message)
    for unread in source.unread:
        yield wording.say("{place}: {message}", place=source.place_of(unread), message=unread.message)
    yield wording.say(
        "all of it is a draft: compare it with {document}; 'planctl check --data {folder}' says what is left",
        document=source.file,
        folder=quote(str(folder)),
    )


def _open_ends(draft: Draft) -> Iterator[tuple[str, Message]]:
    """Yield what was not drafted, or not wholly, with where it stands in the document."""
    place = draft.document.place
    for each in draft.unnamed:
        said = (
            say("what {name} has in the catalogue is another row's, or of another unit", name=each.name)
            if each.is_known
            else say("{name} is not in the catalogue", name=each.name)
        )
        yield place(each.line), say("{said}; name its id '{id}' yourself", said=said, id=each.id)
    for column in draft.left_out:
        if column.taken:
            said = say("the column {head} was left out: {taken} has the same", head=column.head, taken=column.taken)
        else:
            said = say("the column {head} was left out: nothing is known of what it has", head=column.head)
        yield place(column.line), said
    for refused in draft.refused:
        if refused.caption:
            said = say("the table {caption} was left out: {reason}", caption=refused.caption, reason=refused.reason)
        else:
            said = say("the table without a caption was left out: {reason}", reason=refused.reason)
        yield place(refused.line), said
    for clause in draft.refused_clauses:
        said = say("a clause of the targets cannot be read, and is left to you: {printed}", printed=clause.printed)
        yield place(clause.line), said
    for conflict in draft.conflicts:
        said = say(
            "the text prints {printed} of {name}: none was drafted", name=conflict.name, printed=conflict.printed
        )
        yield place(conflict.line), said
    for cell in draft.unreadable:
        said = say("{printed} has no form that can be read; 'planctl check' says what to do", printed=cell.printed)
        yield place(cell.line), said


def _contents(file: DraftFile) -> tuple[Message, ...]:
    """Return what a file has, by how many."""
    counts = {key: len(file.data.get(key, ())) for key in CONTENTS}
    claim = (say("the count sentence"),) if "claim" in file.data else ()
    return claim + tuple(CONTENTS[key](count) for key, count in counts.items() if count)


CONTENTS: dict[str, Callable[[int], Message]] = {
    "indicators": lambda count: say("1 row") if count == 1 else say("{count} rows", count=count),
    "notes": lambda count: say("1 note to a table") if count == 1 else say("{count} notes to tables", count=count),
    "reasons": lambda count: say("1 reason") if count == 1 else say("{count} reasons", count=count),
    "programmes": lambda count: say("1 programme") if count == 1 else say("{count} programmes", count=count),
    "projects": lambda count: say("1 project") if count == 1 else say("{count} projects", count=count),
    "statements": lambda count: (
        say("1 figure in the text") if count == 1 else say("{count} figures in the text", count=count)
    ),
}
"""What a file may have, by its key, and how so many of it are called."""


def started(paths: Sequence[Path], look: Look) -> str:
    """Return which files wait for the next report, and what to do with them."""
    advice = say(
        "fill in what the report prints, and remove each 'draft'; 'planctl check --data {folder}' says what is left",
        folder=quote(str(paths[0].parent)),
    )
    lines = [*map(str, paths), look.wording(advice)]
    return "".join(f"{look.writable(line)}\n" for line in lines)
