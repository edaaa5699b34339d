"""The pages of `docs/` that are made from the code."""

import re
import shlex
from collections.abc import Callable, Sequence
from functools import partial
from inspect import cleandoc
from itertools import groupby
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from planctl.checks.registry import CHECKS, UNUSED
from planctl.files.loading import example_of
from planctl.files.schema import KINDS, shape_of
from planctl.grammar.cells import FORMS, parse_cell
from planctl.grammar.lexicon import LEXICON
from planctl.grammar.projects import STAGES
from planctl.grammar.readings import describe
from planctl.judging.progress import time_progress
from planctl.judging.rules import RULES, name_of, part
from planctl.showing.change import BRIDGE, CHANGE
from planctl.showing.change import CONTRACT as CHANGE_CONTRACT
from planctl.showing.exporting.dataset import SHAPES
from planctl.showing.fields import Field, Fields, Output, chosen
from planctl.showing.indicator import CONTRACT, STATUS
from planctl.showing.pairs import PAIR
from planctl.showing.progress import CONTRACT as PROGRESS_CONTRACT
from planctl.showing.progress import WATCHED
from planctl.showing.projects.project import CONTRACT as PROJECT_CONTRACT
from planctl.showing.projects.project import PROJECT
from planctl.showing.regions.levels import LINK
from planctl.showing.regions.overview import OVERVIEW
from planctl.showing.regions.row import COMPARED
from planctl.showing.regions.series import YEAR
from planctl.showing.regions.wordings import WORDED
from planctl.showing.statements import CONTRACT as STATEMENT_CONTRACT
from planctl.showing.statements import STATEMENT
from planctl.showing.tokens import TOKEN
from tests.conftest import TESTS

MUTATIONS = TESTS / "golden" / "mutations.md"
MADE = "<!-- Made from the code: pytest --update rewrites this page. -->\n"
BLOCK = re.compile(r"(?P<head><!-- made: (?P<name>[\w ]+) -->\n).*?(?P<tail><!-- end -->)", re.DOTALL)
CONSOLE = re.compile(r"(?P<head>```console\n\$ planctl(?P<arguments>[^\n]*)\n)(?P<output>.*?)(?P<tail>```)", re.DOTALL)


_HEAD = """\
report:
  title: 关于涪陵区2022年计划执行情况及2023年计划草案的报告
  region: {code: "500102", name: 重庆市涪陵区}
  issuer: 涪陵区发展和改革委员会
  delivered: 2023-01-31
"""
LEAST_RESULTS = f"""{_HEAD}year: 2022
indicators:
  - id: clean-air-days
    number: "1"
    name: 空气质量优良天数
    unit: 天
    kind: constraint
    target: "≥330"
    actual: "326"
"""
LEAST_TARGETS = f"""{_HEAD}year: 2023
indicators:
  - {{id: clean-air-days, number: "1", name: 空气质量优良天数, unit: 天, kind: constraint, target: "≥330"}}
"""


def rules() -> str:
    """Return the page of the rules, from their docstrings."""
    asked: tuple[Callable[..., object], ...] = (*RULES, part)
    pages = (f"\n## {name_of(rule)}\n\n{cleandoc(rule.__doc__ or '')}\n" for rule in asked)
    return f"""{MADE}
# Rules

A verdict is given in this order: the target is chosen (the adjusted one where a note adjusts it); the rules are asked
in the order of this page, and the first that answers decides; then `part` is asked, of that answer and of the verdicts
on the parts. `planctl show INDICATOR` prints each step.
{"".join(pages)}
## {name_of(time_progress)}

This rule gives no verdict: `planctl status YEAR --until MONTH` watches a plan by it.

{cleandoc(time_progress.__doc__ or "")}
"""


def cells() -> str:
    """Return the page of the printed forms, from the grammar."""
    lines = []
    for form in FORMS:
        for example in form.examples:
            lines.append(f"| {form.read.__name__} | `{example or ' '}` | {describe(parse_cell(example))!s} |\n")
    meanings = "".join(f"- **{form.read.__name__}**: {cleandoc(form.read.__doc__ or '')}\n" for form in FORMS)
    return f"""{MADE}
# Printed cells

How the text of a cell is read. Full-width digits and signs are read as their half-width twins, white space around
figures and words is passed over, and 预计 before any form, or （预计） after it, makes it an estimate. Of an amount and
its growth in one cell (480，增长6.8%) the unit of the row says which is meant. What has none of these forms is refused,
never guessed. `planctl parse TEXT` shows how a text is read, and the words that forms are made
of stand in the [lexicon](lexicon.md).

{meanings}
| form | printed | read as |
| --- | --- | --- |
{"".join(lines)}
## Stages of projects

Words for the stage of a project are brought together into four stages and kept as printed. Before them may stand how or
when (力争, 加快, 全面, 年内), behind them 项目 or 工程; `…` stands where the name comes between two words, and brackets
are passed over. Other words are kept, and `planctl check` names them.

| stage | such as |
| --- | --- |
{"".join(f"| {stage} | {'、'.join(words.examples)} |{chr(10)}" for stage, words in STAGES.items())}"""


