"""What a Chinese keyboard and a quick hand put into YAML: told where it stands, and what belongs there."""

from pathlib import Path

import pytest

from planctl.files.places import parse_yaml
from planctl.messages.message import Unreadable
from tests.conftest import HEAD, Run

LINES = [
    "year: 2022",
    "indicators:",
    "  - id: gdp-growth",
    '    number: "1"',
    "    name: 地区生产总值增速",
    '    unit: "%"',
    "    kind: expected",
    '    target: "6.5"',
    '    actual: "2.6"',
]
FIRST = HEAD.count("\n")


@pytest.mark.parametrize(
    ("right", "slip", "column", "said"),
    [
        ('target: "6.5"', "target：“6.5”", 11, "a full-width colon stands behind the key"),
        ('actual: "2.6"', 'actual：“2.6"', 11, "a full-width colon stands behind the key"),
        ('actual: "2.6"', 'actual:"2.6"', 11, "a blank is missing behind the colon"),
        ('target: "6.5"', 'target:"6.5"', 11, "a blank is missing behind the colon"),
        ("  - id: gdp-growth", "  -id: gdp-growth", 3, "a blank is missing behind the -"),
        ('target: "6.5"', 'target: "6.5', 13, "a quotation mark is opened and not closed"),
        ('actual: "2.6"', 'actual: "2.6', 13, "a quotation mark is opened and not closed"),
    ],
)
def test_a_slip_is_told_at_its_own_line(right: str, slip: str, column: int, said: str) -> None:
    number = next(count for count, line in enumerate(LINES, 1) if right in line) + FIRST
    text = HEAD + "\n".join(LINES).replace(right, slip) + "\n"
    with pytest.raises(Unreadable) as told:
        parse_yaml(text.encode(), "f.yaml")
    (problem,) = told.value.problems
    assert (str(problem.place), problem.name, str(problem.message)) == (f"f.yaml:{number}:{column}", "syntax", said)


def test_a_full_width_comma_in_braces_is_told() -> None:
    with pytest.raises(Unreadable) as told:
        parse_yaml('region: {code: "500101"，name: 重庆市万州区}\n'.encode(), "f.yaml")
    (problem,) = told.value.problems
    assert (str(problem.place), str(problem.message)) == ("f.yaml:1:24", "a full-width comma stands between two keys")


@pytest.mark.parametrize(
    "text",
    [
        "a: http://x.org/y\nb: [c\n",
        "a: '：'\n b: c\n",
        "- a-b\n- c: d\n e\n",
        'a: "一：二，三"\nb: {c: d\n',
    ],
)
def test_another_fault_is_told_as_before(text: str) -> None:
    with pytest.raises(Unreadable) as told:
        parse_yaml(text.encode(), "f.yaml")
    assert str(told.value.problems[0].message).startswith("this is not YAML: ")


def test_a_value_in_chinese_quotes_is_told_what_quotes_are_written(tmp_path: Path, planctl: Run) -> None:
    text = HEAD + "\n".join(LINES).replace('"2.6"', "“2.6”") + "\n"
    (tmp_path / "indicators_2022.yaml").write_text(text, encoding="utf-8")
    said = planctl("check", str(tmp_path)).stdout.decode()
    assert 'write it in straight quotes, "…": “ is a sign of the text itself' in said
