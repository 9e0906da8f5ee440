"""German words are sorted and found although SQLite knows the case of ASCII alone."""

import pytest
from sqlalchemy import literal, select

from zwk_barrier.casework.case.alphabet import alphabetical, like_patterns
from zwk_barrier.store.office import OfficeStore


@pytest.mark.parametrize(
    ("name", "sorted_as"),
    [
        ("Müller", "muller"),
        ("ÖZTÜRK", "ozturk"),
        ("Weiß", "weiss"),
        ("Şahin", "sahin"),
        ("von Berg", "von berg"),
    ],
)
def test_a_name_is_sorted_by_its_plain_letters(office: OfficeStore, name: str, sorted_as: str) -> None:
    with office.reading() as session:
        assert session.scalar(select(alphabetical(literal(name)))) == sorted_as


@pytest.mark.parametrize(
    ("word", "text", "is_found"),
    [
        ("ärger", "Großer Ärger im Haus", True),
        ("ÄRGER", "kein ärger", True),
        ("bürger", "Der ärger", False),
        ("WEIß", "eine weiße Wand", True),
        ("50 %", "50 % Zuschuss", True),
        ("50 %", "501 Euro", False),
        ("a_b", "axb", False),
        ("grüßßö", "GRÜßßÖ", False),
        ("Grüßßö", "viele Grüßßö", True),
    ],
)
def test_a_word_is_found_in_any_case(office: OfficeStore, word: str, text: str, *, is_found: bool) -> None:
    with office.reading() as session:
        found = [
            session.scalar(select(literal(text).like(pattern, escape="\\")))
            for pattern in like_patterns(word)
        ]

    assert any(found) is is_found
