"""The figures in the prose, and the projects that it mentions, drafted."""

from collections.abc import Iterable, Mapping, Sequence

from planctl.documents.drafting.entries import Data, compact
from planctl.documents.extraction.printed_rows import PrintedRow
from planctl.documents.extraction.statements import Mentioned, PrintedStatement
from planctl.documents.reading.document import Document
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.names import parse_subject
from planctl.grammar.rows import VALUES
from planctl.messages.placeholders import TO_TRANSLATE
from planctl.report.model import Period
from planctl.values.meanings import Bounded, Figure


def draft_statements(
    statements: Sequence[PrintedStatement], document: Document, year: int, rows: Mapping[str, PrintedRow]
) -> list[Data]:
    """Return the entries of figures that the text states; one that says what a row does repeats it."""
    entries = []
    printed = _sizes(rows)
    for count, (figure, section, line) in enumerate(statements, 1):
        values = (
            ("id", f"stated-{year}-{count}"),
            ("label", figure.label),
            ("label_en", TO_TRANSLATE),
            ("value", figure.value),
            ("period", (Period.CUMULATIVE if figure.cumulative else Period.YEAR).value),
            ("section", section),
            ("quote", figure.quote),
            ("repeats", _repeated(figure.label, figure.value, printed)),
            ("draft", document.place(line)),
        )
        entries.append(compact(values))
    return entries


def _sizes(rows: Mapping[str, PrintedRow]) -> dict[tuple[str, object], str]:
    """Return the id of the first row that is of a thing, and prints a figure of a size as its target or result."""
    found: dict[tuple[str, object], str] = {}
    for id, row in rows.items():
        key = parse_subject(row.name).key
        for (role, _), field in row.values.items():
            if role in VALUES and (figure := _figure(field.text)):
                found.setdefault((key, figure.size), id)
    return found


def _repeated(label: str, value: str, printed: Mapping[tuple[str, object], str]) -> str | None:
    """Return the id of the row that is of the same thing, and prints the same figure as its target or result."""
    stated = _figure(value)
    return printed.get((parse_subject(label).key, stated.size)) if stated else None


def _figure(text: str) -> Figure | None:
    meaning = parse_any_cell(text).meaning
    return meaning.figure if isinstance(meaning, Bounded) else None


def draft_mentions(mentions: Iterable[Mentioned], document: Document, year: int) -> list[Data]:
    """Return the entries of projects that the text mentions outside of lists."""
    return [
        compact(
            (
                ("id", f"mentioned-{year}-{count}"),
                ("name", project.name),
                ("stage", project.stage),
                ("section", section),
                ("draft", document.place(project.line)),
            )
        )
        for count, (project, section) in enumerate(mentions, 1)
    ]
