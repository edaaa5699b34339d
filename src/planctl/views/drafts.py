"""`planctl extract` and `planctl new`: what was written where, and what a person has to look at first."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from planctl.drafting.draft import Draft
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
        "unreadable": [
            {"document_place": source.place(each.line), "printed": each.printed} for each in draft.unreadable
        ],
        "unread": [
            {"document_place": source.place(each.line), "reason": render(each.message)} for each in source.unread
        ],
    }


def text(made: Made, look: Look) -> str:
    """Return what was drafted, file by file, and what needs a person first."""
    lines = [line for draft, folder in made for line in _lines(draft, folder)]
    return "".join(f"{look.writable(line)}\n" for line in lines)


def _lines(draft: Draft, folder: Path) -> Iterator[str]:
    source = draft.document
    for file in draft.files:
        names = f": {file.rows} rows, {file.known} of them with a known name" if file.rows else ""
        yield f"{folder / file.name}{names}"
    for refused in draft.refused:
        caption = refused.caption or "without a caption"
        yield f"{source.place(refused.line)}: the table {caption} was left out: {render(refused.reason)}"
    for cell in draft.unreadable:
        yield f"{source.place(cell.line)}: {cell.printed} has no form that can be read; 'planctl check' says what to do"
    for unread in source.unread:
        yield f"{source.place(unread.line)}: {render(unread.message)}"
    remedy = f"compare it with {source.file}; 'planctl check {folder}/*.yaml' says what is left to do"
    yield f"all of it is a draft: {remedy}"


def started(paths: Sequence[Path], look: Look) -> str:
    """Return which files wait for the next report."""
    return "".join(f"{look.writable(str(path))}\n" for path in paths)
