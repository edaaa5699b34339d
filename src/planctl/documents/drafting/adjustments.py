"""The targets that the notes below a table adjust, found by what they are of and by the target that is printed."""

from collections.abc import Iterator, Sequence

from planctl.documents.drafting.entries import Data, compact
from planctl.documents.extraction.prose import PrintedNote
from planctl.files.layout import Quoted
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.names import parse_subject
from planctl.values.meanings import Bounded, Figure

_Key = tuple[str, bool, object]
"""What an adjustment is of, whether that is a growth, and how much the target was before."""


class Adjustments:
    """What notes make of targets; of two notes on the same target, the first one."""

    def __init__(self, notes: Sequence[PrintedNote]) -> None:
        self._first: dict[_Key, tuple[int, Data]] = {}
        for count, (key, entry) in enumerate(_each(notes)):
            self._first.setdefault(key, (count, entry))
        self._lengths = sorted({len(of) for of, _, _ in self._first})

    def of(self, name: str, target: Figure) -> Data | None:
        """Return the entry of the adjustment of a row with such a name and target; `None` where no note has one.

        A note may name the row by the beginning of its name alone.
        """
        subject = parse_subject(name) if self._first else None
        if not subject:
            return None
        beginnings = (subject.key[:length] for length in self._lengths if length <= len(subject.key))
        keys = ((beginning, subject.grows, target.size) for beginning in beginnings)
        found = [self._first[key] for key in keys if key in self._first]
        return dict(min(found, key=lambda each: each[0])[1]) if found else None


def _each(notes: Sequence[PrintedNote]) -> Iterator[tuple[_Key, Data]]:
    for note in notes:
        for name, replaces, new in zip(*note.adjustment[:3], strict=True) if note.adjustment else ():
            subject, old = parse_subject(name), parse_any_cell(replaces).meaning
            if isinstance(old, Bounded) and note.adjustment:
                values = (
                    ("target", Quoted(new)),
                    ("replaces", Quoted(replaces)),
                    ("name", name),
                    ("note", Quoted(note.number)),
                    ("stated", note.adjustment.stated or None),
                )
                yield (subject.key, subject.grows, old.figure.size), compact(values)
