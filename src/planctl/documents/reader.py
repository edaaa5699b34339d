"""Bytes of a document to what it says, by what they are and not by what the file is called."""

from collections.abc import Callable

from planctl.documents.document import Document, Progress, unheeded
from planctl.messages import DISTRIBUTION, Message, PlanctlError, say

REFUSED = {
    b"\xd0\xcf\x11\xe0": say("an old or an encrypted Word document: save it as .docx without a password"),
    b"\x89PNG": say("an image: planctl reads no images"),
    b"\xff\xd8\xff": say("an image: planctl reads no images"),
    b"GIF8": say("an image: planctl reads no images"),
    b"II*\0": say("an image: planctl reads no images"),
    b"{\\rtf": say("an RTF document: save it as .docx"),
}
LONGEST_BEGINNING = 1024


def read_document(content: bytes, name: str, progress: Progress = unheeded) -> Document:
    """Return the document that bytes are: PDF, Word (.docx), a web page or plain text.

    `progress` is told of each page of paper that is read. Raises `PlanctlError` for any other, for one that cannot be
    read, and where the library that reads it is missing.
    """
    beginning = content[:LONGEST_BEGINNING].lstrip()
    for magic, what in REFUSED.items():
        if beginning.startswith(magic):
            raise PlanctlError(say("{file} is {what}", file=name, what=what))
    try:
        return _reader(_kind(beginning), name)(content, name, progress)
    except RecursionError:
        message = say("{file} is nested more deeply than any plan report; save it anew, or as plain text", file=name)
    except MemoryError:
        message = too_much(name)
    raise PlanctlError(message)


def needs_library(content: bytes) -> bool:
    """Return whether bytes are a document that planctl does not read by itself."""
    beginning = content[:LONGEST_BEGINNING].lstrip()
    return not beginning.startswith(tuple(REFUSED)) and _kind(beginning) != "text"


def too_much(name: str) -> Message:
    """Return what to say of a document that takes too much."""
    return say("{file} takes more memory or time than any plan report; save it anew, or as plain text", file=name)


def _kind(beginning: bytes) -> str:
    if b"%PDF-" in beginning:
        return "pdf"
    if beginning.startswith(b"PK\x03\x04"):
        return "docx"
    return "html" if _is_page(beginning) else "text"


def _reader(kind: str, name: str) -> Callable[[bytes, str, Progress], Document]:
    from planctl.documents.text import read_text

    try:
        if kind == "pdf":
            from planctl.documents.pdf import read_pdf

            return read_pdf
        if kind == "docx":
            from planctl.documents.word import read_word

            return read_word
        if kind == "html":
            from planctl.documents.html import read_html

            return read_html
    except ModuleNotFoundError as fault:
        message = say(
            "{file} cannot be read without {library}; install lxml and pypdfium2, which {extra} brings",
            file=name,
            library=fault.name or "",
            extra=f"{DISTRIBUTION}[documents]",
        )
        raise PlanctlError(message) from None
    return read_text


def _is_page(beginning: bytes) -> bool:
    from planctl.documents.text import UTF_16

    if beginning.startswith(UTF_16):
        beginning = beginning.decode("utf-16", "ignore").encode()
    lowered = beginning.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return lowered.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<div", b"<table", b"<p"))
