"""Checks that say which verdicts rest on little. Nothing is wrong where they speak."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding
from planctl.judging.verdict import Flag, Verdict
from planctl.messages.message import Message, say


def rests_on_estimate(dossier: Dossier) -> Iterator[Finding]:
    """A verdict turns on an estimate: the final figure may turn it.

    Example: 预计73.5 is held against 72.5.
    """
    yield from _flagged(dossier, Flag.ESTIMATED, say("the result is an estimate"))


def rests_on_adjustment(dossier: Dossier) -> Iterator[Finding]:
    """A verdict turns on an adjusted target: on the printed one it would be another.

    Example: 2.6 is held against 0.1, and 4 is printed.
    """
    yield from _flagged(dossier, Flag.PRINTED_TARGET_DIFFERS, say("on the printed target it would be otherwise"))


def rests_on_rounding(dossier: Dossier) -> Iterator[Finding]:
    """A verdict turns on rounding: the values that print as the result lie on both sides of the target.

    Example: 58.5 is held against 58.5.
    """
    yield from _flagged(dossier, Flag.ROUNDING_SENSITIVE, say("rounding could turn it"))


def _flagged(dossier: Dossier, flag: Flag, why: Message) -> Iterator[Finding]:
    for report, assessment in dossier.outcomes():
        for judged in assessment.judged:
            verdict = judged.verdict
            if verdict and flag in verdict.flags:
                yield Finding(report, judged.case.indicator.id, "actual", _said(verdict, why), say("nothing to mend"))


def _said(verdict: Verdict, why: Message) -> Message:
    return say("{status}, for {because}; {why}", status=verdict.status, because=verdict.because, why=why)
