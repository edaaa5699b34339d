"""The charts of the page alone, as pictures that other documents take: SVG, and PNG where resvg is there to draw it.

resvg is one small library without others, and sets Chinese in the fonts of the system; cairosvg needs a library of
the system, and those that render with a browser are far larger than planctl.
"""

from collections.abc import Iterator

from planctl.showing.look import Look
from planctl.showing.page.answers import Answers
from planctl.showing.page.page import context_of, title_of
from planctl.showing.page.rendering import drawn
from planctl.showing.wording import Wording

ZOOM = 2
"""Pixels of a PNG for each of the SVG, so that it is sharp on paper."""


def charts(answers: Answers, wording: Wording) -> dict[str, str]:
    """Return each chart that there is something to draw in, as SVG by its name, in the language of the wording."""
    look = Look(None, "utf-8", wording, folder=answers.folder)
    context = {**context_of(answers, look), "title": title_of(answers)}
    return {name: drawn(name, context, look) for name in _names(answers)}


def _names(answers: Answers) -> Iterator[str]:
    yield "indicators"
    if any(each.gap for each in answers.assessment.judged):
        yield "gaps"
        yield "readings"
    if answers.diff:
        yield "targets"
    if any(each.breakdowns for each in answers.planned.programmes):
        yield "money"


def png(svg: str) -> bytes:
    """Return a chart as PNG; raises `ModuleNotFoundError` where resvg is missing."""
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=svg, zoom=ZOOM))
