"""The rows against a schema of a data frame with its rules, by pandera: `python pandera_rows.py CSV`."""

import sys

import pandas
from pandera.errors import SchemaErrors
from pandera.pandas import Check, Column, DataFrameSchema

CELL = r"^(预计)?([≥≤]?-?[0-9][0-9,]*(\.[0-9]+)?%?(以上|以下|以内|左右)?|[^0-9]*)$"


def counts_on(numbers: pandas.Series) -> bool:
    """Tell whether the numbers are 1, 2, 3 and so on."""
    printed = numbers[numbers != ""].astype(int)
    return bool((printed.to_numpy() == range(1, len(printed) + 1)).all())


SCHEMA = DataFrameSchema(
    {
        "id": Column(str, Check.str_matches(r"^[a-z0-9]+(-[a-z0-9]+)*$"), unique=True),
        "number": Column(str, [Check.str_matches(r"^[0-9]*$"), Check(counts_on)]),
        "name": Column(str, Check.str_length(min_value=1)),
        "kind": Column(str, Check.isin(["constraint", "expected", ""])),
        "better": Column(str, Check.isin(["higher", "lower", ""])),
        "target": Column(str, Check.str_matches(CELL)),
        "adjusted": Column(str, Check.str_matches(CELL)),
        "actual": Column(str, Check.str_matches(CELL)),
    }
)

try:
    SCHEMA.validate(pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False), lazy=True)
except SchemaErrors as fault:
    sys.exit(str(fault))
