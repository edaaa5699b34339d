"""`planctl extract` and `planctl new`: what was written where, and what a person has to look at first."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from planctl.drafting.draft import Draft
from planctl.drafting.entries import DraftFile
from planctl.views.look import Look
from planctl.views.wording import render

Made = Sequence[tuple[Draft, Path]]
"""Drafts, each with the folder that it was written into."""


def document(made: Made) -> dict[str, Any]:
    """Return the JSON of `extract`."""
    return {"schema": 1, "drafts": [_draft(draft, folder) for draft, folder in made]}


def _draft(draft: Draft, folder: Path) -> dict[str, Any]:
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
            {"document_place": source.place(each.line), "caption": each.caption, "reason": render(each.reason)}
            for each in draft.refused
        ],
        "unnamed": [
            {"document_place": source.place(each.line), "id": each.id, "name": each.name} for each in draft.unnamed
        ],
        "left_out": [{"document_place": source.place(each.line), "head": each.head} for each in draft.left_out],
        "unreadable": [
            {"document_place": source.place(each.line), "printed": each.printed} for each in draft.unreadable
        ],
        "unread": [{"document_place": source.place_of(each), "reason": render(each.message)} for each in source.unread],
    }


def text(made: Made, look: Look) -> str:
    """Return what was drafted, file by file, and what needs a person first."""
    lines = [line for draft, folder in made for line in _lines(draft, folder)]
    return "".join(f"{look.writable(line)}\n" for line in lines)


def _lines(draft: Draft, folder: Path) -> Iterator[str]:
    source = draft.document
    for file in draft.files:
        yield f"{folder / file.name}: {_contents(file)}"
    for each in draft.unnamed:
        yield f"{source.place(each.line)}: {each.name} is not in the catalogue; name its id '{each.id}' yourself"
    for column in draft.left_out:
        yield f"{source.place(column.line)}: the column {column.head} was left out: another has the same of its year"
    for refused in draft.refused:
        caption = refused.caption or "without a caption"
        yield f"{source.place(refused.line)}: the table {caption} was left out: {render(refused.reason)}"
    for cell in draft.unreadable:
        yield f"{source.place(cell.line)}: {cell.printed} has no form that can be read; 'planctl check' says what to do"
    for unread in source.unread:
        yield f"{source.place_of(unread)}: {render(unread.message)}"
    remedy = f"compare it with {source.file}; 'planctl check --data {folder}' says what is left"
    yield f"all of it is a draft: {remedy}"


CONTENTS = (
    ("indicators", "row", "rows"),
    ("notes", "note", "notes"),
    ("reasons", "reason", "reasons"),
    ("programmes", "programme", "programmes"),
    ("projects", "project", "projects"),
    ("statements", "figure in the text", "figures in the text"),
)
"""What a file may have, by its key, and how one and several of it are called."""


def _contents(file: DraftFile) -> str:
    counts = ((len(file.data.get(key, ())), one, several) for key, one, several in CONTENTS)
    said = [f"{count} {one if count == 1 else several}" for count, one, several in counts if count]
    return ", ".join([*(["the count sentence"] if "claim" in file.data else []), *said])


def started(paths: Sequence[Path], look: Look) -> str:
    """Return which files wait for the next report, and what to do with them."""
    lines = [
        *map(str, paths),
        "fill in what the report prints, and remove each 'draft'; 'planctl check' says what is left",
    ]
    return "".join(f"{look.writable(line)}\n" for line in lines)
