"""What `planctl check` prints to acknowledge findings with is pasted into their files, and they are acknowledged."""

from pathlib import Path

import pytest

from planctl.api.checking import check_files
from planctl.checks.registry import CHECKS, UNUSED, Checked, Examination
from planctl.files.loading import example_of
from planctl.messages.message import Place, Problem, Severity, say
from planctl.showing.problems.acknowledging import TO_DO, blocks
from tests.checks.test_checks import CASES, NAMES, files_of
from tests.conftest import DATA, HEAD, Run

LEAD = "to acknowledge what stands so in "
BAD = [case for case in CASES if case.name.startswith("bad") and case.parent.name != UNUSED]
CLAIM = "claim: {total: 3, met: 2, unmet: 2, discontinued: 0}"
ROWS = """\
indicators:
  - {id: a, number: "1", name: 名, name_en: Name, unit: "%", kind: expected, target: "5", actual: "6"}
  - {id: b, number: "2", name: 名二, name_en: Other, unit: "%", kind: expected, target: "5", actual: "4"}
"""


def pasted(text: str, examination: Examination) -> str:
    """Return a file's text with the one block that is printed for it where that says it goes."""
    ((where, lines),) = blocks(examination.checked, examination.lines)
    block = "\n".join(lines) + "\n"
    if "at its end" in str(where):
        return text + block
    key = "accept: [" if "'accept: ['" in str(where) else "accept:"
    before, _, after = text.partition(key)
    return f"{before}{key}{block}{after}" if key.endswith("[") else f"{before}{key}\n{block}{after.lstrip(chr(10))}"


def findings(examination: Examination, *, accepted: bool) -> set[tuple[str, str, str]]:
    return {
        (each.problem.place.file, each.problem.name, each.problem.at)
        for each in examination.checked
        if bool(each.accepted) is accepted
    }


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_what_is_printed_for_a_case_acknowledges_all_that_its_check_finds(case: Path) -> None:
    chosen = [check for check in CHECKS if check.name == case.parent.name]
    files = files_of(case)
    before = check_files(given=files, chosen=chosen)
    for where, lines in blocks(before.checked, before.lines):
        (name,) = (name for name in files if f"{LEAD}{name}: " in str(where))
        files[name] += ("\n".join(lines) + "\n").encode()
    after = check_files(given=files, chosen=chosen)
    assert findings(before, accepted=False)
    if case.parent.name in TO_DO:  # what is not done yet is no finding that stands
        assert after == before
        return
    assert findings(after, accepted=True) == findings(before, accepted=False)
    assert {name for _, name, _ in findings(after, accepted=False)} <= {"placeholder"}


@pytest.mark.parametrize("name", sorted(NAMES - {UNUSED} - TO_DO))
def test_the_example_of_a_check_ends_with_what_would_acknowledge_it(name: str) -> None:
    assert f"\naccept:\n  - {{check: {name}, at: " in example_of(name)


def test_a_check_is_explained_with_what_would_acknowledge_its_example(planctl: Run) -> None:
    said = planctl("rule", "outside-parts").stdout.decode()
    assert "accept:\n  - {check: outside-parts, at: a, reason: {zh: 待写, en: to be written}}\n" in said


STANDING = {
    "nothing yet": "",
    "a list": "accept:\n  - {check: claim-sum, at: x, reason: {zh: 因, en: so}}\n",
    "a list set in further": "accept:\n      - check: claim-sum\n        at: x\n        reason: {zh: 因, en: so}\n",
    "a list not set in": "accept:\n- {check: claim-sum, at: x, reason: {zh: 因, en: so}}\n",
    "a list below a remark": "accept:  # known\n\n  # why\n    - {check: claim-sum, at: x, reason: {zh: 因, en: so}}\n",
    "a list in brackets": "accept: [{check: claim-sum, at: x, reason: {zh: 因, en: so}}]\n",
    "an empty list": "accept: []\n",
}


