"""The only way out: answers to standard output, messages to standard error, each in what the stream can take."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import typer

from planctl.cli import pager
from planctl.cli.language import misuse, spoken, written
from planctl.cli.options import Format
from planctl.messages.languages import Language
from planctl.messages.message import PlanctlError, Unreadable, say
from planctl.values.characters import LAID_OUT, escaped

if TYPE_CHECKING:
    from planctl.api.corpus import Corpus
    from planctl.showing.look import Look
    from planctl.showing.view import View
    from planctl.showing.wording import Wording

Answer = TypeVar("Answer")

UNUSABLE = 2
BYTE_ORDER_MARK = "\ufeff"


def emit(
    view: "View[Answer]",
    answer: Answer,
    format: Format,
    lang: Language | None,
    *,
    paged: bool = False,
    columns: Sequence[str] | None = None,
) -> None:
    """Write an answer to standard output in a format, and all of it, in the language asked for if one is.

    A table that is longer than the terminal is `paged` where that is wanted; of some `columns` it has no others.

    Raises as `write` does, and `PlanctlError` for a column that there is not.
    """
    if columns:
        _emit_columns(view, answer, format, lang, tuple(columns), paged=paged)
        return
    if format is Format.JSON:
        write_json(view.document(answer, written(lang)))
    elif format is Format.CSV:
        write_csv(view.sheet(answer, written(lang)).to_csv())
    elif format is Format.MARKDOWN:
        wording = spoken(lang)
        write(view.brief(answer, wording).worded(wording).to_markdown())
    else:
        _put(_table(view, answer, spoken(lang)), paged=paged)


def _emit_columns(
    view: "View[Answer]",
    answer: Answer,
    format: Format,
    lang: Language | None,
    columns: tuple[str, ...],
    *,
    paged: bool,
) -> None:
    if format is Format.JSON:
        raise misuse(say("--columns is of tables, CSV and Markdown; JSON has all"), lang)
    if format is Format.CSV:
        write_csv(view.sheet(answer, written(lang)).only(columns).to_csv())
    elif format is Format.MARKDOWN:
        wording = spoken(lang)
        write(view.sheet(answer, wording).only(columns).worded(wording).to_markdown())
    else:
        _put(_table(view, answer, spoken(lang), columns), paged=paged)


def plain_look(lang: Language | None) -> "Look":
    """Return how text without a table looks on standard output: it has no edge to fold at."""
    from planctl.showing.look import Look

    return Look(None, sys.stdout.encoding or "ascii", spoken(lang))


def write(text: str, *, paged: bool = False) -> None:
    """Write a text to standard output, and all of it; one that is longer than the terminal in a pager, if `paged`.

    What does harm in it is escaped. Raises `OSError` where the stream takes no more.
    """
    _put(escaped(text, LAID_OUT), paged=paged)


def _put(text: str, *, paged: bool = False) -> None:
    """Write what is escaped already, cell by cell, for a table has commands to the terminal of its own.

    A reader that leaves early (`| head`) has what it wanted.
    """
    if paged and pager.is_long(text) and pager.show(text):
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        abandon_output()


def write_csv(text: str) -> None:
    """Write CSV, which begins with a byte order mark where it begins a file, for Excel; raises as `write` does."""
    mark = BYTE_ORDER_MARK if _begins_a_file(sys.stdout) and _writes_unicode(sys.stdout) else ""
    _put(mark + escaped(text, LAID_OUT))


def write_json(document: dict[str, Any]) -> None:
    """Write a document as JSON; raises as `write` does."""
    import json

    write_json_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def write_json_text(text: str) -> None:
    """Write JSON, escaped where the stream cannot write it as it is; raises as `write` does.

    All that is not ASCII in it stands inside strings.
    """
    import json

    if not _writes_unicode(sys.stdout):
        text = "".join(sign if sign.isascii() else json.dumps(sign)[1:-1] for sign in text)
    write(text)


def tell(fault: PlanctlError, lang: Language | None = None) -> None:
    """Write to standard error why something cannot be done, a line for each problem."""
    wording = spoken(lang)
    if isinstance(fault, Unreadable):
        for problem in fault.problems:
            tell_line(wording.problem(problem))
    else:
        tell_line(f"planctl: {wording(fault.message)}")
        width = max((len(word) for word, _ in fault.choices), default=0)
        for word, name in fault.choices:
            tell_line(f"  {word:{width}}  {name}".rstrip())


def leave_with_faults(corpus: "Corpus", lang: Language | None) -> None:
    """Tell what could not be read of a folder of regions, and leave with 2 where anything could not."""
    for fault in corpus.faults:
        tell(fault, lang)
    if corpus.faults:
        raise typer.Exit(UNUSABLE)


def tell_line(line: str) -> None:
    """Write one line to standard error; what would break it or does harm in it is escaped."""
    typer.echo(escaped(line), err=True)


def size_line(path: Path, content: bytes, lang: Language | None) -> str:
    """Return the line that says that a file was written, and how large it is."""
    from planctl.files.finding import shown_path

    size = (len(content) + 999) // 1000
    return spoken(lang).say("{path}: {size} kB", path=shown_path(path), size=size)


def abandon_output() -> None:
    """Let what is still to be written go nowhere, so that leaving does not fail on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _table(view: "View[Answer]", answer: Answer, wording: "Wording", columns: tuple[str, ...] = ()) -> str:
    from rich.console import Console

    from planctl.showing.look import Look

    width = _width()
    console = Console(file=sys.stdout, width=width or 10_000, highlight=False, markup=False, emoji=False)
    with console.capture() as written:
        for part in view.table(answer, Look(width, sys.stdout.encoding or "ascii", wording, columns)):
            console.print(part, crop=False, no_wrap=width is None)
    return written.get()


def _width() -> int | None:
    """Return the width to fill: COLUMNS where it is set, else the terminal's; `None` for a pipe, which has no edge."""
    if columns := os.environ.get("COLUMNS"):
        return int(columns)
    return os.get_terminal_size(sys.stdout.fileno()).columns or None if sys.stdout.isatty() else None


def _writes_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")


def _begins_a_file(stream: TextIO) -> bool:
    """Whether the stream is a file of its own (`> status.csv`) with nothing in it yet, rather than a pipe."""
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode) and os.lseek(stream.fileno(), 0, os.SEEK_CUR) == 0
    except (OSError, ValueError):
        return False
