"""Texts without figures: assigned and qualitative targets, and what is not counted, not set or not known yet."""

from planctl.grammar.lengths import WORDS
from planctl.grammar.lexer import Tokens
from planctl.grammar.shares import PLAN
from planctl.grammar.token_patterns import TokenPattern
from planctl.values.meanings import Assigned, Blank, Discontinued, Meaning, NoTarget, Qualitative, Trend

_NO_FIGURE = frozenset({"", "-", "--", "–", "—", "――", "―", "——", "/", "…", "\\"})
_ORGAN = "[organ][office]?"
_OBJECT = """
    (?:(?![fails|not-up-to])[text|number|digits|year|unit|lists|bracket]){0,40}?
    [task|sets][task-tail]*+(?:[of]?[range])?[scope]?
"""
_SETTER = "(?:(?![fails|waits|otherwise])[text]){0,10}"
_ASSIGNED = TokenPattern(f"""
    [evenly]*+(?:(?<=[evenly])(?:(?![fails|denies])[number|unit|text]){{1,4}}(?=[completes]))?(?:
      (?:[keeps-within]|[denies][oversteps]){_OBJECT}
      | (?P<denied>[fails])?[evenly]*+(?P<nearly>[nearly])?
        (?:[fulfils]{_OBJECT} | [according-to]{_OBJECT}[completes] | [up-to-standard] | [completes])
      | {_OBJECT}[evenly]*+(?P<undone>[fails])?[evenly]*+[fulfils|completes]
      | (?P<missed>[below-standard])
      | (?:[betters]|(?P<worse>[worse])){PLAN}
      | (?:{_ORGAN})?[up-to-standard]
      | (?P<open>[according-to|taking-as]{_OBJECT}[as-valid]?
        | [with]{_OBJECT}[linking]*[links]
        | {_SETTER}[hands-down][of]?[hands-down-what]+[scope]?[as-valid]?
        | [waits]{_SETTER}[hands-down][after]?[settles]))
""")
_DISCONTINUED = TokenPattern("(?:[year][since]|[already-so])*[ends][ends-how]?[counts][indicator]?")
_NO_TARGET = TokenPattern("""
    [text]{0,16}?[none-set][set-so]{1,3}[what-target]*[aim]?[aim-tail]?[aim-asked]?
    | [text|number|digits|year]{0,24}[open-target] | [told-later]
""")
_NOT_YET = TokenPattern(f"""
    (?:{_ORGAN})?[report-kind]?[report-kind]?[by-now]?[yet]?[lacks][able]?[known-by][figures]?
    | [waits](?:{_ORGAN})?[known-by][figures]?
    | (?:{_ORGAN})?[now]?[under-way][middle]
    | [now][under-way] | [yet]?[not-there]
""")
_TRENDS = {
    Trend.STABLE: "[holds-place][text]{0,10}[leading]|[of-class]+[class][class-tail]*",
    Trend.NOT_DECREASE: "[not-decrease]|[denies][drops]",
    Trend.POSITIVE_GROWTH: "[positive-growth]",
    Trend.RANK_IMPROVES: "[rank-word][text]{0,10}[moves-up]|[enters][text]{1,10}[leading]|[rank-improves]",
    Trend.IMPROVING: "[improving]",
    Trend.DECLINING: "[declining]",
    Trend.RISING: "[rising]",
}
"""What a text in words ends in, for each trend; asked in this order."""
_STEADY = "[stable]|[should][text][fully][text]|[does-not][text]{1,10}"
_IN_WORDS = TokenPattern(
    f"(?P<before>[text]{{0,16}}?)(?:{'|'.join(f'(?P<{trend}>{words})' for trend, words in _TRENDS.items())}"
    f"|(?P<steady>{_STEADY}))"
)
_LONGEST_BEFORE = 16
_TURNED = TokenPattern("[text]*?[turns][text]*")
_PACE = TokenPattern("[text]*?[pace][text]*")


def blank(tokens: Tokens) -> Meaning | None:
    """Nothing printed, the dash that stands for nothing, or words that say that there is no figure yet."""
    return Blank() if tokens.printed in _NO_FIGURE or _NOT_YET.fullmatch(tokens) else None


def discontinued(tokens: Tokens) -> Meaning | None:
    """The indicator is no longer counted."""
    return Discontinued() if _DISCONTINUED.fullmatch(tokens) else None


def no_target(tokens: Tokens) -> Meaning | None:
    """No target is set, and the report says so."""
    return NoTarget(tokens.printed) if _NO_TARGET.fullmatch(tokens) else None


def assigned(tokens: Tokens) -> Meaning | None:
    """What a higher level set, without a figure; as a result, the statement that it was or was not fulfilled.

    Who sets it (以省下达为准), and that it is nearly done (基本完成), says neither.
    """
    if not (found := _ASSIGNED.fullmatch(tokens)):
        return None
    if "open" in found or "nearly" in found:
        return Assigned(fulfilled=False if "denied" in found else None)
    return Assigned(fulfilled=not any(denial in found for denial in ("denied", "undone", "missed", "worse")))


def qualitative(tokens: Tokens) -> Meaning | None:
    """A direction or a state in words."""
    found = _IN_WORDS.fullmatch(tokens) if len(tokens.printed) <= WORDS else None
    if not found or len(found["before"]) > _LONGEST_BEFORE or _TURNED.fullmatch(found.part("before")):
        return None
    trend = Trend(found.kind) if found.kind != "steady" else Trend.STABLE
    of_a_pace = trend in (Trend.RISING, Trend.DECLINING) and _PACE.fullmatch(tokens)
    return None if of_a_pace else Qualitative(tokens.printed, trend)
