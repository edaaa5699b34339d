"""Plain data laid out as the YAML of a transcript: keys in their order, cells in quotes, a gap between entries."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

WIDTH = 118
_ENTRY = re.compile(r"^((?:  )?- (?:id|number|name|by): |[a-z]+:(?:$| ))", re.MULTILINE)


class Quoted(str):
    """A text that is written in quotes, as cells are."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Sets the items of a list in, below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _quoted(dumper: yaml.SafeDumper, text: Quoted) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')


_Dumper.add_representer(Quoted, _quoted)


def yaml_text(data: Mapping[str, Any], comments: Iterable[str] = ()) -> str:
    """Return data as a file of YAML below comments, each of a line; it reads as the same data."""
    body = yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, indent=2)
    spaced = re.sub(r"\n(?=[a-z]+:\n|  - )", "\n\n", body).replace(":\n\n  - ", ":\n  - ")
    return "".join(f"# {comment}\n" for comment in comments) + spaced
