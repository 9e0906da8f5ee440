"""A translation counts as unchecked until a person has read it, and again when its texts have changed."""

from datetime import date

import pytest

from tests.casework.visiting import plan
from tests.reports.listening import Listener
from zwk_barrier.casework.printing.client_copy import gather_client_copy
from zwk_barrier.casework.printing.review_sheet import gather_review_sheet
from zwk_barrier.casework.printing.text_reviews import (
    LanguageReview,
    is_reviewed,
    keep_review,
    language_reviews,
    take_back_review,
)
from zwk_barrier.casework.records import keep
from zwk_barrier.model import TextReview
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.client_texts import CLIENT_LANGUAGES, load_client_texts
from zwk_barrier.reports.checking.document import check
from zwk_barrier.reports.documents.client_copy import build_client_copy
from zwk_barrier.reports.documents.review_sheet import build_review_sheet
from zwk_barrier.store.office import OfficeStore

DAY = date(2026, 11, 20)


def turkish(office: OfficeStore) -> LanguageReview:
    with office.reading() as session:
        return next(one for one in language_reviews(session) if one.language == "tr")


def copy_says(office: OfficeStore) -> list[str]:
    _case_id, visit_id = plan(office)
    with office.reading() as session:
        record = gather_client_copy(session, visit_id, DAY, language="tr", with_german=True)
    return Listener(build_client_copy(record)).texts("P")


def test_the_sentence_goes_from_the_copy_when_somebody_has_read_the_texts(office: OfficeStore) -> None:
    unchecked = {load_client_texts(one).blocks["review_open"] for one in ("tr", "de")}
    assert unchecked <= set(copy_says(office))
    keep_review(office, "tr", "Ayla Demir, Dolmetscherin", DAY)
    assert not unchecked & set(copy_says(office))
    assert turkish(office).reviewer == "Ayla Demir, Dolmetscherin"


def test_taking_it_back_makes_it_open_again(office: OfficeStore) -> None:
    _changed, review_id = keep_review(office, "tr", "Ayla Demir", DAY)
    take_back_review(office, review_id)
    assert not turkish(office).is_reviewed


def test_a_review_of_other_texts_does_not_hold(office: OfficeStore) -> None:
    _changed, review_id = keep_review(office, "tr", "Ayla Demir", DAY)
    keep(office, TextReview, review_id, edition="000000000000")
    assert (turkish(office).is_reviewed, turkish(office).is_outdated) == (False, True)


def test_nobody_is_no_reviewer(office: OfficeStore) -> None:
    with pytest.raises(InputProblem, match="wer die Übersetzung geprüft hat"):
        keep_review(office, "tr", "  ", DAY)


def test_german_needs_no_review_and_every_other_language_is_listed(office: OfficeStore) -> None:
    with office.reading() as session:
        assert is_reviewed(session, "de")
        assert [one.language for one in language_reviews(session)] == [
            one for one in CLIENT_LANGUAGES if one != "de"
        ]


def test_each_language_has_an_edition_of_its_own() -> None:
    editions = {load_client_texts(one).edition for one in CLIENT_LANGUAGES}
    assert len(editions) == len(CLIENT_LANGUAGES)
    assert all(len(one) == 12 for one in editions)


def test_the_sheet_holds_every_text_beside_the_german_one(office: OfficeStore) -> None:
    with office.reading() as session:
        sheet = gather_review_sheet(session, "ar", DAY)
    said = {text for group in sheet.groups for _german, text in group.pairs}
    texts = load_client_texts("ar")
    assert set(texts.blocks.values()) <= said
    assert {text for terms in texts.terms.values() for text in terms.values()} <= said
    heard = Listener(build_review_sheet(sheet))
    assert [*heard.failures("ua1"), *heard.failures("2a"), *check(heard.content)] == []
    rows = sum(len(group.pairs) for group in sheet.groups)
    assert str(rows) in heard.texts("TH")
