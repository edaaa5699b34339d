"""What goes wrong in transcripts, to be put into one that is right, and noticed or not."""

from collections.abc import Callable
from typing import Any

from benchmarks.rows import flat


def _twice(file: dict[str, Any]) -> None:
    file["indicators"][4]["id"] = file["indicators"][3]["id"]


def _skipped(file: dict[str, Any]) -> None:
    file["indicators"][9]["number"] = "12"


def _unreadable(file: dict[str, Any]) -> None:
    file["indicators"][6]["actual"] = "79～或8"


def _slipped(file: dict[str, Any]) -> None:
    file["indicators"][3]["actual"] = "0.44"  # it was 4.4, and met


def _unknown(file: dict[str, Any]) -> None:
    file["indicators"][7]["kind"] = "binding"


def _nameless(file: dict[str, Any]) -> None:
    file["indicators"][8]["name"] = ""


def _misread(file: dict[str, Any]) -> None:
    next(row for row in flat(file["indicators"]) if row["target"] == "≤5.5")["better"] = "higher"


FAULTS: tuple[Callable[[dict[str, Any]], None], ...] = (
    _twice,
    _skipped,
    _unreadable,
    _slipped,
    _unknown,
    _nameless,
    _misread,
)
"""What may go wrong in a transcript, each put into a file that is right otherwise."""
