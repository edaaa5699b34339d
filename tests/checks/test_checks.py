"""Every check has cases that fire and cases that stay silent; the whole of what is said stands beside each."""

from pathlib import Path

import pytest

from planctl.api.checking import check_files
from planctl.checks.dossier import Dossier
from planctl.checks.lock import FILE_NAME
from planctl.checks.registry import CHECKS, UNUSED, run_checks
from planctl.files.places import parse_yaml
from planctl.files.schema import read_report
from planctl.messages.message import Unreadable
from planctl.showing.look import Look
from planctl.showing.problems.text import text
from tests.conftest import DATA, HEAD, Golden, Run

CASES = sorted(
    path for path in Path(__file__).parent.glob("*/*") if path.is_dir() and path.parent.name != "__pycache__"
)
NAMES = {check.name for check in CHECKS} | {UNUSED}


def files_of(case: Path) -> dict[str, bytes]:
    """Return the files of a case, with the head that each has."""
    return {path.name: path.read_text(encoding="utf-8").replace("# HEAD\n", HEAD).encode() for path in case.iterdir()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_case(case: Path, golden: Golden) -> None:
    chosen = [check for check in CHECKS if check.name == case.parent.name or case.parent.name == UNUSED]
    found = check_files(given=files_of(case), chosen=chosen)
    said = text(found, Look(None, "utf-8"), everything=True)
    assert ("nothing found" in said) is (case.name.startswith("good") and case.parent.name != UNUSED)
    golden(case.with_suffix(".out"), said)


def test_every_check_has_a_case_that_fires_and_one_that_stays_silent() -> None:
    cases = {(case.parent.name, case.name.split("-")[0]) for case in CASES}
    assert cases == {(name, kind) for name in NAMES for kind in ("bad", "good")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_case_that_stays_silent_has_no_problem_of_shape(case: Path) -> None:
    for name, content in files_of(case).items():
        if name == FILE_NAME:
            continue
        kind, year = name.removesuffix(".yaml").split("_")
        try:
            read_report(parse_yaml(content, name), kind, int(year))
        except Unreadable as fault:
            pytest.fail(str(fault))


def test_the_shipped_data_passes_with_every_finding_of_the_report_acknowledged() -> None:
    found = check_files(sorted(DATA.glob("*.yaml")))
    assert [str(each.problem) for each in found.checked if each.problem.severity != "note" and not each.accepted] == []
    accepted = [(each.problem.name, each.problem.at) for each in found.checked if each.accepted]
    assert accepted == [
        ("adjustment-name", "budget-revenue-growth-excluding-vat-refunds"),
        ("adjustment-name", "tax-revenue-growth-excluding-vat-refunds"),
        ("outside-parts", "resident-income-growth"),
        ("repetition-estimate", "statements.research-intensity-stated"),
    ]


def test_an_acknowledgement_of_a_check_that_was_not_asked_is_not_unused() -> None:
    reports = [read_report(parse_yaml(path.read_bytes(), path.name), *_named(path)) for path in DATA.glob("*.yaml")]
    numbering = [check for check in CHECKS if check.name == "numbering"]
    assert run_checks(Dossier(reports), numbering) == ()


def _named(path: Path) -> tuple[str, int]:
    kind, year = path.stem.split("_")
    return kind, int(year)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_check_is_explained_with_what_is_said_of_its_case(name: str, planctl: Run) -> None:
    said = planctl("rule", name).stdout.decode()
    case = Path(__file__).parent / name / "bad.out"
    assert said.endswith(f"For example:\n\n{case.read_text(encoding='utf-8')}")


def test_a_name_that_leads_elsewhere_has_no_example(planctl: Run) -> None:
    assert planctl("rule", "../checks/numbering").returncode == 2


@pytest.mark.parametrize(
    ("name", "found_at"),
    [
        ("parts-on-one-side", ["fixed-asset-investment-growth"]),
        ("relative-below", ["resident-income-growth"]),
        ("reached-before", ["statements.new-market-entities-stated"]),
        ("points-of-amount", ["statements.livelihood-investment-above-plan"]),
        (
            "unmet-untold",
            [
                "industry-growth",
                "invention-patents-per-10000-people",
                "resident-income-growth",
                "forest-coverage",
                "energy-intensity-reduction",
            ],
        ),
    ],
)
def test_what_the_shipped_reports_are_known_to_have(name: str, found_at: list[str]) -> None:
    chosen = [check for check in CHECKS if check.name == name]
    found = check_files(sorted(DATA.glob("*.yaml")), chosen=chosen)
    assert [each.problem.at for each in found.checked if each.problem.name == name] == found_at


def test_a_remark_that_has_the_word_silences_a_qualifier_and_another_does_not() -> None:
    chosen = [check for check in CHECKS if check.name == "qualifier-differs"]
    case = Path(__file__).parent / "qualifier-differs" / "good"
    files = files_of(case)
    text = files["indicators_2022.yaml"].decode()
    assert not check_files(given=files, chosen=chosen).checked
    files["indicators_2022.yaml"] = text.replace("即国家高新技术企业。", "另有说明。").encode()
    assert [each.problem.at for each in check_files(given=files, chosen=chosen).checked] == ["statements.t"]
