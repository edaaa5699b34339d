"""`planctl scenarios`: the counts under each reading, and the rows that move."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.judging.scenarios import Move, ScenarioOutcome
from planctl.messages.message import Message, say
from planctl.report.plan import Plan
from planctl.showing.fields import ALL, UNTITLED, Field, Output, Type, csv_of, object_of, table_of
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

Shown = tuple[Plan, tuple[ScenarioOutcome, ...]]


def _count(key: str, title: Message, description: Message, spare: int = 0) -> Field[ScenarioOutcome]:
    return Field(
        key,
        title,
        description,
        lambda row: getattr(row.counts, key),
        Type.INTEGER,
        outputs=ALL ^ Output.OBJECT,
        right=True,
        spare=spare,
    )


# fmt: off
SCENARIO: tuple[Field[ScenarioOutcome], ...] = (
    Field("name", say("Reading"), say("What the reading is called."), lambda row: row.scenario.name,
        shown=lambda row, look: (name_text(row, look.wording), ""), least=15),
    Field("about", UNTITLED, say("What it does."), lambda row: row.scenario.about, outputs=Output.OBJECT),
    _count("total", say("All"), say("How many indicators there are.")),
    _count("met", say("Met"), say("How many of them were met.")),
    _count("unmet", say("Unmet"), say("How many were not.")),
    _count("discontinued", say("Disc."), say("How many are no longer counted."), spare=1),
    _count("pending", say("Pend."), say("How many have no published result."), spare=3),
    _count("undetermined", say("Und."), say("How many have one that cannot be judged."), spare=2),
    Field("counts_as_stated", UNTITLED, say("Whether the counts are those that the report states."),
        lambda row: row.agreement.counts if row.agreement else None, Type.BOOLEAN, outputs=ALL ^ Output.TABLE),
    Field("members_as_stated", UNTITLED, say("Whether its unmet and discontinued indicators are."),
        lambda row: row.agreement.members if row.agreement else None, Type.BOOLEAN, outputs=ALL ^ Output.TABLE),
    Field("as_stated", say("As stated"), UNTITLED, lambda row: None, outputs=Output.TABLE, least=9,
        shown=lambda row, look: (as_stated(row, look.wording), "")),
    Field("moved", say("Moves"), say("The rows that move, each with what becomes of it."),
        lambda row: tuple(f"{move.indicator.id}:{move.after}" for move in row.moved), outputs=ALL ^ Output.OBJECT,
        shown=lambda row, look: (look.wording.semicolon.join(move_text(move, look) for move in row.moved), ""),
        least=16),
    Field("what", say("What it does"), UNTITLED, lambda row: row.scenario.about, outputs=Output.TABLE, least=24,
        spare=4),
)
# fmt: on


def document(shown: Shown, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `scenarios`."""
    plan, outcomes = shown
    return {"schema": 1, "year": plan.year, "scenarios": [_outcome(outcome, wording) for outcome in outcomes]}


def _outcome(outcome: ScenarioOutcome, wording: Wording) -> dict[str, Any]:
    found = object_of(SCENARIO, outcome, wording)
    name, about = found.pop("name"), found.pop("about")
    moved = [{"id": move.indicator.id, "from": move.before, "to": move.after} for move in outcome.moved]
    return {"name": name, "about": about, "counts": outcome.counts._asdict(), **found, "moved": moved}


def sheet(shown: Shown, wording: Wording) -> Sheet:
    """Return a row for each reading."""
    return csv_of(SCENARIO, shown[1], wording)


def brief(shown: Shown, wording: Wording) -> Sheet:
    """Return the same rows."""
    return sheet(shown, wording)


def table(shown: Shown, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each reading, with the rows that move named in Chinese."""
    from planctl.showing.table import fit_lines, left_out

    plan, outcomes = shown
    grid = table_of(SCENARIO, outcomes, look)
    return [heading(plan, look), grid, fit_lines(left_out(grid, look), look)]


def name_text(outcome: ScenarioOutcome, wording: Wording) -> str:
    """Return what a reading is called: by its name in English, and in words in other languages."""
    name = outcome.scenario.name
    return name if wording.is_english else wording.translate(name.replace("-", " "))


def move_text(move: Move, look: Look) -> str:
    """Return the name of a row that moves, and from what to what."""
    after = look.wording.term(move.after)
    became = f"{look.wording.term(move.before)} {look.signs.becomes} {after}" if move.before else f"+ {after}"
    return f"{move.indicator.prefix}{move.indicator.name} {became}"


def as_stated(outcome: ScenarioOutcome, wording: Wording) -> str:
    """Return whether the counts and members are those that the report states; empty where nothing is to compare."""
    if not outcome.agreement:
        return ""
    if outcome.agreement.agrees:
        return wording.say("yes")
    if reasons := outcome.agreement.acknowledged:
        return wording.say("acknowledged: {reasons}", reasons=wording.listed(map(wording.text, reasons)))
    return wording.say("same counts, other members") if outcome.agreement.counts else wording.say("no")
