"""What a report states of its outcome, drafted: the count sentence, the notes, and the reasons with their members."""

from collections.abc import Mapping, Sequence

from planctl.documents.drafting.entries import SUMMARY, Data, compact
from planctl.documents.extraction.prose import PrintedNote, PrintedReason, mentioned
from planctl.documents.reading.document import Document
from planctl.files.layout import Quoted
from planctl.grammar.outcomes import COUNTED_APART, CountedOutcome, PrintedClaim, enumeration_in, parse_claim


def draft_claim(document: Document, names: Mapping[str, str], printed: Sequence[str] = ()) -> Data | None:
    """Return the entry of the count sentence; `names` has the printed name of each row by its id.

    Where it counts those no longer counted and names none, they are the rows that are `printed` as such (不再统计), if
    these are as many.
    """
    found = parse_claim(document.flow.text)
    if not found:
        return None
    ceased = mentioned(found.ceased, names)
    discontinued = found.size(CountedOutcome.DISCONTINUED)
    if not ceased and len(printed) == discontinued:
        ceased = tuple(printed)
    if discontinued is None and ceased:
        discontinued = len(ceased)
    values = (
        ("draft", document.place(document.flow.lines[found.span[0]])),
        ("total", found.total),
        ("met", found.size(CountedOutcome.MET)),
        ("unmet", found.size(CountedOutcome.UNMET)),
        ("discontinued", discontinued),
        ("includes", found.includes or None),
        ("discontinued_indicators", list(ceased)),
        ("unmet_indicators", list(_named(found, names))),
        ("others", [_class(each.words, each.size) for each in found.classes if each.outcome in COUNTED_APART]),
    )
    return compact(values)


def _named(found: PrintedClaim, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids that a count sentence names as not met; none where it names more or fewer than it counts."""
    missed = mentioned(found.missed, names)
    return missed if len(missed) == found.size(CountedOutcome.UNMET) else ()


def _class(words: str, size: int) -> Data:
    return {"words": words, "count": size}


def draft_notes(document: Document, notes: Sequence[PrintedNote], *, of_outcome: bool) -> list[Data]:
    """Return the entries of the notes below a table, with the targets that they adjust: those of the outcome.

    A number that is printed twice is that of the first. A legend needs no summary, and has no entry.
    """
    entries: list[Data] = []
    for note in (each for each in notes if not each.is_legend):
        known = {each.get("number") for each in entries}
        adjusts = zip(*note.adjustment[:3], strict=True) if note.adjustment and of_outcome else ()
        values = (
            ("number", Quoted(note.number) if note.number not in known else None),
            ("draft", document.place(note.line)),
            ("summary", SUMMARY),
            ("adjusts", [{"name": name, "replaces": Quoted(old), "target": Quoted(new)} for name, old, new in adjusts]),
        )
        entries.append(compact(values))
    return entries


def draft_reasons(document: Document, reasons: Sequence[PrintedReason], names: Mapping[str, str]) -> list[Data]:
    """Return the entries of the reasons for missed targets that name rows, each with the rows that it names."""
    entries = []
    for reason in reasons:
        members = reason.members(names)
        counted = enumeration_in(reason.text)
        listed = mentioned(reason.text[counted.start : counted.end], names) if counted else ()
        enumeration = counted and {"quote": counted.quote, "count": counted.size, "indicators": list(listed)}
        values = (
            ("number", reason.number),
            ("draft", document.place(reason.line)),
            ("indicators", list(members)),
            ("enumeration", enumeration),
            ("summary", SUMMARY),
        )
        if members:
            entries.append(compact(values))
    return entries
