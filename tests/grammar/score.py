"""How much of the sentences that set targets is read, in the work reports that lie beside the repository.

python -m tests.grammar.score            one line for each report
python -m tests.grammar.score --list     and below it each target, to be compared with the sentence by eye
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from planctl.documents.reading.reader import read_document
from planctl.grammar.cells import is_readable
from planctl.grammar.target_sentences import TargetSentence, target_sentence

REPORTS = Path(__file__).parents[3] / "shared" / "reports"


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


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in report(listed="--list" in sys.argv))
