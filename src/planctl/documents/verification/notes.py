"""The notes below a table held against those of the data, both ways: the targets that they adjust, and the rows."""

from collections.abc import Sequence

from planctl.checks.verified import Verified
from planctl.documents.extraction.prose import PrintedNote
from planctl.documents.verification.ledger import Ledger
from planctl.grammar.outcomes import PrintedAdjustment
from planctl.grammar.text import normal
from planctl.messages.message import say
from planctl.report.model import Note, Report, with_parts


def verify_notes(report: Report, printed: Sequence[PrintedNote], ledger: Ledger) -> None:
    """Hold the notes of a file against those below its table, and what rows have of them."""
    left = {note.number: note for note in printed}
    for count, note in enumerate(report.notes, 1):
        at, found = f"notes.{note.number or count}", left.pop(note.number or str(count), None)
        if not found:
            message = say("the document has no note {number} below the table", number=note.number or str(count))
            ledger.differ(Verified.MISSING_IN_DOCUMENT, report, at, "", message)
            continue
        start, end = ledger.flow.line_span(found.line)
        if note.adjusts or (found.adjustment and report.kind == "indicators"):
            _adjusts(report, note, at, found, ledger)
        else:
            ledger.match()
        if found.adjustment:
            ledger.hold(start, end - start, report, at)
    for found in (note for note in left.values() if not note.is_legend):
        start, end = ledger.flow.line_span(found.line)
        ledger.miss(
            start, end, say("the data does not have note {number}", number=found.number), f"notes.{found.number}"
        )


def _adjusts(report: Report, note: Note, at: str, found: PrintedNote, ledger: Ledger) -> None:
    """Hold the targets that a note adjusts against those that it prints, and the rows that have them."""
    printed = found.adjustment or PrintedAdjustment((), (), (), "")
    listed = list(zip(printed.names, printed.replaces, printed.targets, strict=True))
    ours = [(normal(a.name), normal(a.replaces.printed), normal(a.target.printed)) for a in note.adjusts]
    sentence = ledger.flow.text[slice(*ledger.flow.line_span(found.line))]
    if ours == listed:
        ledger.match()
    else:
        message = say("the note adjusts {theirs}", theirs=tuple("、".join(each) for each in listed))
        ledger.differ(Verified.DIFFERENT, report, at, "adjusts", message, found.line, sentence)
    for row in with_parts(report.indicators):
        adjusted = row.adjusted
        if adjusted and adjusted.note == note.number:
            said = (normal(adjusted.name), normal(adjusted.replaces.printed), normal(adjusted.target.printed))
            if said in listed and normal(adjusted.stated) == printed.stated:
                ledger.match()
            else:
                message = say("the note does not adjust it so")
                ledger.differ(Verified.DIFFERENT, report, row.id, "adjusted", message, found.line, sentence)
