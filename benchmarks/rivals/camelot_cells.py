"""The cells of the tables of a PDF, by camelot, a row a line as JSON: `python camelot_cells.py PDF`."""

import json
import sys

from camelot.io import read_pdf

for table in read_pdf(sys.argv[1], pages="all", flavor="lattice"):
    for row in table.data:
        print(json.dumps(row, ensure_ascii=False))
