"""Names are found however their umlauts were typed, phone numbers however they were dialled."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.rules.folding import fold, phone_key, words

GERMAN = st.text(alphabet="abcdefghijklmnoprstuvwzäöüßABCDEFGÄÖÜ -", max_size=30)
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
BARE = str.maketrans("äöüÄÖÜ", "aouAOU")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "Mueller"),
        ("Müller", "Muller"),
        ("MÜLLER", "müller"),
        ("Weiß", "Weiss"),
        ("Straße", "STRASSE"),
        ("Bräuer", "Braeuer"),
        ("Łukasz", "lukasz"),
        ("Đorđević", "Dordevic"),
        ("Søren", "Soren"),
        ("İnönü", "inonu"),
        ("Yıldız", "Yildiz"),
        ("Émile", "emile"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["bauer", "neue", "quelle"])
def test_ue_that_is_no_umlaut_stays(word: str) -> None:
    assert fold(word) == word


def test_different_names_keep_different_keys() -> None:
    assert len({fold(name) for name in ("Müller", "Möller", "Miller", "Maller")}) == 4


@given(GERMAN)
def test_composed_and_decomposed_letters_share_a_key(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.from_regex(r"([bdfgklmnrstz]+[äöüß])*", fullmatch=True))  # no German word has two umlauts in a row
def test_umlauts_written_out_or_left_bare_share_a_key(text: str) -> None:
    assert fold(text.translate(UMLAUTS)) == fold(text) == fold(text.translate(BARE))


@given(GERMAN, GERMAN)
def test_folding_words_apart_equals_folding_them_together(one: str, other: str) -> None:
    assert words(f"{one} {other}") == words(one) + words(other)


@given(st.text(max_size=40))
def test_words_hold_nothing_that_a_search_would_have_to_escape(text: str) -> None:
    assert all(word.isalnum() and not any(map(unicodedata.combining, word)) for word in words(text))


def test_a_double_name_gives_two_words() -> None:
    assert words("Groß-Köhler, Änne") == ("gross", "kohler", "anne")


@pytest.mark.parametrize(
    "number", ["030 2312 5001", "+49 30 23125001", "0049 30/23125001", "+49 (0)30-2312 5001"]
)
def test_a_phone_number_has_one_key_however_it_is_written(number: str) -> None:
    assert phone_key(number) == "3023125001"


def test_a_foreign_number_keeps_its_country() -> None:
    assert phone_key("+31 20 123") == phone_key("0031 20 123") == "003120123"


def test_a_text_without_digits_is_no_number() -> None:
    assert phone_key("unbekannt") == ""


@given(st.from_regex(r"[1-9][0-9]{5,10}", fullmatch=True), st.sampled_from(["0", "+49", "0049", "+49 0", ""]))
def test_every_prefix_leads_to_the_same_key(digits: str, prefix: str) -> None:
    assert phone_key(f"{prefix}{digits}") == digits
