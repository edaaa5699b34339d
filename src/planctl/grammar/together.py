"""Several figures that stand together, in the order of what they are of (分别增长5%、6%): each as printed alone."""

from typing import NamedTuple

from planctl.grammar.lexer import Tokens
from planctl.grammar.token_patterns import TokenMatch, TokenPattern

_ITEM = """
    (?P<number>[minus]?[number](?:[minus|dash|to]{1,2}[number])?)(?P<unit>[unit])?(?P<after>[or-more|or-less|or-so])?
"""
_UNNAMED = _ITEM.replace("?P<number>", "?:").replace("?P<unit>", "?:").replace("?P<after>", "?:")
_TOGETHER = TokenPattern(f"""
    (?P<head>[^number|digits]*?)[each](?P<lead>[^number|digits]*?)
    (?P<items>{_UNNAMED}(?:[lists|joins]{_UNNAMED})+)
""")
_EACH = TokenPattern(_ITEM)


class Together(NamedTuple):
    """Figures that stand together, each with its unit and bound, and the words before 分别 and behind it."""

    head: Tokens
    lead: str
    items: tuple[str, ...]

    def figures(self, before: str = "") -> tuple[str, ...]:
        """Return each figure as it would be printed alone, with some words before all of them."""
        return tuple(f"{before}{self.lead}{item}" for item in self.items)


def figures_together(tokens: Tokens) -> Together | None:
    """Return the figures of a text that has several with one word for all; `None` for any other text.

    The unit and the bound behind the last one hold for those that have none: 控制在5%和3%以内 is 5%以内 and 3%以内.
    """
    found = _TOGETHER.fullmatch(tokens)
    if not found:
        return None
    items = _EACH.all_in(found.part("items"))
    last = items[-1]
    completed = (f"{each['number']}{_unit(each, last)}{each['after'] or last['after']}" for each in items)
    return Together(found.part("head"), found["lead"], tuple(completed))


def _unit(item: TokenMatch, last: TokenMatch) -> str:
    """Return the unit of a figure, that of the last one where it has none or its beginning (2个和1个百分点)."""
    return last["unit"] if last["unit"].startswith(item["unit"]) else item["unit"]
