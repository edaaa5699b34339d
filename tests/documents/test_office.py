"""Old Word documents are read as LibreOffice converts them, and it is held to its bounds."""

import os
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from shutil import which

import pytest

from planctl.documents.reading import office
from planctl.documents.reading.confined import read_confined
from planctl.documents.reading.reader import read_document
from planctl.messages.message import PlanctlError
from tests.documents.formats import Format, as_docx
from tests.documents.test_readers import PARTS, shown

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + "WordDocument\0".encode("utf-16-le")
OPEN = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text" + b"PK"
posix = pytest.mark.skipif(os.name != "posix", reason="the scripts need a shell")


def script(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a script in place of LibreOffice, which knows the folder to write to as $out."""
    file = folder / "soffice"
    file.write_text(f'#!/bin/sh\nfor each; do last="$out"; out="$each"; done\nout="$last"\n{body}\n')
    file.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_a_document_is_read_as_the_same_one_in_word(kind: str, tmp_path: Path) -> None:
    word = as_docx(PARTS, Format())
    (tmp_path / "plan.docx").write_bytes(word)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "plan.docx")], check=True, capture_output=True)
    content = (tmp_path / f"plan.{kind}").read_bytes()
    document = read_confined(content, f"plan.{kind}")
    assert shown(document) == shown(read_document(word, "plan.docx"))
    assert (document.kind, document.sha256) == ("docx", sha256(content).hexdigest())


@pytest.mark.parametrize(("content", "what"), [(OLD, "an old Word document"), (OPEN, "an OpenDocument text")])
def test_without_libreoffice_it_says_what_to_do(content: bytes, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PlanctlError, match=rf"plan.doc is {what}.*: install LibreOffice, or save it as .docx"):
        read_confined(content, "plan.doc")


@posix
def test_what_it_makes_is_read_and_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(as_docx(PARTS, Format()))
    script(tmp_path, f'pwd > {tmp_path}/folder\ncp {made} "$out/document.docx"', monkeypatch)
    assert shown(read_confined(OLD, "plan.doc"))[0] == ["序号", "指标", "2022年", "~2022年"]
    assert not Path((tmp_path / "folder").read_text().strip()).exists()


@posix
@pytest.mark.parametrize(
    "body", ["exit 1", "exit 0", ': > "$out/document.docx"', 'ln -s /etc/passwd "$out/document.docx"']
)
def test_where_it_makes_nothing_that_is_told(body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path, body, monkeypatch)
    with pytest.raises(PlanctlError, match=r"plan.doc is no document that LibreOffice can read: save it as .docx"):
        read_confined(OLD, "plan.doc")


@posix
def test_what_takes_too_long_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path, f"sleep 300 &\necho $! > {tmp_path}/child\nwait", monkeypatch)
    monkeypatch.setattr(office, "OFFICE_SECONDS", 1)
    with pytest.raises(PlanctlError, match=r"plan.doc keeps LibreOffice too long: save it as .docx"):
        read_confined(OLD, "plan.doc")
    assert ends(int((tmp_path / "child").read_text()))


@posix
def test_a_child_that_outlives_it_is_ended_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path, f"sleep 300 &\necho $! > {tmp_path}/child\nexit 1", monkeypatch)
    with pytest.raises(PlanctlError, match="can read"):
        read_confined(OLD, "plan.doc")
    assert ends(int((tmp_path / "child").read_text()))


def ends(process: int) -> bool:
    """Tell whether a process ends soon; one that ended and was not yet asked for has ended."""
    for _ in range(100):
        try:
            os.kill(process, 0)
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what a process may write is bounded on Linux alone")
def test_what_is_too_large_is_cut_off_and_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST_UNPACKED", 10_000)
    script(tmp_path, 'head -c 1000000 /dev/zero > "$out/document.docx"', monkeypatch)
    with pytest.raises(PlanctlError, match=r"plan.doc becomes more than 10000 bytes as .docx"):
        read_confined(OLD, "plan.doc")
