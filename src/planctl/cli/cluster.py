"""Several calls at once on a Dask cluster: one whose worker dies is made again on another."""

import asyncio
import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any

from planctl import __version__
from planctl.cli.batch import Pool
from planctl.cli.unforeseen import named
from planctl.cli.workers import Lost
from planctl.messages.installing import missing_library
from planctl.messages.message import DISTRIBUTION, Message, PlanctlError, say
from planctl.values.characters import escaped

PATIENCE = 10
"""Seconds to wait for a worker, before there is none."""
CONNECTING = 4
"""Seconds to wait for what listens at an address to answer as Dask does."""
LONGEST = 60
"""Seconds that an answer may be on its way before it is asked whether there is a worker still."""
AHEAD = 2
"""Calls that are on the cluster for each of its threads, so that none of them waits for the next."""
COMPARED = ("python", "dask", "distributed")

DIED = Lost(say("each worker that read it died; read it again, alone if memory is short"))
GONE = Lost(say("not drafted, for the cluster has no scheduler or no worker any more; draft it again"))

Numbered = tuple[int, tuple[Any, ...]]


@contextmanager
def connected(address: str) -> Iterator[tuple[Pool, Message | None]]:
    """Yield what makes calls on the cluster of a scheduler, and which versions there differ from those here.

    Raises `PlanctlError` where none answers, where it has no worker, and where either has another planctl.
    """
    logging.disable()  # the library tells people of its connections, and planctl of what comes of them
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        client = _client(address)
        try:
            if not _threads(client):
                raise PlanctlError(say("the cluster at {address} has no workers", address=escaped(address)))
            refuse_other_planctl(client)
            yield partial(answers, client), differences(client)
        finally:
            client.close(timeout=PATIENCE)


def answers(
    client: Any, task: Callable[..., Any], calls: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[int, Any | Lost]]:
    """Yield the index and the answer of each call as it comes, or that it is lost; each once.

    A worker takes whatever it has with it when it dies. So a call whose workers all died is made once more at the end,
    while no other is, and is lost if they die again. Of calls that are made as they are asked for, few wait.
    """
    suspects: list[Numbered] = []
    for call, answer in _answered(client, task, enumerate(calls)):
        if answer is DIED:
            suspects.append(call)
        else:
            yield call[0], answer
    for suspect in suspects:
        for (index, _), answer in _answered(client, task, [suspect]):
            yield index, answer


def _answered(client: Any, task: Callable[..., Any], calls: Iterable[Numbered]) -> Iterator[tuple[Numbered, Any]]:
    """Yield each call with its answer as it comes; once there is no cluster any more, all that are left as lost."""
    done: SimpleQueue[Any] = SimpleQueue()
    asked: dict[str, tuple[Numbered, Any]] = {}
    waiting = iter(calls)
    threads, heard = _threads(client), 0
    while threads and client.status == "running":
        for call in islice(waiting, max(0, AHEAD * threads - len(asked))):
            future = client.submit(partial(task, *call[1]), pure=False)
            asked[future.key] = call, future
            future.add_done_callback(done.put)
        if not asked:
            return
        try:
            key = done.get(timeout=PATIENCE).key
        except Empty:
            threads = _threads(client)
            continue
        call, future = asked.pop(key)
        yield call, _answer(client, future)
        heard += 1
        if heard % threads == 0:
            threads = _threads(client)
    yield from ((call, GONE) for call, _ in asked.values())
    yield from ((call, GONE) for call in waiting)


def _answer(client: Any, future: Any) -> Any:
    """Return what came of a call."""
    from distributed import KilledWorker

    while True:
        try:
            return future.result(timeout=LONGEST)
        except KilledWorker:
            return DIED
        except TimeoutError:
            if not _threads(client):
                return GONE
        except CancelledError:
            return GONE
        except Exception as fault:  # what a worker cannot load, or sends broken
            return Lost(say("a worker cannot take it or send what it read: {fault}", fault=named(fault)))


def _client(address: str) -> Any:
    try:
        import dask
        from distributed import Client
        from distributed.comm import connect
    except ModuleNotFoundError as fault:
        raise missing_library(say("a cluster"), fault) from None
    dask.config.set({"distributed.comm.timeouts.connect": f"{CONNECTING}s"})
    try:
        asyncio.run(_answering(connect, address))  # for a client has no such bound where what listens says nothing
        return Client(address, timeout=CONNECTING, set_as_default=False)
    except Exception:  # of whatever kind: what is there is no scheduler
        message = say(
            "no Dask scheduler answers at {address}; give the address that 'dask scheduler' says when it starts",
            address=escaped(address),
        )
    raise PlanctlError(message)


async def _answering(connect: Any, address: str) -> None:
    connection = await asyncio.wait_for(connect(address, timeout=CONNECTING), CONNECTING)
    await connection.close()


def _threads(client: Any) -> int:
    """Return how many calls the cluster makes at once; 0 where it has had no worker for a while."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        return sum(client.nthreads().values())
    except (OSError, CancelledError, ValueError, RuntimeError):
        return 0


def refuse_other_planctl(client: Any) -> None:
    """Raise `PlanctlError` where the scheduler or a worker has no planctl, or one of another version.

    The scheduler looks at calls too, and a worker that cannot load one is ended by it.
    """
    ours = _planctl()
    found = client.run(version, DISTRIBUTION, on_error="return")
    try:
        found[client.scheduler.address] = client.run_on_scheduler(version, DISTRIBUTION)
    except PackageNotFoundError as fault:
        found[client.scheduler.address] = fault
    for address, theirs in sorted(found.items()):
        if theirs != ours:
            raise PlanctlError(
                say(
                    "what runs at {address} has {theirs}, and this is planctl {ours}; install the same there",
                    address=escaped(address),
                    theirs=say("planctl {version}", version=theirs) if isinstance(theirs, str) else say("no planctl"),
                    ours=ours,
                )
            )


def _planctl() -> str:
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:  # imported from an archive
        return __version__


def differences(client: Any) -> Message | None:
    """Return what to say of versions that differ; Dask goes on with most, and fails with some."""
    found = client.get_versions()
    here = found["client"]["packages"]
    for there in (found["scheduler"], *found["workers"].values()):
        differing = [name for name in COMPARED if there["packages"].get(name) != here[name]]
        if differing:
            return say(
                "the cluster has other versions than this machine of {names}; if it fails, install the same",
                names=tuple(differing),
            )
    return None
