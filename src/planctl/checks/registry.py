"""The data held against itself and against what the report states.

A check is a function of a `Dossier`; its name is its id, its docstring is its page. `CHECKS` is the whole list; to add
a check, write the function, name it in the tuple with its severity, and add a case under `tests/checks/`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from planctl.checks.aggregates import outside_parts, rounded_sum, sum_of_parts, whole_against_parts
from planctl.checks.basis import rests_on_adjustment, rests_on_estimate, rests_on_rounding
from planctl.checks.cells import unreadable_cell
from planctl.checks.claims import (
    adjustment_name,
    adjustment_replaces,
    adjustment_unmatched,
    claim_count,
    claim_members,
    claim_sum,
    enumeration_count,
    enumeration_members,
    reason_repeated,
    stated_differs,
)
from planctl.checks.counted import points_of_amount, qualifier_differs
from planctl.checks.directions import direction_differs, direction_unknown
from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.checks.drafts import draft, placeholder
from planctl.checks.english import english_differs, no_english
from planctl.checks.final import estimate_turned, unknown_row
from planctl.checks.heads import head_differs, no_address, no_digest, region_differs
from planctl.checks.identities import id_differs
from planctl.checks.programmes import not_added, odd_figure, planned_beyond_total
from planctl.checks.projects import completed_twice, named_beyond_count, named_twice, outside_name, unknown_stage
from planctl.checks.promises import reached_before, relative_below
from planctl.checks.repetitions import (
    quote_differs,
    repetition_estimate,
    repetition_form,
    repetition_value,
    target_differs,
    unknown_reference,
)
from planctl.checks.sides import parts_on_one_side
from planctl.checks.table import near_names, numbering, part_moved
from planctl.checks.untold import unmet_untold
from planctl.checks.verified import Verified, unverified
from planctl.checks.within_year import part_of_year
from planctl.checks.years import (
    constraint_lost,
    period_differs,
    reinstated,
    target_below_actual,
    unit_differs,
    unknown_series,
    unknown_statement,
    vanished,
)
from planctl.judging.rules import name_of
from planctl.messages.message import Message, Place, Problem, Severity, say
from planctl.messages.suggestions import Suggestions
from planctl.report.model import Acceptance

UNUSED = "unused-acceptance"
VERIFIED = frozenset(map(str, Verified))


class Check(NamedTuple):
    """A check, how much its findings weigh, and whether it holds one year against another."""

    find: Callable[[Dossier], Iterator[Finding]]
    severity: Severity
    across: bool = False

    @property
    def name(self) -> str:
        """Its function's name, with hyphens."""
        return name_of(self.find)


class Checked(NamedTuple):
    """A problem, and the acknowledgement that it is known and stands, if there is one."""

    problem: Problem
    accepted: Acceptance | None = None

    def fails(self, least: Severity) -> bool:
        """Return whether it is not acknowledged and weighs at least that much."""
        ranks = tuple(Severity)
        return not self.accepted and ranks.index(self.problem.severity) <= ranks.index(least)


class Examination(NamedTuple):
    """What was found in some files, and the lines of each by its name."""

    checked: tuple[Checked, ...]
    lines: Mapping[str, tuple[str, ...]]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.checked)} findings>"

    def line(self, place: Place) -> str | None:
        """Return the line that a place is in; `None` for a whole file."""
        lines = self.lines.get(place.file, ())
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None

    def below(self, folder: str) -> "Examination":
        """Return the same with every place as it is named in a folder."""
        checked = tuple(each._replace(problem=each.problem.below(folder)) for each in self.checked)
        return Examination(checked, {Place(file).below(folder).file: lines for file, lines in self.lines.items()})

    def failing(self, least: Severity) -> bool:
        """Return whether a problem that is not acknowledged weighs at least that much."""
        return any(each.fails(least) for each in self.checked)


