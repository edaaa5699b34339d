"""What the data has of the text: the count sentence, the notes, the reasons, and every statement's quotation."""

from planctl.grammar.documents import parse_claim, reason_clauses
from planctl.grammar.text import normal
from planctl.messages import say
from planctl.model import Claim, Note, Report, with_parts
from planctl.verification.ledger import Ledger, Outcome

REASONS = "未完成指标说明"
ENDINGS = ("增速", "增长", "数量")


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
        elif normal(statement.value.printed) not in quote:
            message = say("{value} is not in the words that are quoted", value=statement.value.printed)
            line = ledger.line_of(found[0])
            ledger.differ(Outcome.DIFFERENT, report, at, "value", message, line, statement.quote)
        else:
            ledger.match()
            for start in found:
                ledger.hold(start, len(quote))


def _claim(report: Report, claim: Claim, ledger: Ledger) -> None:
    found = parse_claim(ledger.flow.text)
    if not found:
        ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, "claim", "", say("the document has no count sentence"))
        return
    total, met, unmet, (start, end) = found
    line = ledger.line_of(start)
    sentence_end = ledger.flow.text.find("。", end)
    sentence = ledger.flow.text[start:sentence_end]
    ledger.hold(start, end - start)
    here = (("total", claim.total, total), ("met", claim.met, met), ("unmet", claim.unmet, unmet))
    for key, ours, theirs in (*here, ("discontinued", claim.discontinued, len(claim.discontinued_indicators))):
        if ours == theirs:
            ledger.match()
        else:
            message = say("the data counts {ours}, and the document {theirs}", ours=ours, theirs=theirs)
            ledger.differ(Outcome.DIFFERENT, report, "claim", key, message, line, str(theirs))
    names = {row.id: row.name for row in with_parts(report.indicators)}
    words = [("includes", claim.includes)]
    words += [("discontinued_indicators", names.get(id, id)) for id in claim.discontinued_indicators]
    for key, word in words:
        if normal(word) in sentence:
            ledger.match()
        else:
            message = say("the count sentence does not have {word}", word=word)
            ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, "claim", key, message, line)


def _note(report: Report, note: Note, at: str, ledger: Ledger) -> None:
    """Look for the sentence that adjusts targets: the names, then the old figures, then the new ones, in order."""
    if not note.adjusts:
        return
    text = ledger.flow.text
    first = next(iter(ledger.flow.find(normal(f"{note.number}.{note.adjusts[0].name}"))), None)
    if first is None:
        message = say("the document has no note {number} on {name}", number=note.number, name=note.adjusts[0].name)
        ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, at, "", message)
        return
    end = text.find("。", first)
    sentence = text[first:end]
    order = [each.name for each in note.adjusts]
    order += [each.replaces.printed for each in note.adjusts] + [each.target.printed for each in note.adjusts]
    position = 0
    for word in order:
        following = sentence.find(normal(word), position)
        if following < 0:
            message = say("{word} is not where the note has it", word=word)
            ledger.differ(Outcome.DIFFERENT, report, at, "", message, ledger.line_of(first), sentence)
            return
        position = following + len(normal(word))
    ledger.match(first, end - first)
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


def _reasons(report: Report, ledger: Ledger) -> None:
    start = ledger.flow.text.find(REASONS)
    if start < 0:
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
            if _core(names.get(id, id)) in clause:
                ledger.match()
            else:
                message = say("reason {number} does not name {name}", number=reason.number, name=names.get(id, id))
                ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, at, f"indicators.{id}", message, line)
        counted = reason.enumeration
        if counted and normal(counted.quote) in clause and str(counted.size) in counted.quote:
            ledger.match(start + first + clause.find(normal(counted.quote)), len(normal(counted.quote)))
        elif counted:
            message = say("reason {number} does not count {count} so", number=reason.number, count=counted.size)
            ledger.differ(Outcome.DIFFERENT, report, at, "enumeration.count", message, line, clause)


def _core(name: str) -> str:
    plain = normal(name)
    return next((plain.removesuffix(ending) for ending in ENDINGS if plain.endswith(ending)), plain)
