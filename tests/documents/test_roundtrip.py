"""Random plans in random layouts, in every format, are read back cell by cell as they were set."""

import re

import pytest

from tests.conftest import ROOT
from tests.documents.plans import FORMATS, make_plan
from tests.documents.roundtrip import PLANS, differences, main

SEEDS = range(10_000, 10_080)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_is_read_as_it_was_set(seed: int) -> None:
    layout, cells, apart = differences(seed)
    assert apart == [], layout
    assert cells > 50


def test_the_seeds_bring_every_format_and_every_way_of_setting_a_table() -> None:
    layouts = [make_plan(seed)[1] for seed in SEEDS]
    assert {layout.format for layout in layouts} == set(FORMATS)
    for key, ways in (("numbers", 3), ("units", 2), ("kinds", 5), ("parts", 3), ("classes", 3), ("head", 2)):
        assert len({getattr(layout, key) for layout in layouts}) == ways, key


def test_the_page_states_what_the_script_prints() -> None:
    page = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")
    stated = re.findall(r"^\| (\w+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
    assert [row[0] for row in stated] == list(FORMATS)
    assert sum(int(row[1]) for row in stated) == PLANS
    assert main(30).count("\n") == len(FORMATS) + 2
