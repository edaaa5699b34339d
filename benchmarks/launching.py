"""Starts one command and writes down what it took: `python -S launching.py RESULT COMMAND ...`.

It imports next to nothing: what starts a process counts as memory of that until it has begun itself, and what measures
has read whole reports.
"""

import os
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    result, *command = sys.argv[1:]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    waited = time.perf_counter() - start
    Path(result).write_text(f"{waited} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}", encoding="ascii")
    sys.exit(os.waitstatus_to_exitcode(status))
