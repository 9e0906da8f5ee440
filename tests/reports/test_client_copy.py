"""The client's copy in every language: sound beside German and in large print, and what it says in each.

Alone, empty, huge, and both at once it is among all documents (test_documents.py).
"""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pikepdf
import pytest
from babel import Locale

from tests.reports import client_copies, records
from tests.reports.listening import Listener
from tests.reports.records import OFFICE
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.reference.client_texts import CLIENT_LANGUAGES, ClientLanguage, load_client_texts
from zwk_barrier.reports.checking.document import check
from zwk_barrier.reports.documents.client_copy import build_client_copy
from zwk_barrier.reports.documents.visit_report import build_visit_report
from zwk_barrier.reports.setting.formats import euro, long_date, size


@cache
def heard_of(language: ClientLanguage, variant: str) -> Listener:
    ordinary = client_copies.ordinary(language)
    record = {
        "alone": ordinary,
        "german": replace(ordinary, with_german=True),
        "large": replace(ordinary, large=True),
        "empty": client_copies.empty(language),
    }[variant]
    return Listener(build_client_copy(record))


def said(heard: Listener) -> str:
    return _one_line(" ".join(part.text for part in heard.heard))


@pytest.mark.parametrize("variant", ["german", "large"])
@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_it_keeps_both_standards_and_our_own(language: ClientLanguage, variant: str) -> None:
    heard = heard_of(language, variant)
    assert [*heard.failures("ua1"), *heard.failures("2a"), *check(heard.content)] == []


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_the_file_is_in_its_language_and_german_in_it_is_marked_german(language: ClientLanguage) -> None:
    heard = heard_of(language, "german")
    document = str(heard.pdf.Root.Lang)
    assert document.split("-", maxsplit=1)[0] == ("de" if language == "ls" else language)
    marked = [
        str(one.element.get("/Lang", "")) for one in heard.heard if "Das möchten Sie ändern" in one.text
    ]
    assert marked == ([""] if language == "de" else [""] if language == "ls" else ["de-DE"])


@pytest.mark.parametrize("language", [one for one in CLIENT_LANGUAGES if one not in {"de", "ls"}])
@pytest.mark.parametrize("variant", ["alone", "german"])
def test_nobody_has_reviewed_it_is_said_in_both_languages(language: ClientLanguage, variant: str) -> None:
    paragraphs = heard_of(language, variant).texts("P")
    both: tuple[ClientLanguage, ...] = (language, "de")
    for one in both:
        assert " ".join(load_client_texts(one).blocks["review_open"].split()) in map(_one_line, paragraphs)


def test_easy_german_alone_says_in_easy_german_only_that_nobody_has_reviewed_it() -> None:
    text = said(heard_of("ls", "alone"))
    assert "Eine Prüf-Gruppe muss diesen Text noch lesen." in text
    assert "Übersetzung" not in text


def test_a_reviewed_translation_and_german_say_nothing_of_it() -> None:
    assert "noch niemand geprüft" not in said(heard_of("de", "alone"))


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_beside_german_each_sentence_is_followed_by_its_german_one(language: ClientLanguage) -> None:
    if language == "de":
        return
    paragraphs = [_one_line(text) for text in heard_of(language, "german").texts("P")]
    here, german = load_client_texts(language), load_client_texts("de")
    for key in ("order", "no_promise", "ask"):
        at = paragraphs.index(_one_line(here.blocks[key]))
        assert paragraphs[at + 1] == german.blocks[key]


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_what_runs_from_right_to_left_is_written_in_the_order_it_is_spoken(language: ClientLanguage) -> None:
    heard = heard_of(language, "alone")
    for element in heard.heard:
        if actual := str(element.element.get("/ActualText", "")):
            marks = [kid for kid in element.element.K if "/MCID" in kid]
            written = "".join(heard._marked[mark.Pg.objgen][int(mark.MCID)] for mark in marks)
            assert _letters(written) == _letters(actual)


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_viewers_find_the_words_of_a_page_from_right_to_left(language: ClientLanguage) -> None:
    shown = " ".join(" ".join(heard_of(language, "alone").shown()).split())
    texts = load_client_texts(language)
    for key in ("seen_heading", "order", "no_promise", "ask"):
        assert _letters(texts.blocks[key]) in _letters(shown), key


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_telephone_number_and_number_of_the_case_keep_their_order_on_the_page(
    language: ClientLanguage,
) -> None:
    shown = " ".join(heard_of(language, "alone").shown())
    assert OFFICE.phone in shown
    assert "2026-0147" in shown


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_large_print_sets_nothing_below_sixteen_points(language: ClientLanguage) -> None:
    assert min(_sizes(heard_of(language, "large"))) >= 15.99


def test_easy_german_is_set_at_fourteen_points() -> None:
    assert min(_sizes(heard_of("ls", "alone"))) >= 13.99


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_days_money_and_sizes_are_those_of_the_language_in_the_figures_of_german_papers(
    language: str,
) -> None:
    day = long_date(date(2026, 11, 9), language)
    month = Locale.parse("de" if language == "ls" else language).months["format"]["wide"][11]
    assert month in day
    assert set("2026") <= set(day)
    text = said(heard_of(language, "alone"))
    assert _one_line(day).rstrip(".") in text
    for amount in (euro(500_000, language), euro(8_950, language)):
        assert _one_line(re.sub(r"[\u200e\u200f]", "", amount)) in text
    assert _one_line(size(client_copies.RIM.value, "cm", language)) in text


def test_an_empty_record_still_tells_what_there_is() -> None:
    heard = heard_of("de", "empty")
    assert "Wir haben keine Hindernisse aufgeschrieben." in heard.texts("P")
    assert heard.texts("H1") == ["Ihr Hausbesuch"]


def test_where_nobody_looked_easy_german_does_not_say_that_all_is_well() -> None:
    assert "Unsere Liste mit Problemen ist leer." in heard_of("ls", "empty").texts("P")


def test_the_advisors_own_words_stay_german_and_are_quoted() -> None:
    texts = heard_of("tr", "alone").texts("P")
    assert "„Das Licht am Spiegel blendet.“" in texts
    assert "„Bodengleiche Dusche“" in texts


def test_the_same_record_gives_the_same_bytes() -> None:
    record = client_copies.ordinary("ar")
    assert build_client_copy(record) == build_client_copy(record)


def test_odd_names_and_an_office_without_one_do_no_harm() -> None:
    for name in ("فاطمه‌زهرا حسینی", "דוד כהן", "Olga\nPetrova", "\x00\u202e"):
        record = replace(client_copies.ordinary("fa"), person=name, advisor=name, letterhead=Letterhead(""))
        heard = Listener(build_client_copy(record))
        assert [*heard.failures("ua1"), *heard.failures("2a")] == []


def _one_line(text: str) -> str:
    """The text with plain blanks."""
    return " ".join(text.split())


def _letters(text: str) -> str:
    """The letters and figures as they are meant, whatever their form on the page."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def _sizes(heard: Listener) -> set[float]:
    found = set()
    for page in heard.pdf.pages:
        instructions: list[Any] = list(pikepdf.parse_content_stream(page))
        for operands, operator in instructions:
            if str(operator) == "Tf":
                found.add(float(operands[1]))
    return found


def test_the_visit_report_in_large_print_cuts_no_measure() -> None:
    heard = Listener(build_visit_report(records.ordinary(large=True)))
    assert min(_sizes(heard)) >= 15.99
    assert "110 × 135 cm" in "".join(heard.shown()).replace("\N{NO-BREAK SPACE}", " ")
