"""Files are written whole or not at all, whatever comes in between."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

import pytest

from planctl.messages.installing import install_command
from planctl.showing.exporting.formats import ExportFormat
from tests import disks
from tests.conftest import DATA, FULING, ROOT, Run, run_without

OLD = b"what was there before"
PACKAGE = b'{"name": "before", "resources": [{"name": "old", "path": "data/old.csv"}]}'
NAMES = {"csv": "plans.csv", "sqlite": "plans.db", "datapackage": "plans"}
TEXTS = [format for format in ExportFormat if format.is_text]
INTERRUPTED = """
import signal, sys, time
from pathlib import Path
from planctl.__main__ import main

written, ready = getattr(Path, {method!r}), Path({ready!r})

def interrupted(self, *arguments):
    result = written(self, *arguments) if {after!r} else None
    if not ready.exists():
        ready.write_text("\\n".join(each.name for each in Path({folder!r}).iterdir()), encoding="utf-8")
        signal.raise_signal({number})
        time.sleep(60)
    return result

setattr(Path, {method!r}, interrupted)
sys.argv = ["planctl", *{arguments!r}]
main()
"""


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("format", ["xlsx", "parquet", "sqlite", "datapackage"])
def test_what_is_no_text_needs_a_place(format: str, planctl: Run) -> None:
    ran = planctl("export", format, *FULING)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert f"{format} is no text: say where to write it, with -o" in ran.stderr.decode()


@pytest.mark.parametrize("format", NAMES)
def test_what_is_there_is_kept_without_force(format: str, planctl: Run, tmp_path: Path) -> None:
    target = tmp_path / NAMES[format]
    target.write_bytes(OLD)
    ran = planctl("export", format, *FULING, "-o", str(target))
    assert ran.returncode == 2
    assert ran.stderr.decode() == f"planctl: {target} would be written over; choose another name, or give --force\n"
    assert (target.read_bytes(), names_in(tmp_path)) == (OLD, {target.name})


@pytest.mark.parametrize("format", ["csv", "sqlite"])
def test_force_writes_over_a_file(format: str, planctl: Run, tmp_path: Path) -> None:
    target = tmp_path / NAMES[format]
    target.write_bytes(OLD)
    assert planctl("export", format, *FULING, "-o", str(target), "--force").returncode == 0
    assert OLD not in target.read_bytes()
    assert names_in(tmp_path) == {target.name}


def test_force_takes_the_place_of_a_package_and_of_nothing_else(planctl: Run, tmp_path: Path) -> None:
    package, home = tmp_path / "plans", tmp_path / "home"
    assert planctl("export", "datapackage", *FULING, "-o", str(package)).returncode == 0
    (package / "data" / "years.csv").unlink()
    (package / "data" / "reports.csv").write_bytes(OLD)
    assert planctl("export", "datapackage", *FULING, "-o", str(package), "--force").returncode == 0
    assert OLD not in (package / "data" / "reports.csv").read_bytes()
    home.mkdir()
    (home / "letters").write_bytes(OLD)
    ran = planctl("export", "datapackage", *FULING, "-o", str(home), "--force")
    assert (ran.returncode, ran.stderr.decode()) == (
        2,
        f"planctl: {home} is there and has no datapackage.json; choose another name\n",
    )
    assert names_in(home) == {"letters"}
    assert names_in(tmp_path) == {"plans", "home"}


@pytest.mark.parametrize("format", NAMES)
def test_a_folder_that_is_not_there(format: str, planctl: Run, tmp_path: Path) -> None:
    target = tmp_path / "none" / NAMES[format]
    ran = planctl("export", format, *FULING, "-o", str(target))
    assert ran.returncode == 2
    assert (
        ran.stderr.decode()
        == f"planctl: {target} cannot be written: there is no folder {target.parent}; make it first\n"
    )
    assert names_in(tmp_path) == set()


@pytest.mark.parametrize("format", NAMES)
def test_a_place_under_a_file(format: str, planctl: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    target = tmp_path / "file" / NAMES[format]
    ran = planctl("export", format, *FULING, "-o", str(target), "--force")
    assert ran.returncode == 2
    assert ran.stderr.decode() == f"planctl: {target} cannot be written: a part of its path is not a folder\n"
    assert (tmp_path / "file").read_bytes() == OLD


def test_a_file_in_the_place_of_a_folder(planctl: Run, tmp_path: Path) -> None:
    ran = planctl("export", "csv", *FULING, "-o", str(tmp_path), "--force")
    assert (ran.returncode, ran.stderr.decode()) == (
        2,
        f"planctl: {tmp_path} cannot be written: it is a folder, not a file\n",
    )


@pytest.fixture
def sealed_disk(tmp_path: Path) -> Iterator[Path]:
    with disks.small_disk(tmp_path / "sealed") as folder:
        (folder / "plans.csv").write_bytes(OLD)
        disks.seal(folder)
        yield folder


@pytest.mark.parametrize("format", NAMES)
def test_a_full_disk(format: str, planctl: Run, small_disk: Path) -> None:
    target = small_disk / NAMES[format]
    ran = planctl("export", format, *FULING, "-o", str(target))
    assert ran.returncode == 2
    assert ran.stderr.decode() == f"planctl: {target} cannot be written: the disk is full\n"
    assert names_in(small_disk) == set()


@pytest.mark.parametrize("format", ["csv", "sqlite"])
def test_a_full_disk_keeps_the_old_file_although_force_is_given(format: str, planctl: Run, small_disk: Path) -> None:
    target = small_disk / NAMES[format]
    target.write_bytes(OLD)
    assert planctl("export", format, *FULING, "-o", str(target), "--force").returncode == 2
    assert (target.read_bytes(), names_in(small_disk)) == (OLD, {target.name})


def test_a_full_disk_keeps_the_old_package_although_force_is_given(planctl: Run, small_disk: Path) -> None:
    target = small_disk / "plans"
    target.mkdir()
    (target / "datapackage.json").write_bytes(PACKAGE)
    ran = planctl("export", "datapackage", *FULING, "-o", str(target), "--force")
    assert ran.stderr.decode() == f"planctl: {target} cannot be written: the disk is full\n"
    assert ((target / "datapackage.json").read_bytes(), names_in(small_disk)) == (PACKAGE, {"plans"})
    assert names_in(target) == {"datapackage.json"}


def test_a_disk_that_cannot_be_written(planctl: Run, sealed_disk: Path) -> None:
    target = sealed_disk / "plans.csv"
    ran = planctl("export", "csv", *FULING, "-o", str(target), "--force")
    assert ran.returncode == 2
    assert ran.stderr.decode() == f"planctl: {target} cannot be written: what it is on can only be read\n"
    assert target.read_bytes() == OLD


def interrupt(
    arguments: list[str],
    method: str,
    ready: Path,
    folder: Path,
    *,
    after: bool,
    number: signal.Signals = signal.SIGINT,
) -> int:
    """Run planctl, interrupt it before or after its first call of a method of `Path`, and return its exit code."""
    code = INTERRUPTED.format(
        method=method, ready=str(ready), folder=str(folder), after=after, number=int(number), arguments=arguments
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert any(name.endswith(".new") for name in ready.read_text(encoding="utf-8").splitlines())  # it was writing
    return ran.returncode


@pytest.mark.parametrize(
    ("format", "method", "after"),
    [("csv", "replace", False), ("sqlite", "replace", False), ("datapackage", "write_bytes", True)],
)
@pytest.mark.parametrize("force", [False, True])
def test_an_interruption_midway_leaves_nothing_half_done(
    format: str, method: str, after: bool, force: bool, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / NAMES[format]
    old = target / "datapackage.json" if format == "datapackage" else target
    if force:
        old.parent.mkdir(exist_ok=True)
        old.write_bytes(PACKAGE)
    arguments = ["export", format, *FULING, "-o", str(target), "--data", str(DATA), *(["--force"] if force else [])]
    assert interrupt(arguments, method, tmp_path / "ready", folder, after=after) == 130
    assert names_in(folder) == ({target.name} if force else set())
    if force:
        assert old.read_bytes() == PACKAGE


def test_an_interruption_while_a_package_takes_the_place_of_another_puts_that_back(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    target = folder / "plans"
    target.mkdir(parents=True)
    (target / "datapackage.json").write_bytes(PACKAGE)
    arguments = ["export", "datapackage", *FULING, "-o", str(target), "--force", "--data", str(DATA)]
    assert interrupt(arguments, "replace", tmp_path / "ready", folder, after=True) == 130
    assert (names_in(folder), names_in(target)) == ({"plans"}, {"datapackage.json"})
    assert (target / "datapackage.json").read_bytes() == PACKAGE


@pytest.mark.parametrize("format", TEXTS)
def test_a_reader_that_leaves_early_is_no_error(format: ExportFormat) -> None:
    command = f"{quote(sys.executable)} -m planctl export {format.value} | head -c 10; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (ran.stdout.splitlines()[-1].decode(errors="replace")[-1], ran.stderr) == ("0", b"")


@pytest.mark.parametrize(("format", "library"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_a_library_that_is_missing_is_named_with_what_to_install(format: str, library: str, tmp_path: Path) -> None:
    target = tmp_path / "plans"
    ran = run_without(library, "export", format, "-o", str(target))
    assert ran.returncode == 2
    assert ran.stderr.decode() == f"planctl: writing {format} needs {library}: {install_command(library)}\n"
    assert not target.exists()


def test_the_other_formats_need_no_library(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['openpyxl'] = sys.modules['pyarrow'] = None\n"
        "from planctl.cli.app import app\n"
        "for format in sys.argv[2:]:\n"
        "    app(['export', format, '-o', f'{sys.argv[1]}/{format}'], standalone_mode=False)\n"
    )
    formats = ("csv", "json", "jsonl", "md", "sdmx-csv", "sqlite", "datapackage")
    subprocess.run([sys.executable, "-c", code, str(tmp_path), *formats], cwd=ROOT, check=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(formats)


def test_status_starts_without_what_only_export_needs() -> None:
    code = (
        "import sys; sys.argv = ['planctl', 'status', '2022', '--format', 'json']\n"
        "from planctl.__main__ import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    pass\n"
        "loaded = {name for name in sys.modules if name.startswith('planctl.showing.exporting')}\n"
        "heavy = {'openpyxl', 'pyarrow', 'sqlite3'} & set(sys.modules)\n"
        "sys.stderr.write(repr((sorted(loaded), sorted(heavy))))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert ran.stderr.decode() == "([], [])"


@pytest.mark.parametrize(
    ("format", "name", "warned"),
    [
        ("csv", "plans.csv", ""),
        ("csv", "PLANS.CSV", ""),
        ("csv", "plans", ""),
        ("csv", "plans.txt", ""),
        ("csv", "plans.xlsx", "is csv, and ends in .xlsx; other programs look for .csv"),
        ("sdmx-csv", "plans.csv", ""),
        ("sdmx-csv", "plans.sdmx-csv", ""),
        ("jsonl", "plans.ndjson", ""),
        ("jsonl", "plans.json", "is jsonl, and ends in .json; other programs look for .jsonl, .ndjson"),
        ("sqlite", "plans.sqlite3", ""),
        ("sqlite", "plans.txt", "is sqlite, and ends in .txt; other programs look for .db, .sqlite, .sqlite3, .db3"),
        ("xlsx", "plans.csv", "is xlsx, and ends in .csv; other programs look for .xlsx"),
        ("datapackage", "plans", ""),
        ("datapackage", "plans.2023", ""),
        ("datapackage", "plans.json", "is a folder, and ends in .json like a file"),
    ],
)
def test_an_ending_that_does_not_fit_is_warned_of(
    format: str, name: str, warned: str, planctl: Run, tmp_path: Path
) -> None:
    target = tmp_path / name
    ran = planctl("export", format, *FULING, "-o", str(target))
    assert (ran.returncode, target.exists()) == (0, True)
    assert ran.stderr.decode() == (f"planctl: warning: {target} {warned}\n" if warned else "")
