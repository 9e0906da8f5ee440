"""What is done to a text before it is set: cleaned of what no page can show, and glued where a line must not end."""

import re
import unicodedata
from typing import Final

NO_BREAK: Final = "\u00a0"
SOFT_HYPHEN: Final = "\u00ad"
NO_JOIN: Final = "\u200c"

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_VARIATION: Final = re.compile("[\ufe00-\ufe0f]")
_UNITS: Final = (
    r"(?:cm²|m²|cm|mm|km|m|kg|g|Nm|N|lx|°C|°|%|‰|€|EUR|Uhr|Std\.|Min\.|Minuten|Stunden|Tage|Jahre|Punkten)"
)
_GLUE: Final = (
    (re.compile(rf"(?<=\d) (?={_UNITS}(?![^\W\d_]))"), NO_BREAK),
    (re.compile(r"(?<=[\d )]) ?× ?(?=\d)"), f"{NO_BREAK}×{NO_BREAK}"),
    (re.compile(r"(?<=§) (?=\d)"), NO_BREAK),
    (re.compile(r"\b(Abs\.|Nr\.|Satz|Art\.|DIN|Fall|Foto|Pflegegrad|Priorität) (?=\d|[A-D]\b)"), r"\1" + NO_BREAK),
    (re.compile(r" (?=[·–] )|(?<=\d) (?=(?:Abs\.|Satz|Nr\.)[ \u00a0]\d)"), NO_BREAK),
    (re.compile(r"(?<=\d) (?=(?:SGB|BGB|LBO|BGG|GG)\b)|(?<=\bSGB) (?=[IVX]+\b)"), NO_BREAK),
    (re.compile(r"(?<=\b\d\d\.) (?=[A-ZÄ][a-zä]+ \d{4})|(?<=\b\d\.) (?=[A-ZÄ][a-zä]+ \d{4})"), NO_BREAK),
    (re.compile(r"\b([zdus]\.) (?=[BhaR]\.|[Äo]\.)"), rf"\1{NO_BREAK}"),
)  # fmt: skip


def clean(text: str) -> str:
    """The text in NFC, with plain line ends, without control and format characters; lone surrogates become U+FFFD."""
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    if text.replace("\n", "").isprintable() and not _VARIATION.search(text):
        return text  # as nearly all are, and looking at each of their characters takes a tenth of the setting
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char in {"\n", SOFT_HYPHEN, NO_JOIN}:
        return char
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    if char == "\t" or category in {"Zl", "Zp"}:
        return " "
    # Direction marks, joiners and variation selectors have no shape of their own.
    if category in {"Cc", "Cf"} or _VARIATION.match(char):
        return ""
    return char


def glue(text: str) -> str:
    """The text with no-break spaces where German typography wants them: before units, after § and in dates."""
    for pattern, replacement in _GLUE:
        text = pattern.sub(replacement, text)
    return text


def paragraphs(text: str) -> list[str]:
    """The text's paragraphs, parted by empty lines; single line ends stay inside."""
    return [part.strip() for part in re.split(r"\n\s*\n", clean(text)) if part.strip()]


def clusters(text: str) -> list[str]:
    """The text's letters, each with the marks that stand on it."""
    found: list[str] = []
    for char in text:
        if found and unicodedata.combining(char):
            found[-1] += char
        else:
            found.append(char)
    return found
