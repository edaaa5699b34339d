"""A whole document drafted: the files of a transcript that a person compares with the page, and goes on with."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from planctl.documents.drafting.adjustments import Adjustments
from planctl.documents.drafting.entries import Data, DraftFile
from planctl.documents.drafting.header import UNKNOWN, Whose, draft_header
from planctl.documents.drafting.outcome import draft_claim, draft_notes, draft_reasons
from planctl.documents.drafting.own_series import NO_TARGETS, Planned, own_series, series_in
from planctl.documents.drafting.programmes import draft_programmes
from planctl.documents.drafting.results import Conflict, draft_results
from planctl.documents.drafting.sentence import draft_targets
from planctl.documents.drafting.series import Naming, Series, names_of
from planctl.documents.drafting.statements import draft_mentions, draft_statements
from planctl.documents.drafting.tables import Context, discontinued_in, draft_rows
from planctl.documents.extraction.columns import LeftOut
from planctl.documents.extraction.indicator_tables import IndicatorTable, Refused, read_tables, table_of
from planctl.documents.extraction.programmes import read_programmes
from planctl.documents.extraction.prose import read_notes, read_reasons
from planctl.documents.extraction.statements import PrintedStatement, read_told
from planctl.documents.extraction.targets import PrintedSentence, RefusedClause, read_sentence, stated_as
from planctl.documents.reading.document import Document
from planctl.grammar.cells import is_readable
from planctl.grammar.rows import Role
from planctl.grammar.titles import spoken_names
from planctl.messages.message import Message, PlanctlError, say
from planctl.messages.placeholders import NO_ADDRESS
from planctl.report.catalogue import Catalogue

NOBODY = Whose(UNKNOWN)


class UnreadableDraftCell(NamedTuple):
    """A cell that has no form that is known: where it stands, and what is printed there."""

    line: int
    printed: str


class Unnamed(NamedTuple):
    """A row whose name the catalogue does not know: its line, the id that stands for it, and its name."""

    line: int
    id: str
    name: str


class Draft(NamedTuple):
    """What came of a document: the files, and what a person should look at first.

    That is the tables that were refused, the columns that were left out of others, the rows without a known name, and
    the cells that cannot be read; of the sentence that sets targets, where there is no table, the clauses refused.
    """

    document: Document
    files: tuple[DraftFile, ...]
    refused: tuple[Refused, ...]
    left_out: tuple[LeftOut, ...]
    unnamed: tuple[Unnamed, ...]
    unreadable: tuple[UnreadableDraftCell, ...]
    refused_clauses: tuple[RefusedClause, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    whose: Whose = NOBODY


def draft(
    document: Document,
    catalogue: Catalogue,
    whose: Whose = NOBODY,
    address: str = NO_ADDRESS,
    planned: Planned = NO_TARGETS,
) -> Draft:
    """Return the files of a transcript of a document, all of it marked as a draft.

    `planned` has the series with targets that are known already: their results are sought in prose, and they keep
    their ids.

    Where no table has the targets of the year, they are those of the sentence that sets them. Raises `PlanctlError`
    where there is neither, with what was found of the tables that there are.
    """
    document = document._replace(file=PurePath(document.file).name)
    tables, sentence = read_tables(document), read_sentence(document)
    header = draft_header(document, whose.region, address)
    if not tables.indicators:
        if sentence:
            return _of_sentence(document, sentence, catalogue, header, tables.refused, planned)._replace(whose=whose)
        raise PlanctlError(_nothing_found(document, tables.refused))
    drafting = _Drafting(document, catalogue, header, tables.indicators, sentence)
    files = tuple(drafting.files())
    left_out = tuple(each for table in tables.indicators for each in table.left_out)
    unreadable = (*_unreadable(tables.indicators), *drafting.unreadable)
    unnamed, clauses = tuple(drafting.unnamed), drafting.refused_clauses
    return Draft(document, files, tables.refused, left_out, unnamed, unreadable, clauses, whose=whose)


def _of_sentence(
    document: Document,
    sentence: PrintedSentence,
    catalogue: Catalogue,
    header: Data,
    refused: tuple[Refused, ...],
    planned: Planned,
) -> Draft:
    """Return the draft of the targets that a sentence sets, and of what came of the year before.

    Results are those of the series with a target, in the sentence or in the plan of that year. Raises `PlanctlError`
    where nothing says of which year the targets are.
    """
    if not sentence.year:
        raise PlanctlError(
            say("{file} sets targets in a sentence, and neither it nor its head names the year", file=document.file)
        )
    own = spoken_names(header["region"]["name"])
    drafted = draft_targets(document, sentence, catalogue, own, own_series(planned))
    data: Data = {"report": header, "year": sentence.year, "indicators": drafted.rows}
    files = [DraftFile("targets", sentence.year, data, drafted.size, drafted.size - len(drafted.unnamed))]
    wanted = {each.id for each in planned.get(sentence.year - 1, ())} | {row["id"] for row in drafted.rows}
    of_all = own_series({**planned, sentence.year: tuple(series_in(drafted.rows))})
    results = draft_results(document, sentence.results, catalogue, wanted, own, of_all)
    if results.rows:
        told = [PrintedStatement(stated_as(each), each.section, each.line) for each in results.beside]
        stated = draft_statements(told, document, sentence.year - 1, {})
        outcome: Data = {"report": header, "year": sentence.year - 1, "indicators": results.rows}
        outcome |= {"statements": stated} if stated else {}
        files.insert(0, DraftFile("indicators", sentence.year - 1, outcome, len(results.rows), len(results.rows)))
    unnamed = tuple(Unnamed(*each) for each in drafted.unnamed)
    unreadable = tuple(UnreadableDraftCell(*each) for each in drafted.unreadable)
    return Draft(document, tuple(files), refused, (), unnamed, unreadable, sentence.refused, results.conflicts)


def _unreadable(tables: Sequence[IndicatorTable]) -> Iterator[UnreadableDraftCell]:
    for row in (each for table in tables for indicator in table.rows for each in (indicator, *indicator.parts)):
        for field in row.values.values():
            if not is_readable(field.text):
                yield UnreadableDraftCell(field.line, field.text)


def _nothing_found(document: Document, refused: Sequence[Refused]) -> Message:
    if not (refused or document.unread):
        return say("{file} has no tables, and no sentence that sets the targets of a year", file=document.file)
    told = tuple(
        say("{place}: {reason}", place=document.place_of(each), reason=each.message) for each in document.unread
    )
    told += tuple(
        say("{place} {caption}: {reason}", place=document.place(each.line), caption=each.caption, reason=each.reason)
        for each in refused
    )
    return say("{file} has no table of indicators: {told}", file=document.file, told=told)


class _Drafting:
    """The files of one document, in which the same series has the same id."""

    def __init__(
        self,
        document: Document,
        catalogue: Catalogue,
        header: Data,
        tables: Sequence[IndicatorTable],
        sentence: PrintedSentence | None,
    ) -> None:
        self.document = document
        self.sentence = sentence
        self.unreadable: tuple[UnreadableDraftCell, ...] = ()
        self.refused_clauses: tuple[RefusedClause, ...] = ()
        self.catalogue = catalogue
        self.header = header
        self.tables = tables
        self.naming = Naming(catalogue)
        self.programmes = read_programmes(document)
        self.unnamed: list[Unnamed] = []
        self._earlier: dict[int, set[str]] = {}

    def files(self) -> Iterator[DraftFile]:
        """Yield the outcome, the targets and the projects, in the order of their years."""
        keys = {key for table in self.tables for key in table.keys}
        judged = {year for role, year in keys if role is Role.ACTUAL and (Role.TARGET, year) in keys}
        latest = {max((year for role, year in keys if role is Role.ACTUAL), default=0)} - {0}
        planned = {year for role, year in keys if role is Role.TARGET} - judged
        outcomes = sorted(judged | latest)
        drafted = [self._table("indicators", year, told=year == outcomes[-1]) for year in outcomes]
        drafted += [self._table("targets", year, told=year == max(planned)) for year in sorted(planned)]
        if self.sentence and (self.sentence.year or 0) > max(each.year for each in drafted):
            drafted.append(self._of_sentence(self.sentence, drafted[-1]))
        yield from drafted
        yield from self._projects(drafted[-1].year if len(drafted) > len(outcomes) else max(outcomes))

    def _of_sentence(self, sentence: PrintedSentence, last: DraftFile) -> DraftFile:
        """Return the targets that a sentence sets for a year of which no table has any; series go on from the last."""
        year = sentence.year or 0
        known = own_series({last.year: tuple(series_in(last.data["indicators"]))})
        own = spoken_names(self.header["region"]["name"])
        drafted = draft_targets(self.document, sentence, self.catalogue, own, known)
        self.unnamed += [Unnamed(*each) for each in drafted.unnamed]
        self.unreadable = tuple(UnreadableDraftCell(*each) for each in drafted.unreadable)
        self.refused_clauses = sentence.refused
        data: Data = {"report": self.header, "year": year, "indicators": drafted.rows}
        return DraftFile("targets", year, data, drafted.size, drafted.size - len(drafted.unnamed))

    def _table(self, kind: str, year: int, *, told: bool) -> DraftFile:
        """Return the file of a kind and year; what is `told` around the tables goes into one file of its kind."""
        table = table_of(self.tables, kind, year)
        if not table:
            raise ValueError(f"no table has {kind} of {year}")
        series = self.naming.series(table.rows, year)
        notes = read_notes(self.document, table)
        earlier = self._earlier.get(year - 1, set())
        ids = {each.id for each in series.values()}
        context = Context(self.document, self.catalogue, kind, year, series, ids, Adjustments(notes), earlier)
        names = names_of(table.rows, series)
        around = self._around(kind, year, table, series) if told else {}
        data: Data = {"report": self.header, "year": year}
        if claim := around.pop("claim", None):
            data["claim"] = claim
        data["indicators"] = draft_rows(table.rows, context)
        data |= {"notes": draft_notes(self.document, notes, of_outcome=kind == "indicators"), **around}
        self._note_unnamed(series, names)
        self._earlier.setdefault(year, set()).update(names)
        known = sum(bool(each.entry) for each in series.values())
        return DraftFile(kind, year, {key: value for key, value in data.items() if value}, len(series), known)

    def _around(self, kind: str, year: int, table: IndicatorTable, series: Mapping[int, Series]) -> Data:
        """Return what the text says around a table: of the outcome what was counted and why, and in all the figures."""
        outcome = kind == "indicators"
        told = read_told(self.document, self.tables, self.programmes, outcome=outcome)
        rows = {series[row.line].id: row for each in table.rows for row in (each, *each.parts)}
        statements = draft_statements(told.statements, self.document, year, rows)
        if not outcome:
            return {"statements": statements}
        names = names_of(table.rows, series)
        return {
            "claim": draft_claim(self.document, names, discontinued_in(table.rows, series, year)),
            "reasons": draft_reasons(self.document, read_reasons(self.document), names),
            "projects": draft_mentions(told.projects, self.document, year),
            "statements": statements,
        }

    def _note_unnamed(self, series: Mapping[int, Series], names: Mapping[str, str]) -> None:
        known = {each.id for each in self.unnamed}
        self.unnamed += [
            Unnamed(line, each.id, names[each.id])
            for line, each in series.items()
            if not each.entry and each.id not in known
        ]

    def _projects(self, year: int) -> Iterator[DraftFile]:
        if not self.programmes:
            return
        region = str(self.header["region"]["name"])
        drafted = draft_programmes(self.programmes, self.document, self.catalogue, region)
        data: Data = {"report": self.header, "year": year, "programmes": drafted}
        told = read_told(self.document, self.tables, self.programmes, outcome=False)
        if mentions := draft_mentions(told.projects, self.document, year):
            data["projects"] = mentions
        yield DraftFile("projects", year, data)
