"""Which text do these bytes hold? UTF-8, with nothing changed, so that offsets are those of the file."""

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.reader import Refused


def text_of(content: bytes) -> str:
    """The text of a file that is text already. Raises Refused if it is none."""
    if b"\0" in content:
        raise Refused(SkipReason.BINARY)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(SkipReason.UNKNOWN_ENCODING, str(error.start)) from error
