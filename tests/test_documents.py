"""The documents say what is: made pages are current, and every console block shows what planctl prints."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from planctl.checks.verified import Verified
from planctl.cli.commands import HOMES
from planctl.diff.changes import Relation
from planctl.diff.fate import Fate
from planctl.diff.marks import Mark
from planctl.diff.movement import Movement, Standing
from planctl.diff.statements import Against
from planctl.files.finding import report_files
from planctl.files.loading import load_reports
from planctl.files.schema import KINDS
from planctl.files.schema.exported import json_schema
from planctl.judging.sums import SumAgreement
from planctl.judging.verdict import Flag, Status
from planctl.messages.message import Severity
from planctl.projects.likeness import Match
from planctl.projects.returns import Course
from planctl.report.model import Grouping, Level, Period, Redefinition, Succession
from planctl.values.meanings import Stage
from tests import pages
from tests.conftest import DATA, ROOT, Golden, Run
from tests.verification.rendering import rendered

DOCS = ROOT / "docs"
MADE = {
    "rules.md": pages.rules,
    "cells.md": pages.cells,
    "lexicon.md": pages.lexicon,
    "data.md": pages.data,
    "checks.md": pages.checks,
}
WRITTEN = (
    "README.md",
    "README.zh.md",
    "CONTRIBUTING.md",
    *(f"docs/{name}.md" for name in ("commands", "exporting", "json", "tutorial", "tutorial.zh")),
)
IN_CHINESE = ("README", *(f"docs/{name}" for name in ("data", "regions", "transcribing", "tutorial")))
"""What users need in Chinese too, without its ending."""


@pytest.mark.parametrize("name", MADE)
def test_a_made_page_is_current(name: str, golden: Golden) -> None:
    golden(DOCS / name, MADE[name]())


@pytest.mark.parametrize("name", WRITTEN)
def test_what_a_page_shows_is_what_planctl_prints(name: str, golden: Golden, planctl: Run) -> None:
    page = ROOT / name
    language = "zh" if name.endswith(".zh.md") else "en"
    golden(page, pages.rerun(pages.refilled(page.read_text(encoding="utf-8")), planctl, language))


@pytest.mark.parametrize("name", IN_CHINESE)
@pytest.mark.parametrize(
    "pattern",
    [
        r"<!-- setup: \w+ -->\n```sh\n.*\n```",
        r"^\$ .*$|`planctl [^`]*`",
        r"\]\(([^)#]+)",
        r"^#+ ",
        r"```python\n(?s:.*?)```|```yaml\n(?s:.*?)```",
        r"PLANCTL_\w+|--[a-z][a-z-]*",
        r"^\| `[^|]*`|→ [A-Z]\w+",
    ],
    ids=["set up", "commands", "links", "sections", "python and data", "options", "keys"],
)
def test_a_document_has_the_same_in_both_languages(name: str, pattern: str) -> None:
    english, chinese = ((ROOT / f"{name}{ending}").read_text(encoding="utf-8") for ending in (".md", ".zh.md"))
    own = name.rpartition("/")[2]
    english = english.removeprefix(pages.MADE).replace(f"[中文]({own}.zh.md)", "")
    chinese = re.sub(rf"\[English\]\({own}\.md\)", "", chinese).replace(".zh.md", ".md")
    assert re.findall(pattern, english, re.MULTILINE) == re.findall(pattern, chinese, re.MULTILINE)


@pytest.mark.parametrize("name", IN_CHINESE)
def test_a_document_leads_to_the_other_language(name: str) -> None:
    own = name.rpartition("/")[2]
    for ending, link in ((".md", f"[中文]({own}.zh.md)"), (".zh.md", f"[English]({own}.md)")):
        assert link in (ROOT / f"{name}{ending}").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", IN_CHINESE)
def test_a_document_in_chinese_leads_to_others_in_chinese(name: str) -> None:
    chinese = (ROOT / f"{name}.zh.md").read_text(encoding="utf-8")
    there = {each.rpartition("/")[2] for each in IN_CHINESE} - {name.rpartition("/")[2]}
    assert not [link for link in re.findall(r"\]\(([^)#]+)", chinese) if link.rpartition("/")[2][:-3] in there]


def test_every_command_has_its_help_on_the_page_of_commands() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\$ planctl (\w+) --help$", page, re.MULTILINE)
    assert shown == list(HOMES)


def test_every_status_and_flag_is_in_the_contract() -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    words = (
        *Status,
        *Flag,
        *Relation,
        *Fate,
        *Movement,
        *Against,
        *Standing,
        *Mark,
        *Succession,
        *Redefinition,
        *Period,
        *Severity,
        *Stage,
        *Level,
        *Grouping,
        *SumAgreement,
        *Match,
        *Course,
    )
    assert {word.value for word in words} <= set(re.findall(r"`([a-z-]+)`", page))


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "2022"),
        ("show", "21"),
        ("show", "12", "--year", "2023"),
        ("scenarios", "2022"),
        ("diff", "2022", "2023", "--bridge"),
        ("diff", "2022", "2023", "--suggest"),
        ("diff", "data", "data"),
        ("projects", "2023"),
        ("projects", "2023", "--list"),
        ("projects", "2023", "--by", "area"),
        ("projects", "2022", "2023"),
        ("statements", "2022"),
        ("statements", "--pairs"),
        ("check",),
        ("check", "--list"),
        ("parse", "≥3", "x"),
    ],
)
def test_every_key_is_in_the_contract(arguments: tuple[str, ...], planctl: Run) -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`([a-z_.-]+)`", page))
    assert _keys(json.loads(planctl(*arguments, "--format", "json").stdout)) <= documented


def test_every_key_of_an_export_is_in_the_contract(planctl: Run) -> None:
    documented = set(re.findall(r"`([a-z0-9_.-]+)`", (DOCS / "json.md").read_text(encoding="utf-8")))
    assert _keys(json.loads(planctl("export", "json").stdout)) <= documented


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_a_kind_of_file_is_current(kind: str, golden: Golden) -> None:
    golden(ROOT / "schema" / f"{kind}.schema.json", json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n")


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.name)
def test_an_editor_finds_the_schema_of_a_data_file(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    assert first == f"# yaml-language-server: $schema=../schema/{path.name.split('_')[0]}.schema.json"


def test_the_data_is_of_the_schema_that_other_validators_use() -> None:
    for path in sorted(DATA.glob("*.yaml")):
        schema = ROOT / "schema" / f"{path.name.split('_')[0]}.schema.json"
        command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(path)]
        ran = subprocess.run(command, capture_output=True, check=False)
        assert ran.returncode == 0, ran.stdout.decode()


def test_that_validator_sees_what_is_wrong_with_the_shape(tmp_path: Path) -> None:
    text = (DATA / "targets_2023.yaml").read_text(encoding="utf-8").replace("kind: expected", "kind: hoped", 1)
    (tmp_path / "targets_2023.yaml").write_text(text, encoding="utf-8")
    schema = ROOT / "schema" / "targets.schema.json"
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--schemafile",
        str(schema),
        str(tmp_path / "targets_2023.yaml"),
    ]
    ran = subprocess.run(command, capture_output=True, check=False)
    assert ran.returncode == 1
    assert b"hoped" in ran.stdout


def test_every_key_of_proposals_and_corrections_is_in_the_contract(planctl: Run, tmp_path: Path) -> None:
    for path in DATA.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace('actual: "326"', 'actual: "331"', 1)
        (tmp_path / path.name).write_text(re.sub(r"(?m)^( +)follows:\n(?:\1 +.*\n)+", "", text), encoding="utf-8")
    documented = set(re.findall(r"`([a-z_.-]+)`", (DOCS / "json.md").read_text(encoding="utf-8")))
    for arguments in (("--suggest", "--data", str(tmp_path)), ("data", str(tmp_path))):
        document = json.loads(planctl("diff", *arguments, "--format", "json").stdout)
        assert document.get("proposals") or document["years"][0]["rows"]
        assert _keys(document) <= documented


def test_every_key_of_a_verification_is_in_the_contract(planctl: Run, tmp_path: Path) -> None:
    text = rendered(load_reports(report_files(DATA)).reports).replace("44.4", "44.5")
    (tmp_path / "report.txt").write_text(f"{text}\n本年建成公园123个。\n", encoding="utf-8")
    documented = set(re.findall(r"`([a-z_.-]+)`", (DOCS / "json.md").read_text(encoding="utf-8")))
    document = json.loads(planctl("verify", str(tmp_path / "report.txt"), "--format", "json").stdout)
    assert document["problems"]
    assert document["coverage"]["not_held"]
    assert _keys(document) - {"sha256"} <= documented
    assert {outcome.value for outcome in Verified} <= documented


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")]), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def _keys(document: Any) -> set[str]:
    if isinstance(document, dict):
        return set(document) | {key for value in document.values() for key in _keys(value)}
    return {key for value in document for key in _keys(value)} if isinstance(document, list) else set()
