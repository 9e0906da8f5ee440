"""Defects of the file as such: what it says about itself, its fonts, its photos."""

from typing import Final

from pikepdf import Array, Dictionary, Name, String

from tests.reports.mutants.surgery import (
    Mutant,
    delete,
    font,
    meaning,
    packet,
    photo,
    put,
    rewrite,
    with_segment,
)

_TITLE: Final = r"<dc:title>.*?</dc:title>"
_SCRIPT: Final = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

MUTANTS: Final = {
    "no language": Mutant(delete("/Lang"), "no-language", True),
    "a language that is none": Mutant(put("/Lang", String("deutsch!")), "unknown-language", True),
    "a language nobody speaks": Mutant(put("/Lang", String("xx-DE")), "unknown-language", False),
    "two languages": Mutant(put("/Lang", String("en-GB")), "languages-differ", False),
    "no metadata": Mutant(delete("/Metadata"), "languages-differ", True),
    "an empty title": Mutant(packet(_TITLE, "<dc:title/>"), "no-title", True),
    "two titles": Mutant(packet("Hausbesuch", "Hausputz"), "titles-differ", False),
    "the file's name in place of the title": Mutant(
        put("/DisplayDocTitle", False, lambda pdf: pdf.Root.ViewerPreferences), "title-not-shown", True
    ),
    "no mark of PDF/UA": Mutant(packet("<pdfuaid:part>1</pdfuaid:part>", ""), "standard-not-named", True),
    "no mark of PDF/A": Mutant(packet("<pdfaid:part>2</pdfaid:part>", ""), "standard-not-named", True),
    "a lower level than kept": Mutant(packet("conformance>A<", "conformance>B<"), "standard-not-named", True),
    "not marked as tagged": Mutant(delete("/MarkInfo"), "not-marked", True),
    "marked as suspect": Mutant(put("/Suspects", True, lambda pdf: pdf.Root.MarkInfo), "not-marked", True),
    "no colour intent": Mutant(delete("/OutputIntents"), "no-colours", True),
    "a colour intent without profile": Mutant(
        delete("/DestOutputProfile", lambda pdf: pdf.Root.OutputIntents[0]), "no-colours", True
    ),
    "a script on opening": Mutant(put("/OpenAction", _SCRIPT), "does-something", True),
    "a form": Mutant(put("/AcroForm", Dictionary(Fields=Array([]))), "foreign-content", False),
    "a font not embedded": Mutant(
        delete("/FontFile2", lambda pdf: font(pdf).FontDescriptor), "font-not-embedded", True
    ),
    "a font without meaning": Mutant(delete("/ToUnicode", font), "font-without-meaning", True),
    "a letter that means nothing": Mutant(meaning(b"> <0042>", b"> <0000>"), "font-without-meaning", True),
    "a letter without entry": Mutant(meaning(b"<21> <", b"<FF> <"), "letters-without-meaning", True),
    "wrong widths": Mutant(put("/Widths", Array([1] * 300), font), "", True),
    "a letter the font has no shape for": Mutant(
        rewrite(b" Tj", b" Tj <FE> Tj"), "letters-without-meaning", True
    ),
    "the camera's notes in a photo": Mutant(
        with_segment(0xE1, b"Exif\0\0GPS"), "picture-with-metadata", False
    ),
    "the editor's comment in a photo": Mutant(
        with_segment(0xFE, b"Kamera von Olga"), "picture-with-metadata", False
    ),
    "a photo that is smoothed": Mutant(put("/Interpolate", True, photo), "", True),
}
