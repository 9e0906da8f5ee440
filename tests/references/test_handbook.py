"""The handbook says what is there: a page for each place, its picture, buttons that exist, links that lead on."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

import pytest
from PIL import Image

from tests.references.window_code import start_pages, window_code
from zwk_barrier import resources
from zwk_barrier.desktop import destinations
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.handbook import HandbookPage, handbook_picture, load_handbook
from zwk_barrier.reference.handbook_text import (
    Heading,
    Items,
    Line,
    Paragraph,
    Rows,
    Screenshot,
    read_parts,
    told,
)

PAGES = load_handbook().pages
LARGEST = 110_000  # bytes of a picture
ADMINISTRATION = {
    *("office", "people", "requirements", "programmes", "paper"),
    *("letters", "look", "safety", "backup", "about"),
}
NO_BUTTONS = frozenset(
    {"Wie viele Hausbesuche nach Stadtteil?", "nicht geprüft", "Übersetzung nicht geprüft", "< 5"}
)
"""What stands in quotation marks and is nothing on the screen; mend a renamed button in the page, not here."""

BELONGS_TO_THE_PLACE_BEHIND = frozenset({"behind", "problem"})
"""Dialogs that open over more than one page and mean the same there."""

HANDLED_BY_KEY = frozenset({"Umschalt Pfeil", "Strg 1", "Strg 2", "Umschalt H"})
"""Keys a widget takes itself, by the one pressed: tests of these widgets press them."""

KEYS = {
    "Strg": "Ctrl",
    "Umschalt": "Shift",
    "Eingabe": "Return",
    "Bild auf": "PgUp",
    "Bild ab": "PgDown",
}


def by_code(page: HandbookPage) -> str:
    return page.code


def places() -> Iterator[str]:
    """Every destination, those with tabs by their tabs, as the contents call them."""
    tabs = {
        "ToCase": get_args(destinations.CaseTab),
        "ToStatistics": get_args(destinations.StatisticsTab),
        "ToNetwork": get_args(destinations.NetworkTab),
        "ToAdministration": tuple(ADMINISTRATION),
    }
    yield "Start"
    for kind in get_args(destinations.Destination):
        name = kind.__name__
        if name != "Back":
            yield from (f"{name}:{tab}" for tab in tabs[name]) if name in tabs else [name]


@cache
def screen_texts() -> frozenset[str]:
    """What stands on the screen, without marks of Alt keys and without dots at the end."""
    labels = {code.label_de for name in ("case_status", "role") for code in load_code_list(name)}
    return frozenset(map(bare, labels | window_code().texts))


def bare(text: str) -> str:
    return text.replace("&", "").rstrip(" ….:").casefold()


def lines(page: HandbookPage) -> Iterator[Line]:
    for part in page.parts():
        match part:
            case Paragraph(line=line):
                yield line
            case Items(lines=several):
                yield from several
            case Rows(head=head, rows=rows):
                yield from (cell for row in (head, *rows) for cell in row)
            case _:
                pass


def test_every_place_of_the_window_has_exactly_one_page() -> None:
    told_places = [place for page in PAGES for place in page.places]
    assert sorted(told_places) == sorted(places())


def test_every_dialog_has_a_heading_on_exactly_one_page() -> None:
    told_dialogs = [name for page in PAGES for name in page.dialogs]
    before = {"recovery_key": "recovery"}  # the page is called by what it is about, the key is a widget
    wanted = {
        *window_code().dialogs,
        *(before.get(name, name) for name in start_pages()),
    } - BELONGS_TO_THE_PLACE_BEHIND
    assert sorted(told_dialogs) == sorted(wanted)


@pytest.mark.parametrize("page", [page for page in PAGES if page.dialogs], ids=by_code)
def test_the_heading_about_a_dialog_stands_on_its_page(page: HandbookPage) -> None:
    headings = {part.text for part in page.parts() if isinstance(part, Heading)}
    assert set(page.dialogs.values()) <= headings


def test_a_dialog_nobody_explains_belongs_to_the_place_behind_it() -> None:
    book = load_handbook()
    page, heading = book.page_about("ToCase", ["funding"], ["funding_chooser"])
    assert (page.code, heading) == ("fall_foerderung", "")
    page, heading = book.page_about("ToCase", ["funding"], ["field_history_chooser", "field_history"])
    assert page.code == "fall_verlauf"
    assert heading
    assert book.page_about("ToNowhere")[0].code == "heute"


def test_every_file_is_in_the_contents_and_every_page_has_its_file() -> None:
    root = resources.resource("handbook")
    assert {f"{page.language}/{page.code}.md" for page in PAGES} == {
        path.relative_to(root).as_posix() for path in root.rglob("*.md")
    }


@pytest.mark.parametrize("page", [page for page in PAGES if page.places], ids=by_code)
def test_a_page_about_a_place_says_what_it_is_for_how_it_goes_and_what_can_go_wrong(
    page: HandbookPage,
) -> None:
    first, purpose, picture, *_others = page.parts()
    assert isinstance(first, Heading)
    assert first.level == 1
    assert isinstance(purpose, Paragraph)
    assert isinstance(picture, Screenshot)
    assert picture.file == f"{page.code}.png"
    assert Heading(2, "Was schiefgehen kann") in page.parts()


@pytest.mark.parametrize("page", [page for page in PAGES if page.places], ids=by_code)
def test_a_picture_is_whole_small_and_of_few_colours(page: HandbookPage) -> None:
    path = handbook_picture(f"{page.code}.png")
    with Image.open(path) as picture:
        assert (picture.size, picture.mode) == ((1280, 800), "P")
    assert path.stat().st_size <= LARGEST


@pytest.mark.parametrize("page", [page for page in PAGES if page.language == "de"], ids=by_code)
def test_what_stands_in_quotation_marks_stands_on_the_screen(page: HandbookPage) -> None:
    said = "\n".join(map(told, page.parts()))
    quoted = set(re.findall(r"„([^“]+)“", said)) - NO_BUTTONS
    missing = sorted(word for word in quoted if bare(word) not in screen_texts())
    assert missing == [], f"{page.path().name} names what the program no longer says"


@pytest.mark.parametrize("page", [page for page in PAGES if page.language == "de"], ids=by_code)
def test_a_key_named_on_a_page_is_one_the_window_listens_to(page: HandbookPage) -> None:
    typed = {words.text for line in lines(page) for words in line if words.is_typed}
    pressed = {key for key in typed if re.fullmatch(r"(Strg|Umschalt) .+|F\d+", key)} - HANDLED_BY_KEY
    assert {key for key in pressed if as_sequence(key) not in window_code().strings} == set()


def as_sequence(key: str) -> str:
    """``Strg Bild ab`` as the code writes it: ``Ctrl+PgDown``."""
    for german, sequence in KEYS.items():
        key = key.replace(german, sequence)
    return "+".join(key.split(" "))


@pytest.mark.parametrize("page", [page for page in PAGES if page.language == "de"], ids=by_code)
def test_the_letter_named_beside_a_button_is_underlined_on_it(page: HandbookPage) -> None:
    text = page.path().read_text("utf-8")
    named = re.findall(r"„([^“]+)“ \(`Alt (\w)`", text)
    assert [(name, key) for name, key in named if f"&{key.casefold()}" not in letters_of(name)] == []


def letters_of(name: str) -> str:
    return " ".join(text.casefold() for text in window_code().texts if bare(text) == bare(name))


@pytest.mark.parametrize("page", PAGES, ids=by_code)
def test_links_lead_to_pages(page: HandbookPage) -> None:
    for line in lines(page):
        links = [words.link for words in line if words.link]
        assert set(links) <= set(load_handbook().by_code)
        assert len(links) <= 1, "the Enter key follows one"


def test_a_renamed_button_would_be_found() -> None:
    assert bare("Jetzt &sichern") in screen_texts()
    assert bare("Jetzt speichern lassen") not in screen_texts()


def test_the_markdown_reader_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="not a heading or picture"):
        read_parts("#### zu tief")
    with pytest.raises(ValueError, match="not a heading or picture"):
        read_parts("![](../pictures/ohne_worte.png)")
    steps = read_parts("1. Erst **dies**,\n   dann `Strg Z`\n2. und [weiter](heute.md)")[0]
    assert isinstance(steps, Items)
    assert steps.are_steps
    assert [words.link for words in steps.lines[1] if words.link] == ["heute"]
    assert told(steps) == "Erst dies, dann Strg Z\nund weiter"
