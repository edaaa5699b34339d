"""The parts of a package that have its text, unpacked; whatever is wrong with the package is refused here."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from planctl.documents.reading.limits import MOST_UNPACKED
from planctl.messages.message import PlanctlError, say

BODY = "word/document.xml"
BOOK = "xl/workbook.xml"
BINARY_BOOK = "xl/workbook.bin"


class Package:
    """A zip file; all parts together that are read of it may unpack to `MOST_UNPACKED` bytes."""

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self._left = MOST_UNPACKED
        try:
            self._package = ZipFile(BytesIO(content))
        except MemoryError:
            raise
        except Exception:
            # zipfile and what is below it raise whatever damaged bytes lead them to
            raise self._damaged() from None

    def __contains__(self, part: str) -> bool:
        return part in self._package.NameToInfo

    def read(self, part: str) -> bytes:
        """Return a part; raises `PlanctlError` where there is none, it is damaged, or it unpacks to too much."""
        if part not in self:
            raise PlanctlError(say("{file} is a zip file and no Word document or workbook", file=self.file))
        try:
            found = self._unpacked(part)
        except MemoryError:
            raise
        except Exception:
            raise self._damaged() from None
        self._left -= len(found)
        if self._left < 0:
            raise PlanctlError(say("{file} unpacks to more than {most} bytes", file=self.file, most=MOST_UNPACKED))
        return found

    def _unpacked(self, part: str) -> bytes:
        """Return a part as far as it may go, and a byte of what is beyond."""
        if self._package.getinfo(part).compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            # Office writes no other, and the others unpack without a bound.
            raise BadZipFile
        with self._package.open(part) as unpacked:
            return unpacked.read(self._left + 1)

    def _damaged(self) -> PlanctlError:
        return PlanctlError(say("{file} is damaged or encrypted: it cannot be unpacked", file=self.file))
