"""A corpus as large as the nation, made from the provinces that there are; the same each time.

    python -m benchmarks.making DIR [REGIONS]

Each region of the table, in the order of their codes, is a folder DIR/CODE with what one of the provinces has of 2025
and 2026, in turn: its own code and name, and every percentage a few tenths higher, in the cell as in the words quoted.
"""

import re
import sys
from decimal import Decimal
from pathlib import Path

from planctl.files.finding import packaged

REGIONS = 3_200
NATION = "000000"
PROVINCES = Path(__file__).parents[1] / "data" / "provinces"
FILES = ("indicators_2025.yaml", "targets_2025.yaml", "targets_2026.yaml")
STEPS = 7
"""How many regions in turn differ in their figures."""


def regions(most: int) -> list[tuple[str, str, str]]:
    """Return the code, the name and the English name of so many regions, or of all there are if those are fewer."""
    lines = (packaged("report", "regions.tsv") or b"").decode().splitlines()
    rows = sorted(line.split("\t") for line in lines if line and not line.startswith(("#", NATION)))
    return [(code, name, "".join(english) or f"Region {code}") for code, name, *english in rows[:most]]


def varied(text: str, region: tuple[str, str, str], step: int) -> str:
    """Return a province's file as it would be another region's, with every percentage some tenths higher."""
    code, name, english = region
    text = re.sub(r"(?m)^    code: .*$", f'    code: "{code}"', text, count=1)
    text = re.sub(r"(?m)^    name: .*$", f"    name: {name}", text, count=1)
    text = re.sub(r"(?m)^    name_en: .*$", f'    name_en: "{english}"', text, count=1)
    more = Decimal(step) / 10
    return re.sub(r"[0-9]+(?:\.[0-9]+)?(?=%)", lambda found: str(Decimal(found[0]) + more), text)


def make(folder: Path, most: int = REGIONS) -> int:
    """Write the corpus, and return how many regions it has."""
    provinces = sorted(PROVINCES.iterdir())
    found = regions(most)
    for number, region in enumerate(found):
        (folder / region[0]).mkdir(parents=True, exist_ok=True)
        for name in FILES:
            text = (provinces[number % len(provinces)] / name).read_text(encoding="utf-8")
            (folder / region[0] / name).write_text(varied(text, region, number % STEPS), encoding="utf-8")
    return len(found)


def size_of(folder: Path) -> int:
    """Return how many regions a corpus has that was made."""
    return sum(1 for _ in folder.iterdir())


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else REGIONS), "regions")
