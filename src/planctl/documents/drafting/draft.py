"""A whole document drafted: the files of a transcript that a person compares with the page, and goes on with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from planctl.documents.drafting.adjustments import Adjustments
from planctl.documents.drafting.entries import Data, DraftFile
from planctl.documents.drafting.header import UNKNOWN, Whose, draft_header
from planctl.documents.drafting.outcome import draft_claim, draft_notes, draft_reasons
from planctl.documents.drafting.own_series import NO_TARGETS, OwnSeries, Planned, own_series, series_in
from planctl.documents.drafting.programmes import draft_programmes
from planctl.documents.drafting.results import Conflict, draft_results, names_itself
from planctl.documents.drafting.sentence import draft_targets
from planctl.documents.drafting.series import Naming, Series, names_of
from planctl.documents.drafting.statements import draft_mentions, draft_statements
from planctl.documents.drafting.tables import Context, discontinued_in, draft_rows
from planctl.documents.extraction.columns import LeftOut
from planctl.documents.extraction.indicator_tables import IndicatorTable, Refused, read_tables, table_of
from planctl.documents.extraction.programmes import read_programmes
from planctl.documents.extraction.prose import read_notes, read_reasons
from planctl.documents.extraction.statements import PrintedStatement, Told, read_told
from planctl.documents.extraction.targets import PrintedSentence, RefusedClause, read_sentence, stated_as
from planctl.documents.reading.document import Document
from planctl.grammar.cells import is_readable
from planctl.grammar.rows import Role
from planctl.grammar.target_pieces import Span
from planctl.grammar.target_sentences import unread_lead
from planctl.grammar.titles import is_plan_report, spoken_names
from planctl.messages.message import Message, PlanctlError, say
from planctl.messages.placeholders import NO_ADDRESS
from planctl.report.catalogue import Catalogue

NOBODY = Whose(UNKNOWN)


class UnreadableDraftCell(NamedTuple):
    """A cell that has no form that is known: where it stands, and what is printed there."""

    line: int
    printed: str


class Unnamed(NamedTuple):
    """A row that got no id of the catalogue: its line, the id that stands for it, its name, and if that has one there.

    Where it has, another row has that id, or the unit tells several apart.
    """

    line: int
    id: str
    name: str
    is_known: bool


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
    where there is neither, with what was found of the tables that there are, and where nothing says of which year the
    targets of a sentence are.
    """
    document = document._replace(file=PurePath(document.file).name)
    tables, sentence = read_tables(document), read_sentence(document)
    if not (tables.indicators or sentence):
        raise PlanctlError(_nothing_found(document, tables.refused))
    header = draft_header(document, whose.region, address)
    drafting = _Drafting(document, catalogue, header, tables.indicators, sentence, planned)
    files = tuple(drafting.files())
    left_out = tuple(each for table in tables.indicators for each in table.left_out)
    unreadable = (*_unreadable(tables.indicators), *drafting.unreadable)
    unnamed, clauses = tuple(drafting.unnamed), drafting.refused_clauses
    conflicts = drafting.conflicts
    return Draft(document, files, tables.refused, left_out, unnamed, unreadable, clauses, conflicts, whose)


def _unreadable(tables: Sequence[IndicatorTable]) -> Iterator[UnreadableDraftCell]:
    for row in (each for table in tables for indicator in table.rows for each in (indicator, *indicator.parts)):
        for field in row.values.values():
            if not is_readable(field.text):
                yield UnreadableDraftCell(field.line, field.text)


