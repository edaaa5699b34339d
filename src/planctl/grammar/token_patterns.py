"""Patterns over tokens: regular expressions in which `[rises|falls]` is a token of one of those kinds.

`[^number|unit]` is a token of none of them. White space is passed over. A pattern is compiled when it is first asked.
"""

import re
from functools import cached_property

from planctl.grammar.lexer import Tokens
from planctl.grammar.vocabulary import KINDS, KINDS_OF_CODES

_KINDS = re.compile(r"\[(\^?)([^\]]*)\]")


class TokenMatch:
    """Tokens that a pattern matches, and what each of its groups prints."""

    def __init__(self, tokens: Tokens, found: re.Match[str]) -> None:
        """Hold what was found in some tokens."""
        self._tokens = tokens
        self._found = found

    def __getitem__(self, group: str) -> str:
        """Return what a group prints; empty where it has no part in the match."""
        first, last = self._found.span(group)
        return self._tokens.text[self._tokens.places[first] : self._tokens.places[last]] if first >= 0 else ""

    def __contains__(self, group: str) -> bool:
        """Return whether a group has a part in the match."""
        return self._found[group] is not None

    def part(self, group: str) -> Tokens:
        """Return the tokens of a group; none where it has no part in the match."""
        first, last = self._found.span(group)
        return self._tokens.part(max(first, 0), max(last, 0))

    @property
    def kind(self) -> str:
        """The name of the last group that has a part: of alternatives, which one it is."""
        return self._found.lastgroup or ""

    @property
    def start(self) -> int:
        """The place of the first token of the match."""
        return self._found.start()

    @property
    def end(self) -> int:
        """The place behind the last token of the match."""
        return self._found.end()


class TokenPattern:
    """A pattern over tokens, which sees of each token the kinds that it names and no others."""

    def __init__(self, source: str) -> None:
        """Hold a pattern, of which nothing is compiled yet."""
        self._source = source

    def fullmatch(self, tokens: Tokens) -> TokenMatch | None:
        """Return the match with all of some tokens."""
        pattern, codes = self._compiled
        found = pattern.fullmatch(tokens.codes.translate(codes))
        return TokenMatch(tokens, found) if found else None

    def all_in(self, tokens: Tokens) -> list[TokenMatch]:
        """Return the matches in some tokens, one behind the other."""
        pattern, codes = self._compiled
        return [TokenMatch(tokens, found) for found in pattern.finditer(tokens.codes.translate(codes))]

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], dict[int, str]]:
        """The regular expression, and what it sees of each code: a sign for the kinds in question that it has."""
        source = "".join(self._source.split())
        asked = frozenset(kind for found in _KINDS.finditer(source) for kind in found[2].split("|"))
        if unknown := asked - KINDS:
            raise KeyError(f"no word of the lexicon is {sorted(unknown)}")
        seen = {code: kinds & asked for code, kinds in KINDS_OF_CODES.items()}
        signs = {kinds: chr(place) for place, kinds in enumerate(dict.fromkeys(seen.values()), start=_FIRST)}

        def signs_of(found: re.Match[str]) -> str:
            named = frozenset(found[2].split("|"))
            of_them = "".join(re.escape(sign) for kinds, sign in signs.items() if kinds & named)
            return f"[{found[1]}{of_them}]"

        return re.compile(_KINDS.sub(signs_of, source)), {code: signs[kinds] for code, kinds in seen.items()}


_FIRST = ord("0")
