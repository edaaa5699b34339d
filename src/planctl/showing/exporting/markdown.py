"""The pages of a dataset as a document to read, in Markdown."""

from collections.abc import Iterator

from planctl.showing.exporting.page import shown
from planctl.showing.exporting.tables import Dataset, Value, WorkbookPage
from planctl.showing.sheet import Sheet, plain_markdown
from planctl.showing.wording import Wording


def markdown(dataset: Dataset, wording: Wording) -> str:
    """Return the document: a chapter for each page that has rows, those of several years parted by year."""
    chapters = (part for page in dataset.pages if page.rows for part in _chapter(page, wording))
    return "\n".join((f"# {plain_markdown(dataset.heading)}\n", *chapters))


def _chapter(page: WorkbookPage, wording: Wording) -> Iterator[str]:
    yield f"## {plain_markdown(page.title)}\n"
    if page.lines:
        yield "".join(f"- {plain_markdown(line)}\n" for line in page.lines)
    if not page.is_parted:
        yield _table(page, page.rows, wording)
        return
    for value in dict.fromkeys(row[0] for row in page.rows):
        yield f"### {plain_markdown(shown(value, wording))}\n"
        yield _table(page, tuple(row for row in page.rows if row[0] == value), wording)


def _table(page: WorkbookPage, rows: tuple[tuple[Value, ...], ...], wording: Wording) -> str:
    heads = tuple(page.heads[at] for at in page.brief)
    return Sheet(heads, tuple(tuple(shown(row[at], wording) for at in page.brief) for row in rows)).to_markdown()
