"""What --force writes over, and what it never does; what a killed run leaves to the next."""

import os
import signal
import stat
from pathlib import Path

import pytest

from planctl.files.aside import sweep
from planctl.files.writing import write_new
from planctl.messages.message import PlanctlError
from tests.conftest import DATA, FULING, Run
from tests.exporting.test_writing import NAMES, OLD, PACKAGE, interrupt, names_in

NOBODY = 2**22 + 1
"""More than the number of any process on Linux."""


def force(planctl: Run, format: str, target: Path) -> tuple[int, str]:
    ran = planctl("export", format, *FULING, "-o", str(target), "--force")
    return ran.returncode, ran.stderr.decode()


@pytest.mark.parametrize("through_a_link", [False, True])
@pytest.mark.parametrize("given", [False, True])
def test_a_pipe_and_a_device_are_never_replaced(
    through_a_link: bool, given: bool, planctl: Run, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for there in (pipe, Path("/dev/null")):
        target = tmp_path / f"{there.name}.csv" if through_a_link else there
        if through_a_link:
            target.symlink_to(there)
        ran = planctl("export", "csv", *FULING, "-o", str(target), *(["--force"] if given else []))
        assert ran.returncode == 2
        assert ran.stderr.decode() == f"planctl: {target} cannot be written: it is not a regular file\n"
    assert stat.S_ISFIFO(pipe.lstat().st_mode)
    assert stat.S_ISCHR(Path("/dev/null").lstat().st_mode)


def test_a_link_stays_and_the_file_that_it_leads_to_is_written(planctl: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "real.csv", tmp_path / "plans.csv"
    real.write_bytes(OLD)
    link.symlink_to(real)
    assert planctl("export", "csv", *FULING, "-o", str(link)).returncode == 2
    assert real.read_bytes() == OLD
    assert force(planctl, "csv", link) == (0, "")
    assert link.is_symlink()
    assert b"gdp-growth" in real.read_bytes()
    assert names_in(tmp_path / "elsewhere") == {"real.csv"}


def test_a_link_to_itself_is_told(planctl: Run, tmp_path: Path) -> None:
    link = tmp_path / "plans.csv"
    link.symlink_to(link)
    code, said = force(planctl, "csv", link)
    assert (code, said) == (2, f"planctl: {link} cannot be written: it is a link that leads to itself\n")
    assert link.is_symlink()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_the_new_file_has_the_permissions_of_the_old_one(mode: int, planctl: Run, tmp_path: Path) -> None:
    target = tmp_path / "plans.csv"
    target.write_bytes(OLD)
    target.chmod(mode)
    assert force(planctl, "csv", target) == (0, "")
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert OLD not in target.read_bytes()


def test_a_package_keeps_the_permissions_of_its_folder(planctl: Run, tmp_path: Path) -> None:
    target = tmp_path / "plans"
    target.mkdir(0o700)
    (target / "datapackage.json").write_bytes(PACKAGE)
    assert force(planctl, "datapackage", target) == (0, "")
    assert stat.S_IMODE(target.stat().st_mode) == 0o700


@pytest.mark.parametrize("strange", ["letters", "data/letters", "data/more/letters", "letters/", "data/link.csv"])
def test_a_package_with_something_else_in_it_is_kept(strange: str, planctl: Run, tmp_path: Path) -> None:
    target = tmp_path / "plans"
    (target / "data").mkdir(parents=True)
    (target / "datapackage.json").write_bytes(PACKAGE.replace(b"old.csv", b"link.csv"))
    found = target / strange
    if strange.endswith("/"):
        found.mkdir()
    elif found.suffix:
        found.symlink_to(DATA)
    else:
        found.parent.mkdir(exist_ok=True)
        found.write_bytes(OLD)
    code, said = force(planctl, "datapackage", target)
    named = "data/more" if "more" in strange else strange.rstrip("/")
    assert (code, said) == (
        2,
        f"planctl: {target} has {named}, which its datapackage.json does not list; choose another name\n",
    )
    assert os.path.lexists(found)
    assert names_in(tmp_path) == {"plans"}


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"resources": 1}', b'{"resources": [{"path": 1}]}', b"\xff"])
def test_a_folder_whose_descriptor_is_none_is_kept(content: bytes, planctl: Run, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "datapackage.json").write_bytes(content)
    code, said = force(planctl, "datapackage", tmp_path / "plans")
    assert (code, "is there and is no data package; choose another name" in said) == (2, True)
    assert (tmp_path / "plans" / "datapackage.json").read_bytes() == content


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("format", NAMES)
def test_an_end_by_a_signal_leaves_nothing_aside(format: str, number: signal.Signals, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    arguments = ["export", format, *FULING, "-o", str(folder / NAMES[format]), "--data", str(DATA)]
    assert interrupt(arguments, "replace", tmp_path / "ready", folder, after=False, number=number) == 128 + number
    assert names_in(folder) == set()


@pytest.mark.parametrize("format", NAMES)
def test_what_a_killed_run_left_aside_is_removed_by_the_next(format: str, planctl: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / NAMES[format]
    arguments = ["export", format, *FULING, "-o", str(target), "--data", str(DATA)]
    number = signal.SIGKILL
    assert interrupt(arguments, "replace", tmp_path / "ready", folder, after=False, number=number) == -number
    assert not target.exists()
    assert planctl(*arguments).returncode == 0
    assert names_in(folder) == {target.name}


def test_a_package_that_a_killed_run_moved_away_comes_back(planctl: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    target = folder / "plans"
    target.mkdir(parents=True)
    (target / "datapackage.json").write_bytes(PACKAGE)
    arguments = ["export", "datapackage", *FULING, "-o", str(target), "--force", "--data", str(DATA)]
    number = signal.SIGKILL
    assert interrupt(arguments, "replace", tmp_path / "ready", folder, after=True, number=number) == -number
    assert not target.exists()
    ran = planctl(*arguments[:6])
    assert (ran.returncode, names_in(folder)) == (2, {"plans"})
    assert (target / "datapackage.json").read_bytes() == PACKAGE


@pytest.mark.parametrize(("method", "after"), [("write_bytes", True), ("hardlink_to", False), ("hardlink_to", True)])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_set_is_whole_or_not_and_the_next_run_is_not_refused(
    method: str, after: bool, number: signal.Signals, planctl: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "next"
    folder.mkdir()
    (folder / "mine").write_bytes(OLD)
    arguments = ["new", "2023", "-o", str(folder), "--data", str(DATA)]
    interrupt(arguments, method, tmp_path / "ready", folder, after=after, number=number)
    if number != signal.SIGKILL:
        assert names_in(folder) == {"mine"}
    ran = planctl(*arguments)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert names_in(folder) == {"mine", "indicators_2023.yaml", "targets_2024.yaml", "projects_2024.yaml"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_set_in_a_new_folder_is_there_whole_or_not_at_all(
    number: signal.Signals, planctl: Run, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    arguments = ["new", "2023", "-o", str(out / "a" / "b"), "--data", str(DATA)]
    interrupt(arguments, "replace", tmp_path / "ready", out, after=False, number=number)
    assert not (out / "a").exists()
    assert planctl(*arguments).returncode == 0
    assert names_in(out) == {"a"}
    assert len(names_in(out / "a" / "b")) == 3


def test_what_a_person_has_begun_to_fill_in_is_not_taken_back(tmp_path: Path) -> None:
    aside = tmp_path / f".planctl.{NOBODY}.1.new"
    aside.mkdir()
    for name in ("one.yaml", "two.yaml"):
        (aside / name).write_bytes(OLD)
        os.link(aside / name, tmp_path / name)
    os.utime(aside, ns=((aside / "two.yaml").stat().st_mtime_ns,) * 2)
    with (tmp_path / "two.yaml").open("ab") as stream:
        stream.write(b"mine")
    os.utime(tmp_path / "two.yaml", ns=(aside.stat().st_mtime_ns + 1,) * 2)
    sweep(tmp_path / "planctl")
    assert names_in(tmp_path) == {"two.yaml"}
    with pytest.raises(PlanctlError, match="would be written over"):
        write_new(tmp_path, {"one.yaml": "1", "two.yaml": "2"})
    assert names_in(tmp_path) == {"two.yaml"}


def test_what_another_run_holds_is_left_alone(tmp_path: Path) -> None:
    for name in (f".plans.csv.{os.getppid()}.1.new", ".plans.csv.mine.new", f".other.csv.{NOBODY}.1.new"):
        (tmp_path / name).write_bytes(OLD)
    before = names_in(tmp_path)
    sweep(tmp_path / "plans.csv")
    assert names_in(tmp_path) == before


def test_a_file_system_without_links_gets_the_set_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_new(tmp_path, {"one.yaml": "1", "two.yaml": "2"})
    assert names_in(tmp_path) == {"one.yaml", "two.yaml"}
