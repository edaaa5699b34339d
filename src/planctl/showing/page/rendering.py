"""A page made of its template, with the style sheet that all pages share, and their script."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planctl import __version__
from planctl.showing.look import Look
from planctl.showing.webpage import generator, web_page

if TYPE_CHECKING:
    from jinja2 import Environment

GENERATOR = generator("report")
"""What tells such a page from any other file."""


def rendered(template: str, title: str, context: Mapping[str, Any], look: Look, mark: str = GENERATOR) -> str:
    """Return the page of a template, in the language of the look; all in its context is escaped.

    Tables that sort and lists that are filtered are of `planctl report` alone, and so is the script.
    """
    environment = _environment(look)
    style = _source(environment, "style.css")
    script = _source(environment, "page.js") if mark == GENERATOR else ""
    body = environment.get_template(f"templates/{template}.html.j2").render(context)
    return web_page(mark, look.wording.language, title, style, body, script)


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


def _length(size: Decimal | int) -> str:
    """Return a length with one decimal at most."""
    text = f"{Decimal(size).quantize(Decimal('0.1')):f}"
    return text.removesuffix(".0")
