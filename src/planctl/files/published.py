"""Published documents found in folders, by how their names end; what they are, their bytes say when they are read."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from planctl.files.finding import is_folder

READ = frozenset({".pdf", ".docx", ".xlsx", ".csv", ".tsv", ".html", ".htm", ".xhtml", ".txt", ".doc", ".wps", ".odt"})
REFUSED = frozenset({".xls", ".et", ".xlsb", ".ods", ".rtf"})
"""Endings of documents that may be reports too, so that they are not passed over: reading them says what to do."""
OPEN_ELSEWHERE = "~$"
"""How the files begin that Word puts beside a document while it is open."""


class FoundDocuments(NamedTuple):
    """The documents that paths lead to, each once; folders without any; and how many other files were passed over."""

    documents: tuple[Path, ...]
    empty: tuple[Path, ...]
    passed_over: int


def find_documents(paths: Iterable[Path]) -> FoundDocuments:
    """Return the documents at paths, in their order: a file as it is, of a folder those in any depth, by path.

    Hidden files and folders are left out, and links to folders, which may lead round in a circle. A folder that cannot
    be looked into is among the documents, so that whoever reads it is told.
    """
    documents: list[Path] = []
    empty: list[Path] = []
    passed_over = 0
    for path in paths:
        if not is_folder(path):
            documents.append(path)
            continue
        files, others = _inside(path)
        documents += files
        passed_over += others
        if not files:
            empty.append(path)
    return FoundDocuments(tuple(dict.fromkeys(documents)), tuple(empty), passed_over)


def _inside(folder: Path) -> tuple[list[Path], int]:
    """Return the documents in a folder by path, and how many other files it has."""
    found, others, waiting = [], 0, [folder]
    while waiting:
        here = waiting.pop()
        try:
            inside = [path for path in here.iterdir() if not path.name.startswith((".", OPEN_ELSEWHERE))]
        except OSError:
            found.append(here)
            continue
        for path in inside:
            if is_folder(path):
                waiting += [] if path.is_symlink() else [path]
            elif path.suffix.lower() in READ | REFUSED:
                found.append(path)
            else:
                others += 1
    return sorted(found), others