CHECKS: tuple[Check, ...] = (
    Check(draft, Severity.WARNING),
    Check(placeholder, Severity.WARNING),
    Check(unverified, Severity.WARNING),
    Check(unreadable_cell, Severity.ERROR),
    Check(part_of_year, Severity.ERROR),
    Check(head_differs, Severity.ERROR, across=True),
    Check(region_differs, Severity.WARNING),
    Check(no_address, Severity.NOTE),
    Check(no_digest, Severity.NOTE),
    Check(numbering, Severity.ERROR),
    Check(part_moved, Severity.ERROR, across=True),
    Check(near_names, Severity.NOTE, across=True),
    Check(english_differs, Severity.NOTE),
    Check(no_english, Severity.NOTE),
    Check(id_differs, Severity.WARNING),
    Check(direction_differs, Severity.WARNING),
    Check(direction_unknown, Severity.WARNING),
    Check(claim_sum, Severity.ERROR),
    Check(claim_count, Severity.ERROR),
    Check(claim_members, Severity.ERROR),
    Check(stated_differs, Severity.WARNING),
    Check(enumeration_count, Severity.ERROR),
    Check(enumeration_members, Severity.ERROR),
    Check(reason_repeated, Severity.ERROR),
    Check(adjustment_replaces, Severity.ERROR),
    Check(adjustment_unmatched, Severity.ERROR),
    Check(adjustment_name, Severity.WARNING),
    Check(quote_differs, Severity.ERROR),
    Check(repetition_value, Severity.WARNING),
    Check(repetition_estimate, Severity.WARNING),
    Check(repetition_form, Severity.NOTE),
    Check(points_of_amount, Severity.NOTE),
    Check(qualifier_differs, Severity.NOTE, across=True),
    Check(unmet_untold, Severity.NOTE),
    Check(target_differs, Severity.WARNING),
    Check(outside_parts, Severity.WARNING),
    Check(parts_on_one_side, Severity.NOTE),
    Check(sum_of_parts, Severity.WARNING),
    Check(rounded_sum, Severity.NOTE),
    Check(whole_against_parts, Severity.NOTE, across=True),
    Check(not_added, Severity.NOTE),
    Check(odd_figure, Severity.ERROR),
    Check(planned_beyond_total, Severity.WARNING),
    Check(unknown_stage, Severity.WARNING),
    Check(outside_name, Severity.ERROR),
    Check(named_beyond_count, Severity.WARNING),
    Check(named_twice, Severity.NOTE),
    Check(completed_twice, Severity.NOTE, across=True),
    Check(unknown_reference, Severity.ERROR),
    Check(unknown_row, Severity.ERROR),
    Check(unknown_series, Severity.ERROR, across=True),
    Check(unknown_statement, Severity.ERROR, across=True),
    Check(period_differs, Severity.ERROR, across=True),
    Check(unit_differs, Severity.ERROR, across=True),
    Check(reinstated, Severity.NOTE, across=True),
    Check(constraint_lost, Severity.NOTE, across=True),
    Check(target_below_actual, Severity.NOTE, across=True),
    Check(relative_below, Severity.NOTE, across=True),
    Check(reached_before, Severity.NOTE),
    Check(vanished, Severity.NOTE, across=True),
    Check(rests_on_estimate, Severity.NOTE),
    Check(estimate_turned, Severity.NOTE),
    Check(rests_on_adjustment, Severity.NOTE),
    Check(rests_on_rounding, Severity.NOTE),
)


def run_checks(dossier: Dossier, checks: Iterable[Check] = CHECKS) -> tuple[Checked, ...]:
    """Return what the checks find, in the order of the files, each with the acknowledgement that its report has of it.

    An acknowledgement of a check that was asked and found nothing there is a finding itself.
    """
    asked = tuple(checks)
    used: set[tuple[int, str, str]] = set()
    found: list[Checked] = []
    for check in asked:
        for finding in check.find(dossier):
            accepted = _acceptance(finding, check.name)
            if accepted:
                used.add((id(finding.report), check.name, finding.at))
            found.append(Checked(_problem(check, finding), accepted))
    alone = len(dossier.plans) < 2
    names = {check.name for check in asked if not (alone and check.across)}
    found += [Checked(problem) for problem in _unused(dossier, names, used)]
    return tuple(sorted(found, key=lambda each: (each.problem.place, each.problem.name, str(each.problem.message))))


def _problem(check: Check, finding: Finding) -> Problem:
    place = place_of(finding.report, finding.at, finding.key)
    return Problem(place, check.name, finding.message, finding.remedy, check.severity, finding.at, finding.related)


def _acceptance(finding: Finding, check: str) -> Acceptance | None:
    return next((each for each in finding.report.accept if (each.check, each.at) == (check, finding.at)), None)


def _unused(dossier: Dossier, asked: set[str], used: set[tuple[int, str, str]]) -> Iterator[Problem]:
    """Yield a problem for each acknowledgement of nothing: of no check, at nothing, or of what is not found there."""
    known = [check.name for check in CHECKS]
    for report in dossier.reports:
        for count, each in enumerate(report.accept, 1):
            if each.check in VERIFIED:  # it is of a document, and told by `planctl verify`
                continue
            key, message = "at", say("'{check}' finds nothing at '{at}' any more", check=each.check, at=each.at)
            remedy = say("look whether something there was changed by mistake, and remove it if not")
            if each.check not in known:
                key, message = "check", say("there is no check '{check}' to acknowledge", check=each.check)
                remedy = _near(each.check, known, say("'planctl check --list' has all"))
            elif each.check not in asked or (id(report), each.check, each.at) in used:
                continue
            elif each.at not in report.places:
                message = say("'{at}' is not in this file", at=each.at)
                remedy = _near(each.at, report.places, say("name an id, as '--format json' does"))
            at = f"accept.{count}"
            yield Problem(place_of(report, at, key), UNUSED, message, remedy, Severity.WARNING, at)


def _near(word: str, known: Iterable[str], otherwise: Message) -> Message:
    near = Suggestions(known).near(word, 1)
    return say("did you mean {near}?", near=near) if near else otherwise
