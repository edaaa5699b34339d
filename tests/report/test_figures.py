"""The page says what the commands say: every figure of it is that of their JSON, as data and as text."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from tests.conftest import FULING, Run
from tests.report.reading import Element, answer, found, of_class, one, real_page, words

MINUS = "−"


@pytest.fixture(scope="module")
def both() -> Element:
    return real_page(2022, 2023)


def rows(documents: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in documents:
        yield each
        yield from rows(each["parts"])


def text_of(size: str | None) -> str:
    """Return a JSON number as a person reads it: with its sign."""
    if size is None:
        return "–"
    number = Decimal(size)
    return f"{MINUS if number < 0 else '+' if number else ''}{abs(number):f}"


@pytest.mark.parametrize("year", [2022, 2023])
def test_every_indicator_and_part_has_the_figures_and_the_verdict_of_status(year: int, planctl: Run) -> None:
    page = real_page(year)
    status = answer(planctl, "status", str(year))
    shown = found(page, f"//li[{of_class('indicator')}]")
    assert Counter(each.get("data-id") for each in shown) == Counter(row["id"] for row in rows(status["indicators"]))
    for row in rows(status["indicators"]):
        item = one(page, f"//li[@id='i-{row['id']}']")
        for key in ("number", "kind", "target", "adjusted_target", "actual", "verdict", "rule", "gap", "gap_percent"):
            assert item.get(f"data-{key.replace('_', '-')}") == row[key], (row["id"], key)
        assert item.get("data-flags", "").split() == row["flags"]
        line = one(item, f"./div[{of_class('line')}]")
        assert words(one(line, "./h4")).startswith(f"{row['prefix'] or ''}{row['name']}")
        if not (row["verdict"] or row["target"] or row["actual"]):
            assert words(one(line, "./details/summary")) == "no target with a figure"
            continue
        adjusted = f" → adjusted to {row['adjusted_target']}" if row["adjusted_target"] else ""
        assert words(one(line, f".//dd[{of_class('target')}]")) == (row["target"] or "–") + adjusted
        assert words(one(line, f".//dd[{of_class('actual')}]")) == (row["actual"] or "–")
        assert words(one(line, f".//dd[{of_class('gap')}]")).lstrip("≥≤") == text_of(row["gap"])
        verdict = words(one(line, f"./span[{of_class('verdict')}]"))
        assert verdict.lstrip("✓✗⊘…? ") == (row["verdict"] or "no figure")
        assert (row["because"] or "where it stands") in words(one(line, "./details/summary"))


def test_constraint_indicators_are_set_apart(both: Element, planctl: Run) -> None:
    status = answer(planctl, "status", "2022")
    lists = found(both, f"//ul[{of_class('indicators')}]")
    printed = [[each.get("data-id") for each in found(group, f"./li[{of_class('indicator')}]")] for group in lists]
    kinds = [[row["id"] for row in status["indicators"] if row["kind"] == kind] for kind in ("constraint", "expected")]
    assert printed == kinds


def test_a_fold_out_has_every_step_reason_remark_and_place_of_show(both: Element, planctl: Run) -> None:
    for id in (
        "budget-revenue-growth-excluding-vat-refunds",
        "resident-income-growth",
        "clean-air-days",
        "ammonia-nitrogen",
    ):
        shown = answer(planctl, "show", id, "--year", "2022")
        fold = words(one(both, f"//li[@id='i-{id}']/div/details"))
        assert len(shown["places"]) >= 2
        assert all(step in fold for step in shown["steps"])
        assert all(remark in fold for remark in shown["remarks"])
        assert all(place.split("/")[-1] in fold for place in shown["places"].values())
        assert (shown["reason"] or "") in fold


def test_the_headline_counts_as_status_does(both: Element, planctl: Run) -> None:
    status = answer(planctl, "status", "2022")
    counts = {key: size for key, size in status["summary"].items() if size and key != "total"}
    big = one(both, f"//p[{of_class('big')}]")
    shown = found(big, "./span[@data-status]")
    assert {str(each.get("data-status")): int(str(each.get("data-count"))) for each in shown} == counts
    assert [words(one(each, "./b")) for each in shown] == [str(size) for size in counts.values()]
    assert f"of {status['summary']['total']} indicators" in words(big)
    assert one(both, f"//p[{of_class('agreement')}]").get("data-agrees") == str(status["agrees"]).lower()
    units = found(both, f"//ol[{of_class('units')}]/li/a")
    assert [(each.get("href"), each.get("class")) for each in units] == [
        (f"#i-{row['id']}", row["verdict"]) for row in status["indicators"]
    ]


def test_what_the_met_rest_on_adds_up_to_the_met(both: Element) -> None:
    shown = found(both, "//li[@data-basis]")
    assert {str(each.get("data-basis")): words(each).split()[-1] for each in shown} == {
        "figures": "13",
        "estimate": "2",
        "adjusted target": "1",
        "statement": "1",
    }


def test_gaps_are_ranked_from_the_worst_rates_apart_from_amounts_and_missed_apart_from_met(
    both: Element, planctl: Run
) -> None:
    status = answer(planctl, "status", "2022")["indicators"]
    wanted = []
    for verdict in ("unmet", "met"):
        for key, is_rate in (("gap", True), ("gap_percent", False)):
            members = [
                row for row in status if row["verdict"] == verdict and row[key] and (row["unit"] == "%") is is_rate
            ]
            ranked = sorted(members, key=lambda row: Decimal(row[key]))
            wanted.append([(row["id"], row[key], "" if is_rate else text_of(row[key])) for row in ranked])
    shown = [
        [
            (each.get("data-id"), each.get("data-size"), words(found(each, "./td")[3]).lstrip("≥≤"))
            for each in found(body, "./tr[@data-id]")
        ]
        for body in found(both, "//table[@id='gaps-table']/tbody")
    ]
    assert shown == wanted
    assert [len(group) for group in wanted] == [12, 2, 10, 6]
    heads = [words(each) for each in found(both, "//table[@id='gaps-table']/tbody/tr[@class='group']")]
    assert heads[1:3] == ["✗ unmet: others, in per cent of the target 2", "✓ met: rates, by points 10"]


def test_the_scenarios_have_their_counts_and_the_rows_that_move(both: Element, planctl: Run) -> None:
    for scenario in answer(planctl, "scenarios", "2022")["scenarios"]:
        item = one(both, f"//li[@data-name='{scenario['name']}']")
        counts = {key: size for key, size in scenario["counts"].items() if size}
        for key, size in counts.items():
            assert item.get(f"data-{key}") == str(size)
        said = words(one(item, f".//p[{of_class('counts')}]"))
        assert all(f"{size} " in said and key in said for key, size in counts.items() if key != "total")
        assert str(item.get("data-moved")).split() == [move["id"] for move in scenario["moved"]]
        assert len(found(item, f".//ul[{of_class('moves')}]/li")) == len(scenario["moved"])
        widths = [Decimal(str(each.get("width"))) for each in found(item, ".//rect")]
        assert abs(sum(widths, Decimal(-1000))) < 1
        whole = int(counts.pop("total"))
        for width, size in zip(widths, counts.values(), strict=True):
            assert abs(width - Decimal(1000) * size / whole) < 1


def test_every_change_has_the_figures_of_diff(both: Element, planctl: Run) -> None:
    def flat(changes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        return rows(changes)

    diff = answer(planctl, "diff", "2022", "2023")
    changes = list(flat(diff["changes"]))
    shown = found(both, "//table[@id='changes-table']/tbody/tr[@data-item]")
    of_row = {
        (change["before"] and change["before"]["id"], change["after"] and change["after"]["id"]): change
        for change in changes
    }
    assert len(shown) == len(changes)
    for row in shown:
        change = of_row.pop((row.get("data-before"), row.get("data-after")))
        before, after = change["before"], change["after"]
        for key in ("relation", "target", "change", "change_unit", "change_percent", "versus_actual"):
            assert row.get(f"data-{key.replace('_', '-')}") == change[key], (key, row.get("data-after"))
        assert row.get("data-flags", "").split() == change["flags"]
        same = change["relation"] in ("kept", "renamed")
        assert row.get("data-became") == (change["target"] if same else change["relation"])
        cells = [words(cell) for cell in found(row, "./td")]
        assert cells[1].startswith((before and before["target"]) or "")
        assert cells[2].startswith((after and after["target"]) or "")
        assert cells[4].startswith((before and before["actual"]) or "")
        if change["change"] and Decimal(change["change"]):
            assert text_of(change["change"]) in cells[3]


def test_changes_are_grouped_by_what_became_of_the_target_as_in_the_terminal(both: Element, planctl: Run) -> None:
    counted = answer(planctl, "diff", "2022", "2023")["summary"]["targets"]
    groups = found(both, "//table[@id='changes-table']/tbody")
    heads = [words(one(each, "./tr[@class='group']")) for each in groups]
    assert heads[:2] == ["↑ raised 5 harder to meet", "↓ lowered 6 easier"]
    told = {key: size for key, size in counted.items() if size}
    for group in groups:
        rows = [each for each in found(group, "./tr[@data-item]") if "part" not in str(each.get("class"))]
        (became,) = {str(each.get("data-became")) for each in rows}
        assert told.pop(became) == len(rows)
    assert told == {}


def test_a_part_that_became_something_else_than_its_row_says_so(both: Element) -> None:
    part = one(both, "//table[@id='changes-table']//tr[contains(td, '民间投资增速')]")
    assert part.get("data-became") == "added"
    assert words(found(part, "./td")[3]) == "+ added"


def test_a_row_without_figures_is_one_line_that_unfolds_to_where_it_stands(both: Element) -> None:
    line = one(both, "//li[@id='i-ammonia-nitrogen']/div")
    assert [each.tag for each in found(line, "./*")] == ["span", "h4", "details"]
    assert "indicators_2022.yaml:" in words(one(line, "./details/dl"))


def test_each_tile_has_the_name_of_its_indicator(both: Element, planctl: Run) -> None:
    names = [row["name"] for row in answer(planctl, "status", "2022")["indicators"]]
    assert [words(each) for each in found(both, f"//ol[{of_class('units')}]/li/a/b")] == names


def test_the_flow_has_each_indicator_once(both: Element, planctl: Run) -> None:
    diff = answer(planctl, "diff", "2022", "2023")
    wanted = Counter(
        (
            change["before"]["verdict"] if change["before"] else "new",
            change["target"] if change["relation"] in ("kept", "renamed") else change["relation"],
        )
        for change in diff["changes"]
    )
    bands = found(both, f"//*[{of_class('band')}]")
    assert {(str(each.get("data-before")), str(each.get("data-after"))): each.get("data-size") for each in bands} == {
        pair: str(size) for pair, size in wanted.items()
    }
    after = [words(each) for each in found(both, f"//div[{of_class('flow')}]/div[{of_class('after')}]/p")]
    assert sum(int(each.split()[0]) for each in after) == len(diff["changes"])


def test_the_money_is_that_of_projects_with_its_shares_and_sums(both: Element, planctl: Run) -> None:
    programmes = answer(planctl, "projects", "2023")["programmes"]
    shown = found(both, "//article[@data-programme]")
    assert [each.get("data-programme") for each in shown] == [each["id"] for each in programmes]
    for article, programme in zip(shown, programmes, strict=True):
        tables, sums = found(article, "./table"), found(article, f"./ul[{of_class('sums')}]")
        for table, held, breakdown in zip(tables, sums, programme["breakdowns"], strict=True):
            assert (held.get("data-by"), held.get("data-agreement")) == (breakdown["by"], breakdown["agreement"])
            parts = found(table, "./tbody/tr")
            for row, item in zip(parts, breakdown["items"], strict=True):
                assert (row.get("data-name"), row.get("data-share")) == (item["name"], item["share"])
                said = words(row)
                assert f"{item['share']}%" in said
                assert f"{item['planned_investment']}{item['unit']}" in said
                assert f"{item['count']}个" in said
                bar = one(row, f".//rect[{of_class('bar')}]")
                assert abs(Decimal(str(bar.get("width"))) - Decimal(item["share"]) * 10) < Decimal("3.1")
        for measure, figure in programme["printed"].items():
            assert figure["text"] in words(article), measure


@pytest.mark.parametrize("year", [2022, 2023])
def test_every_named_project_is_listed(year: int, planctl: Run) -> None:
    projects = answer(planctl, "projects", str(year), "--list")["projects"]
    shown = found(real_page(year), "//table[@id='projects-table']/tbody/tr")
    assert [each.get("data-id") for each in shown] == [each["id"] for each in projects]
    for row, project in zip(shown, projects, strict=True):
        for key in ("stage", "sector", "programme", "section", "place"):
            wanted = project[key].split("data/")[-1] if key == "place" else project[key]
            given = row.get(f"data-{key}")
            assert (given.split("data/")[-1] if given and key == "place" else given) == wanted
        said = words(row)
        for key in ("name", "stage_printed", "sector", "capacity", "section"):
            assert (project[key] or "") in said


def test_every_pair_has_the_figures_of_statements(both: Element, planctl: Run) -> None:
    pairs = answer(planctl, "statements", "2023", "--pairs")["pairs"]
    shown = found(both, "//table[@id='pairs-table']/tbody/tr")
    assert len(pairs) == 34
    for row, pair in zip(shown, pairs, strict=True):
        assert (row.get("data-before"), row.get("data-after")) == (pair["before"]["id"], pair["after"]["id"])
        for key in ("target", "change", "change_unit", "change_percent"):
            assert row.get(f"data-{key.replace('_', '-')}") == pair[key]
        cells = [words(cell) for cell in found(row, "./td")]
        assert cells[2:4] == [pair["before"]["value"], pair["after"]["value"]]
        if pair["change"] and Decimal(pair["change"]):
            assert cells[4].startswith(text_of(pair["change"]))


def test_every_finding_of_check_is_there_and_the_acknowledged_are_folded(both: Element, planctl: Run) -> None:
    problems = answer(planctl, "check", *FULING)["problems"]
    open_ones = [each for each in problems if not each["accepted"]]
    shown = found(both, "//table[@id='findings-table']/tbody/tr")
    for row, problem in zip(shown, open_ones, strict=True):
        assert (row.get("data-severity"), row.get("data-check")) == (problem["severity"], problem["check"])
        assert problem["message"] in words(row)
        assert f"{problem['file'].split('/')[-1]}:{problem['line']}" in words(row)
    folded = found(both, f"//details[{of_class('accepted')}]/ul/li")
    accepted = [each for each in problems if each["accepted"]]
    assert accepted
    for item, problem in zip(folded, accepted, strict=True):
        assert item.get("data-check") == problem["check"]
        assert problem["message"] in words(item)
        assert problem["accepted"] in words(item)