@pytest.mark.parametrize("standing", STANDING.values(), ids=STANDING)
@pytest.mark.parametrize("last", [True, False], ids=["at the end", "amid the file"])
def test_it_goes_on_with_what_the_file_acknowledges_already(standing: str, last: bool) -> None:
    parts = [f"{HEAD}year: 2022\n", f"{CLAIM}\n{ROWS}"]
    parts.insert(2 if last else 1, standing)
    chosen = [check for check in CHECKS if check.name in ("claim-sum", "claim-count")]
    text = "".join(parts)
    before = check_files(given={"indicators_2022.yaml": text.encode()}, chosen=chosen)
    open_ones = {each for each in findings(before, accepted=False) if each[1] != UNUSED}
    assert open_ones
    changed = pasted(text, before)
    after = check_files(given={"indicators_2022.yaml": changed.encode()}, chosen=chosen)
    assert findings(after, accepted=True) == open_ones


def found(at: str, name: str = "claim-sum", file: str = "indicators_2022.yaml") -> Checked:
    return Checked(Problem(Place(file, 1, 1), name, say(""), say(""), Severity.ERROR, at))


def test_what_is_found_twice_at_one_thing_is_acknowledged_once() -> None:
    ((_, lines),) = blocks([found("a"), found("b"), found("a")], {})
    assert [line.split("at: ")[1][0] for line in lines[1:]] == ["a", "b"]


def test_each_file_has_a_block_of_its_own() -> None:
    told = list(blocks([found("a", file="x/f.yaml"), found("a", file="y/f.yaml")], {}))
    assert [str(where).split(": ")[0] for where, _ in told] == [f"{LEAD}x/f.yaml", f"{LEAD}y/f.yaml"]


@pytest.mark.parametrize("at", ["notes.1 2", "notes.1, 2", "a: b", "a #b", "1", "-", "'x'", '"x"', "a]", "{a}"])
def test_an_id_with_a_sign_of_yaml_comes_back_as_it_was(at: str) -> None:
    ((_, lines),) = blocks([found(at)], {})
    text = f"{HEAD}year: 2022\n{ROWS}" + "\n".join(lines)
    after = check_files(given={"indicators_2022.yaml": text.encode()})
    assert [str(each.problem.message) for each in after.checked if each.problem.name == UNUSED] == [
        f"'{at}' is not in this file"
    ]


def test_a_fault_of_shape_and_an_acknowledgement_of_nothing_are_not_acknowledged() -> None:
    assert list(blocks([found("a", "schema"), found("accept.1", UNUSED), found("accept.1", "placeholder")], {})) == []


def test_a_reason_that_is_still_to_be_written_is_told_until_it_is(planctl: Run, tmp_path: Path) -> None:
    text = (DATA / "indicators_2022.yaml").read_text(encoding="utf-8").replace("  met: 17", "  met: 16", 1)
    file = tmp_path / "indicators_2022.yaml"
    file.write_text(text, encoding="utf-8")
    ran = planctl("check", str(tmp_path))
    assert ran.returncode == 1
    lines = ran.stdout.decode().splitlines()
    begin = next(count for count, line in enumerate(lines) if line.startswith(LEAD))
    entries = lines[begin + 1 : lines.index("", begin)]
    file.write_text(text + "\n".join(entries) + "\n", encoding="utf-8")
    assert planctl("check", str(tmp_path)).returncode == 0
    told = planctl("check", str(tmp_path), "--strict")
    assert told.returncode == 1
    assert "'to be written' stands where something has to be written" in told.stdout.decode()
    written = "\n".join(entries).replace("待写", "报告如此").replace("to be written", "It is printed so")
    file.write_text(f"{text}{written}\n", encoding="utf-8")
    assert planctl("check", str(tmp_path), "--strict").returncode == 0


def test_where_nothing_is_to_be_seen_nothing_is_to_be_pasted(planctl: Run) -> None:
    assert "accept:" not in planctl("check").stdout.decode()
    notes = planctl("check", "--all").stdout.decode()
    assert "  - {check: constraint-lost, at: grain-output, reason: {zh: 待写, en: to be written}}" in notes.splitlines()


def test_the_lead_is_in_the_language_of_the_reader(planctl: Run) -> None:
    said = planctl("check", "--all", "--lang", "zh", PYTHONIOENCODING="utf-8").stdout.decode()
    assert "可予确认：将以下内容粘贴到文件末尾，并写明理由\naccept:\n" in said
    assert "可予确认：将以下内容粘贴到“accept:”之下，并写明理由\n  - {check: " in said
