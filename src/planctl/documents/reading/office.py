"""Old Word documents (.doc, .wps) and OpenDocument texts, made into .docx by LibreOffice where it is installed.

It works in a folder and a profile of its own, runs no macro and follows no link, and is ended with all that it started
where it takes too long or writes too much.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from os import fdopen
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from planctl.documents.reading.limits import MOST_UNPACKED, OFFICE_MEMORY, OFFICE_SECONDS
from planctl.messages.message import PlanctlError, say

_BEGIN = """
import os, sys
memory, seconds, size = map(int, sys.argv[1:4])
try:
    import resource
except ModuleNotFoundError:
    bounds = {}
else:
    bounds = {resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: seconds, resource.RLIMIT_FSIZE: size}
    bounds[resource.RLIMIT_CORE] = 0
for kind, most in bounds.items():
    try:
        resource.setrlimit(kind, (most, most))
    except (OSError, ValueError):
        pass
os.execv(sys.argv[4], sys.argv[4:])
"""
"""Bounds itself, and becomes LibreOffice: what that starts has the same bounds."""
_LOOKS_A_SECOND = 5
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        _ITEM.format(path=_SECURITY, name=name, value=value)
        for name, value in (
            ("DisableMacrosExecution", "true"),
            ("DisableActiveContent", "true"),
            ("BlockUntrustedRefererLinks", "true"),
            ("MacroSecurityLevel", "3"),
        )
    )
    + "</oor:items>"
)


def find_office() -> str | None:
    """Return where LibreOffice is installed, if it is."""
    return which("soffice") if sys.executable else None


def as_word(content: bytes, name: str, kind: str, office: str) -> bytes:
    """Return the .docx file that LibreOffice makes of a document of a kind, `doc` or `odt`.

    Raises `PlanctlError` where it makes none, takes too long, or makes too much.
    """
    with TemporaryDirectory(prefix="planctl-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        given = folder / f"document.{kind}"
        given.write_bytes(content)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_bytes(_SETTINGS.encode())
        output = folder / "made"
        output.mkdir()
        if not _run([office, *_options(folder, output), str(given)], folder):
            raise PlanctlError(say("{file} keeps LibreOffice too long: save it as .docx", file=name))
        word = _made(output / "document.docx")
    if not word:
        message = say("{file} is no document that LibreOffice can read: save it as .docx without a password", file=name)
        raise PlanctlError(message)
    if len(word) > MOST_UNPACKED:
        raise PlanctlError(say("{file} becomes more than {most} bytes as .docx", file=name, most=MOST_UNPACKED))
    return word


def _options(folder: Path, output: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ["--headless", "--invisible", "--nologo", "--norestore", "--nodefault", "--nolockcheck"]
    return [profile, *quiet, "--convert-to", "docx", "--outdir", str(output)]


def _run(command: list[str], folder: Path) -> bool:
    """Return whether a command ended by itself, in time and without writing too much."""
    bounds = map(str, (OFFICE_MEMORY, OFFICE_SECONDS, 2 * MOST_UNPACKED))
    bounded = [sys.executable, "-I", "-S", "-c", _BEGIN, *bounds, *command]
    surroundings = {**os.environ, "TMPDIR": str(folder), "HOME": str(folder)}
    silent = subprocess.DEVNULL
    with subprocess.Popen(
        bounded,
        stdin=silent,
        stdout=silent,
        stderr=silent,
        cwd=folder,
        env=surroundings,
        start_new_session=True,
    ) as process:
        try:
            for _ in range(OFFICE_SECONDS * _LOOKS_A_SECOND):
                with suppress(subprocess.TimeoutExpired):
                    process.wait(1 / _LOOKS_A_SECOND)
                    return True
                if _size_of(folder) > 3 * MOST_UNPACKED:
                    break
            return False
        finally:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it started, also where it ended itself before them."""
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _size_of(folder: Path) -> int:
    size = 0
    for within, _, names in os.walk(folder):  # which goes on where a folder is removed meanwhile
        for name in names:
            with suppress(OSError):
                size += Path(within, name).lstat().st_size
    return size


def _made(path: Path) -> bytes:
    """Return what was made, and a byte of what is too much; nothing where nothing was, or a link."""
    with suppress(OSError), fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as made:
        return made.read(MOST_UNPACKED + 1)
    return b""
