"""planctl: a published plan, checked like code.

`planctl.load(folder).status(2022)` is what `planctl status 2022` shows.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planctl.api.archive import Archive, load
    from planctl.api.corpus import Corpus, load_corpus
    from planctl.grammar.cells import parse_cell
    from planctl.grammar.text import UnreadableCell
    from planctl.messages.message import PlanctlError, Unreadable

__version__ = "0.1.0"
__all__ = [
    "Archive",
    "Corpus",
    "PlanctlError",
    "Unreadable",
    "UnreadableCell",
    "__version__",
    "load",
    "load_corpus",
    "parse_cell",
]

_HOMES = {
    "Archive": "planctl.api.archive",
    "Corpus": "planctl.api.corpus",
    "load": "planctl.api.archive",
    "load_corpus": "planctl.api.corpus",
    "PlanctlError": "planctl.messages.message",
    "Unreadable": "planctl.messages.message",
    "UnreadableCell": "planctl.grammar.text",
    "parse_cell": "planctl.grammar.cells",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for, so that `import planctl` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'planctl' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
