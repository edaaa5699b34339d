"""What the data has of the text: the count sentence, the notes, the reasons, and every statement's quotation."""

from collections.abc import Iterable, Iterator

from planctl.grammar.documents import reason_clauses
from planctl.grammar.names import core_of
from planctl.grammar.outcomes import Outcome as Stated
from planctl.grammar.outcomes import circled, parse_claim, reasons_in, size_of_enumeration, sizes_in
from planctl.grammar.prose import place_in_quote
from planctl.grammar.text import normal
from planctl.messages import say
from planctl.model import Claim, Note, Report, with_parts
from planctl.verification.ledger import Ledger, Outcome


def verify_prose(report: Report, ledger: Ledger) -> None:
    """Hold what one report has of the text against it."""
    if report.claim:
        _claim(report, report.claim, ledger)
    for count, note in enumerate(report.notes, 1):
        _note(report, note, f"notes.{note.number or count}", ledger)
    _reasons(report, ledger)
    for statement in report.statements:
        at, quote = f"statements.{statement.id}", normal(statement.quote)
        found = ledger.flow.find(quote, statement.section)
        if not found and (elsewhere := ledger.flow.find(quote)):
            there = ledger.flow.section_at(elsewhere[0])
            message = say("the document has it in {there}, not in {here}", there=there, here=statement.section)
            line = ledger.line_of(elsewhere[0])
            ledger.differ(Outcome.DIFFERENT, report, at, "section", message, line, there)
        elif not found:
            message = say("the document does not have the words {quote}", quote=statement.quote)
            ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, at, "quote", message)
        elif not (value := place_in_quote(normal(statement.value.printed), quote)):
            message = say("{value} is not in the words that are quoted", value=statement.value.printed)
            line = ledger.line_of(found[0])
            ledger.differ(Outcome.DIFFERENT, report, at, "value", message, line, statement.quote)
        else:
            ledger.match()
            for start in found:
                ledger.hold(start, len(quote), report, at, "quote")
                ledger.hold(start + value[0], value[1] - value[0], report, at, "value")


def _claim(report: Report, claim: Claim, ledger: Ledger) -> None:
    found = parse_claim(ledger.flow.text)
    if not found:
        ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, "claim", "", say("the document has no count sentence"))
        return
    start, end = found.span
    line = ledger.line_of(start)
    sentence = ledger.flow.text[start:end]
    ledger.hold(start, end - start, report, "claim")
    ceased = len(claim.discontinued_indicators) if found.ceased else 0
    theirs = {
        "total": found.total,
        "met": found.size(Stated.MET),
        "unmet": found.size(Stated.UNMET),
        "discontinued": found.size(Stated.DISCONTINUED) or ceased,
    }
    for key, size in theirs.items():
        ours = getattr(claim, key)
        if ours == size:
            ledger.match()
        else:
            message = say("the data counts {ours}, and the document {theirs}", ours=_size(ours), theirs=_size(size))
            ledger.differ(Outcome.DIFFERENT, report, "claim", key, message, line, _size(size))
    names = {row.id: row.name for row in with_parts(report.indicators)}
    words = [("includes", claim.includes)]
    words += [("discontinued_indicators", names.get(id, id)) for id in claim.discontinued_indicators]
    words += [("others", word) for each in claim.others for word in (f"{each.size}项", each.words)]
    counts = {f"{size}项" for size in sizes_in(sentence)}
    for key, word in words:
        if normal(word) in sentence or (key == "others" and word in counts):
            ledger.match()
        else:
            message = say("the count sentence does not have {word}", word=word)
            ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, "claim", key, message, line)


def _size(size: int | None) -> str:
    return "—" if size is None else str(size)


def _note(report: Report, note: Note, at: str, ledger: Ledger) -> None:
    """Look for the sentence that adjusts targets: the names, then the old figures, then the new ones, in order."""
    if not note.adjusts:
        return
    order = [each.name for each in note.adjusts]
    order += [each.replaces.printed for each in note.adjusts] + [each.target.printed for each in note.adjusts]
    sentences = [(start, _sentence(ledger.flow.text, start)) for start in _notes_on(note, ledger)]
    if not sentences:
        message = say("the document has no note {number} on {name}", number=note.number, name=note.adjusts[0].name)
        ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, at, "", message)
        return
    first, sentence = sentences[0]
    if word := _out_of_order(order, sentence):
        message = say("{word} is not where the note has it", word=word)
        ledger.differ(Outcome.DIFFERENT, report, at, "", message, ledger.line_of(first), sentence)
        return
    ledger.match()
    ledger.hold(first, len(sentence), report, at)
    listed = {(each.name, each.replaces.printed, each.target.printed) for each in note.adjusts}
    for row in with_parts(report.indicators):
        adjusted = row.adjusted
        if adjusted and adjusted.note == note.number:
            said = (adjusted.name, adjusted.replaces.printed, adjusted.target.printed)
            if said in listed and normal(adjusted.stated) in sentence:
                ledger.match()
            else:
                message = say("the note does not adjust it so")
                ledger.differ(Outcome.DIFFERENT, report, row.id, "adjusted", message, ledger.line_of(first), sentence)


def _notes_on(note: Note, ledger: Ledger) -> Iterator[int]:
    """Yield where notes of that number begin with the first name that one adjusts; the only note may have no number."""
    name = normal(note.adjusts[0].name)
    for start in ledger.flow.find(name):
        marks = (*(f"{note.number}{sign}" for sign in ".、)]"), circled(note.number), "注:", "说明:")
        if ledger.flow.text.endswith(marks, 0, start):
            yield start


def _sentence(text: str, start: int) -> str:
    end = text.find("。", start)
    return text[start:] if end < 0 else text[start:end]


def _out_of_order(words: Iterable[str], sentence: str) -> str:
    """Return the first word that a sentence does not have behind the one before it; empty where it has all."""
    position = 0
    for word in words:
        following = sentence.find(normal(word), position)
        if following < 0:
            return word
        position = following + len(normal(word))
    return ""


def _reasons(report: Report, ledger: Ledger) -> None:
    start = reasons_in(ledger.flow.text)
    if start is None:
        for reason in report.reasons:
            message = say("the document does not explain missed targets")
            ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, f"reasons.{reason.number}", "", message)
        return
    line = ledger.line_of(start)
    text = ledger.flow.text[start : ledger.flow.line_span(line)[1]]
    clauses = reason_clauses(text)
    names = {row.id: row.name for row in with_parts(report.indicators)}
    for reason in report.reasons:
        at = f"reasons.{reason.number}"
        first, last = clauses.get(reason.number, (0, 0))
        clause = text[first:last]
        for id in reason.indicators:
            if core_of(names.get(id, id)) in clause:
                ledger.match()
            else:
                message = say("reason {number} does not name {name}", number=reason.number, name=names.get(id, id))
                ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, at, f"indicators.{id}", message, line)
        counted = reason.enumeration
        if counted and normal(counted.quote) in clause and size_of_enumeration(counted.quote) == counted.size:
            ledger.match()
            position = start + first + clause.find(normal(counted.quote))
            ledger.hold(position, len(normal(counted.quote)), report, at, "enumeration.count")
        elif counted:
            message = say("reason {number} does not count {count} so", number=reason.number, count=counted.size)
            ledger.differ(Outcome.DIFFERENT, report, at, "enumeration.count", message, line, clause)