def lexicon() -> str:
    """Return the page of the words of the grammar, with their kinds."""
    sections = groupby(LEXICON.values(), key=lambda each: each.section)
    tables = "".join(
        f"\n## {section}\n\n| kind | | words |\n| --- | --- | --- |\n"
        + "".join(f"| {each.kind} | {each.does} | {'、'.join(map(_word, each.words))} |\n" for each in kinds)
        for section, kinds in sections
    )
    return f"""{MADE}
# Lexicon

The words that printed cells and the targets of a sentence are read by. A text is parted into numbers, the units behind
them, the longest words of this page, and single signs; a form is a pattern over the kinds of these. To read a new word
is to write it into the lines of its kinds, in `src/planctl/grammar/lexicon.py`; `planctl parse --tokens TEXT` shows how
a text is parted. A text with a token that no form has use for is refused, never half read.
{tables}"""


def _word(word: str) -> str:
    return f"`{word}`" if not re.search("[一-鿿]", word) else word


def checks() -> str:
    """Return the page of the checks, from their docstrings, each with a case that fires."""
    pages = (
        f"\n## {check.name}\n\n{check.severity}: {cleandoc(check.find.__doc__ or '')}\n\n"
        f"```text\n{example_of(check.name)}```\n"
        for check in CHECKS
    )
    return f"""{MADE}
# Checks

`planctl check` holds the data against itself and against what the report states. An **error** means that the data
contradicts itself or what it transcribes, a **warning** that the report contradicts itself, a **note** that something
is true and worth knowing. `planctl check --strict` fails on warnings too.

A finding that is known, and true of the report, is acknowledged in the file in which it is found, with a reason; it is
then shown with `--all` alone, and is no failure. What is to be pasted stands below the findings; `at` is what
`--format json` names so: an id, never a line.

```yaml
accept:
  - check: repetition-estimate
    at: statements.research-intensity-stated
    reason: {{zh: 表中印有“预计”，正文没有。, en: "The table calls it an estimate and the text does not."}}
```

While the reason is still `to be written`, that is a finding itself, `placeholder`. An acknowledgement that matches
nothing any more is a warning, `{UNUSED}`. Faults of a file's shape are errors with names of their own, such as
`schema` or `duplicate-id`, and cannot be acknowledged.

{MUTATIONS.read_text(encoding="utf-8")}{"".join(pages)}"""


def data() -> str:
    """Return the page of the files, from the classes that check them."""
    models: list[type[BaseModel]] = []
    for kind in map(shape_of, KINDS):
        _collect(kind, models)
    return f"""{MADE}
# Data files

[中文](data.zh.md)

The smallest file of results that works, `indicators_2022.yaml`, and of targets, `targets_2023.yaml`:

```yaml
{LEAST_RESULTS}```

```yaml
{LEAST_TARGETS}```

`planctl new 2022 --region 500102 -o DIR` begins such files. English names, the address and the digest of the document
are asked for by `check`, as notes, and nothing is computed from them.

A folder holds the files of one region, in UTF-8. The name says kind and year: `indicators_2022.yaml` has all that a
report says of 2022's outcome, `targets_2023.yaml` all that it says of 2023's targets, `projects_2023.yaml` its project
plan. `final_2022.yaml` has the final figures of 2022 that a later publication gives, such as the statistical bulletin:
the verdicts rest on the report, and the final figures stand beside. `progress_2023.yaml` has figures of 2023 up to a
month of it, for `planctl status 2023 --until 6`; no verdict rests on them.

Every value is text, and is kept as it is typed: nothing is guessed to be a number, a date or a truth value. Cells are
written as printed, in quotes, for an unquoted `#` begins a comment. An `id` is an identity across years: a series keeps
it when it is renamed or when only its unit changes, and gets a new one when its definition does, or when another
measure of the same thing takes its place; then it says which series of an earlier plan it `follows`, and why.
Indicators that have nothing to do with each other are dropped and added, and follow none. Aliases, tags, unknown keys
and keys given twice are refused, and so are characters that are no part of what a report says: controls, those that
turn a line round or take no room, such as U+202E and U+200B, and line breaks inside a value.
{"".join(_model(model) for model in models)}
## Copies of what was read

A file that was read without fault is kept as a compiled copy, so that the next command need not read it again; so is
the catalogue of indicators. All copies are in one file of the user's cache:

| system | file |
| --- | --- |
| Linux | `$XDG_CACHE_HOME/planctl/copies.sqlite`, or `~/.cache/planctl/copies.sqlite` |
| macOS | `~/Library/Caches/planctl/copies.sqlite`, unless `XDG_CACHE_HOME` is set |
| Windows | `%LOCALAPPDATA%\\planctl\\copies.sqlite` |

A copy is used only where the content of the file, the kind and year in its name, planctl, Python and the libraries that
read YAML are as they were; answers are the same with and without. The file may be deleted at any time, is begun anew
when it is damaged, has 512 MB at most, and is left alone where others than the user could write it. Where there is no
such place, or no room, planctl goes on without. `--no-cache`, or `PLANCTL_NO_CACHE=1`, neither reads nor writes it.
"""


