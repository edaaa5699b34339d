"""The verdict on each row, with pandas: `python pandas_verdicts.py CSV`.

What a careful analyst would write who knows these forty rows: bounds by their sign or by what is better, adjusted
targets, estimates, words that an upper level assigns, rows that are no longer counted, and parts that pull a row down.
"""

import sys
from pathlib import Path

import pandas

FIGURE = r"(?P<sign>[≥≤]?)(?P<size>-?[0-9][0-9,]*(?:\.[0-9]+)?)"


def verdicts(rows: pandas.DataFrame) -> pandas.Series:
    """Return met, unmet, discontinued or undetermined for each indicator that has a number, by its id."""
    target = rows["adjusted"].where(rows["adjusted"] != "", rows["target"])
    wanted = target.str.extract(FIGURE)
    bound = pandas.to_numeric(wanted["size"].str.replace(",", ""))
    size = rows["actual"].str.extract(FIGURE)["size"].str.replace(",", "")
    gap = pandas.to_numeric(size) - bound
    ceiling = (wanted["sign"] == "≤") | (rows["better"] == "lower") & (wanted["sign"] != "≥")
    met = gap.where(~ceiling, -gap) >= 0
    found = met.map({True: "met", False: "unmet"}).where(gap.notna(), "undetermined")
    words = rows["actual"].str.removeprefix("预计")
    found = found.mask((words == target) & (target != ""), "met")
    found = found.mask(rows["actual"].str.contains("不再统计"), "discontinued")
    found = found.mask((rows["target"] == "") & (rows["actual"] == ""), "")
    found.index = pandas.Index(rows["id"])
    pulled = rows["part_of"][(found == "unmet").to_numpy() & (rows["part_of"] != "")]
    found[found.index.isin(pulled) & (found == "met")] = "unmet"
    return found[(rows["number"] != "").to_numpy()]


if __name__ == "__main__":
    table = pandas.read_csv(Path(sys.argv[1]), dtype=str, keep_default_na=False)
    status = verdicts(table)
    shown = table.set_index("id").loc[status.index, ["number", "name", "unit", "target", "actual"]]
    print(shown.assign(verdict=status).to_string(index=False))
    print(status.value_counts().to_string())
