"""What can be chosen in the filters of the page, and the words for it."""

from typing import Any

from planctl.diff.changes import with_parts
from planctl.diff.fate import Fate
from planctl.diff.statements import Against
from planctl.diff.summary import fate
from planctl.judging.verdict import Status
from planctl.messages.message import Severity
from planctl.projects.listing import all_named
from planctl.report.model import Kind
from planctl.showing.look import Look
from planctl.showing.movement import against_text, fate_text
from planctl.showing.page.answers import Answers
from planctl.values.meanings import Stage


def choices(answers: Answers, problems: list[dict[str, Any]], look: Look) -> dict[str, Any]:
    """Return what can be chosen in the filters: for each value that there is, the words for it."""
    wording = look.wording
    shown = [each for each in problems if not each["accepted"]]
    verdicts = [pair for pair in zip(Status, answers.assessment.counts[1:], strict=True) if pair[1]]
    changes = with_parts(answers.diff.changes) if answers.diff else ()
    fates = set(map(fate, changes))
    taken = {pair.against for pair in answers.pairs.pairs} if answers.pairs else set()
    named = [each.project for each in all_named(answers.planned)]
    return {
        "status_words": {status.value: wording.term(status) for status in Status},
        "severity_words": {severity.value: wording.term(severity) for severity in Severity},
        "verdicts": [(status.value, size) for status, size in verdicts],
        "status_options": [(status.value, wording.term(status)) for status, _ in verdicts],
        "kind_options": [(kind.value, wording.term(kind)) for kind in Kind],
        "fate_options": [(each.value, fate_text(each, look)) for each in Fate if each in fates],
        "pair_options": [(each.value, against_text(each, look)) for each in Against if each in taken],
        "stage_options": [
            (stage.value, wording.term(stage)) for stage in Stage if stage in {each.known_stage for each in named}
        ],
        "sector_options": [(sector, sector) for sector in dict.fromkeys(each.sector for each in named) if sector],
        "severity_options": [
            (each.value, wording.term(each)) for each in Severity if each in {every["severity"] for every in shown}
        ],
        "check_options": [(check, check) for check in sorted({each["check"] for each in shown})],
    }
