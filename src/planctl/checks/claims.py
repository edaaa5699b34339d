"""Checks of what a report states of its own outcome: counts, members, enumerations, adjusted targets."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.grammar.outcomes import COUNTED_APART, size_of_enumeration, stated_outcome
from planctl.messages.message import NOTHING, Message, Related, say
from planctl.report.model import Claim, Reason, Report, with_parts


def claim_sum(dossier: Dossier) -> Iterator[Finding]:
    """The counts that a report states do not add up to its total.

    Example: 32 indicators, of which 17 met, 13 unmet and 1 discontinued.
    """
    for report in dossier.reports:
        if (claim := report.claim) and claim.sum not in (claim.total, None):
            others = tuple(f"{each.size} {each.words}" for each in claim.others)
            message = say(
                "{met} met, {unmet} unmet and {discontinued} discontinued{beside} are not {total}",
                met=claim.met or 0,
                unmet=claim.unmet or 0,
                discontinued=claim.discontinued,
                beside=say(" beside {others}", others=others) if others else NOTHING,
                total=claim.total,
            )
            yield Finding(report, "claim", "total", message, say("compare the count sentence with the page"))


def claim_count(dossier: Dossier) -> Iterator[Finding]:
    """A report counts more or fewer indicators than its table has rows; prose tells of some of them alone.

    Example: 33 indicators are counted, and the table has 32 numbered rows.
    """
    for report in dossier.reports:
        if report.claim and report.claim.total != len(report.indicators) and _is_table(report):
            message = say(
                "{total} indicators are counted, and the table has {rows}",
                total=report.claim.total,
                rows=len(report.indicators),
            )
            yield Finding(report, "claim", "total", message, say("look for a row that is missing or not numbered"))


def claim_members(dossier: Dossier) -> Iterator[Finding]:
    """The verdicts are not those that the report states: other counts, or other members.

    Members are compared as sets: the unmet are those that the reasons name (a part counts as its indicator), the
    discontinued those that the claim names. Equal numbers alone prove little, and decide where none are named.

    Example: 空气质量优良天数 is explained as a miss, and its figures say that it was met.
    """
    for report, assessment in dossier.outcomes():
        agreement, claim = assessment.agreement, report.claim
        if not agreement or not claim or not (_is_table(report) or claim.total == len(report.indicators)):
            continue
        remedy = say("compare the row and the explanation with the page; 'planctl show ID' has each step")
        for status, row in agreement.only_judged:
            message = say("'{row}' is {status}, and the report does not say so", row=row, status=status)
            yield Finding(report, row, "", message, remedy, _claim_related(report))
        for status, row in agreement.only_stated:
            message = say("the report says that '{row}' is {status}, and its figures do not", row=row, status=status)
            yield Finding(report, row, "", message, remedy, _claim_related(report))
        counts = assessment.counts
        if agreement.members and not claim.agrees(counts.met, counts.unmet, counts.discontinued):
            message = say(
                "{met} met, {unmet} unmet and {discontinued} discontinued are stated; by the figures they are {counts}",
                met=claim.met if claim.met is not None else "—",
                unmet=claim.unmet if claim.unmet is not None else "—",
                discontinued=claim.discontinued,
                counts=(counts.met, counts.unmet, counts.discontinued),
            )
            yield Finding(report, "claim", "met", message, _counts_remedy(claim))


def _is_table(report: Report) -> bool:
    """Return whether the rows of a report are those of a table, all that it has."""
    return any(not row.quote for row in report.indicators)


def stated_differs(dossier: Dossier) -> Iterator[Finding]:
    """A row states beside its figures what became of the target, and its verdict is another.

    What is called nearly met or awaits its figure is held against nothing.

    Example: 未完成 stands beside 6 and 6.1.
    """
    for report, assessment in dossier.outcomes():
        for case in assessment.judged:
            for judged in (case, *case.parts):
                row, verdict = judged.case.indicator, judged.verdict
                outcome = stated_outcome(row.stated)
                if verdict and outcome and outcome not in COUNTED_APART and outcome.value != verdict.status.value:
                    message = say(
                        "the report says {stated}, and this is {status}, for {because}",
                        stated=row.stated,
                        status=verdict.status,
                        because=verdict.because,
                    )
                    remedy = say("compare the row with the page; 'planctl show ID' has each step")
                    yield Finding(report, row.id, "stated", message, remedy)


def _counts_remedy(claim: Claim) -> Message:
    if claim.discontinued and not claim.discontinued_indicators:
        return say(
            "compare the count sentence with the page, and name those no longer counted: discontinued_indicators"
        )
    return say("compare the count sentence with the page")


def _claim_related(report: Report) -> tuple[Related, ...]:
    return (Related(place_of(report, "claim"), say("the report's count is here")),)


def enumeration_count(dossier: Dossier) -> Iterator[Finding]:
    """A reason counts its names (等5项指标), and lists more or fewer.

    Example: 等5项指标, and four are listed.
    """
    for report, reason in _reasons(dossier):
        if not (counted := reason.enumeration):
            continue
        at, remedy = f"reasons.{reason.number}", say("compare the reason with the page")
        if size_of_enumeration(counted.quote) not in (counted.size, None):
            message = say("{quote} does not say {size}", quote=counted.quote, size=counted.size)
            yield Finding(report, at, "enumeration.count", message, remedy)
        if counted.size != len(set(counted.indicators)):
            message = say("{quote}, and {listed} are listed", quote=counted.quote, listed=len(set(counted.indicators)))
            yield Finding(report, at, "enumeration.count", message, remedy)


def enumeration_members(dossier: Dossier) -> Iterator[Finding]:
    """A reason counts an indicator among its own that it does not name.

    Example: 建筑业增加值增速 is enumerated, and is not among the indicators of the reason.
    """
    for report, reason in _reasons(dossier):
        for row in reason.enumeration.indicators if reason.enumeration else ():
            if row not in reason.indicators:
                message = say("'{row}' is enumerated, and the reason does not name it", row=row)
                remedy = say("add it to the reason's indicators, or remove it here")
                key = f"enumeration.indicators.{row}"
                yield Finding(report, f"reasons.{reason.number}", key, message, remedy)


def reason_repeated(dossier: Dossier) -> Iterator[Finding]:
    """Two reasons explain the same indicator.

    Example: 地区生产总值增速 under reasons 一 and 二.
    """
    for report in dossier.reports:
        first: dict[str, str] = {}
        for reason in report.reasons:
            for row in reason.indicators:
                if row in first:
                    message = say("'{row}' is explained by reason {first} too", row=row, first=first[row])
                    remedy = say("compare both reasons with the page")
                    related = Related(place_of(report, f"reasons.{first[row]}"), say("the other reason is here"))
                    at = f"reasons.{reason.number}"
                    yield Finding(report, at, f"indicators.{row}", message, remedy, (related,))
                first.setdefault(row, reason.number)


def adjustment_replaces(dossier: Dossier) -> Iterator[Finding]:
    """The old target that a note names is not the one that the row prints.

    Example: the note says 由4%调整, and the row has 5.
    """
    for report in dossier.reports:
        for row in with_parts(report.indicators):
            adjusted = row.adjusted
            if adjusted and row.target and adjusted.replaces.meaning != row.target.meaning:
                message = say(
                    "the note adjusts a target of {replaces}, and the row has {target}",
                    replaces=adjusted.replaces.printed,
                    target=row.target.printed,
                )
                related = Related(place_of(report, row.id, "target"), say("the row's target is here"))
                remedy = say("compare the note and the row with the page")
                yield Finding(report, row.id, "adjusted.replaces", message, remedy, (related,))


def adjustment_unmatched(dossier: Dossier) -> Iterator[Finding]:
    """A note adjusts a target that no row has, or a row has one that its note does not list.

    Asked of notes that list what they adjust.

    Example: note 2 adjusts 税收收入增速 from 8% to 1%, and no row has that under `adjusted`.
    """
    for report in dossier.reports:
        rows = [(row, row.adjusted) for row in with_parts(report.indicators) if row.adjusted]
        for note in report.notes:
            listed = {(each.name, each.replaces.printed, each.target.printed) for each in note.adjusts}
            theirs = {(a.name, a.replaces.printed, a.target.printed): row for row, a in rows if a.note == note.number}
            for name, replaces, target in sorted(listed - set(theirs)):
                message = say(
                    "the note adjusts {name} from {replaces} to {target}, and no row has that",
                    name=name,
                    replaces=replaces,
                    target=target,
                )
                remedy = say("compare the note with the page, and say it under 'adjusted' of the row")
                yield Finding(report, f"notes.{note.number}", "adjusts", message, remedy)
            for key, row in theirs.items():
                if listed and key not in listed:
                    message = say(
                        "note {number} does not list this target, {target}", number=note.number, target=key[2]
                    )
                    related = Related(place_of(report, f"notes.{note.number}"), say("the note is here"))
                    remedy = say("compare the note and the row with the page")
                    yield Finding(report, row.id, "adjusted", message, remedy, (related,))


def adjustment_name(dossier: Dossier) -> Iterator[Finding]:
    """The name by which a note adjusts a target is not the name of the row.

    The row may have a further qualifier, so that the note may speak of another basis.

    Example: the note says 一般公共预算收入增速, the row 一般公共预算收入扣除留抵退税因素后增速.
    """
    for report in dossier.reports:
        for row in with_parts(report.indicators):
            if row.adjusted and row.adjusted.name != row.name:
                message = say(
                    "the note calls it {note}, and the row {row}",
                    note=row.adjusted.name,
                    row=row.name,
                )
                related = Related(place_of(report, row.id, "name"), say("the row's name is here"))
                remedy = say("compare both with the page; where they stand so, acknowledge it under 'accept'")
                yield Finding(report, row.id, "adjusted.name", message, remedy, (related,))


def _reasons(dossier: Dossier) -> Iterator[tuple[Report, Reason]]:
    for report in dossier.reports:
        for reason in report.reasons:
            yield report, reason
