"""The page of `planctl report`: everything about a year, as text that a browser shows without asking for more."""

from collections.abc import Mapping, Sequence
from typing import Any

from planctl.judging.assessment import Assessment, Order, count
from planctl.judging.scenarios import ScenarioOutcome
from planctl.judging.statuses import Status
from planctl.projects.listing import all_named
from planctl.report.model import Kind
from planctl.showing.look import Look
from planctl.showing.page.answers import Answers
from planctl.showing.page.changes import ChangeGroup, ShownChange, change_groups, flown
from planctl.showing.page.choices import choices
from planctl.showing.page.money import planned
from planctl.showing.page.pairs import shown_pairs
from planctl.showing.page.ranking import MOST, rankings
from planctl.showing.page.rendering import rendered
from planctl.showing.page.rows import Row, row_of
from planctl.showing.page.stacks import stack
from planctl.showing.problems.document import document as problems_document
from planctl.showing.problems.summary import counts_of
from planctl.showing.projects.pieces import stage_text
from planctl.showing.projects.project import project_document
from planctl.showing.projects.sums import together_text
from planctl.showing.scenarios import as_stated, move_text, name_text
from planctl.showing.status import agreement_lines, counted
from planctl.showing.wording import Wording

PROJECT_KEYS = ("id", "stage", "sector", "programme", "section", "place")


def page(answers: Answers, wording: Wording) -> str:
    """Return the page, in the language of the wording."""
    look = Look(None, "utf-8", wording, folder=answers.folder)
    return rendered("page", title_of(answers), context_of(answers, look), look)


def title_of(answers: Answers) -> str:
    """Return whose plans are shown, and of which years."""
    plan = answers.assessment.plan
    return f"{plan.region.name} {plan.year}" + (f"–{answers.diff.after.year}" if answers.diff else "")


def context_of(answers: Answers, look: Look) -> dict[str, Any]:
    """Return what the templates of the page and of its charts are filled with."""
    assessment, wording = answers.assessment, look.wording
    plan = assessment.plan
    rows = {each.case.indicator.id: row_of(plan, each, look) for each in assessment.judged}
    groups = change_groups(answers.diff, look) if answers.diff else ()
    examination = problems_document(answers.examination.below(look.folder), wording)
    return {
        "plan": plan,
        "source": plan.reports[0].source,
        "later": answers.diff.after.year if answers.diff else None,
        "counts": assessment.counts,
        "rows": tuple(rows.values()),
        "has_adjusted": any(row.adjusted for each in rows.values() for row in (each, *each.parts)),
        "groups": _groups(assessment, rows, wording),
        "bases": stack({base.value: size for base, size in assessment.bases.items()}, assessment.counts.met or 1),
        "basis_words": {base.value: wording.term(base) for base in assessment.bases},
        "agrees": assessment.agreement.agrees if assessment.agreement else None,
        "agreement": tuple(agreement_lines(assessment, wording)),
        "missed": _missed(assessment, rows, groups),
        "rankings": rankings(assessment.judged, rows),
        "most": MOST,
        "scenarios": [_scenario(outcome, look) for outcome in answers.outcomes],
        "flow": flown(answers.diff, look) if answers.diff else None,
        "change_groups": groups,
        "planned": answers.planned,
        "programmes": planned(answers.planned, look),
        "together": tuple(together_text(answers.planned, wording)) if answers.planned.programmes else (),
        "projects": _projects(answers, look),
        "pairs": answers.pairs,
        "pair_rows": shown_pairs(answers.pairs, look) if answers.pairs else (),
        "problems": examination["problems"],
        **choices(answers, examination["problems"], look),
        "found": wording.listed(map(wording, counts_of(answers.examination))),
    }


def _groups(assessment: Assessment, rows: Mapping[str, Row], wording: Wording) -> list[tuple[Kind, str, list[Row]]]:
    """Return the kinds that there are indicators of, with their counts in words and their rows."""
    found = []
    for kind in Kind:
        judged = assessment.of_kind(kind)
        if judged:
            found.append((kind, counted(count(judged), wording), [rows[each.case.indicator.id] for each in judged]))
    return found


def _missed(
    assessment: Assessment, rows: Mapping[str, Row], groups: Sequence[ChangeGroup]
) -> list[tuple[Row, ShownChange | None]]:
    """Return the rows that were missed, the worst first, each with what the later plan did with it."""
    changes = (each for group in groups for each in group.rows)
    became = {each.data["data-before"]: each for each in changes if "data-before" in each.data}
    ids = (each.case.indicator.id for each in assessment.select(frozenset({Status.UNMET}), order=Order.GAP).rows)
    return [(rows[id], became.get(id)) for id in ids]


def _scenario(outcome: ScenarioOutcome, look: Look) -> dict[str, Any]:
    counts = outcome.counts._asdict()
    total = counts.pop("total")
    return {
        "name": outcome.scenario.name,
        "title": name_text(outcome, look.wording),
        "about": look.wording(outcome.scenario.about),
        "total": total,
        "counts": {key: size for key, size in counts.items() if size},
        "pieces": stack(counts, total or 1),
        "as_stated": as_stated(outcome, look.wording),
        "moves": tuple((move.after.value, move_text(move, look)) for move in outcome.moved),
        "moved": " ".join(move.indicator.id for move in outcome.moved),
    }


def _projects(answers: Answers, look: Look) -> list[dict[str, Any]]:
    found = []
    for named in all_named(answers.planned):
        document = project_document(named)
        found.append(
            {
                "data": {f"data-{key}": document[key] for key in PROJECT_KEYS if document[key]},
                "name": named.project.name,
                "stage": stage_text(named.project.stage, look.wording)[0],
                "sector": named.project.sector,
                "capacity": named.project.capacity,
                "programme": named.programme.name if named.programme else "",
                "section": named.project.section,
            }
        )
    return found
