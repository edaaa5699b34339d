"""Long answers on a terminal: to the pager that the user has, and never in its way."""

from pathlib import Path

import pytest

from tests.terminals import on_a_terminal


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """Return a pager that keeps what it is given beside it, in `seen`."""
    program = tmp_path / "keep it"
    program.write_text(f"#!/bin/sh\ncat > '{tmp_path}/seen'\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_what_is_longer_than_the_terminal_goes_to_the_pager(pager: Path) -> None:
    code, shown = on_a_terminal("status", "2022", PAGER=f"'{pager}'")
    assert (code, shown) == (0, "")
    assert "32 = 17 met + 14 unmet" in pager.with_name("seen").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments", [("status", "2022", "--no-pager"), ("status", "2022", "--only", "discontinued"), ("show", "3")]
)
def test_what_fits_or_is_not_to_be_paged_is_shown_at_once(pager: Path, arguments: tuple[str, ...]) -> None:
    code, shown = on_a_terminal(*arguments, PAGER=f"'{pager}'")
    assert code == 0
    assert "重庆市涪陵区 2022" in shown
    assert not pager.with_name("seen").exists()


@pytest.mark.parametrize("program", ["", "cat", "there-is-no-such-pager --at-all"])
def test_without_a_pager_the_answer_is_shown_all_the_same(program: str) -> None:
    code, shown = on_a_terminal("status", "2022", PAGER=program)
    assert code == 0
    assert "32 = 17 met + 14 unmet" in shown


def test_a_pager_that_is_left_early_is_no_failure() -> None:
    code, shown = on_a_terminal("statements", "2022", PAGER="head -n 1")
    assert code == 0
    assert shown.splitlines() == ["重庆市涪陵区 2022 (Fuling District, Chongqing)"]


@pytest.mark.parametrize(
    ("program", "options", "coloured"),
    [("less", None, True), ("less", "FRX", True), ("less", "-S", False), ("less", "", False), ("more", None, False)],
)
def test_a_pager_gets_colours_where_it_shows_them(
    program: str, options: str | None, coloured: bool, pager: Path
) -> None:
    pager = pager.rename(pager.with_name(program))
    if options is None:
        code, _ = on_a_terminal("status", "2022", PAGER=f"'{pager}'")
    else:
        code, _ = on_a_terminal("status", "2022", PAGER=f"'{pager}'", LESS=options)
    seen = pager.with_name("seen").read_text(encoding="utf-8")
    assert code == 0
    assert ("\x1b[" in seen) is coloured
    assert "32 = 17 met + 14 unmet" in seen


@pytest.mark.parametrize("arguments", [("check", "--all"), ("check", "--list"), ("diff",), ("projects",)])
def test_every_long_answer_goes_to_the_pager(arguments: tuple[str, ...], pager: Path) -> None:
    code, shown = on_a_terminal(*arguments, PAGER=f"'{pager}'")
    assert (code, shown) == (0, "")
    assert pager.with_name("seen").read_text(encoding="utf-8").count("\n") > 24


def test_a_pager_is_never_asked_for_data(pager: Path) -> None:
    code, shown = on_a_terminal("status", "2022", "--format", "csv", PAGER=f"'{pager}'")
    assert code == 0
    assert shown.startswith("region,year,number,id,")
