"""Chinese and English: every text is in the catalogue, translated, compiled; and no other language shines through."""

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest

from planctl.checks.registry import CHECKS
from planctl.cli.examples import EXAMPLES
from planctl.cli.usage import NO_COMMAND, SAID
from planctl.judging.rules import name_of
from planctl.judging.scenarios import SCENARIOS
from planctl.messages.languages import Language, language_of
from planctl.showing.explanation import EXPLAINED
from planctl.showing.wording import wording_in
from tests import translations
from tests.conftest import DATA, ROOT, Run

RERUN = "run: python -m tests.translations"
ZH = wording_in(Language.CHINESE)


def gaps(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def translated() -> dict[str, str]:
    return {str(message.id): str(message.string) for message in translations.current() if message.id}


def test_the_catalogue_has_what_is_said_and_nothing_else() -> None:
    assert translations.CATALOGUE.read_bytes() == translations.updated(), RERUN


def test_the_compiled_catalogue_is_that_of_the_translations() -> None:
    with translations.CATALOGUE.with_suffix(".mo").open("rb") as stream:
        known = GNUTranslations(stream)
    assert {text: known.gettext(text) for text in translated()} == translated(), RERUN


def test_nothing_is_untranslated() -> None:
    assert [text for text, translation in translated().items() if not translation] == []


def test_a_translation_has_the_gaps_of_its_text() -> None:
    assert [text for text, translation in translated().items() if "{" in text and gaps(text) != gaps(translation)] == []


def prose(path: Path) -> Iterator[str]:
    """Yield the texts of a module that read like words for people, and are neither said nor told to a translator."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"say", "Option", "Argument"}:
            known |= {id(each) for each in ast.walk(node)}
        if isinstance(node, ast.Raise | ast.Assert):  # what is said there without `say` is for programmers
            known |= {id(each) for each in ast.walk(node)}
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            known |= {id(each.value) for each in node.body if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in known:
            yield node.value


SHOWN = [path for path in translations.SOURCE.rglob("*.py") if {"cli", "showing"} & set(path.parts)]
NOT_FOR_PEOPLE = re.compile(r"\b[A-Z]{3,} [A-Z]{3,}|[A-Z]{4,} |<|;|\bborder|: \d|schemas?[./]|^[ ,;:]")
LIBRARY = {NO_COMMAND, *(template for template, _ in SAID)}
"""What the command line library says, by which it is known."""
UNSAID = {
    "planctl: ",  # the program's own name
    "bold red",  # styles
    "bold cyan",
    "Table Grid",  # a style of Word
    "Show this message and exit.",  # what the command line library says, to be translated
    "int range",
    "## planctl check\n\n",  # names that programs know
    "planctl check",
    "MIT License",
    "all checks",
}


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.relative_to(translations.SOURCE).as_posix())
def test_what_is_shown_is_said_so_that_it_is_translated(path: Path) -> None:
    typed = {line for examples in EXAMPLES.values() for line, _ in examples}
    known = LIBRARY | typed
    words = [text for text in prose(path) if re.search(r"[A-Za-z]{2,} [A-Za-z]", text) and text not in known]
    assert [text for text in words if text not in UNSAID and not NOT_FOR_PEOPLE.search(text) and text[0] != "\b"] == []


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "C", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"LC_ALL": "zh_CN.UTF-8", "PLANCTL_LANG": "en"}, "en"),
        ({"LC_ALL": "C", "PLANCTL_LANG": "zh-Hans"}, "zh"),
        ({"LANG": "zha"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


LATIN = re.compile(r"[A-Za-z][A-Za-z0-9_'-]+")
PRINTED = set(LATIN.findall("".join(path.read_text(encoding="utf-8") for path in DATA.rglob("*.yaml"))))
"""Latin words of the data: ids, keys, and what is printed, such as GDP."""
NAMES = {*map(name_of, EXPLAINED)} | {each.name for each in CHECKS} | {each.name for each in SCENARIOS}
THINGS = (
    " YAML JSON CSV PDF Word PAGER PLANCTL_LANG PLANCTL_DATA PLANCTL_NO_CACHE GB SARIF JUnit GitHub Actions Schema "
    " COLUMNS Dask less by area data id accept check extract verify rule github indicators targets projects final "
    "progress "
)
"""Names of formats and programs, and keys, commands and values that are typed as they are."""
UNTOLD = re.compile(
    r"^  +(- id:|- \{|[a-z_0-9]+:).*$|\[默认：[^]]*\]|\S*[/.]\S+|(?<![\w-])--?[a-z][a-z-]*( [a-z]+\b)?|`[^`]*`|“[^”]*”"
    r"|<[a-z|-]+>|planctl( [a-z]+)?|\[[a-z-]+\]|[a-z0-9-]+:[a-z]+",
    re.MULTILINE,
)
"""Lines of the data, defaults, paths, options, code, what is quoted, types of options, commands, checks."""


def foreign(text: str) -> list[str]:
    """Return the English words of a Chinese text that are no names of anything."""
    ids = {word for word in PRINTED if "-" in word or not word.islower()}
    return [
        word for word in LATIN.findall(UNTOLD.sub(" ", text)) if word not in ids | NAMES and f" {word} " not in THINGS
    ]


COMMANDS = [
    ("status", "2022"),
    ("status", "2023"),
    ("status", "2022", "--only", "unmet", "--sort", "gap", "--tolerance", "3"),
    ("status", "2022", "-f", "md"),
    *(("show", str(number)) for number in range(1, 33)),
    ("show", "30", "-f", "md"),
    ("scenarios", "2022"),
    ("scenarios", "2022", "-f", "md"),
    ("diff", "2022", "2023", "--bridge"),
    ("diff", "2022", "2023", "-f", "md"),
    ("diff", "2022", "2023", "--suggest"),
    ("diff", "./data", "./data"),
    ("projects", "2023"),
    ("projects", "2023", "--list"),
    ("projects", "2023", "--by", "stage"),
    ("projects", "2023", "--by", "level"),
    ("projects", "2022", "2023"),
    ("regions",),
    ("compare", "2025"),
    ("compare", "2025", "gdp-growth", "-f", "md"),
    ("compare", "2025", "gdp-growth", "失业率"),
    ("series", "gdp-growth"),
    ("levels", "2023", "gdp-growth"),
    ("wording", "2025", "--by", "region"),
    ("status", "--region", "没有"),
    ("statements", "2022"),
    ("statements", "2023", "--pairs"),
    ("check", "--all"),
    ("check", "--list"),
    ("new", "2023", "-o", "/dev/null/x"),
    ("verify", "/dev/null/x"),
    ("check", "/dev"),
    ("status", "1999", "--data", "./data"),
    ("show", "no-such-thing"),
    ("status", "--data", "nowhere"),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_under_a_chinese_locale_an_answer_is_wholly_chinese(planctl: Run, arguments: tuple[str, ...]) -> None:
    ran = planctl(*arguments, LC_ALL="zh_CN.UTF-8", COLUMNS="200")
    text = (ran.stdout + ran.stderr).decode()
    assert re.search("[一-鿿]", text)
    assert foreign(text) == []


@pytest.mark.parametrize("name", [*(check.name for check in CHECKS), *map(name_of, EXPLAINED)])
def test_under_a_chinese_locale_a_page_is_wholly_chinese(planctl: Run, name: str) -> None:
    text = planctl("rule", name, PLANCTL_LANG="zh").stdout.decode().split("例如（英文输出）：\n\n")[0]
    assert foreign(text.replace(name, "")) == []


HELPED = (
    "status show scenarios diff projects statements parse regions compare series levels wording "
    "check verify extract new accept rule schema help"
)


@pytest.mark.parametrize("command", ["", *HELPED.split()])
def test_under_a_chinese_locale_the_help_is_wholly_chinese(planctl: Run, command: str) -> None:
    text = planctl(*command.split(), "--help", LC_ALL="zh_CN.UTF-8").stdout.decode()
    text = re.sub(r"^ +planctl .*?(?=  )|^  [a-z]+ ", "", text, flags=re.MULTILINE)
    assert foreign(text) == []
    assert text.startswith("用法：")


@pytest.mark.parametrize("place", ["before", "after", "joined"])
def test_a_language_may_be_asked_for_before_or_after_the_command(planctl: Run, place: str) -> None:
    asked = ["--lang=zh"] if place == "joined" else ["--lang", "zh"]
    arguments = ("status", "2022", *asked) if place == "after" else (*asked, "status", "2022")
    assert "完成" in planctl(*arguments, LC_ALL="C.UTF-8").stdout.decode()


def test_programs_get_english_unless_they_ask(planctl: Run) -> None:
    plain = planctl("status", "2022", "--format", "json").stdout
    assert planctl("status", "2022", "--format", "json", LC_ALL="zh_CN.UTF-8").stdout == plain
    asked = planctl("show", "21", "--format", "json", "--lang", "zh").stdout.decode()
    assert '"verdict": "met"' in asked
    assert '"rule": "bound"' in asked
    assert "规则“数值目标”" in asked


def test_no_rule_is_shown_by_its_english_name_to_a_chinese_reader(planctl: Run) -> None:
    for row in (19, 21, 23, 30):
        said = planctl("show", str(row), "--lang", "zh").stdout.decode()
        assert "规则“" in said
        assert not re.search("规则“?[ a-z]", said)


def test_a_rule_is_explained_by_its_chinese_title_too(planctl: Run) -> None:
    by_title = planctl("rule", "数值目标", "--lang", "zh").stdout.decode()
    assert by_title.startswith("数值目标 bound（规则）\n")
    assert by_title == planctl("rule", "bound", "--lang", "zh").stdout.decode()


def test_a_text_without_a_translation_is_shown_in_english() -> None:
    assert ZH.say("a text that nobody has translated") == "a text that nobody has translated"
    assert ZH.say("") == ""


def test_the_map_of_the_project_names_the_catalogue() -> None:
    assert "locale/" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
