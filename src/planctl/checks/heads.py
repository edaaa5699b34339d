"""The check of what files say of the report itself: one region has one name, and one document one head."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.messages.message import Related, say
from planctl.report.model import Report, Source
from planctl.report.plan import FINAL

AT = "report"
OF_DOCUMENT = ("title", "issuer", "delivered", "url", "form")
UNDER_SOURCE = ("url", "form")


def head_differs(dossier: Dossier) -> Iterator[Finding]:
    """Two files say otherwise of one region, or of one published document.

    Files of one region code have one name of it, in both languages; files with one digest, which were transcribed from
    one document, have one title, issuer, day and address of it. Files of one year are of one region.

    Example: one file says 武隆区, and the others 涪陵区, under the code 500102.
    """
    regions: dict[str, Report] = {}
    documents: dict[str, Report] = {}
    for report in dossier.reports:
        source = report.source
        if plan := dossier.plans.get(report.year):
            yield from _of_another_region(report, plan.reports[0])
        first = regions.setdefault(source.region.code, report)
        for key in ("name", "name_en"):
            here, there = getattr(source.region, key), getattr(first.source.region, key)
            if here != there and here and there:  # a file may have no English name of it
                yield _finding(report, first, f"region.{key}", here, there)
        if not source.sha256:  # of a bulletin it need not be known
            continue
        first = documents.setdefault(source.sha256, report)
        for key in OF_DOCUMENT:
            here, there = _of(source, key), _of(first.source, key)
            if here != there:
                yield _finding(report, first, f"source.{key}" if key in UNDER_SOURCE else key, here, there)


def _of_another_region(report: Report, first: Report) -> Iterator[Finding]:
    here, there = report.source.region, first.source.region
    if not here.may_be(there):
        yield _finding(report, first, "region.code", here.code, there.code)


def region_differs(dossier: Dossier) -> Iterator[Finding]:
    """The code is that of one region, and the name that of another.

    A name that no region of the table has, for it was renamed, is not held against it.

    Example: code 500102, which is 重庆市涪陵区, beside the name 重庆市万州区.
    """
    regions = dossier.regions()
    for report in dossier.reports:
        region = report.source.region
        known = regions.at(region.code)
        if not known or known.name.endswith(region.name):
            continue
        named = regions.all_of(region.name)
        if named and region.code not in named:
            message = say("{code} is {known}, and not {name}", code=region.code, known=known.name, name=region.name)
            remedy = say("write the code of {name}: {codes}", name=region.name, codes=tuple(sorted(named)))
            yield Finding(report, AT, "region.code", message, remedy)


def no_address(dossier: Dossier) -> Iterator[Finding]:
    """The file does not say where its report was published, so nobody can lay the two beside each other.

    A report on paper or passed around as a file has no address; then this note stays.

    Example: a head without `url` under `source`.
    """
    for report in dossier.reports:
        if not report.source.url:
            remedy = say("write it as 'url' under 'source', if it was published")
            yield Finding(report, AT, "source", say("no address of the published report is written"), remedy)


def no_digest(dossier: Dossier) -> Iterator[Finding]:
    """The file does not say by a digest which document was transcribed, so nobody can tell that from another.

    What was transcribed from paper or from a scan has no such document; then this note stays. Of final figures it is
    not asked.

    Example: a head without `sha256` under `source`.
    """
    for report in dossier.reports:
        if report.kind != FINAL and not report.source.sha256:
            remedy = say("write it as 'sha256' under 'source', if it was a file")
            yield Finding(report, AT, "source", say("no digest of the transcribed document is written"), remedy)


def _of(source: Source, key: str) -> str:
    return str(getattr(source, key))


def _finding(report: Report, first: Report, key: str, here: str, there: str) -> Finding:
    message = say("it is {here} here, and {there} in another file", here=here or "—", there=there or "—")
    related = Related(place_of(first, AT, key), say("the other file has it here"))
    return Finding(report, AT, key, message, say("compare both with the page"), (related,))
