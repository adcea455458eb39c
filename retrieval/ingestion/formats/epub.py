"""How is an e-book read? Chapter by chapter in the order of its spine, each as HTML."""

from posixpath import dirname, join, normpath
from urllib.parse import unquote

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.html_parts import add_html
from retrieval.ingestion.formats.packed import Packed
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source

_CONTAINER = "META-INF/container.xml"
_OPF, _DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
_HTML = ("application/xhtml+xml", "text/html")


def read(source: Source) -> Reading:
    """The text of the chapters. Raises Refused."""
    packed = Packed(source.content)
    if "META-INF/encryption.xml" in packed.names() and b"EncryptedKey" in packed.read("META-INF/encryption.xml"):
        raise Refused(SkipReason.ENCRYPTED)
    rootfile = packed.xml(_CONTAINER).find(".//{*}rootfile")
    path = rootfile.get("full-path", "") if rootfile is not None else ""
    package = packed.xml(path)
    chapters = {
        item.get("id"): join(dirname(path), unquote(item.get("href", "")))
        for item in package.iter(f"{_OPF}item")
        if item.get("media-type") in _HTML and "nav" not in item.get("properties", "").split()
    }
    extract = Extract()
    for place in package.iter(f"{_OPF}itemref"):
        if chapter := chapters.get(place.get("idref")):
            add_html(extract, packed.read(normpath(chapter)).decode("utf-8", "replace"))
    return extract.reading(package.findtext(f".//{_DC}title") or "", package.findtext(f".//{_DC}language") or "")


FORMAT = Format("EPUB", (".epub",), read)
