"""The check of results that the table has and the text does not tell."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding
from planctl.judging.verdict import Status
from planctl.messages.message import say


def unmet_untold(dossier: Dossier) -> Iterator[Finding]:
    """A row is unmet, and no statement repeats it: the text does not say it, or its statement lacks `repeats`.

    Asked of results whose file has statements that repeat rows.

    Example: 规上工业增加值增速 is unmet with 2 in the table, and the prose has no figure of it.
    """
    for report, assessment in dossier.outcomes():
        told = {statement.repeats for statement in report.statements if statement.repeats}
        if not told:
            continue
        for case in assessment.judged:
            for judged in (case, *case.parts):
                row, verdict = judged.case.indicator.id, judged.verdict
                if verdict and verdict.status is Status.UNMET and row not in told and row in report.places:
                    message = say("this is unmet, for {because}, and no statement repeats it", because=verdict.because)
                    remedy = say("nothing to mend where the text does not say it; else its statement lacks 'repeats'")
                    yield Finding(report, row, "actual", message, remedy)
