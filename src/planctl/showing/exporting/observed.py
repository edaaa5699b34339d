"""The columns of the table of observations, and the words in them."""

from enum import StrEnum
from operator import itemgetter

from planctl.messages.message import Message, say
from planctl.showing.exporting.tables import Record, Shape, column
from planctl.showing.fields import Field, Type


class FigureSubject(StrEnum):
    """What a figure is of."""

    INDICATOR = "indicator"
    STATEMENT = "statement"
    PROGRAMME = "programme"
    ITEM = "item"


class Measured(StrEnum):
    """What is measured of an indicator, or in the prose; programmes have the measures of projects beside these."""

    TARGET = "target"
    ADJUSTED_TARGET = "adjusted-target"
    ACTUAL = "actual"
    FINAL = "final"
    PROGRESS = "progress"
    STATED_TARGET = "stated-target"
    STATED_ACTUAL = "stated-actual"


def _column(
    key: str, description: Message, type: Type = Type.TEXT, references: str = "", *, required: bool = False
) -> Field[Record]:
    return column(key, description, itemgetter(key), type, references, required=required)


OBSERVATIONS = Shape(
    "observations",
    say("Every figure that the reports print: of the tables, of the prose and of the projects."),
    (
        _column("key", say("What it is of, and the measure."), required=True),
        _column("region", say("Whose report it is in, by its code."), references="regions", required=True),
        _column("region_name", say("The same by its name."), required=True),
        _column("year", say("The year of the plan."), Type.INTEGER, required=True),
        _column("subject", say("indicator, statement, programme or item (a part of one)."), required=True),
        _column("id", say("The identity of that across years."), required=True),
        _column("number", say("The number of an indicator as printed.")),
        _column("part_of", say("The id of what it is a part of.")),
        _column("name", say("The name as printed; of a statement, what the figure is of."), required=True),
        _column("name_en", say("The same in English.")),
        _column("kind", say("constraint or expected, of an indicator.")),
        _column(
            "measure",
            say(
                "target, adjusted-target, actual, final or progress (within the year) of an indicator; stated-target "
                "or stated-actual in the prose; count, total-investment or planned-investment of projects."
            ),
            required=True,
        ),
        _column("until", say("The month up to which it is, of a figure within the year.")),
        _column("position", say("Which figure of the cell it is, from 1."), Type.INTEGER, required=True),
        _column("value", say("The figure with the decimals printed; of a bound, the bound."), Type.DECIMAL),
        _column("low", say("The lower bound, of a range or of what is at least or more than that."), Type.DECIMAL),
        _column("high", say("The upper bound, of a range or of what is at most or less than that."), Type.DECIMAL),
        _column("comparator", say("plain, at_least, at_most, more_than, less_than or about, where there is one.")),
        _column("unit", say("The unit of the figure, or of the row where no figure is printed.")),
        _column("decline", say("Whether the figure says by how much something fell."), Type.BOOLEAN, required=True),
        _column("reading", say("The kind that the printed text is read as."), required=True),
        _column("reference", say("What a relative target is measured by, as printed.")),
        _column("margin", say("By how much it is to differ from that."), Type.DECIMAL),
        _column("estimated", say("Whether the report calls it an estimate."), Type.BOOLEAN, required=True),
        _column("cumulative", say("Whether it is of several years."), Type.BOOLEAN, required=True),
        _column("stretch", say("What aims beyond it.")),
        _column("beside", say("What else is printed of it and decides nothing.")),
        _column("recovered_target", say("The target that a result and its distance to it come to."), Type.DECIMAL),
        _column("status", say("Of the SDMX code list CL_OBS_STATUS: A, B, E, L, M or P."), required=True),
        _column("printed", say("The text as printed; empty for a blank cell.")),
        _column("verdict", say("What became of the indicator in that year.")),
        _column("gap", say("The indicator's actual minus its target, positive when better."), Type.DECIMAL),
        _column("gap_percent", say("The gap in per cent of the target."), Type.DECIMAL),
        _column("period", say("year or cumulative, of a statement.")),
        _column("section", say("Where the report has it, of what is in no table.")),
        _column("follows", say("The id of the series of an earlier plan that the indicator goes on from.")),
        _column("source", say("The words that name the publication, of a final figure and one within the year.")),
        _column("place", say("Where it stands in the data: file, line and column.")),
        _column("report_key", say("The report that prints it."), references="reports"),
        _column("indicator_key", say("The indicator."), references="indicators"),
        _column("statement_key", say("The statement."), references="statements"),
        _column("programme_key", say("The programme, also of a part of one."), references="programmes"),
        _column("item_key", say("The part of a programme."), references="breakdown_items"),
    ),
)