def columns() -> str:
    """Return the columns of every table of an export."""
    return "".join(
        f"\n### {shape.name}\n\n{shape.description}\n\n| column | type | |\n| --- | --- | --- |\n"
        + "".join(_column(column, is_key=column.key == shape.key) for column in shape.columns)
        for shape in SHAPES
    )


def tables() -> str:
    """Return the names of every table of an export and of its columns."""
    lines = (f"| `{shape.name}` | {', '.join(f'`{name}`' for name in shape.names)} |\n" for shape in SHAPES)
    return f"\n| table | keys of each row |\n| --- | --- |\n{''.join(lines)}"


def keys(fields: Fields[Any], contract: Sequence[str] = ()) -> str:
    """Return the keys that the JSON of a kind of row has, in their order."""
    kept = chosen(fields, Output.OBJECT, contract)
    lines = (f"| {_keys(field)} | {field.type} | {field.description} |\n" for field in kept)
    return f"\n| key | type | |\n| --- | --- | --- |\n{''.join(lines)}"


def _keys(field: Field[Any]) -> str:
    return f"`{field.key}`, `{field.key}_reading`" if field.reads else f"`{field.key}`"


BLOCKS: dict[str, Callable[[], str]] = {
    "columns": columns,
    "tables": tables,
    "keys of an indicator": partial(keys, STATUS, CONTRACT),
    "keys of an indicator within the year": partial(keys, WATCHED, PROGRESS_CONTRACT),
    "keys of a change": partial(keys, CHANGE, CHANGE_CONTRACT),
    "keys of a bridge": partial(keys, BRIDGE),
    "keys of a statement": partial(keys, STATEMENT, STATEMENT_CONTRACT),
    "keys of a pair": partial(keys, PAIR),
    "keys of a project": partial(keys, PROJECT, PROJECT_CONTRACT),
    "keys of a region": partial(keys, OVERVIEW),
    "keys of a compared row": partial(keys, COMPARED),
    "keys of a year of a series": partial(keys, YEAR),
    "keys of a level": partial(keys, LINK),
    "keys of a wording": partial(keys, WORDED),
    "keys of a token": partial(keys, TOKEN),
}


def refilled(text: str) -> str:
    """Return a page with what is made from the code, between two marks, as it is now."""
    return BLOCK.sub(lambda found: f"{found['head']}{BLOCKS[found['name']]()}\n{found['tail']}", text)


def rerun(text: str, planctl: Callable[..., Any], language: str = "en") -> str:
    """Return a page with every `console` block as planctl prints it now, in the language of the page."""

    def again(found: re.Match[str]) -> str:
        ran = planctl(*shlex.split(found["arguments"]), COLUMNS="100", PYTHONIOENCODING="utf-8", PLANCTL_LANG=language)
        said = (ran.stdout + ran.stderr).decode()
        assert "Traceback" not in said, said
        return f"{found['head']}{said}{found['tail']}"

    return CONSOLE.sub(again, text)


def _column(column: Field[Any], *, is_key: bool) -> str:
    name = f"**`{column.key}`**" if is_key else f"`{column.key}`"
    star = "*" if column.required else ""
    of = f" → {column.references}" if column.references else ""
    return f"| {name} | {column.type}{star} | {column.description}{of} |\n"


def _collect(model: type[BaseModel], models: list[type[BaseModel]]) -> None:
    if model in models:
        return
    models.append(model)
    for field in model.model_fields.values():
        for inner in _models_in(field.annotation):
            _collect(inner, models)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]


def _model(model: type[BaseModel]) -> str:
    name = "" if model.__name__.endswith("File") else f"{model.__name__.removesuffix('Fields')}: "
    fields = sorted(model.model_fields.items(), key=lambda each: each[0] == "draft")
    rows = "".join(_field(key, field) for key, field in fields)
    return f"\n## {name}{cleandoc(model.__doc__ or '')}\n\n| key | | |\n| --- | --- | --- |\n{rows}"


def _field(key: str, field: Any) -> str:
    inner = _models_in(field.annotation)
    needed = "required" if field.default is PydanticUndefined else ""
    of = f" → {', '.join(model.__name__.removesuffix('Fields') for model in inner)}" if inner else ""
    return f"| `{key}` | {needed} | {field.description}{of} |\n"
