"""The checks of what was drafted, and has still to be compared with the page or to be written."""

from collections.abc import Iterator

from planctl.checks.corpus import Corpus, Finding
from planctl.lock import parts_of
from planctl.messages import say
from planctl.placeholders import PLACEHOLDERS

MARK = ".draft"


def draft(corpus: Corpus) -> Iterator[Finding]:
    """Something was drafted by `planctl extract` or `planctl new`, and nobody has compared it with the page yet.

    Whoever has looked removes the key `draft`, which says where it was found.

    Example: a row with `draft: report.txt:26:1`.
    """
    for report in corpus.reports:
        for name in report.places:
            if name.endswith(MARK):
                message = say("this is a draft, which nobody has compared with the page")
                remedy = say("compare it with the place that it names, mend it, and remove 'draft'")
                yield Finding(report, name.removesuffix(MARK), "draft", message, remedy)


def placeholder(corpus: Corpus) -> Iterator[Finding]:
    """Something that a draft left open has not been written: an English name, a summary, an address, a code.

    Asked of what is no draft any more.

    Example: `name_en: to be translated`.
    """
    for report in corpus.reports:
        for at, value in (("report", report.source), *parts_of(report)):
            if f"{at}{MARK}" not in report.places and (found := next(_placeholders(value), None)):
                message = say("'{found}' stands where something has to be written", found=found)
                yield Finding(report, at, "", message, say("write it, as docs/data.md says"))


def _placeholders(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for each in value:
            yield from _placeholders(each)
    elif str(value) in PLACEHOLDERS:
        yield str(value)
