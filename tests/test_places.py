"""YAML as plain text with its places; what a transcript has no use for is refused."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.files.loading import MOST_BYTES
from planctl.files.places import parse_yaml
from planctl.messages.message import Unreadable


def test_no_value_is_guessed() -> None:
    text = "a: no\nb: 12:30\nc: 0123\nd: 1.10\ne: ~\nf: null\ng: 2023-01-31\nh: ''\ni: 0x1F\nno: yes\n"
    document = parse_yaml(text.encode(), "f.yaml")
    assert document.data == {
        "a": "no",
        "b": "12:30",
        "c": "0123",
        "d": "1.10",
        "e": "~",
        "f": "null",
        "g": "2023-01-31",
        "h": "",
        "i": "0x1F",
        "no": "yes",
    }
    assert not document.problems


def test_every_value_knows_its_line_and_column() -> None:
    document = parse_yaml("# 注\n甲:\n  - {乙: 地区, 丙: [一, 二]}\n".encode(), "f.yaml")
    assert str(document.place(("甲", 0, "乙"))) == "f.yaml:3:9"
    assert str(document.place(("甲", 0, "丙", 1))) == "f.yaml:3:20"
    assert str(document.place_of_key(("甲", 0, "丙"))) == "f.yaml:3:13"


def test_what_is_missing_stands_where_its_parent_does() -> None:
    document = parse_yaml(b"a:\n  b: c\n", "f.yaml")
    assert document.place(("a", "x", "y")) == document.place(("a",))
    assert str(document.place(("z",))) == "f.yaml:1:1"


def test_a_byte_order_mark_is_not_text() -> None:
    assert parse_yaml(b"\xef\xbb\xbfa: b\n", "f.yaml").data == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2\n", "f.yaml:2:1: error: 'a' was already given at f.yaml:1:1; keep one of the two [duplicate-key]"),
        ("a: &x 1\n", "f.yaml:1:4: error: the anchor &x has no use; remove it [alias]"),
        ("b: *x\n", None),
        (
            "a: # 2.6\n",
            "f.yaml:1:3: error: nothing is written here; write '\"\"' for a blank cell; "
            "text after # is a comment unless it stands in quotes [empty-value]",
        ),
        (
            'a: "b\\e[31m"\n',
            "f.yaml:1:4: error: the text has the character U+001B; write it on one line, without it "
            "[control-character]",
        ),
        ("a: !!int 1\n", "f.yaml:1:4: error: the tag tag:yaml.org,2002:int is not read; remove it; all is text [tag]"),
        ("a: ! 1\n", "f.yaml:1:4: error: the tag ! is not read; remove it; all is text [tag]"),
        (
            "a: 1\n---\nb: 2\n",
            "f.yaml:2:1: error: a second document starts; keep one report in a file, and remove '---' "
            "[several-documents]",
        ),
        (
            "a: >5\nb: c\n",
            "f.yaml:1:4: error: '>5' stands without quotes, and > begins a text of several lines; put it in quotes: "
            '">5" [unquoted]',
        ),
        ("? [a]\n: b\n", "f.yaml:1:3: error: a list or mapping is used as a key; write a word before ':' [key]"),
    ],
)
def test_what_is_refused_is_told_and_the_reading_goes_on(text: str, said: str | None) -> None:
    problems = parse_yaml(text.encode(), "f.yaml").problems
    if said is None:
        assert [problem.name for problem in problems] == ["alias"]
    else:
        assert [str(problem) for problem in problems] == [said]


def test_every_refusal_of_a_file_is_told_at_once() -> None:
    text = "a: &x 1\nb: *x\nc: !!python/object:os.system 2\nd: 1\nd: {e: *x}\n"
    assert [(problem.place.line, problem.name) for problem in parse_yaml(text.encode(), "f.yaml").problems] == [
        (1, "alias"),
        (2, "alias"),
        (3, "tag"),
        (5, "duplicate-key"),
        (5, "alias"),
    ]


@pytest.mark.parametrize(
    ("content", "place", "name"),
    [
        (b"", "f.yaml:1:1", "syntax"),
        (b"# only a comment\n", "f.yaml:1:1", "syntax"),
        (b"a: b\nc: 'd\n\n", "f.yaml:2:4", "syntax"),
        (b"a: b\n c: d\n", "f.yaml:2:3", "syntax"),
        (b"{a: b}}", "f.yaml:1:7", "syntax"),
        (b"a: b\n\t- c\n", "f.yaml:2:1", "syntax"),
        (b'a: "\\ud800"', "f.yaml:1:4", "syntax"),
        ("a: 地\nb: ".encode() + "区".encode("gb18030"), "f.yaml:2:4", "encoding"),
        (b"a: b\x00", "f.yaml:1:5", "encoding"),
        (b"a: b\nc: \x1b[31m", "f.yaml:2:4", "encoding"),
        ("a: b\n".encode("utf-16"), "f.yaml:1:1", "encoding"),
        (b"\x89PNG\r\n\x1a\n", "f.yaml:1:1", "encoding"),
        (b"a: b\nc: \xed\xa0\x80", "f.yaml:2:4", "encoding"),
        (b"{a: " * 50_000, "f.yaml:1:81", "too-deep"),
        (b"- " * 50_000, "f.yaml:1:41", "too-deep"),
        (b"a" * (MOST_BYTES + 1), "f.yaml", "too-large"),
    ],
)
def test_where_nothing_can_be_read_that_one_fault_is_told(content: bytes, place: str, name: str) -> None:
    start = time.monotonic()
    with pytest.raises(Unreadable) as fault:
        parse_yaml(content, "f.yaml")
    assert [(str(problem.place), problem.name) for problem in fault.value.problems] == [(place, name)]
    assert time.monotonic() - start < 5, "hostile input must not hang a reader"


def test_brackets_without_end_are_too_deep_whichever_limit_is_met_first() -> None:
    with pytest.raises(Unreadable) as fault:
        parse_yaml(b"a: b\nc: " + b"[" * 50_000, "f.yaml")
    (problem,) = fault.value.problems
    assert problem.name == "too-deep"
    assert str(problem.place) in {"f.yaml:2:23", "f.yaml:2:1003"}, "planctl's own limit, or that of a newer libyaml"


def test_an_alias_bomb_is_text_that_is_refused() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    assert len(parse_yaml(bomb.encode(), "f.yaml").problems) == 21 + 40


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_a_place(content: bytes) -> None:
    try:
        assert parse_yaml(content, "f.yaml").file == "f.yaml"
    except Unreadable as fault:
        assert [problem.place.file for problem in fault.problems] == ["f.yaml"]


@given(st.text(max_size=60))
def test_any_text_in_quotes_is_kept_as_it_is(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    try:
        document = parse_yaml(f"a: {quoted}\n".encode(errors="surrogatepass"), "f.yaml")
    except Unreadable as fault:
        assert fault.problems[0].name in {"encoding", "syntax"}
    else:
        if not set(text) & set("\r\n\x85\u2028\u2029"):
            assert document.data == {"a": text}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 'b\n", "a quotation mark is opened and never closed (line 2)"),
        ("a: b: c\n", "a key stands where there can be none; put text in quotes (line 1)"),
        ("- a\nb: c\n", "an entry with - was to come here; look at the indentation (line 2)"),
        ("a: 1\n- b\n", "a key was to come here; look at the indentation (line 2)"),
        ("a: {b: c\n", "a comma or a closing bracket is missing (line 2)"),
        ("a: [b, c\nd: e\n", "a comma or a closing bracket is missing (line 2)"),
        ("a: 1\nb\nc: 2\n", "the colon behind a key is missing (line 3)"),
        ("a: @x\n", "a value cannot begin with this sign; put text in quotes (line 1)"),
        ("a:\n\tb: c\n", "the line is indented by a tab, and YAML takes blanks alone (line 2)"),
        ("a:\n  - b: c\n  \td: e\n", "the line is indented by a tab, and YAML takes blanks alone (line 3)"),
        ("a: >=5\n", "'>=5' stands without quotes, and > begins a text of several lines (line 1)"),
    ],
)
def test_what_is_not_yaml_is_told_in_words_of_ours(text: str, said: str) -> None:
    with pytest.raises(Unreadable) as fault:
        parse_yaml(text.encode(), "f.yaml")
    assert str(fault.value.problems[0].message) == f"this is not YAML: {said}"
