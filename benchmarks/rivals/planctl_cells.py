"""The cells of the tables of a document, by planctl, a row a line as JSON: `python planctl_cells.py FILE`."""

import json
import sys
from pathlib import Path

from planctl.documents.reading.reader import read_document

path = Path(sys.argv[1])
for table in read_document(path.read_bytes(), path.name).tables:
    for row in table.rows:
        print(json.dumps([field.text for field in row], ensure_ascii=False))
