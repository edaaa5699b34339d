"""The rows against the rules that a careful analyst would write down, with pandas: `python pandas_rows.py CSV CLAIM`.

CLAIM is what the report counts: total, met, unmet and discontinued, with commas between.
"""

import sys
from pathlib import Path

import pandas
from pandas_verdicts import verdicts  # type: ignore[import-not-found]  # it stands beside this script

CELL = r"^(预计)?([≥≤]?-?[0-9][0-9,]*(\.[0-9]+)?%?(以上|以下|以内|左右)?|[^0-9]*)$"


def faults(rows: pandas.DataFrame, claim: tuple[int, ...]) -> list[str]:
    """Return what is wrong with the rows, and with what the report counts of them."""
    found = [f"{id} is given twice" for id in rows["id"][rows["id"].duplicated()]]
    found += [f"{id} is no id" for id in rows["id"][~rows["id"].str.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*")]]
    found += [f"{id} has no name" for id in rows["id"][rows["name"] == ""]]
    for column, values in {"kind": ("constraint", "expected", ""), "better": ("higher", "lower", "")}.items():
        found += [f"{id}: {column}" for id in rows["id"][~rows[column].isin(values)]]
    for column in ("target", "adjusted", "actual"):
        found += [f"{id}: {column} cannot be read" for id in rows["id"][~rows[column].str.match(CELL)]]
    if found:
        return found
    numbers = rows["number"][rows["number"] != ""].astype(int).tolist()
    if numbers != list(range(1, len(numbers) + 1)):
        found.append("the numbers do not count on")
    counted = verdicts(rows).value_counts()
    total, *stated = claim
    if (len(numbers), *(int(counted.get(name, 0)) for name in ("met", "unmet", "discontinued"))) != (total, *stated):
        found.append("the report counts otherwise")
    return found


if __name__ == "__main__":
    table = pandas.read_csv(Path(sys.argv[1]), dtype=str, keep_default_na=False)
    said = faults(table, tuple(int(each) for each in sys.argv[2].split(",")))
    print(*said, sep="\n")
    sys.exit(1 if said else 0)
