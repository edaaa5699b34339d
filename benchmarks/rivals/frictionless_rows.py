"""The rows against a table schema, by frictionless: `python frictionless_rows.py CSV`."""

import sys

from frictionless import Schema, system, validate
from frictionless.resources import TableResource

CELL = r"^(预计)?([≥≤]?-?[0-9][0-9,]*(\.[0-9]+)?%?(以上|以下|以内|左右)?|[^0-9]*)$"
SCHEMA = {
    "primaryKey": ["id"],
    "fields": [
        {"name": "id", "type": "string", "constraints": {"required": True, "pattern": "[a-z0-9]+(-[a-z0-9]+)*"}},
        {"name": "part_of", "type": "string"},
        {"name": "number", "type": "integer", "constraints": {"minimum": 1}},
        {"name": "name", "type": "string", "constraints": {"required": True}},
        {"name": "unit", "type": "string"},
        {"name": "kind", "type": "string", "constraints": {"enum": ["constraint", "expected"]}},
        {"name": "better", "type": "string", "constraints": {"enum": ["higher", "lower"]}},
        {"name": "target", "type": "string", "constraints": {"pattern": CELL}},
        {"name": "adjusted", "type": "string", "constraints": {"pattern": CELL}},
        {"name": "actual", "type": "string", "constraints": {"pattern": CELL}},
    ],
}

with system.use_context(trusted=True):
    report = validate(TableResource(path=sys.argv[1], schema=Schema.from_descriptor(SCHEMA)))
for row in report.flatten(["rowNumber", "fieldName", "type"]):
    print(*row)
sys.exit(0 if report.valid else 1)
