"""How far a long reading is, on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.documents.reading.document import Progress


@contextmanager
def bar(reports: int = 1) -> "Iterator[Progress]":
    """Show a bar on standard error; what it hears is pages of a report, or 0 of 0 once a report is done."""
    if not sys.stderr.isatty():
        yield lambda done, whole: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as shown:
        whole = shown.add_task("reports", total=reports, visible=reports > 1)
        pages = shown.add_task("pages", total=None, visible=False)

        def advance(done: int, of: int) -> None:
            shown.update(whole, advance=not of)
            shown.update(pages, completed=done, total=of or None, visible=bool(of))

        yield advance
