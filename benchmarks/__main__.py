"""Measure what planctl takes beside what people would use instead, and write the page on it.

    python -m benchmarks [PART ...] [--share SHARE]

PART is start, others, documents, nation or growth. All of them take at most ten minutes on two cores, and write
docs/performance.md; some alone are printed. SHARE is that of the usual time, 1 by itself.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import documents, growth, nation, others, start
from benchmarks.measuring import ROOT, Laboratory
from benchmarks.page import Section, busy, page

PARTS: Mapping[str, Callable[[Laboratory], Section]] = {
    "start": start.measure,
    "others": others.measure,
    "documents": documents.measure,
    "nation": nation.measure,
    "growth": growth.measure,
}
PAGE = ROOT / "docs" / "performance.md"
RIVALS = (
    *("yamale", "check-jsonschema", "frictionless", "pandera", "pandas"),
    *("pdfplumber", "camelot-py", "python-docx", "markitdown"),
)


def main(parts: list[str], share: float) -> None:
    """Measure some parts, or all; print what came of it, and write the page where that is all."""
    noise = busy()
    with TemporaryDirectory() as folder:
        sections = []
        for name in parts or PARTS:
            print(f"{name} ...", file=sys.stderr)
            sections.append(PARTS[name](Laboratory(Path(folder), share)))
    text = page(sections, datetime.now(UTC).date(), RIVALS, noise)
    print(text)
    if not parts:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="python -m benchmarks")
    options.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART")
    options.add_argument("--share", type=float, default=1.0)
    given = options.parse_args()
    main(given.parts, given.share)
