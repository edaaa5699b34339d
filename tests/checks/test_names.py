"""What `planctl check` is given by name: files, folders, standard input, and all of them at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planctl.api.checking import check_files
from planctl.files.places import parse_yaml
from tests.conftest import DATA, ROOT, Run

Folders = tuple[Path, Path]


@pytest.fixture
def two(tmp_path: Path) -> Folders:
    """The shipped data twice, as of two regions; the second counts one met too few and contradicts itself."""
    folders = tmp_path / "good", tmp_path / "bad"
    for folder, code in zip(folders, ("500102", "500103"), strict=True):
        folder.mkdir()
        for path in DATA.glob("*.yaml"):
            text = path.read_text(encoding="utf-8").replace('code: "500102"', f'code: "{code}"')
            (folder / path.name).write_text(text, encoding="utf-8")
    wrong = folders[1] / "indicators_2022.yaml"
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("  met: 17", "  met: 16", 1), encoding="utf-8")
    return folders


def test_a_folder_is_checked_as_data_would_be(planctl: Run, two: Folders) -> None:
    for folder in two:
        for arguments in (("--all",), ("--format", "json")):
            named, as_data = planctl("check", str(folder), *arguments), planctl("check", "-d", str(folder), *arguments)
            assert (named.returncode, named.stdout, named.stderr) == (as_data.returncode, as_data.stdout, b"")
            assert named.returncode == (folder.name == "bad")


def test_a_folder_is_named_as_people_name_it(two: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    good, _ = two
    (good.parent / "link").symlink_to(good)
    monkeypatch.chdir(good.parent)
    for name in ("good", "good/", "./good", "good/../good", "link", str(good)):
        assert len(check_files([Path(name)]).lines) == 4
    monkeypatch.chdir(good)
    assert set(check_files([Path()]).lines) == {path.name for path in DATA.glob("*.yaml")}


def test_what_is_found_in_one_folder_is_never_compared_with_another(two: Folders) -> None:
    good, bad = two
    alone = [check_files([folder]).checked for folder in two]
    assert check_files([good, bad]).checked == (*alone[0], *alone[1])
    assert check_files([bad, good]).checked == (*alone[1], *alone[0])
    for folder in two:
        (folder / "projects_2023.yaml").unlink()
    (good / "targets_2023.yaml").unlink()
    (bad / "indicators_2022.yaml").unlink()
    apart = [*check_files([good]).checked, *check_files([bad]).checked]
    assert list(check_files([good, bad]).checked) == apart
    assert {each.problem.name for each in apart}.isdisjoint({"vanished", "constraint-lost", "target-below-actual"})


def test_a_folder_and_a_file_of_another_are_each_checked_as_if_alone(two: Folders) -> None:
    good, bad = two
    file = bad / "targets_2023.yaml"
    assert check_files([file]).checked
    assert check_files([good, file]).checked == (*check_files([good]).checked, *check_files([file]).checked)


def test_what_is_named_twice_is_told_once(two: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    _, bad = two
    (bad.parent / "link").symlink_to(bad)
    monkeypatch.chdir(bad.parent)
    once = check_files([Path("bad")]).checked
    file = "indicators_2022.yaml"
    for names in (["bad", "bad"], ["bad", str(bad)], ["bad", "link"], ["bad", f"bad/{file}"], ["bad", str(bad / file)]):
        assert check_files(map(Path, names)).checked == once
    assert check_files([Path("bad", file), bad / file]).checked == check_files([Path("bad", file)]).checked


def test_a_folder_without_report_files_is_an_error_also_among_others(
    planctl: Run, two: Folders, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.yaml").write_text("a: b\n", encoding="utf-8")
    for names in (["empty"], ["good", "empty"], ["empty", "bad"], ["."]):
        ran = planctl("check", *names, cwd=tmp_path)
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert ran.stderr.decode() == (
            f"planctl: there are no report files in {names[names.index('empty')] if 'empty' in names else '.'}; "
            "they are named indicators_YEAR.yaml, targets_YEAR.yaml, projects_YEAR.yaml, final_YEAR.yaml, "
            "progress_YEAR.yaml\n"
        )


@pytest.mark.parametrize("name", ["nowhere", "nowhere/", "indicators_1999.yaml", "good/indicators_1999.yaml"])
def test_what_is_not_there_is_an_error_also_beside_a_folder(planctl: Run, two: Folders, name: str) -> None:
    ran = planctl("check", "good", name, cwd=two[0].parent)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert "there is no such file" in ran.stderr.decode()


def test_two_regions_in_one_folder_are_an_error_still(planctl: Run, two: Folders) -> None:
    good, bad = two
    (bad / "targets_2023.yaml").write_bytes((good / "targets_2023.yaml").read_bytes())
    ran = planctl("check", str(good), str(bad))
    assert (ran.returncode, ran.stdout) == (2, b"")


def test_folders_files_and_standard_input_together(planctl: Run, two: Folders) -> None:
    good, bad = two
    content = (bad / "indicators_2022.yaml").read_bytes()
    names = ("good", "bad/targets_2023.yaml", "-", "--stdin-name", "draft/indicators_2022.yaml")
    ran = planctl("check", *names, cwd=good.parent, stdin=content)
    assert (ran.returncode, ran.stderr) == (1, b"")
    lines = ran.stdout.decode().splitlines()
    assert {line.split(":")[0] for line in lines if ": error: " in line} == {"draft/indicators_2022.yaml"}
    assert planctl("check", *names[:2], cwd=good.parent).returncode == 0


def test_standard_input_never_has_the_name_of_a_file_that_is_named(planctl: Run, two: Folders) -> None:
    good, _ = two
    content = (good / "indicators_2022.yaml").read_bytes()
    for names in ((".", "-"), ("indicators_2022.yaml", "-"), ("-", str(good))):
        ran = planctl("check", *names, cwd=good, stdin=content)
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert "'indicators_2022.yaml' is named as a file and as standard input" in ran.stderr.decode()
    assert planctl("check", "targets_2023.yaml", "-", cwd=good, stdin=content).returncode == 0


def test_the_help_tells_of_folders_in_both_languages(planctl: Run) -> None:
    assert "FILE|FOLDER" in planctl("check", "--help").stdout.decode()
    assert "文件|目录" in planctl("check", "--help", "--lang", "zh", PYTHONIOENCODING="utf-8").stdout.decode()


@pytest.mark.parametrize(
    ("names", "code"),
    [("good", 0), ("good\nbad", 1), ("\ngood\n\ngood/targets_2023.yaml\n", 0), ("", 1)],
)
def test_the_action_checks_what_its_input_names(two: Folders, names: str, code: int) -> None:
    document = parse_yaml((ROOT / "action.yml").read_bytes(), "action.yml").data
    script = str(document["runs"]["steps"][-1]["run"])  # type: ignore[index,call-overload]
    ran = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", f'planctl() {{ "$PYTHON" -m planctl "$@"; }}\n{script}'],
        cwd=two[0].parent,
        env={"PATH": os.environ["PATH"], "PYTHON": sys.executable, "NAMES": names, "ARGUMENTS": "--strict"},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == code
    assert ran.stdout or "names no folder" in ran.stderr.decode()