def _nothing_found(document: Document, refused: Sequence[Refused]) -> Message:
    if lead := unread_lead(document.flow.text):
        return say("{file} has '{lead}', and no target behind it that can be read", file=document.file, lead=lead)
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
        planned: Planned,
    ) -> None:
        self.document = document
        self.sentence = sentence
        self.planned = planned
        self.unreadable: tuple[UnreadableDraftCell, ...] = ()
        self.refused_clauses: tuple[RefusedClause, ...] = ()
        self.conflicts: tuple[Conflict, ...] = ()
        self.catalogue = catalogue
        self.header = header
        self.tables = tables
        self.naming = Naming(catalogue)
        self.programmes = read_programmes(document)
        self.unnamed: list[Unnamed] = []
        self._earlier: dict[int, set[str]] = {}

    def files(self) -> Iterator[DraftFile]:
        """Yield the outcome, the targets and the projects, in the order of their years."""
        if self.tables:
            yield from self._of_tables()
        elif self.sentence:
            yield from self._of_words(self.sentence)

    def _of_tables(self) -> Iterator[DraftFile]:
        keys = {key for table in self.tables for key in table.keys}
        judged = {year for role, year in keys if role is Role.ACTUAL and (Role.TARGET, year) in keys}
        latest = {max((year for role, year in keys if role is Role.ACTUAL), default=0)} - {0}
        planned = {year for role, year in keys if role is Role.TARGET} - judged
        outcomes = sorted(judged | latest)
        drafted = [self._table("indicators", year, told=year == outcomes[-1]) for year in outcomes]
        drafted += [self._table("targets", year, told=year == max(planned)) for year in sorted(planned)]
        if self.sentence and (self.sentence.year or 0) > max(each.year for each in drafted):
            last = drafted[-1]
            known = own_series({last.year: tuple(series_in(last.data["indicators"]))})
            drafted.append(self._of_sentence(self.sentence, self.sentence.year or 0, known))
        yield from drafted
        yield from self._projects(drafted[-1].year if len(drafted) > len(outcomes) else max(outcomes))

    def _of_words(self, sentence: PrintedSentence) -> Iterator[DraftFile]:
        """Yield the targets that a sentence sets, behind what the text says of the year before, and the projects."""
        if not sentence.year:
            file = self.document.file
            raise PlanctlError(
                say("{file} sets targets in a sentence, and neither it nor its head names the year", file=file)
            )
        targets = self._of_sentence(sentence, sentence.year, own_series(self.planned))
        outcome = self._told_of(sentence, sentence.year, targets.data["indicators"])
        if outcome.rows:
            yield outcome
        yield targets
        yield from self._projects(sentence.year)

    def _told_of(self, sentence: PrintedSentence, year: int, aims: Sequence[Data]) -> DraftFile:
        """Return what the text says of the year before: the results of series with a target, then or now, and around.

        What a work report counts is not its targets, so its count sentences are none of a plan.
        """
        wanted = {each.id for each in self.planned.get(year - 1, ())} | {
            row["id"] for aim in aims for row in (aim, *aim.get("parts", ()))
        }
        of_all = own_series({**self.planned, year: tuple(series_in(aims))})
        results = draft_results(self.document, sentence.results, self.catalogue, wanted, self._own, of_all)
        self.conflicts = results.conflicts
        beside = [*results.beside, *(results.others if self._is_plan else ())]
        named = [each for each in beside if names_itself(each)]
        stated = [PrintedStatement(stated_as(each), each.section, each.line) for each in named]
        left = {each.clause for each in beside} - {each.clause for each in named}
        more = self._more_told({each.clause for each in sentence.results} - left, outcome=True)
        told = sorted([*stated, *more.statements], key=lambda each: each.figure.span)
        names = {row["id"]: row["name"] for row in results.rows}
        data: Data = {
            "report": self.header,
            "year": year - 1,
            "claim": draft_claim(self.document, names) if self._is_plan else None,
            "indicators": results.rows,
            "reasons": draft_reasons(self.document, read_reasons(self.document), names),
            "projects": draft_mentions(more.projects, self.document, year - 1),
            "statements": draft_statements(told, self.document, year - 1, {}),
        }
        size = len(results.rows)
        return DraftFile("indicators", year - 1, {key: value for key, value in data.items() if value}, size, size)

    def _more_told(self, read: Iterable[Span], *, outcome: bool) -> Told:
        """Return what a plan report states and mentions beside what its sentences were `read` of; no other does."""
        if not self._is_plan:
            return Told((), ())
        return read_told(self.document, self.tables, self.programmes, outcome=outcome, apart=read)

    @property
    def _is_plan(self) -> bool:
        return is_plan_report(self.header["title"])

    @property
    def _own(self) -> tuple[str, ...]:
        return spoken_names(self.header["region"]["name"])

    def _of_sentence(self, sentence: PrintedSentence, year: int, known: OwnSeries) -> DraftFile:
        """Return the targets that a sentence sets for a year that no table has any of; series go on from known ones."""
        drafted = draft_targets(self.document, sentence, self.catalogue, self._own, known)
        self.unnamed += [self._unnamed(*each) for each in drafted.unnamed]
        self.unreadable = tuple(UnreadableDraftCell(*each) for each in drafted.unreadable)
        self.refused_clauses = sentence.refused
        clauses = [each.clause for each in sentence.targets]
        told = self._more_told(clauses, outcome=False).statements
        behind = [each for each in told if each.figure.span > min(clauses)]
        data: Data = {"report": self.header, "year": year, "indicators": drafted.rows}
        if statements := draft_statements(behind, self.document, year, {}):
            data["statements"] = statements
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

    def _unnamed(self, line: int, id: str, name: str) -> Unnamed:
        return Unnamed(line, id, name, is_known=bool(self.catalogue.ids(name)))

    def _note_unnamed(self, series: Mapping[int, Series], names: Mapping[str, str]) -> None:
        known = {each.id for each in self.unnamed}
        self.unnamed += [
            self._unnamed(line, each.id, names[each.id])
            for line, each in series.items()
            if not each.entry and each.id not in known
        ]

    def _projects(self, year: int) -> Iterator[DraftFile]:
        region = str(self.header["region"]["name"])
        told = read_told(self.document, self.tables, self.programmes, outcome=False)
        drafted = {
            "programmes": draft_programmes(self.programmes, self.document, self.catalogue, region),
            "projects": draft_mentions(told.projects, self.document, year),
        }
        data: Data = {"report": self.header, "year": year, **{key: value for key, value in drafted.items() if value}}
        if any(drafted.values()):
            yield DraftFile("projects", year, data)
