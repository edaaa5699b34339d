"""What `planctl verify` and its lock notice: everything in the data changed, one thing at a time.

    python -m tests.verification.mutations

Each change is one that a slip of the hand could make: those of `tests.mutations`, and the last digit of every
quotation, value, name, stage and section. A short form of the run is a test.
"""

import re
import sys
from collections.abc import Iterable, Iterator

from planctl.documents.document import Document
from planctl.documents.text import read_text
from planctl.files import load_reports, report_files
from planctl.lock import digests
from planctl.messages import Unreadable
from planctl.model import Report
from planctl.places import parse_yaml
from planctl.schema import read_report
from planctl.verification.verify import verify
from tests.mutations import DATA, mutations, next_digit, shipped
from tests.verification.rendering import rendered

WORDS = re.compile(r" +(?:- )?(value|quote|name|capacity|stage|section): ")


def changes() -> Iterator[tuple[str, str, str]]:
    """Yield every change: what it is, the name of the file that it is in, and its text."""
    for name, text in shipped().items():
        lines = text.splitlines()
        found = {change.line: change.new for change in mutations(name, text)}
        start = lines.index("statements:") if "programmes:" not in lines else 0
        for number, line in enumerate(lines):
            if number > start and WORDS.match(line) and re.search(r"\d", line):
                found.setdefault(number, next_digit(line))
        for number, new in found.items():
            yield f"{name}:{number + 1} {new}", name, "\n".join([*lines[:number], new, *lines[number + 1 :], ""])


def tally(reports: Iterable[Report], document: Document, every: int = 1) -> tuple[int, list[str], list[str]]:
    """Return how many of every so many-th change were tried, and those that the document and the lock did not catch.

    A change that makes the file unreadable is caught before either is asked.
    """
    known = {report.kind: report for report in reports}
    tried, missed, unlocked = 0, [], []
    for label, name, text in list(changes())[::every]:
        tried += 1
        kind, year = name.removesuffix(".yaml").split("_")
        try:
            changed = read_report(parse_yaml(text.encode(), name), kind, int(year))
        except Unreadable:
            continue
        if not verify({**known, kind: changed}.values(), document).differences:
            missed.append(label)
        if digests(changed) == digests(known[kind]):
            unlocked.append(label)
    return tried, missed, unlocked


if __name__ == "__main__":
    REPORTS = load_reports(report_files(DATA)).reports
    tried, missed, unlocked = tally(REPORTS, read_text(rendered(REPORTS).encode(), "report.txt"))
    sys.stdout.write(f"{tried - len(missed)} of {tried} caught by verify, {tried - len(unlocked)} by the lock\n")
    sys.stdout.writelines(f"{line}\n" for line in (*missed, *unlocked))
