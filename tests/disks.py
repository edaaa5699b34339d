"""Small file systems, to write to until they are full."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a file system of 64 kB in a folder; the test is skipped where this process may not."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a file system")
    folder.mkdir()
    try:
        ran = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if ran.returncode:
        pytest.skip(f"no file system can be mounted here: {ran.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def seal(folder: Path) -> None:
    """Let a mounted file system only be read from now on."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
