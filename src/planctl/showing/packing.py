"""Packed again so that the same data is the same bytes: the files of offices are archives."""

import io
import zipfile
from collections.abc import Mapping

EARLIEST = (1980, 1, 1, 0, 0, 0)
CORE = "docProps/core.xml"
"""Where an office's file says what it is called and who made it."""


def packed(archive: bytes, replaced: Mapping[str, bytes], *, first: str = "") -> bytes:
    """Return an archive with some of its files replaced, and none of the times at which it was made.

    The file that is to be `first` stands there as it is, so that the beginning of the archive can be read.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: name != first):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            new.writestr(entry, replaced.get(name) or old.read(name))
    return stream.getvalue()
