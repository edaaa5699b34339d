"""The house: who may import whom, where each library lives, and how large a room may grow."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path
from textwrap import fill

import pytest

from tests.conftest import ROOT, Golden

SOURCE = ROOT / "src" / "planctl"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = (
    *("values", "messages", "grammar", "report", "judging", "diff", "projects", "corpus", "checks"),
    *("files", "documents", "showing", "api", "cli"),
)
"""From the innermost out: a room imports only from those before it."""
MOST_ROOMS = 14
LOOSE = {"__init__.py", "__main__.py", "py.typed"}
HOMES = {
    "yaml": {"files"},
    "pydantic": {"files"},
    "pydantic_core": {"files"},
    "rich": {"showing", "cli"},
    "typer": {"cli"},
    "dask": {"cli"},
    "distributed": {"cli"},
    "decimal": {*ROOMS} - {"files", "documents", "api", "cli"},
    "re": {"values", "grammar", "files"},
    "gc": {"__main__"},
    "jinja2": {"showing"},
    "lxml": {"documents"},
    "openpyxl": {"showing"},
    "pyarrow": {"showing"},
    "docx": {"showing"},
    "pickle": {"files", "documents"},
    "sqlite3": {"files", "showing"},
    "zipfile": {"documents", "showing"},
    "zlib": {"documents"},
    "ctypes": {"documents"},
    "pypdfium2": {"documents"},
}


def layer(path: Path) -> str:
    """Return the first word of a module's name below planctl; the package itself is its api."""
    word = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "api" if word == "__init__" else word


@cache
def imports(path: Path) -> set[str]:
    """Return all that a module imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_a_module_imports_only_from_below() -> None:
    order = (*ROOMS, "__main__")
    wrong = {}
    for path in MODULES:
        below = order[: order.index(layer(path)) + 1]
        own = {name.split(".")[1] for name in imports(path) if name.startswith("planctl.")} - {"__version__"}
        wrong[named(path)] = own - set(below)
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("library", HOMES)
def test_a_library_stays_in_its_room(library: str) -> None:
    assert {layer(path) for path in MODULES if library in {name.split(".")[0] for name in imports(path)}} <= HOMES[
        library
    ]


EDGES = {
    r"(?<!os\.)(?<!package\.)\bopen\(|\.read_text\(|\.read_bytes\(|\.write_text\(|\.iterdir\(": "files",
    r"\bprint\(|typer\.echo|sys\.std(out|err)": "cli",
    r"\bfloat\(": None,
}
"""What one room alone may do, or none."""


def test_only_the_edge_opens_files_prints_or_looks_at_the_clock() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in MODULES}
    for pattern, room in EDGES.items():
        assert [named(path) for path, text in texts.items() if layer(path) != room and re.search(pattern, text)] == []
    assert [named(path) for path in MODULES if imports(path) & {"time", "random", "datetime.datetime"}] == []


def test_rooms_stay_small() -> None:
    long = []
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))
        long += [named(path)] * (text.count("\n") > 400)
        long += [f"{named(path)}:{each.name}" for each in functions if (each.end_lineno or 0) - each.lineno >= 50]
    assert long == []


def test_the_house_has_few_rooms_and_nothing_loose_beside_them() -> None:
    listed = {path.name for path in SOURCE.iterdir() if path.name != "__pycache__"}
    assert listed == {*ROOMS} | LOOSE
    assert len(ROOMS) <= MOST_ROOMS


def test_no_two_public_classes_have_one_name() -> None:
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(named(path))
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_owns_and_what_it_never_does(room: str) -> None:
    (said,) = ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8")).body
    assert isinstance(said, ast.Expr)
    assert re.fullmatch(r"[^\n]+\. .*(Never|The only room)[^\n]+\.", ast.literal_eval(said.value))


def test_the_map_is_made_of_what_the_rooms_say(golden: Golden) -> None:
    page = ROOT / "CONTRIBUTING.md"
    before, _, behind = page.read_text(encoding="utf-8").partition("```\nsrc/planctl/\n")
    golden(page, f"{before}```\nsrc/planctl/\n{map_of_rooms()}```{behind.partition('```')[2]}")


def map_of_rooms() -> str:
    """Return the map of the house: each room with what it says of itself, and its libraries."""
    rooms = {room: ast.get_docstring(ast.parse((SOURCE / room / "__init__.py").read_text("utf-8"))) for room in ROOMS}
    heads = {room: f"  {room + '/':<11}" for room in rooms}
    return "".join(
        f"{fill(str(said), 118, initial_indent=heads[room], subsequent_indent=' ' * 13)}\n"
        for room, said in rooms.items()
    )


def test_what_is_said_is_written_out_with_all_its_gaps() -> None:
    for path in MODULES:
        if named(path) == "showing/wording.py":
            continue  # where `say` of a wording passes on what it was given
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {id(each) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for each in ast.walk(node)}
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        for node in calls:
            if ast.unparse(node.func).split(".")[-1] == "say":
                template, said = node.args[0], f"{named(path)}: {ast.unparse(node)}"
                assert isinstance(template, ast.Constant), said
                assert id(node) not in inside, f"{said} is not found in an f-string"
                gaps = set(re.findall(r"\{(\w+)\}", str(template.value)))
                assert gaps == {keyword.arg for keyword in node.keywords}, said


def test_the_top_level_is_what_it_should_be() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = {line.split("/")[0] for line in listed.splitlines()}
    folders = {".ci", "benchmarks", "data", "docs", "schema", "src", "tests"}
    files = {
        ".gitignore",
        ".pre-commit-hooks.yaml",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "README.zh.md",
    }
    assert names <= folders | files | {"action.yml", "hatch_build.py", "pyproject.toml"}
