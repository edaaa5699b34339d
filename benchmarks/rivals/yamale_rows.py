"""The rows against a schema, by yamale: `python yamale_rows.py SCHEMA FILE`."""

import sys

import yamale

try:
    yamale.validate(yamale.make_schema(sys.argv[1]), yamale.make_data(sys.argv[2]))
except yamale.YamaleError as fault:
    sys.exit(str(fault))
