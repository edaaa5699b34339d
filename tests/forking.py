"""planctl as a program, many times over, for the price of one start: a process that has it imported, and forks.

Each run is a process of its own, with arguments, folder, environment and streams of its own, and ends as Python ends,
but for its memory, which the system frees. Only the imports are shared, and what the first command compiles, which
take most of the time of a fresh start.
"""

import atexit
import gc
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from threading import Thread, Timer
from types import MappingProxyType
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
OF_THE_START = ("PYTHON", "LC_", "LANG")
"""What Python itself reads of the environment while it starts."""
HEAVY = (
    "planctl.__main__",
    "planctl.documents.reading.pdf",
    "planctl.showing.exporting.parquet",
    "planctl.showing.exporting.workbook",
)
"""What few commands import, at a price."""
NOTHING: Mapping[str, str] = MappingProxyType({})
STREAMS = 3
UNFLUSHED = 120
"""What Python ends with where its output could not be written."""
LONGEST = 1 << 17


def started(
    arguments: tuple[str, ...], cwd: Path = ROOT, stdin: bytes = b"", environment: Mapping[str, str] = NOTHING
) -> "subprocess.CompletedProcess[bytes]":
    """Return what planctl writes that is started from nothing, and its exit code."""
    return subprocess.run(
        [sys.executable, "-m", "planctl", *arguments],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONWARNINGS": "error", **environment},
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )


class _Server(NamedTuple):
    process: "subprocess.Popen[bytes]"
    requests: socket.socket


class Forking:
    """The processes that fork, from this side: one for each environment of a start, when that is first asked for."""

    def __init__(self) -> None:
        self._servers: dict[tuple[tuple[str, str], ...], _Server] = {}

    def __enter__(self) -> "Forking":
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers.values():
            server.requests.close()
            server.process.wait()

    def run(
        self, arguments: tuple[str, ...], cwd: Path, stdin: bytes, environment: Mapping[str, str], timeout: float = 60
    ) -> "subprocess.CompletedProcess[bytes]":
        """Return what planctl writes, and its exit code; raises `TimeoutExpired` as `subprocess.run` does."""
        start = tuple(sorted(each for each in environment.items() if each[0].startswith(OF_THE_START)))
        server = self._servers[start] = self._servers.get(start) or _started(dict(start))
        (its_input, our_input), (our_output, its_output), (our_errors, its_errors) = (os.pipe() for _ in range(STREAMS))
        request = json.dumps({"arguments": arguments, "cwd": str(cwd), "environment": dict(environment)}).encode()
        socket.send_fds(server.requests, [request], [its_input, its_output, its_errors])
        for end in (its_input, its_output, its_errors):
            os.close(end)
        late = Timer(timeout, os.kill, (int(server.requests.recv(LONGEST)), signal.SIGKILL))
        output, errors = bytearray(), bytearray()
        others = (
            late,
            Thread(target=_feed, args=(our_input, stdin)),
            Thread(target=_drain, args=(our_errors, errors)),
        )
        for thread in others:
            thread.start()
        try:
            _drain(our_output, output)
            code = os.waitstatus_to_exitcode(int(server.requests.recv(LONGEST)))
            in_time = late.is_alive()
        finally:
            late.cancel()  # by then the number may be another process's
        for thread in others:
            thread.join()
        if not in_time:
            raise subprocess.TimeoutExpired(["planctl", *arguments], timeout, bytes(output), bytes(errors))
        return subprocess.CompletedProcess(["planctl", *arguments], code, bytes(output), bytes(errors))


def _started(start: dict[str, str]) -> _Server:
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with its:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.forking", str(its.fileno())],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "PYTHONWARNINGS": "error", **start},
            pass_fds=[its.fileno()],
        )
    return _Server(process, ours)


def _feed(descriptor: int, content: bytes) -> None:
    with open(descriptor, "wb", buffering=0) as stream:
        try:
            while content:
                content = content[stream.write(content) :]
        except BrokenPipeError:
            pass


def _drain(descriptor: int, into: bytearray) -> None:
    with open(descriptor, "rb") as stream:
        into += stream.read()


def _serve(requests: socket.socket) -> None:
    """Fork for each request; returns in a fork alone, which then is as planctl is when it has just been started."""
    while True:
        request, streams, *_ = socket.recv_fds(requests, LONGEST, STREAMS)
        if not request:
            os._exit(0)
        child = os.fork()
        if not child:
            requests.close()
            _become(streams, **json.loads(request))
            return
        for stream in streams:
            os.close(stream)
        requests.send(str(child).encode())
        requests.send(str(os.waitpid(child, 0)[1]).encode())


def _become(streams: list[int], arguments: list[str], cwd: str, environment: dict[str, str]) -> None:
    for descriptor, stream in enumerate(streams):
        os.dup2(stream, descriptor)
        os.close(stream)
    os.chdir(cwd)
    os.environ.update(environment)
    coding, errors = sys.stdout.encoding, sys.stdout.errors
    sys.stdin = os.fdopen(0, encoding=coding, errors=errors, closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding=coding, errors=errors, newline="\n", closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, encoding=coding, errors=sys.stderr.errors, newline="\n", closefd=False)
    sys.argv = [str(ROOT / "src" / "planctl" / "__main__.py"), *arguments]


def _end(code: object) -> None:
    """End as Python does, but leave to the system what takes five times as long as most commands: to free it all."""
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = UNFLUSHED
    os._exit(code if isinstance(code, int) else code is not None)


def _warm() -> None:
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # as planctl does when it starts
    package = import_module("planctl")
    for module in pkgutil.walk_packages(package.__path__, "planctl."):
        if module.name not in HEAVY:
            import_module(module.name)
    _ask_everything()
    gc.disable()
    gc.freeze()


def _ask_everything() -> None:
    """Let patterns and schemas be compiled that a command compiles when it first needs them, as half of its time."""
    from planctl.api.archive import load
    from planctl.files.copies import reader
    from planctl.files.finding import own_data

    load(own_data()).check()
    reader()


if __name__ == "__main__":
    _warm()
    _serve(socket.socket(fileno=int(sys.argv[1])))
    from planctl.__main__ import main

    try:
        main()
    except SystemExit as leaving:
        _end(leaving.code)
