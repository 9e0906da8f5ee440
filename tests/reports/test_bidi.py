"""Paragraphs from right to left are seen in the order readers of Arabic and Persian expect; worked out by hand."""

import pytest

from zwk_barrier.reports.setting.bidi import drawn, levels, seen_order, words
from zwk_barrier.reports.setting.fonts import FontBook
from zwk_barrier.reports.setting.styles import TextStyle
from zwk_barrier.reports.setting.typesetting import Line, Span, Typesetter

STYLE = TextStyle(11, 16, leftward=True)


def seen(line: Line) -> str:
    """The letters of a line from left to right."""
    return "".join(piece.text for piece in sorted(line.pieces, key=lambda piece: piece.at or 0.0))


def set_in(width: float, *spans: Span) -> list[Line]:
    return Typesetter(FontBook()).lines(list(spans), STYLE, width)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("אב", [1, 1]),
        ("אב 63", [1, 1, 1, 2, 2]),
        ("63, אב", [2, 2, 1, 1, 1, 1]),
        ("אב KfW.", [1, 1, 1, 2, 2, 2, 1]),
        ("אב Anna Berg גד", [1, 1, 1, *[2] * 9, 1, 1, 1]),
        ("א (Pflegekasse).", [1, 1, 1, *[2] * 11, 1, 1]),
        ("אב 4.180 ג", [1, 1, 1, *[2] * 5, 1, 1]),
        (
            "ابجد 2026-0147",
            [1, 1, 1, 1, 1, *[2] * 4, 1, *[2] * 4],
        ),  # a number after Arabic is parted at the hyphen
    ],
)
def test_each_letter_has_its_direction(text: str, expected: list[int]) -> None:
    assert levels([(text, False)]) == expected


def test_what_is_isolated_keeps_its_order() -> None:
    stretches = [("ابجد ", False), ("0171 39-20012", True), (".", False)]
    assert levels(stretches) == [*[1] * 5, *[2] * 13, 1]


def test_words_know_the_level_of_the_blank_behind_them() -> None:
    found = list(words([("אב Anna Berg", False)]))
    assert [word.parts for word in found] == [(("אב", 1),), (("Anna", 2),), (("Berg", 2),)]
    assert [word.blank_level for word in found[:2]] == [1, 2]


def test_pieces_are_seen_from_right_to_left_and_figures_from_left_to_right() -> None:
    assert seen_order("abCDe", [1, 1, 2, 2, 1]) == ["e", "C", "D", "b", "a"]


def test_brackets_and_quotation_marks_are_mirrored() -> None:
    assert drawn("(א)") == "(א)"
    assert drawn("«א») ") == " («א»"


def test_a_mark_is_drawn_before_the_letter_it_stands_above() -> None:
    assert drawn("אָב") == "ב\u05b8א"  # pointed Hebrew


def test_a_line_is_written_in_the_order_it_is_spoken_and_placed_as_it_is_seen() -> None:
    line = set_in(400, Span("אב: "), Span("0171 3920012", isolated=True), Span("."))[0]
    assert "".join(piece.text for piece in line.pieces) == "אב: 0171 3920012."
    assert seen(line) == ".0171 3920012 :בא"


def test_lines_end_where_they_are_full_and_lose_no_word() -> None:
    text = "אבג דהו זחט יכל מנס עפצ קרש תאב"
    lines = set_in(60, Span(text))
    assert len(lines) > 2
    assert all(line.width <= 60.01 for line in lines)
    assert " ".join("".join(piece.text for piece in line.pieces).strip() for line in lines) == text


def test_a_word_longer_than_a_line_goes_on_in_the_next() -> None:
    lines = set_in(60, Span("אבגדהוזחטיכלמנסעפצקרשת" * 3))
    assert "".join(piece.text for line in lines for piece in line.pieces) == "אבגדהוזחטיכלמנסעפצקרשת" * 3
    assert all(line.width <= 60.01 for line in lines)
