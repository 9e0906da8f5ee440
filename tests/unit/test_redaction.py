"""Nobody is left in a redacted text, however they were written; what is nobody stays."""

import pytest

from zwk_barrier.rules.redaction import Known, Redactor, Signs, known_names, pseudonym

KEY = b"k" * 32
SIGNS = Signs("[Name]", "[Nummer]", "[Anschrift]", "[E-Mail]")
KNOWN = (
    *known_names(["Olga", "Petrova"], "Person A1B2C3"),
    *known_names(["Jürgen Groß-Müller"], "Person D4E5F6"),
    *known_names(["Emma Lang"], "Person G7H8J9"),
    Known("Goethestraße", "Stadtteil Lehe", "street"),
    Known("040 66969039", "[Nummer]", "number"),
    Known("A123456780", "[Nummer]", "number"),
)


def redacted(text: str) -> str:
    return Redactor(KNOWN, SIGNS).redacted(text)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Frau Petrova ruft an", "Frau Person A1B2C3 ruft an"),
        ("OLGA  petrova", "Person A1B2C3"),
        ("Petrovas Sohn", "Person A1B2C3 Sohn"),
        ("Pe\u00adtro\u00adva", "Person A1B2C3"),
        ("Ju\u0308rgen Gross-Mueller", "Person D4E5F6"),
        ("Herr Groß", "Herr Person D4E5F6"),
        ("Goethestr. 41, 2. Stock", "Stadtteil Lehe, 2. Stock"),
        ("Goethestrasse 41 b", "Stadtteil Lehe"),
        ("+49 (0)40/66 96 90-39", "[Nummer]"),
        ("0049 40 66969039", "[Nummer]"),
        ("04066969039", "[Nummer]"),
        ("a 123 456 780", "[Nummer]"),
        ("Tel. 0171 39200 12", "Tel. [Nummer]"),
        ("o.petrova@example.org", "[E-Mail]"),
        ("Fall 2026-0147", "Fall [Nummer]"),
        ("27568 Bremerhaven", "[Nummer] Bremerhaven"),
    ],
)
def test_whoever_is_known_is_taken_out_in_every_way_of_writing(written: str, left: str) -> None:
    assert redacted(written) == left


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Herr Dr. Yilmaz-Öztürk kommt", "Herr [Name] kommt"),
        ("bei Familie Nowak", "bei Familie [Name]"),
        ("Hafenstraße 12a", "[Anschrift]"),
        ("am 09.11.2026, am 9.11. und am 3. November 2026", "am 11/2026, am 11/… und am November 2026"),
        ("seit 2026-11-09", "seit 11/2026"),
    ],
)
def test_what_only_looks_like_somebody_is_taken_out_too(written: str, left: str) -> None:
    assert redacted(written) == left


@pytest.mark.parametrize(
    "harmless",
    [
        "120 × 120 cm, 90 cm lang und große Stufe",
        "4.180 € nach § 40 Abs. 4 SGB XI",
        "Baujahr 1958–1968, 2. Stock, 12/2026",
        "12 von 45 Punkten geprüft",
        "05/2025\n16 Min.",
    ],
)
def test_measures_amounts_laws_and_months_stay(harmless: str) -> None:
    assert redacted(harmless) == harmless


def test_a_name_that_is_a_word_as_well_is_only_taken_for_one_with_a_capital() -> None:
    assert redacted("Frau Lang sagt, 90 cm lang") == "Frau Person G7H8J9 sagt, 90 cm lang"


def test_a_pseudonym_is_stable_and_differs_by_person_kind_and_office() -> None:
    assert pseudonym(KEY, "person", "1") == pseudonym(KEY, "person", "1")
    others = {
        pseudonym(KEY, "person", "2"),
        pseudonym(KEY, "staff", "1"),
        pseudonym(b"x" * 32, "person", "1"),
    }
    assert pseudonym(KEY, "person", "1") not in others


def test_ten_thousand_people_have_hardly_ever_the_same_pseudonym() -> None:
    made = {pseudonym(KEY, "person", str(number)) for number in range(10_000)}
    assert len(made) > 9_980


def test_redacting_twice_changes_nothing_more() -> None:
    once = redacted("Frau Petrova, Goethestr. 41, 040 66969039, am 09.11.2026")
    assert redacted(once) == once
