"""The lexicon and the lexer: each word has its kinds, each kind its use, and each sign of a text its token."""

from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planctl.grammar
from planctl.grammar.lexer import each_token, tokens_of
from planctl.grammar.lexicon import LEXICON, words_of
from planctl.grammar.token_patterns import TokenPattern

MODULES = [import_module(f"planctl.grammar.{found.name}") for found in iter_modules(planctl.grammar.__path__)]
PATTERNS = [
    pytest.param(value, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, TokenPattern)
]
WORDS = sorted({word for each in LEXICON.values() for word in each.words})


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_names_kinds_that_there_are(pattern: TokenPattern) -> None:
    pattern.fullmatch(tokens_of("增长5%"))


def test_a_pattern_of_a_kind_that_there_is_not_is_a_slip() -> None:
    with pytest.raises(KeyError, match="no-such-kind"):
        TokenPattern("[rises|no-such-kind]").fullmatch(tokens_of("增长"))


@pytest.mark.parametrize("kind", LEXICON)
def test_a_kind_is_asked_for_somewhere(kind: str) -> None:
    sources = [Path(module.__file__ or "").read_text(encoding="utf-8") for module in MODULES]

    assert any(f'"{kind}"' in source or f"'{kind}'" in source or _in_brackets(kind, source) for source in sources)


def _in_brackets(kind: str, source: str) -> bool:
    return any(f"{before}{kind}{behind}" in source for before in "[|^" for behind in "]|")


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("未来5年", ["未来", "5", "年"]),
        ("提档升级", ["提档升级"]),
        ("2022年起", ["2022年", "起"]),
        ("1,203.4万元", ["1,203.4", "万元"]),
        ("6亿千瓦时/年以上", ["6", "亿千瓦时/年", "以上"]),
        ("迈上5万亿台阶", ["迈上", "5", "万亿", "台阶"]),
        ("90余起", ["90", "余", "起"]),
        ("10位次", ["10", "位次"]),
        ("007", ["007"]),
    ],
)
def test_the_longest_word_is_taken_and_a_unit_behind_a_number_alone(text: str, parted: list[str]) -> None:
    assert [token.printed for token in each_token(tokens_of(text))] == parted


@given(st.lists(st.sampled_from([*"0123456789.,%-—()[]、“”年月余多人次点的x", *WORDS]), max_size=12).map("".join))
def test_every_sign_is_in_one_token(text: str) -> None:
    tokens = tokens_of(text)
    assert "".join(token.printed for token in each_token(tokens)) == text
    assert all(first < last for first, last in pairwise(tokens.places))


def test_a_word_of_the_lexicon_has_the_kinds_that_it_stands_under() -> None:
    (token,) = each_token(tokens_of("左右"))
    assert set(token.kinds) == {each.kind for each in LEXICON.values() if "左右" in each.words}


def test_a_kind_has_a_line_and_no_word_twice() -> None:
    for each in LEXICON.values():
        assert each.does
        assert each.words
        assert len(set(each.words)) == len(each.words), each.kind
    with pytest.raises(KeyError):
        words_of("no-such-kind")
