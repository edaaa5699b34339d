"""The chapters of a report: which of them tell what was done, and which what is planned."""

from planctl.documents.reading.document import Document
from planctl.grammar.documents import looks_back, parse_heading, years_in
from planctl.grammar.titles import in_digits, parse_title

CHAPTER = 1
"""How deep the heading of a chapter stands."""


def lines_looking_back(document: Document) -> frozenset[int]:
    """Return the numbers of the lines in chapters that tell what was done (一、…计划执行情况)."""
    planned = max(years_in(in_digits(parse_title(list(document.lines)).title)), default=0)
    found: set[int] = set()
    back = all_back = False
    for number, line in enumerate(document.lines, 1):
        heading = parse_heading(line)
        if heading and heading.depth == CHAPTER and not line.startswith("\t"):
            back = looks_back(line, planned)
            all_back = back if heading.gathers else all_back
        if back or all_back:
            found.add(number)
    return frozenset(found)
