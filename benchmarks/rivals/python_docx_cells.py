"""The cells of the tables of a Word document by python-docx, a row a line: `python python_docx_cells.py DOCX`."""

import json
import sys

import docx

for table in docx.Document(sys.argv[1]).tables:
    for row in table.rows:
        print(json.dumps([cell.text for cell in row.cells], ensure_ascii=False))
