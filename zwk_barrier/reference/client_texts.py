"""The texts of the client's copy, whole sentences in each of its languages, and whether a person has reviewed them.

One file a language in ``resources/texts/client``; German is what the others are held against.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.reference.table import read_table
from zwk_barrier.reference.toml_table import TomlTable
from zwk_barrier.resources import resource

ClientLanguage: TypeAlias = Literal["de", "ls", "en", "tr", "ru", "uk", "pl", "ar", "fa", "bg", "ro"]
"""``ls`` is easy-to-read German (Leichte Sprache)."""

CLIENT_LANGUAGES: Final[tuple[ClientLanguage, ...]] = (
    *("de", "ls", "en", "tr", "ru", "uk", "pl"),
    *("ar", "fa", "bg", "ro"),
)
OTHER_BARRIER: Final = "other"
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_TERMS: Final = ("priorities", "rooms", "payers", "activities", "barriers", "measures")
_CODE_LISTS: Final = {"rooms": "room", "payers": "payer", "activities": "activity"}


@dataclass(frozen=True, slots=True)
class Review:
    """Whether a person who speaks the language has read the texts, who and when."""

    is_reviewed: bool
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ClientTexts:
    """Everything one language says: ``blocks`` and ``plurals`` with placeholders, ``terms`` by kind and code.

    ``name`` is what the language calls itself, ``edition`` changes with every word of it.  Plural forms are named
    as Babel names them (one, few, many, other).
    """

    language: ClientLanguage
    name: str
    runs_leftward: bool
    review: Review
    blocks: Mapping[str, str] = field(hash=False)
    plurals: Mapping[str, Mapping[str, str]] = field(hash=False)
    terms: Mapping[str, Mapping[str, str]] = field(hash=False)
    edition: str = ""

    def block(self, key: str, **named: str) -> str:
        """A sentence or more with its placeholders filled; raises KeyError for a key or placeholder there is not."""
        return self.blocks[key].format(**named)

    def term(self, kind: str, code: str) -> str:
        """What a code of ``rooms``, ``payers``, ``measures`` and so on is called or says; raises KeyError."""
        return self.terms[kind][code]


def placeholders(text: str) -> frozenset[str]:
    """The names between braces."""
    return frozenset(_PLACEHOLDER.findall(text))


@cache
def load_client_texts(language: ClientLanguage) -> ClientTexts:
    """The texts of one language, read once; raises ValueError naming file and key for damaged or missing texts."""
    file = f"{language}.toml"
    content = resource("texts", "client", file).read_text("utf-8")
    raw = tomllib.loads(content)
    table = TomlTable(file, raw)
    if table.required("language") != language:
        table.fail("the language is not the name of the file")
    texts = ClientTexts(
        language,
        table.required("name"),
        table.choice("direction", {"ltr": False, "rtl": True}, otherwise="ltr"),
        _review(table.table("review")),
        _texts(table, raw, "blocks"),
        MappingProxyType({key: MappingProxyType(dict(forms)) for key, forms in raw["plurals"].items()}),
        MappingProxyType({kind: _texts(table, raw, kind) for kind in _TERMS}),
        _edition(raw),
    )
    table.table("plurals")
    table.done()
    return texts if language == "de" else _held_against_german(table, texts)


@dataclass(frozen=True, slots=True)
class BarrierText:
    """The key of the sentence for a missed criterion; ``tells_size`` where it says by itself what was measured."""

    key: str
    tells_size: bool


@cache
def load_barrier_texts() -> Mapping[str, BarrierText]:
    """Which sentence tells a missed criterion, by its id; raises ValueError with file and row for damaged data."""
    found: dict[str, BarrierText] = {}
    columns = ("barrier", "criteria", "tells_size", "source", "checked_on")
    rows = read_table(resource("texts", "client", "barriers.csv"), columns)
    for row in rows:
        barrier = row.required("barrier")
        if barrier not in load_client_texts("de").terms["barriers"]:
            row.fail(f"no text for {barrier}")
        tells_size = row.required("tells_size") == "ja"
        for criterion in row.listed("criteria"):
            if criterion in found or load_requirements().get(criterion) is None:
                row.fail(f"{criterion} is unknown or comes twice")
            found[criterion] = BarrierText(barrier, tells_size)
    return MappingProxyType(found)


def codes_told() -> Mapping[str, frozenset[str]]:
    """Every code a language has to have a text for, by kind of term."""
    lists = {
        kind: frozenset(code.code for code in load_code_list(name)) for kind, name in _CODE_LISTS.items()
    }
    return {
        **lists,
        "priorities": frozenset({"none", *(code.code for code in load_code_list("priority"))}),
        "measures": frozenset(measure.number for measure in load_catalogue()),
        "barriers": frozenset({OTHER_BARRIER, *(text.key for text in load_barrier_texts().values())}),
    }


def _edition(raw: Mapping[str, Any]) -> str:
    """Twelve letters that name these texts; comments and the note on the review do not count."""
    said = {key: value for key, value in raw.items() if key != "review"}
    told = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _texts(table: TomlTable, raw: Mapping[str, Mapping[str, str]], kind: str) -> Mapping[str, str]:
    part = table.table(kind)
    texts = {key: part.required(key) for key in raw.get(kind, {})}
    return MappingProxyType(texts)


def _review(table: TomlTable) -> Review:
    is_reviewed = table.choice("state", {"open": False, "reviewed": True})
    review = Review(is_reviewed, table.text("by"), table.day("on"))
    if is_reviewed and not (review.by and review.on):
        table.fail("reviewed, but not by whom and when")
    table.done()
    return review


def _held_against_german(table: TomlTable, texts: ClientTexts) -> ClientTexts:
    german = load_client_texts("de")
    pairs = [("blocks", german.blocks, texts.blocks)]
    pairs += [(kind, german.terms[kind], texts.terms[kind]) for kind in _TERMS]
    for kind, wanted, given in pairs:
        if differing := sorted(set(wanted) ^ set(given)):
            table.fail(f"{kind}: missing or unknown {', '.join(differing)}")
        for key, text in wanted.items():
            if placeholders(text) != placeholders(given[key]):
                table.fail(f"{kind}: other placeholders in {key}")
    if set(german.plurals) != set(texts.plurals):
        table.fail("plurals: not the same as in German")
    return texts
