"""The columns of the table of observations, and the words in them."""

from enum import StrEnum

from planctl.messages.message import say
from planctl.showing.exporting.tables import Column, Shape
from planctl.showing.fields import Type


class Subject(StrEnum):
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
    STATED_TARGET = "stated-target"
    STATED_ACTUAL = "stated-actual"


OBSERVATIONS = Shape(
    "observations",
    say("Every figure that the reports print: of the tables, of the prose and of the projects."),
    (
        Column("key", Type.TEXT, say("What it is of, and the measure."), required=True),
        Column("region", Type.TEXT, say("Whose report it is in, by its code."), "regions", required=True),
        Column("region_name", Type.TEXT, say("The same by its name."), required=True),
        Column("year", Type.INTEGER, say("The year of the plan."), required=True),
        Column("subject", Type.TEXT, say("indicator, statement, programme or item (a part of one)."), required=True),
        Column("id", Type.TEXT, say("The identity of that across years."), required=True),
        Column("number", Type.TEXT, say("The number of an indicator as printed.")),
        Column("part_of", Type.TEXT, say("The id of what it is a part of.")),
        Column("name", Type.TEXT, say("The name as printed; of a statement, what the figure is of."), required=True),
        Column("name_en", Type.TEXT, say("The same in English."), required=True),
        Column("kind", Type.TEXT, say("constraint or expected, of an indicator.")),
        Column(
            "measure",
            Type.TEXT,
            say(
                "target, adjusted-target or actual of an indicator; stated-target or stated-actual in the prose; "
                "count, total-investment or planned-investment of projects."
            ),
            required=True,
        ),
        Column("position", Type.INTEGER, say("Which figure of the cell it is, from 1."), required=True),
        Column("value", Type.DECIMAL, say("The figure with the decimals printed; of a bound, the bound.")),
        Column("low", Type.DECIMAL, say("The lower bound, of a range or of what is at least or more than that.")),
        Column("high", Type.DECIMAL, say("The upper bound, of a range or of what is at most or less than that.")),
        Column(
            "comparator", Type.TEXT, say("plain, at_least, at_most, more_than, less_than or about, where there is one.")
        ),
        Column("unit", Type.TEXT, say("The unit of the figure, or of the row where no figure is printed.")),
        Column("decline", Type.BOOLEAN, say("Whether the figure says by how much something fell."), required=True),
        Column("reading", Type.TEXT, say("The kind that the printed text is read as."), required=True),
        Column("reference", Type.TEXT, say("What a relative target is measured by, as printed.")),
        Column("margin", Type.DECIMAL, say("By how much it is to differ from that.")),
        Column("estimated", Type.BOOLEAN, say("Whether the report calls it an estimate."), required=True),
        Column("cumulative", Type.BOOLEAN, say("Whether it is of several years."), required=True),
        Column("stretch", Type.TEXT, say("What aims beyond it.")),
        Column("beside", Type.TEXT, say("What else is printed of it and decides nothing.")),
        Column("recovered_target", Type.DECIMAL, say("The target that a result and its distance to it come to.")),
        Column("status", Type.TEXT, say("Of the SDMX code list CL_OBS_STATUS: A, B, E, L, M or P."), required=True),
        Column("printed", Type.TEXT, say("The text as printed; empty for a blank cell.")),
        Column("verdict", Type.TEXT, say("What became of the indicator in that year.")),
        Column("gap", Type.DECIMAL, say("The indicator's actual minus its target, positive when better.")),
        Column("gap_percent", Type.DECIMAL, say("The gap in per cent of the target.")),
        Column("period", Type.TEXT, say("year or cumulative, of a statement.")),
        Column("section", Type.TEXT, say("Where the report has it, of what is in no table.")),
        Column("follows", Type.TEXT, say("The id of the series of an earlier plan that the indicator goes on from.")),
        Column("place", Type.TEXT, say("Where it stands in the data: file, line and column.")),
        Column("report_key", Type.TEXT, say("The report that prints it."), "reports"),
        Column("indicator_key", Type.TEXT, say("The indicator."), "indicators"),
        Column("statement_key", Type.TEXT, say("The statement."), "statements"),
        Column("programme_key", Type.TEXT, say("The programme, also of a part of one."), "programmes"),
        Column("item_key", Type.TEXT, say("The part of a programme."), "breakdown_items"),
    ),
)
