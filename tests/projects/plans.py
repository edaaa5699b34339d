"""Plans with projects, written as a report file has them."""

from textwrap import dedent

from planctl.files.places import parse_yaml
from planctl.files.schema import read_report
from planctl.report.plan import Plan, join
from tests.conftest import HEAD

ROWS = """
indicators:
  - {id: growth, number: "1", name: 增速, name_en: Growth, unit: "%", kind: expected, target: "5", actual: "5"}
"""


def planned(text: str, year: int = 2023) -> Plan:
    """Return the plan of a projects file's text, to which head and year are added."""
    document = parse_yaml(f"{HEAD}year: {year}\n{dedent(text)}".encode(), "projects.yaml")
    return join(None, None, read_report(document, "projects", year))


def done(*projects: str, year: int = 2022) -> Plan:
    """Return the plan of a year whose outcome names these projects, each a mapping without id and section."""
    document = parse_yaml(
        f"{HEAD}year: {year}\n{ROWS}{_listed(projects, 'old', '一（二）')}".encode(), "indicators.yaml"
    )
    return join(read_report(document, "indicators", year), None)


def named(*projects: str, year: int = 2023) -> Plan:
    """Return a plan that names these projects in its text."""
    programme = "programmes: [{id: plan, name: 项目, name_en: Projects, level: district, section: 专栏1}]\n"
    return planned(f"{programme}{_listed(projects, 'new', '三（二）')}", year)


def _listed(projects: tuple[str, ...], prefix: str, section: str) -> str:
    lines = (f"  - {{id: {prefix}-{count}, {each}, section: {section}}}\n" for count, each in enumerate(projects, 1))
    return f"projects:\n{''.join(lines)}"
