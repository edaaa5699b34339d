"""A document read in a process of its own, which may take no more memory and time than a plan report needs.

PDF, Word, workbooks and web pages are read by libraries in C: what makes those grow, hang or break off ends that
process alone.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from os import fdopen
from pathlib import Path
from threading import Timer
from typing import IO, Any, cast

from planctl.documents.reading.document import Document, Progress, unheeded
from planctl.documents.reading.limits import memory_for, seconds_for
from planctl.documents.reading.office import as_word, find_office
from planctl.documents.reading.reader import needs_library, needs_office, read_document, too_much
from planctl.messages.message import PlanctlError

_BEGIN = "import sys; sys.path[:] = sys.argv[1:]; from planctl.documents.reading.confined import answer; answer()"
MOST_BYTES = 20_000_000
_PATIENCE = 4
"""The process is ended after so many times the seconds that it may compute, on a machine that is busy."""


def load_document(path: Path, progress: Progress | None = None) -> Document:
    """Return the published document in a file; raises `PlanctlError` where it cannot be read or is of no known kind."""
    from planctl.files.finding import shown_path  # which the process that reads has no use for

    return read_confined(load_content(path), shown_path(path), progress or unheeded)


def load_content(path: Path) -> bytes:
    """Return the bytes of a published document; raises `PlanctlError` where they cannot be read, or are too many."""
    from planctl.files.loading import load_bytes

    return load_bytes(path, MOST_BYTES)


def read_confined(content: bytes, name: str, progress: Progress = unheeded) -> Document:
    """Return the document that bytes are, as `read_document` does.

    Where LibreOffice is installed, an old Word document or an OpenDocument text is read as it converts it. Raises
    `PlanctlError` as that does, and where it would take too much memory or time.
    """
    if (kind := needs_office(content)) and (office := find_office()):
        read = read_confined(as_word(content, name, kind, office), name, progress)
        return read._replace(sha256=sha256(content).hexdigest())
    if not (needs_library(content) and sys.executable):
        return read_document(content, name, progress)
    with _reading(seconds_for(len(content))) as process:
        assert process.stdin
        assert process.stdout
        with suppress(BrokenPipeError):
            pickle.dump((content, name), process.stdin)
            process.stdin.close()
        for kind, told in _told(process.stdout):
            if kind == "read":
                return cast(Document, told)
            if kind == "progress":
                progress(*told)
            else:
                raise told
    raise PlanctlError(too_much(name))


@contextmanager
def _reading(seconds: int) -> "Iterator[subprocess.Popen[bytes]]":
    """Start the process, and end it behind, or after too long a time."""
    path = [str(Path(__file__).parents[2]), *sys.path]
    command = [sys.executable, "-I", "-S", "-c", _BEGIN, *path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        timer = Timer(_PATIENCE * seconds, process.kill)
        timer.start()
        try:
            yield process
        finally:
            timer.cancel()
            process.kill()


def _told(stream: IO[bytes]) -> Iterator[tuple[str, Any]]:
    """Yield what the process tells, until it ends or breaks off."""
    with suppress(EOFError, pickle.UnpicklingError):
        while True:
            yield pickle.load(stream)


def answer() -> None:
    """Read the document that the first pipe has, and tell in the second of its progress and what came of it."""
    asked, output = fdopen(0, "rb"), fdopen(1, "wb")

    def tell(kind: str, told: object) -> None:
        pickle.dump((kind, told), output)
        output.flush()

    content, name = pickle.load(asked)
    _confine(len(content))
    try:
        tell("read", read_document(content, name, lambda done, whole: tell("progress", (done, whole))))
    except Exception as fault:
        tell("raised", fault)


def _confine(size: int) -> None:
    """Bound what this process may take, where the system can do that."""
    try:
        import resource
    except ModuleNotFoundError:
        return
    seconds = seconds_for(size)
    bounds = {resource.RLIMIT_AS: memory_for(size), resource.RLIMIT_CPU: seconds, resource.RLIMIT_CORE: 0}
    for kind, most in bounds.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))
