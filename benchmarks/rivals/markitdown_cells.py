"""The cells of the tables of a Word document by markitdown, a row a line: `python markitdown_cells.py DOCX`."""

import json
import sys

from markitdown import MarkItDown

for line in MarkItDown().convert(sys.argv[1]).text_content.splitlines():
    if line.startswith("|") and not set(line) <= set("|-: "):
        print(json.dumps([cell.strip() for cell in line.strip("|").split("|")], ensure_ascii=False))
