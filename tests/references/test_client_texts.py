"""The client's texts: complete in every language, in its script, with its quotation marks; easy German by its rules."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from babel import Locale

from zwk_barrier.reference.client_texts import (
    CLIENT_LANGUAGES,
    ClientLanguage,
    ClientTexts,
    codes_told,
    load_barrier_texts,
    load_client_texts,
    placeholders,
)
from zwk_barrier.reference.requirement_tables import load_requirements

OTHERS = [language for language in CLIENT_LANGUAGES if language != "de"]
SCRIPTS = {"ru": "CYRILLIC", "uk": "CYRILLIC", "bg": "CYRILLIC", "ar": "ARABIC", "fa": "ARABIC"}
QUOTES = {
    **dict.fromkeys(("de", "ls", "bg"), "„“"),
    **dict.fromkeys(("en", "tr"), "“”"),
    **dict.fromkeys(("pl", "ro"), "„”"),
    **dict.fromkeys(("ru", "uk", "ar", "fa"), "«»"),
}
# Letters a language does not have, taken for those of a neighbour when one is not careful.
FOREIGN = {
    "ru": "іїєґў",
    "uk": "ыэёъ",
    "bg": "ыэёіїєґ",
    "pl": "äöüßţş",
    "tr": "äß",
    "ro": "äöüßşţ",  # ș and ț have a comma below
    "fa": "يكةى",
    "ar": "یکگپچژ",
}
# German terms a person will meet on German papers stand beside the translation.
GERMAN_TERMS = r"\((?:Krankenkasse|Pflegekasse|Eingliederungshilfe|Sozialamt)\)|KfW"
SENTENCES = ("payers", "activities", "barriers")


def texts_of(texts: ClientTexts) -> Iterator[tuple[str, str]]:
    """Every text with its place."""
    yield from ((f"blocks.{key}", text) for key, text in texts.blocks.items())
    for key, forms in texts.plurals.items():
        yield from ((f"plurals.{key}.{form}", text) for form, text in forms.items())
    for kind, terms in texts.terms.items():
        yield from ((f"{kind}.{code}", text) for code, text in terms.items())


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_every_code_has_a_text(language: ClientLanguage) -> None:
    texts = load_client_texts(language)
    for kind, codes in codes_told().items():
        assert set(texts.terms[kind]) == codes, kind


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_keys_and_placeholders_of_german(language: ClientLanguage) -> None:
    german, texts = load_client_texts("de"), load_client_texts(language)
    assert set(texts.blocks) == set(german.blocks)
    assert [
        key for key, text in german.blocks.items() if placeholders(text) != placeholders(texts.blocks[key])
    ] == []


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_every_plural_the_language_knows_is_there_and_no_other(language: ClientLanguage) -> None:
    locale = Locale.parse("de" if language == "ls" else language)
    for forms in load_client_texts(language).plurals.values():
        assert set(forms) == {*locale.plural_form.tags, "other"}
        assert all(placeholders(text) <= {"count"} for text in forms.values())


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_sentences_are_whole_and_cleanly_set(language: ClientLanguage) -> None:
    texts = load_client_texts(language)
    for kind in SENTENCES:
        assert [text for text in texts.terms[kind].values() if not text.endswith((".", "!"))] == []
    for place, text in texts_of(texts):
        assert text == unicodedata.normalize("NFC", text).strip(), place
        assert not re.search(r" {2}|\s[.,;!?»]|«\s|\.\.|\(\s|\s\)", text), place
        assert not set("\"'`") & set(text), place


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language: ClientLanguage) -> None:
    found = {char for _, text in texts_of(load_client_texts(language)) for char in text if char in "„“”«»‹›"}
    assert found == set(QUOTES[language])


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_letters_are_those_of_the_language(language: ClientLanguage) -> None:
    wanted = SCRIPTS.get(language, "LATIN")
    for place, text in texts_of(load_client_texts(language)):
        own = re.sub(rf"\{{\w+\}}|{GERMAN_TERMS}", "", text)
        strange = {char for char in own if char.isalpha() and not unicodedata.name(char).startswith(wanted)}
        assert not strange, f"{place}: {strange}"
        assert not set(FOREIGN.get(language, "")) & set(own.lower()), place


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_no_vowel_marks_stand_above_letters_because_readers_of_pdfs_misplace_them(
    language: ClientLanguage,
) -> None:
    texts = texts_of(load_client_texts(language))
    assert [place for place, text in texts if any(map(unicodedata.combining, text))] == []


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_nothing_is_left_in_another_language(language: ClientLanguage) -> None:
    texts = load_client_texts(language)
    for other in CLIENT_LANGUAGES:
        if other != language:
            barriers = load_client_texts(other).terms["barriers"]
            same = [key for key, text in texts.terms["barriers"].items() if text == barriers[key]]
            assert len(same) < (40 if {language, other} == {"de", "ls"} else 3), (language, other)


def test_every_criterion_has_a_sentence() -> None:
    assert {criterion.id for criterion in load_requirements()} <= set(load_barrier_texts())


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_a_reviewed_text_says_by_whom_and_when(language: ClientLanguage) -> None:
    review = load_client_texts(language).review
    assert review.is_reviewed == bool(review.by and review.on)


def easy_sentences() -> list[str]:
    """Every sentence of the easy German texts."""
    lines = [line for _, text in texts_of(load_client_texts("ls")) for line in text.split("\n")]
    return [one for line in lines for one in re.split(r"(?<=[.!?])\s+", line)]


def test_easy_german_has_one_sentence_a_line_of_twelve_words_at_most() -> None:
    lines = [line for _, text in texts_of(load_client_texts("ls")) for line in text.split("\n")]
    assert [line for line in lines if re.search(r"[.!?]\s+\S", line)] == []
    assert [one for one in easy_sentences() if len(one.split()) > 12] == []


def test_easy_german_has_no_brackets_negation_subjunctive_or_abbreviation() -> None:
    words = r"nicht|kein\w*|nie|niemand|ohne|würde\w*|könnte\w*|sollte\w*|möchte\w*|z\. ?B\.|usw\.|bzw\.|ca\."
    avoided = re.compile(rf"[()\[\]/;%§&]|\b({words})\b")
    own = [re.sub(r"\{\w+\}", "", one) for one in easy_sentences()]
    assert [one for one in own if avoided.search(one)] == []


def test_easy_german_has_no_genitive() -> None:
    genitive = re.compile(r"\b(des|eines|meines|Ihres|dieses|jedes) [A-ZÄÖÜ]\w+s\b|\bwegen\b|\btrotz\b")
    assert [one for one in easy_sentences() if genitive.search(one)] == []


def test_easy_german_parts_long_words_by_hyphens() -> None:
    known = {
        "Geschrieben",
        "Vermieterin",
        "Eigentümer",
        "Vorschläge",
        "Vorschlag",
        "Verstehen",
        "Telefonieren",
        "Eingliederungs",
    }
    words = {
        part
        for one in easy_sentences()
        for word in re.findall(r"[^\W\d_][\w-]+", one)
        for part in word.split("-")
    }
    long = {word for word in words if word[0].isupper() and len(word) > 10}
    assert long <= known, long - known
