"""`planctl verify --html`: the document's text as a page, every figure of it marked as the data has it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from html import escape
from typing import NamedTuple

from planctl.documents.figures import figures_of
from planctl.messages import Place
from planctl.verification.ledger import Held, Verification

STYLE = """
body { font: 16px/1.7 system-ui, sans-serif; max-width: 60em; margin: 1em auto; padding: 0 1em; }
p { margin: .2em 0; white-space: pre-wrap; } p.cell { margin-left: 3em; }
a, span.f { padding: 0 .1em; border-radius: .2em; color: inherit; }
.held { background: #cfe8ff; text-decoration: none; }
.different { background: #ffd9b3; text-decoration: underline wavy #b34700; font-weight: bold; }
.left { outline: 1px dashed #555; }
.held::after { content: "✓"; font-size: .6em; } .different::after { content: "✗"; } .left::after { content: "?"; }
@media (prefers-color-scheme: dark) {
  body { background: #111; color: #eee; } .held { background: #0b3a5e; } .different { background: #6b3200; }
  .left { outline-color: #bbb; }
}
"""


class Mark(StrEnum):
    """How a figure of the document stands to the data."""

    HELD = "held"
    DIFFERENT = "different"
    LEFT = "left"


WORDS = {Mark.HELD: "in the data", Mark.DIFFERENT: "otherwise in the data", Mark.LEFT: "not in the data"}


class Figure(NamedTuple):
    """A figure of the text, how it stands to the data, and where the data has it."""

    start: int
    end: int
    mark: Mark
    place: Place | None


def page(found: Verification, link: Callable[[str], str]) -> str:
    """Return the page; `link` gives the address of a file of the data, as seen from where the page will stand."""
    figures = list(marked_figures(found))
    counts = {mark: sum(figure.mark is mark for figure in figures) for mark in Mark}
    legend = " · ".join(f'<span class="f {mark}">{counts[mark]}</span> {WORDS[mark]}' for mark in Mark)
    name = escape(found.document.file)
    body = "\n".join(_lines(found, figures, link))
    return (
        '<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n"
        f'<p>{len(figures)} figures: {legend}</p>\n<main lang="zh">\n{body}\n</main>\n</body>\n</html>\n'
    )


def marked_figures(found: Verification) -> Iterator[Figure]:
    """Yield each figure of the document with how it stands to the data."""
    for span in figures_of(found.document):
        held, apart = _around(found.held, span), _around(found.apart, span)
        if apart and not (held and held.end - held.start < apart.end - apart.start):
            yield Figure(*span, Mark.DIFFERENT, apart.place)
        elif held:
            yield Figure(*span, Mark.HELD, held.place)
        else:
            yield Figure(*span, Mark.LEFT, None)


def _around(stretches: Sequence[Held], span: tuple[int, int]) -> Held | None:
    """Return the shortest stretch that a span is in."""
    before = stretches[: bisect_right(stretches, span[0], key=lambda each: each.start)]
    return min((each for each in before if span[1] <= each.end), key=lambda each: each.end - each.start, default=None)


def _lines(found: Verification, figures: Sequence[Figure], link: Callable[[str], str]) -> Iterator[str]:
    waiting = iter(figures)
    figure = next(waiting, None)
    position = 0
    for line in found.document.lines:
        written: list[str] = []
        for sign in line.strip("\t"):
            if sign.isspace():
                written.append(sign)
                continue
            if figure and position == figure.start:
                written.append(_opened(figure, link))
            written.append(escape(sign))
            position += 1
            if figure and position == figure.end:
                written.append("</a>" if figure.place else "</span>")
                figure = next(waiting, None)
        if text := "".join(written).strip():
            yield f'<p class="cell">{text}</p>' if line.startswith("\t") else f"<p>{text}</p>"


def _opened(figure: Figure, link: Callable[[str], str]) -> str:
    if not figure.place:
        return f'<span class="f {figure.mark}" title="{WORDS[figure.mark]}">'
    address = escape(f"{link(figure.place.file)}#L{figure.place.line}")
    title = escape(f"{WORDS[figure.mark]}: {figure.place}")
    return f'<a class="{figure.mark}" href="{address}" title="{title}">'
