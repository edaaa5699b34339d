"""A short form of the mutation run, and that the page states what the long one printed."""

import re

from tests import mutations
from tests.conftest import TESTS


def test_what_is_said_twice_is_noticed_when_it_changes_in_one_place() -> None:
    counts = mutations.tally(every=7)
    for kind in ("claim", "number", "replaces", "repeated statement"):
        seen, total = counts.get(kind, (0, 0))
        assert seen >= total - 1, kind
    assert counts["actual"][0], "a figure whose verdict turns is noticed"


def test_the_page_counts_the_changes_that_there_are() -> None:
    page = (TESTS / "golden" / "mutations.md").read_text(encoding="utf-8")
    changes = [each for name, text in mutations.shipped().items() for each in mutations.mutations(name, text)]
    found = re.search(r"(\d+) changes, `planctl check` notices (\d+)", page)
    assert found, "run: python -m tests.mutations > tests/golden/mutations.md"
    assert int(found[1]) == len(changes)
    rows = re.findall(r"^\| [a-z ]+ \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
    assert [sum(map(int, column)) for column in zip(*rows, strict=True)] == [int(found[2]), int(found[1])]
