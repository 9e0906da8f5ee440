"""Checks the file as such: language, title, the standards it names, colours, fonts, pictures, and no secrets in it."""

import re
from collections.abc import Iterator
from typing import Any, Final
from xml.etree import ElementTree as ET

from babel import localedata
from pypdf.generic import StreamObject

from zwk_barrier.reports.checking.finding import Finding, shortened
from zwk_barrier.reports.checking.reading import ReadPdf, resolved, value
from zwk_barrier.wording import _

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
_SPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_STANDARDS: Final = (("pdfuaid:part", "1"), ("pdfaid:part", "2"), ("pdfaid:conformance", "A"))
_JPEG_HEAD: Final = b"\xff\xd8"
_TOLD_BY_CAMERA: Final = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})  # application segments and comments
_NO_LETTERS: Final = frozenset({"", "\0", "\ufffe", "\ufeff"})


def check_file(pdf: ReadPdf) -> Iterator[Finding]:
    """Everything that holds for the file as a whole."""
    packet = _packet(pdf)
    yield from _language(pdf, packet)
    yield from _title(pdf, packet)
    yield from _standards(packet)
    yield from _catalog(pdf)


def check_fonts(pdf: ReadPdf) -> Iterator[Finding]:
    """Every font of every page: embedded, and with the meaning of its characters."""
    seen: set[int] = set()
    for index in range(len(pdf.pages)):
        for font in pdf.fonts(index).values():
            if id(font) in seen or not isinstance(font, dict):
                continue
            seen.add(id(font))
            name = str(value(font, "/BaseFont") or "–").removeprefix("/")
            if not any(
                value(holder, f"/FontFile{kind}") for holder in _descriptors(font) for kind in ("", 2, 3)
            ):
                yield Finding(
                    "font-not-embedded", _("Die Schrift {name} fehlt in der Datei.").format(name=name)
                )
            meant = pdf.meant(font)
            if not meant or _NO_LETTERS & set(meant.values()):
                told = _("Die Schrift {name} sagt nicht, welche Buchstaben sie zeigt.")
                yield Finding("font-without-meaning", told.format(name=name))


def _descriptors(font: Any) -> list[Any]:
    below = [resolved(each) for each in value(font, "/DescendantFonts") or []]
    return [value(each, "/FontDescriptor") for each in (font, *below)]


def check_pictures(pdf: ReadPdf) -> Iterator[Finding]:
    """Every picture: nothing of the camera, the place or the editor is left in it."""
    for index, page in enumerate(pdf.pages):
        drawn = value(value(page, "/Resources"), "/XObject") or {}
        for name in drawn:
            picture = value(drawn, name)
            if not isinstance(picture, StreamObject) or value(picture, "/Subtype") != "/Image":
                continue
            raw: bytes = picture._data  # noqa: SLF001 - the bytes as embedded; pypdf offers only decoded ones
            if "/Metadata" in picture or _tells_of_camera(raw):
                told = _("Seite {page}: Ein Foto enthält noch Angaben der Kamera.")
                yield Finding("picture-with-metadata", told.format(page=index + 1))


def _tells_of_camera(jpeg: bytes) -> bool:
    at = 2
    while jpeg.startswith(_JPEG_HEAD) and at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        if jpeg[at + 1] in _TOLD_BY_CAMERA and jpeg[at + 1] != 0xEE:
            return True
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    return False


def _packet(pdf: ReadPdf) -> ET.Element | None:
    held = value(pdf.catalog, "/Metadata")
    if not isinstance(held, StreamObject):
        return None
    try:
        return ET.fromstring(held.get_data())  # noqa: S314 - a packet this program wrote a moment ago
    except ET.ParseError:
        return None


def _said(packet: ET.Element | None, path: str) -> str:
    found = None if packet is None else packet.find(f".//{path}", _SPACES)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _language(pdf: ReadPdf, packet: ET.Element | None) -> Iterator[Finding]:
    language = str(value(pdf.catalog, "/Lang") or "")
    if not language.strip():
        yield Finding("no-language", _("Das Dokument sagt nicht, in welcher Sprache es geschrieben ist."))
    elif not _LANGUAGE.fullmatch(language) or not localedata.exists(language.partition("-")[0]):
        told = _("Die Sprache „{language}“ gibt es nicht.")
        yield Finding("unknown-language", told.format(language=shortened(language)))
    elif _said(packet, "dc:language") != language:
        yield Finding("languages-differ", _("Das Dokument nennt zwei verschiedene Sprachen."))


def _title(pdf: ReadPdf, packet: ET.Element | None) -> Iterator[Finding]:
    title = _said(packet, "dc:title")
    shown = " ".join(str(value(value(pdf.reader.trailer, "/Info"), "/Title") or "").split())
    if not title or not shown:
        yield Finding("no-title", _("Das Dokument hat keinen Titel."))
    elif title != shown:
        yield Finding("titles-differ", _("Das Dokument nennt zwei verschiedene Titel."))
    if value(value(pdf.catalog, "/ViewerPreferences"), "/DisplayDocTitle") is not True:
        yield Finding("title-not-shown", _("Das Fenster zeigt den Dateinamen statt des Titels."))


def _standards(packet: ET.Element | None) -> Iterator[Finding]:
    for path, wanted in _STANDARDS:
        if _said(packet, path) != wanted:
            told = _("Das Dokument nennt die Norm nicht, die es einhält ({norm}).")
            norm = "PDF/UA-1" if path.startswith("pdfua") else "PDF/A-2a"
            yield Finding("standard-not-named", told.format(norm=norm))


def _catalog(pdf: ReadPdf) -> Iterator[Finding]:
    marks = value(pdf.catalog, "/MarkInfo")
    if value(marks, "/Marked") is not True or value(marks, "/Suspects") is True:
        yield Finding("not-marked", _("Das Dokument gibt sich nicht als ausgezeichnet zu erkennen."))
    intents = value(pdf.catalog, "/OutputIntents") or []
    profiles = [value(resolved(each), "/DestOutputProfile") for each in intents]
    if not any(isinstance(each, StreamObject) and each.get_data()[36:40] == b"acsp" for each in profiles):
        yield Finding("no-colours", _("Das Dokument sagt nicht, welche Farben gemeint sind."))
    if pdf.reader.is_encrypted:
        yield Finding("encrypted", _("Das Dokument ist verschlüsselt."))
    names = value(pdf.catalog, "/Names")
    if any(key in pdf.catalog for key in ("/OpenAction", "/AA")) or value(names, "/JavaScript"):
        yield Finding("does-something", _("Das Dokument führt beim Öffnen etwas aus."))
    if value(names, "/EmbeddedFiles") or "/AcroForm" in pdf.catalog:
        yield Finding("foreign-content", _("Das Dokument enthält fremde Dateien oder Formulare."))
