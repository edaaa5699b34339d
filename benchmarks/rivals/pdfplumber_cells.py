"""The cells of the tables of a PDF, by pdfplumber, a row a line as JSON: `python pdfplumber_cells.py PDF`."""

import json
import sys

import pdfplumber

with pdfplumber.open(sys.argv[1]) as document:
    for page in document.pages:
        for table in page.extract_tables():
            for row in table:
                print(json.dumps(row, ensure_ascii=False))
