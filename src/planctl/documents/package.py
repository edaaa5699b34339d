"""The one part of a Word document that has its text, unpacked; whatever is wrong with the package is refused here."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from planctl.documents.limits import MOST_UNPACKED
from planctl.messages import PlanctlError, say

BODY = "word/document.xml"


def unpacked(content: bytes, file: str) -> bytes:
    """Return the body of a .docx file; raises `PlanctlError` for what is none, is damaged, or unpacks to too much."""
    try:
        with ZipFile(BytesIO(content)) as package:
            body = _body(package)
    except MemoryError:
        raise
    except KeyError:
        message = say("{file} is a zip file and no Word document", file=file)
    except Exception:
        # zipfile and what is below it raise whatever damaged bytes lead them to
        message = say("{file} is damaged or encrypted: it cannot be unpacked", file=file)
    else:
        if len(body) <= MOST_UNPACKED:
            return body
        message = say("{file} unpacks to more than {most} bytes", file=file, most=MOST_UNPACKED)
    raise PlanctlError(message)


def _body(package: ZipFile) -> bytes:
    """Return the body as far as it may go, and a byte of what is beyond."""
    if package.getinfo(BODY).compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        # Word writes no other, and the others unpack without a bound.
        raise BadZipFile
    with package.open(BODY) as part:
        return part.read(MOST_UNPACKED + 1)
