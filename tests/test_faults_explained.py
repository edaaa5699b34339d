"""Whatever name stands behind a message can be asked: checks, rules, faults of a file, and what verify tells."""

import ast
from collections.abc import Iterator

import pytest

from planctl.checks.registry import CHECKS
from planctl.checks.verified import Verified
from planctl.showing.faults import OF_A_DOCUMENT, OF_A_FILE
from tests.conftest import ROOT, Run

FILES = ROOT / "src" / "planctl" / "files"
TELLING = {"Problem": 1, "_stop": 1, "_refuse": 1}
"""Calls that tell a fault, and which of their arguments names it."""


def named() -> Iterator[str]:
    for path in FILES.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if called in TELLING and len(node.args) > TELLING[called]:
                    name = node.args[TELLING[called]]
                    if isinstance(name, ast.Constant):
                        yield str(name.value)
                    elif isinstance(name, ast.Name) and name.id in constants:
                        yield str(constants[name.id])


def test_every_fault_that_a_file_may_have_is_explained_and_no_other() -> None:
    found = set(named())
    assert {"schema", "syntax", "unknown-key", "duplicate-id"} <= found
    assert found == set(OF_A_FILE)
    assert set(OF_A_DOCUMENT) == set(Verified)
    assert not {check.name for check in CHECKS} & {*OF_A_FILE, *OF_A_DOCUMENT}


@pytest.mark.parametrize("name", ["schema", "missing-in-data"])
def test_a_fault_is_explained_by_its_name(name: str, planctl: Run) -> None:
    ran = planctl("rule", name)
    assert ran.returncode == 0
    assert ran.stdout.decode().startswith(f"{name} (")
    assert planctl("rule", name, "--format", "json").returncode == 0


def test_a_misspelt_fault_is_guessed(planctl: Run) -> None:
    assert b"did you mean unknown-key" in planctl("rule", "unknow-key").stderr
