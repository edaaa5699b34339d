"""How much of what sets targets and tells outcomes is read, in the work reports that lie beside the repository.

python -m tests.grammar.score            one line for each report, and one for what is read of the year between two
python -m tests.grammar.score --list     and below it each target, to be compared with the sentence by eye
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from planctl.api.archive import load
from planctl.api.drafts import extract
from planctl.documents.reading.reader import read_document
from planctl.grammar.cells import is_readable, parse_any_cell
from planctl.grammar.target_sentences import TargetSentence, target_sentence
from planctl.values.meanings import Meaning

REPORTS = Path(__file__).parents[3] / "shared" / "reports"
OUTCOMES = Path(__file__).parent / "outcomes_2025.tsv"
"""What the reports of 2026 print of the targets of 2025, as a person read it: region, id and cell."""


class Score(NamedTuple):
    """A report: its name, the text and the sentence in it, if one was found."""

    name: str
    text: str
    sentence: TargetSentence | None

    @property
    def unreadable(self) -> int:
        """How many targets have a text that is no cell."""
        return sum(not is_readable(each.target) for each in self.sentence.targets) if self.sentence else 0


def scores() -> Iterator[Score]:
    """Yield the score of each report that is there."""
    for path in sorted(REPORTS.glob("20*/*")):
        text = read_document(path.read_bytes(), path.name).flow.text
        yield Score(f"{path.parent.name}/{path.stem}", text, target_sentence(text))


class Result(StrEnum):
    """What became of a target's result in a draft."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    NOT_PRINTED = "not printed, not drafted"


def results() -> Iterator[tuple[str, str, Result]]:
    """Yield region, id and what became of the result of each target of 2025, drafted from both of its reports."""
    with OUTCOMES.open(encoding="utf-8") as file:
        printed = {(row["code"], row["id"]): row["printed"] for row in csv.DictReader(file, delimiter="\t")}
    with (REPORTS / "index.tsv").open(encoding="utf-8") as file:
        regions = list(csv.reader(file, delimiter="\t"))[1:]
    for code, _, first, second in regions:
        with TemporaryDirectory() as folder:
            for report in (first, second):
                extract(REPORTS / report, Path(folder) / "data", region=code)
            cases = [each for case in load(Path(folder) / "data").plan(2025).cases for each in (case, *case.parts)]
        for case in cases:
            if case.target:
                drafted = case.actual.printed if case.actual else None
                yield code, case.indicator.id, _result(drafted, printed.get((code, case.indicator.id)))


def _result(drafted: str | None, printed: str | None) -> Result:
    if drafted is None:
        return Result.MISSING if printed else Result.NOT_PRINTED
    return Result.RIGHT if printed and _meaning(drafted) == _meaning(printed) else Result.WRONG


def _meaning(text: str) -> Meaning:
    return parse_any_cell(text).meaning


def lines(score: Score, *, listed: bool) -> Iterator[str]:
    """Yield what is printed of a report."""
    if not score.sentence:
        yield f"{score.name}: no sentence"
        return
    targets, refused = score.sentence.targets, score.sentence.refused
    yield f"{score.name}: {len(targets)} targets, {score.unreadable} unreadable, {len(refused)} refused"
    if listed:
        yield f"  {score.text[slice(*score.sentence.span)]}"
        yield from (f"  {each.prefix}{each.name} | {each.target}" for each in targets)
        yield from (f"  refused: {score.text[slice(*each)]}" for each in refused)


def report(*, listed: bool) -> Iterator[str]:
    """Yield the scores of all reports, and their sum."""
    found = list(scores())
    for score in found:
        yield from lines(score, listed=listed)
    sentences = [score.sentence for score in found if score.sentence]
    yield (
        f"{len(found)} reports, {len(sentences)} sentences, {sum(len(each.targets) for each in sentences)} targets, "
        f"{sum(score.unreadable for score in found)} unreadable, {sum(len(each.refused) for each in sentences)} refused"
    )
    told = list(results())
    counted = Counter(result for _, _, result in told)
    yield f"{len(told)} targets of 2025: {', '.join(f'{counted[each]} {each}' for each in Result)}"
    yield from (f"  {code} {id}: {result}" for code, id, result in told if result in (Result.WRONG, Result.MISSING))


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in report(listed="--list" in sys.argv))
