"""Bytes of a document to what it says, by what they are and not by what the file is called."""

from collections.abc import Callable

from planctl.documents.reading.document import Document, Progress, unheeded
from planctl.messages.installing import missing_library
from planctl.messages.message import Message, PlanctlError, say

OLD = b"\xd0\xcf\x11\xe0"
"""How files of Office began before 2007, and those with a password begin still."""
ZIP = b"PK\x03\x04"
_OLD_KINDS = {
    "EncryptedPackage": say("a document with a password: save it without one"),
    "WordDocument": say("an old Word document: install LibreOffice, or save it as .docx without a password"),
    "Workbook": say("an old workbook (.xls, .et): save it as .xlsx without a password"),
    "Book": say("an old workbook (.xls, .et): save it as .xlsx without a password"),
}
"""By the name of the stream that has the document, in their order."""
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_OPEN_KINDS = {
    _OPEN_TEXT: say("an OpenDocument text (.odt): install LibreOffice, or save it as .docx"),
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": say("an OpenDocument sheet (.ods): save it as .xlsx"),
}
REFUSED = {
    OLD: say("an old or an encrypted Word document: save it as .docx without a password"),
    b"\x89PNG": say("an image: planctl reads no images"),
    b"\xff\xd8\xff": say("an image: planctl reads no images"),
    b"GIF8": say("an image: planctl reads no images"),
    b"II*\0": say("an image: planctl reads no images"),
    b"{\\rtf": say("an RTF document: save it as .docx"),
}
LONGEST_BEGINNING = 1024


def read_document(content: bytes, name: str, progress: Progress = unheeded) -> Document:
    """Return the document that bytes are: PDF, Word (.docx), a workbook (.xlsx), a web page, text, or a table as text.

    `progress` is told of each page of paper that is read. Raises `PlanctlError` for any other, for one that cannot be
    read, and where the library that reads it is missing.
    """
    if what := _refused(content):
        raise PlanctlError(say("{file} is {what}", file=name, what=what))
    try:
        return _reader(_kind(content), name, content)(content, name, progress)
    except RecursionError:
        message = say("{file} is nested more deeply than any plan report; save it anew, or as plain text", file=name)
    except MemoryError:
        message = too_much(name)
    raise PlanctlError(message)


def needs_library(content: bytes) -> bool:
    """Return whether bytes are a document that planctl does not read by itself."""
    return _refused(content) is None and _kind(content) != "text"


def needs_office(content: bytes) -> str:
    """Return how a file is named that LibreOffice has to make a .docx of: `doc` or `odt`; empty for any other."""
    what = _refused(content)
    names = {_OLD_KINDS["WordDocument"]: "doc", _OPEN_KINDS[_OPEN_TEXT]: "odt"}
    return names.get(what, "") if what else ""


def _refused(content: bytes) -> Message | None:
    """Return what a document is that planctl does not read."""
    beginning = content[:LONGEST_BEGINNING].lstrip()
    if beginning.startswith(OLD):
        for stream, what in _OLD_KINDS.items():
            if f"{stream}\0".encode("utf-16-le") in content:
                return what
    if beginning.startswith(ZIP):
        return next((what for mime, what in _OPEN_KINDS.items() if beginning[30:].startswith(mime)), None)
    return next((what for magic, what in REFUSED.items() if beginning.startswith(magic)), None)


def too_much(name: str) -> Message:
    """Return what to say of a document that takes too much."""
    return say("{file} takes more memory or time than any plan report; save it anew, or as plain text", file=name)


def _kind(content: bytes) -> str:
    beginning = content[:LONGEST_BEGINNING].lstrip()
    if b"%PDF-" in beginning:
        return "pdf"
    if beginning.startswith(ZIP):
        return "zip"
    return "html" if _is_page(beginning) else "text"


def _reader(kind: str, name: str, content: bytes) -> Callable[[bytes, str, Progress], Document]:
    try:
        if kind == "pdf":
            from planctl.documents.reading.pdf import read_pdf

            return read_pdf
        if kind == "zip":
            return _package_reader(content, name)
        if kind == "html":
            from planctl.documents.reading.html import read_html

            return read_html
    except ModuleNotFoundError as fault:
        raise missing_library(say("reading {file}", file=name), fault) from None
    from planctl.documents.reading.separated import read_separated, separator_of
    from planctl.documents.reading.text import decoded, read_text

    return read_separated if separator_of(decoded(content, name)) else read_text


def _package_reader(content: bytes, name: str) -> Callable[[bytes, str, Progress], Document]:
    from planctl.documents.reading.package import BINARY_BOOK, BOOK, Package

    package = Package(content, name)
    if BINARY_BOOK in package:
        raise PlanctlError(say("{file} is a binary workbook (.xlsb): save it as .xlsx", file=name))
    if BOOK in package:
        from planctl.documents.reading.workbook import read_workbook

        return read_workbook
    from planctl.documents.reading.word import read_word

    return read_word


def _is_page(beginning: bytes) -> bool:
    from planctl.documents.reading.text import UTF_16

    if beginning.startswith(UTF_16):
        beginning = beginning.decode("utf-16", "ignore").encode()
    lowered = beginning.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return lowered.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<div", b"<table", b"<p"))
