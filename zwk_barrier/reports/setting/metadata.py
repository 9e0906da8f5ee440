"""What a PDF says about itself: title, author, date, language, and that it keeps PDF/UA-1 and PDF/A-2a."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from zwk_barrier.reports.setting.pdf_objects import text_string
from zwk_barrier.reports.setting.text import clean

PRODUCER: Final = "ReportLab PDF Library"
CREATOR: Final = "ZWK Barriere"
LOCALES: Final = {
    "de": "de-DE",
    "ls": "de-DE",  # easy German; no reader of PDFs knows a tag of its own
    "en": "en-GB",
    "tr": "tr-TR",
    "ru": "ru-RU",
    "uk": "uk-UA",
    "pl": "pl-PL",
    "ar": "ar",
    "fa": "fa-IR",
    "bg": "bg-BG",
    "ro": "ro-RO",
}


@dataclass(frozen=True, slots=True)
class DocumentTitle:
    """What a document is called, whose it is, of which day, and in which language (a key of LOCALES)."""

    title: str
    author: str
    subject: str
    dated: date
    language: str = "de"

    @property
    def locale(self) -> str:
        """The language tag with country, e.g. ``de-DE``."""
        return LOCALES.get(self.language, LOCALES["de"])


def information(document: DocumentTitle) -> str:
    """The information dictionary, which says the same as the XMP packet: PDF/A demands it."""
    day = f"(D:{document.dated:%Y%m%d}000000Z)"
    return (
        f"<</Title {_text(document.title)}/Author {_text(document.author)}/Subject {_text(document.subject)}"
        f"/Creator {_text(CREATOR)}/Producer {_text(PRODUCER)}/CreationDate {day}/ModDate {day}>>"
    )


def xmp(document: DocumentTitle) -> bytes:
    """The XMP packet, with the extension schema PDF/A wants for the PDF/UA mark."""
    values = {
        "title": _xml(document.title),
        "author": _xml(document.author),
        "subject": _xml(document.subject),
        "day": f"{document.dated:%Y-%m-%d}T00:00:00Z",
        "locale": document.locale,
        "creator": CREATOR,
        "producer": PRODUCER,
    }
    return _PACKET.format(**values).encode("utf-8")


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _text(text: str) -> str:
    return text_string(_one_line(text))


def _xml(text: str) -> str:
    # The packet is not compressed: whoever looks for the stream's end by its keyword shall not find it here.
    return escape(_one_line(text)).replace("endstream", "end&#115;tream")


_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{locale}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
