"""A page made of its template, with the style sheet that all pages share, and their script."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from planctl import __version__
from planctl.showing.folding import fold
from planctl.showing.look import Look
from planctl.showing.webpage import generator, web_page

if TYPE_CHECKING:
    from jinja2 import Environment

GENERATOR = generator("report")
"""What tells such a page from any other file."""
DRAWN = "<metadata>planctl report</metadata>"
"""What tells a chart from any other file."""


def rendered(template: str, title: str, context: Mapping[str, Any], look: Look, mark: str = GENERATOR) -> str:
    """Return the page of a template, in the language of the look; all in its context is escaped.

    Tables that sort and lists that are filtered are of `planctl report` alone, and so is the script.
    """
    environment = _environment(look)
    style = _source(environment, "style.css")
    script = _source(environment, "page.js") if mark == GENERATOR else ""
    body = environment.get_template(f"templates/{template}.html.j2").render(context)
    return web_page(mark, look.wording.language, title, style, body, script)


def drawn(name: str, context: Mapping[str, Any], look: Look) -> str:
    """Return the chart of a name as SVG, in the language of the look and the colours that pages have by day."""
    environment = _environment(look)
    own = {
        "palette": _palette(_source(environment, "style.css")),
        "language": look.wording.language,
        "mark": DRAWN,
        "fold": fold,
        "cells": cell_len,
    }
    return environment.get_template(f"templates/charts/{name}.svg.j2").render({**context, **own})


def _environment(look: Look) -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("planctl.showing.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "say": look.wording.say,
        "signs": {status.value: sign for status, sign in look.signs.status.items()},
        "is_english": look.wording.is_english,
        "version": __version__,
    }
    environment.filters["length"] = _length
    return environment


def _source(environment: "Environment", name: str) -> str:
    assert environment.loader
    return environment.loader.get_source(environment, name)[0]


def _palette(style: str) -> dict[str, str]:
    """Return the values that a style sheet names in its first rule, which has the colours of the day."""
    named = (each.strip().partition(": ") for each in style.partition("{")[2].partition("}")[0].split(";"))
    return {name.removeprefix("--"): value for name, _, value in named if name.startswith("--")}


def _length(size: Decimal | int) -> str:
    """Return a length with one decimal at most."""
    text = f"{Decimal(size).quantize(Decimal('0.1')):f}"
    return text.removesuffix(".0")
