"""Folders of reports: which files are taken, in what order, and what is said of the others."""

from pathlib import Path

import pytest

from planctl.files.published import FoundDocuments, find_documents
from tests.conftest import Run
from tests.drafting.test_regions import FILES, files, reports


def written(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return paths


def test_documents_are_found_in_any_depth_by_path_whatever_they_are_named_like(tmp_path: Path) -> None:
    later, deep, first, old = written(tmp_path, "b.PDF", "a/z/report.txt", "a/y.docx", "c.xls")
    assert find_documents([tmp_path]) == FoundDocuments((first, deep, later, old), (), 0)


def test_what_is_hidden_or_left_by_an_open_document_is_neither_taken_nor_counted(tmp_path: Path) -> None:
    (taken, *_) = written(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "~$a.docx")
    assert find_documents([tmp_path]) == FoundDocuments((taken,), (), 0)


def test_a_link_to_a_folder_is_not_followed_and_one_to_a_document_is(tmp_path: Path) -> None:
    (taken,) = written(tmp_path, "in/a.txt")
    (tmp_path / "in" / "round").symlink_to(tmp_path)
    (tmp_path / "in" / "b.txt").symlink_to(taken)
    assert find_documents([tmp_path / "in"]) == FoundDocuments((taken, tmp_path / "in" / "b.txt"), (), 0)


def test_files_of_no_kind_of_document_are_counted_and_one_that_is_named_is_taken(tmp_path: Path) -> None:
    taken, cover, _ = written(tmp_path, "a.txt", "cover.png", "a/targets_2031.yaml")
    assert find_documents([tmp_path, cover]) == FoundDocuments((taken, cover), (), 2)


def test_a_document_that_is_named_twice_is_taken_once(tmp_path: Path) -> None:
    first, second = written(tmp_path, "a.txt", "b.txt")
    assert find_documents([second, tmp_path]) == FoundDocuments((second, first), (), 0)


def test_a_folder_that_cannot_be_looked_into_is_left_to_whoever_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (taken, _) = written(tmp_path, "a.txt", "closed/b.txt")
    iterate = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError
        return iterate(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert find_documents([tmp_path]) == FoundDocuments((taken, tmp_path / "closed"), (), 0)


@pytest.mark.parametrize("option", ["--workers", "--jobs", "-j"])
def test_a_folder_is_drafted_like_the_reports_in_it(option: str, tmp_path: Path, planctl: Run) -> None:
    (tmp_path / "reports").mkdir()
    reports(tmp_path / "reports", "重庆市", "湖南省")
    written(tmp_path, "reports/list.md")
    ran = planctl("extract", "reports", "-o", "out", option, "2", cwd=tmp_path)
    assert ran.returncode == 0
    assert ran.stderr.decode() == "planctl: passed over, for they are no documents: 1 files\n"
    assert files(tmp_path / "out") == {"430000": FILES, "500000": FILES}


def test_the_only_report_of_a_folder_goes_into_the_folder_of_its_region(tmp_path: Path, planctl: Run) -> None:
    (tmp_path / "reports").mkdir()
    later, _ = reports(tmp_path / "reports", "重庆市")
    Path(later).unlink()
    assert planctl("extract", "reports", "-o", "out", cwd=tmp_path).returncode == 0
    assert files(tmp_path / "out") == {"500000": ["targets_2031.yaml"]}


def test_a_folder_without_documents_is_told_and_stops_no_other(tmp_path: Path, planctl: Run) -> None:
    (tmp_path / "empty").mkdir()
    _, first = reports(tmp_path, "重庆市")
    ran = planctl("extract", "empty", first, "-o", "out", cwd=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.decode() == "planctl: empty has no documents that planctl reads\n"
    assert files(tmp_path / "out") == {"500000": ["targets_2031.yaml"]}
    ran = planctl("extract", "empty", "-o", "none", "--scheduler", "tcp://127.0.0.1:1", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_target_with_files_of_another_kind_is_told_once_and_stops_no_other_region(
    workers: str, tmp_path: Path, planctl: Run
) -> None:
    named = reports(tmp_path, "重庆市", "湖南省")
    (tmp_path / "out" / "500000").mkdir(parents=True)
    (tmp_path / "out" / "500000" / "notes.yaml").write_text("", encoding="utf-8")
    ran = planctl("extract", *named, "-o", "out", "--workers", workers, cwd=tmp_path)
    assert ran.returncode == 2
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith("planctl: there are no report files in out/500000; ")
    assert files(tmp_path / "out") == {"430000": FILES, "500000": ["notes.yaml"]}
