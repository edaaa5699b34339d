"""What stands before a figure: the name of what it is of, verbs, comparators, and words for a rise or a fall.

Everything before the digits is read here, in whatever order it is printed (约增长, 增长约, 降幅不超过), so that no word
that turns the meaning round is taken for part of a name.
"""

from typing import NamedTuple

from planctl.grammar.lexer import Tokens
from planctl.grammar.token_patterns import TokenPattern
from planctl.values.meanings import Comparator

KINDS = {
    Comparator.AT_LEAST.value: "[at-least|steps-up]|[denies][not-under]",
    Comparator.AT_MOST.value: "[at-most]|[denies][not-over]",
    Comparator.LESS_THAN.value: "[less]|[falls-short][reaches]",
    Comparator.MORE_THAN.value: "[more]",
    Comparator.ABOUT.value: "[about]",
    "down": "[down]",
    "up": "[up]",
    "reached": "[rises|falls|cuts|eases|steers][to]",
    "where": "[where]",
    "does": "[acts|when|how|has]|[organ]+[orders][of]?",
    "falls": "[falls|cuts]",
    "eases": "[eases]",
    "rises": "[rises]",
}
"""What words before a figure say, asked in this order: 降低到 before 降低."""
_COMPARES = frozenset(each.value for each in Comparator)
_WORD = "|".join(f"(?:{words})" for words in KINDS.values())
_WORDS = TokenPattern("|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items()))
# Words are never taken back (`*+`): a long row of them would take for ever.
_LEAD = TokenPattern(f"""
    (?P<per>[per])[named]{{0,16}}
    | (?:[named]{{1,16}}?(?={_WORD}))??
      (?P<words>(?:{_WORD})*+) (?![ratio])
      (?:(?<=[acts|cuts])[object]{{1,10}} | [object]{{0,15}}[quantity])?
""")


class Lead(NamedTuple):
    """What the words before a figure say: comparators, whether something falls by it, and per what (每千人口)."""

    comparators: frozenset[Comparator]
    decline: bool
    base: str


def lead_of(tokens: Tokens) -> Lead | None:
    """Return what the words before a figure say; `None` where any of them is not known or two do not go together."""
    found = _LEAD.fullmatch(tokens)
    if not found:
        return None
    kinds = [word.kind for word in _WORDS.all_in(found.part("words"))]
    falls = _falls(kinds)
    if falls is None or _beyond_a_place(kinds):
        return None
    base = found["per"].removeprefix("每").removesuffix("口")
    return Lead(frozenset(Comparator(kind) for kind in kinds if kind in _COMPARES), falls, base)


def _beyond_a_place(kinds: list[str]) -> bool:
    """Return whether a comparator is to the figure of a place (低于全省1个百分点), and not to the one printed."""
    return "where" in kinds and any(kind in _COMPARES for kind in kinds[: kinds.index("where")])


def _falls(kinds: list[str]) -> bool | None:
    """Return whether the words say by how much something falls; `None` where a fall itself eases or grows.

    涨幅回落0.3个百分点 is a fall, of the growth; 降幅收窄1个百分点 is neither a fall nor a rise of what falls.
    """
    moves = [kind for kind in kinds if kind in ("down", "up", "falls", "eases", "rises")]
    match moves:
        case ["down", *rest]:
            return None if rest else True
        case ["up", "falls" | "eases"] | ["falls"]:
            return True
        case []:
            return False
    return None if {"falls", "eases", "down"} & set(moves) else False
