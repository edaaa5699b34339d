"""Several calls at once, each in a process of its own: one that is killed takes no other with it."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import Process, parent_process
from multiprocessing.connection import Connection, Pipe, wait
from threading import Thread
from typing import Any, NamedTuple, TypeVar

from planctl.cli.progress import bar
from planctl.cli.unforeseen import EXIT_CODE
from planctl.messages.message import Message, PlanctlError, say
from planctl.messages.refusals import reason_of

Answer = TypeVar("Answer")


class Lost(NamedTuple):
    """What is left of a call without an answer: the signal or exit code that its process ended with, or why."""

    reason: str | Message


def answers(
    task: Callable[..., Answer], calls: Iterable[tuple[Any, ...]], jobs: int
) -> "Iterator[tuple[int, Answer | Lost]]":
    """Yield the index and the answer of each call as it comes, with so many processes at once, or as can be.

    Of calls that are made as they are asked for, no more than one waits for a process. No process outlives this one,
    nor the loop over the answers. Raises `PlanctlError` where none can be started.
    """
    waiting = enumerate(calls)
    due = next(waiting, None)
    running: dict[Any, tuple[int, Process]] = {}
    try:
        while due or running:
            while due and len(running) < jobs:
                index, arguments = due
                try:
                    connection, process = _started(task, arguments)
                except OSError as fault:
                    if running:
                        break
                    raise PlanctlError(say("no process can be started: {reason}", reason=reason_of(fault))) from None
                running[connection] = index, process
                due = next(waiting, None)
            for ready in wait(list(running)):
                index, process = running[ready]
                answer = _answer(ready, process)
                running.pop(ready)
                yield index, answer
    finally:
        for connection, (_, process) in running.items():
            process.kill()
            process.join()
            connection.close()


def every_answer(task: Callable[..., Answer], calls: Sequence[tuple[Any, ...]]) -> list[Answer]:
    """Return the answers of calls in their order, from all cores, while a bar shows how far they are.

    A single call is answered here. Raises `PlanctlError` where the process of one was ended, or none can be started.
    """
    if len(calls) == 1:
        return [task(*calls[0])]
    found: dict[int, Answer] = {}
    with bar(len(calls)) as advance:
        for index, answer in answers(task, calls, os.cpu_count() or 1):
            if isinstance(answer, Lost):
                raise PlanctlError(say("a process that read regions was ended ({reason})", reason=answer.reason))
            found[index] = answer
            advance(0, 0)
    return [found[index] for index in range(len(calls))]


def _started(task: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Connection, Process]:
    ours, theirs = Pipe(duplex=False)
    try:
        process = Process(target=_serve, args=(theirs, task, arguments), daemon=True)
        process.start()
    finally:
        theirs.close()
    return ours, process


def _answer(connection: Any, process: Process) -> Any:
    try:
        return connection.recv()
    except (EOFError, OSError):
        process.join()
        return Lost(_ended(process.exitcode or 0))
    finally:
        connection.close()
        process.join()


def _ended(code: int) -> str:
    with suppress(ValueError):
        return signal.Signals(-code).name
    return str(code)


def _serve(connection: Connection, task: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """Answer a call in a process of its own, which the parent alone interrupts, and which ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        connection.send(task(*arguments))
    except Exception:  # where memory is out: the other side sees that nothing comes
        os._exit(EXIT_CODE)


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
