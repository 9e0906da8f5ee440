"""Applications: begun with what is known, kept with what follows, taken back whole."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.payers import applications, evidence
from zwk_barrier.casework.payers.application_views import ApplicationView, application_rows, load_application
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.casework.plan import measures
from zwk_barrier.model import Application, Dwelling, Letter, Measure
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.store.office import OfficeStore

HOME = "SGB11-40-4"
TODAY = date(2026, 11, 22)


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """Olga Petrova's case; her insurance is known."""
    return cases.open_case(office, family_name="Petrova", insurance="AOK Testhafen", insurance_type="gkv")[1]


def begun(office: OfficeStore, case_id: UUID, *for_measures: UUID, **values: Any) -> UUID:
    _changed, application_id = applications.start(office, case_id, HOME, for_measures)
    if values:
        applications.keep(office, application_id, values)
    return application_id


def seen(office: OfficeStore, application_id: UUID, day: date = TODAY) -> ApplicationView:
    with office.reading() as session:
        return load_application(session, application_id, day)


def measure(office: OfficeStore, case_id: UUID, title: str = "Dusche", **values: Any) -> UUID:
    return measures.recommend(office, case_id, title=title, **values)[1]


def status(office: OfficeStore, measure_id: UUID) -> str:
    with office.reading() as session:
        return records.get(session, Measure, measure_id).status


def test_an_application_begins_with_what_is_known(office: OfficeStore, case_id: UUID) -> None:
    shower = measure(office, case_id)
    view = seen(office, begun(office, case_id, shower))

    assert view.application.recipient == "AOK Testhafen"
    assert view.application.recipient_land == "HB"
    assert view.application.measures == [shower.hex]
    assert view.state.word == "geplant"
    kinds = [each.evidence.kind for each in view.evidence]
    assert {"kostenvoranschlag", "pflegegradbescheid", "vermieterzustimmung"} <= set(kinds)
    assert {each.word for each in view.evidence} == {"fehlt"}


def test_a_landlords_consent_that_is_there_is_not_asked_for_again(office: OfficeStore, case_id: UUID) -> None:
    with office.reading() as session:
        dwelling = cases.load_case(session, case_id).dwelling
    records.keep(office, Dwelling, dwelling.id, consent_state="erteilt", consent_on=date(2026, 10, 1))
    consent = next(
        each
        for each in seen(office, begun(office, case_id)).evidence
        if each.evidence.kind == "vermieterzustimmung"
    )

    assert (consent.word, consent.age) == ("liegt vor", 52)


def test_who_owns_the_house_needs_no_landlord(office: OfficeStore, case_id: UUID) -> None:
    with office.reading() as session:
        dwelling = cases.load_case(session, case_id).dwelling
    records.keep(office, Dwelling, dwelling.id, tenure="eigentum_haus")
    view = seen(office, begun(office, case_id))

    assert "vermieterzustimmung" not in [each.evidence.kind for each in view.evidence]


def test_an_application_begun_by_mistake_is_taken_back_whole(office: OfficeStore, case_id: UUID) -> None:
    application_id = begun(office, case_id)
    office.undo()
    with office.reading() as session:
        assert application_rows(session, case_id, TODAY) == ()
        assert evidence.evidence_of(session, application_id) == []


def test_a_programme_there_is_none_of_is_refused(office: OfficeStore, case_id: UUID) -> None:
    with pytest.raises(NotFound):
        applications.start(office, case_id, "SGB99")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "geplant"),
        ({"applied_on": date(2026, 11, 1)}, "gestellt am 1.11."),
        ({"received_on": date(2026, 11, 2)}, "eingegangen am 2.11."),
        ({"lodged_elsewhere_on": date(2026, 11, 2)}, "eingegangen am 2.11."),
        (
            {"received_on": date(2026, 11, 2), "involvement": "md", "involved_on": date(2026, 11, 5)},
            "in Prüfung seit 5.11.",
        ),
        ({"notice": "bewilligt_teil", "notice_on": date(2026, 11, 9)}, "teilweise bewilligt am 9.11."),
        ({"notice": "fiktion_eingetreten"}, "Frist abgelaufen, Fiktion prüfen"),
        ({"notice": "abgelehnt", "objection_on": date(2026, 11, 20)}, "Widerspruch läuft seit 20.11."),
        (
            {"notice": "abgelehnt", "objection_on": date(2026, 11, 2), "objection_outcome": "stattgegeben"},
            "Widerspruch erfolgreich",
        ),
        ({"notice": "bewilligt_voll", "paid_on": date(2026, 11, 21)}, "ausgezahlt am 21.11."),
        (
            {"notice": "bewilligt_teil", "paid_on": date(2026, 11, 9), "objection_on": date(2026, 11, 20)},
            "bewilligt, Widerspruch läuft seit 20.11.",
        ),
        (
            {
                "notice": "bewilligt_teil",
                "notice_on": date(2026, 11, 9),
                "objection_outcome": "zurueckgewiesen",
            },
            "teilweise bewilligt am 9.11.",
        ),
        (
            {
                "notice": "abgelehnt",
                "objection_on": date(2026, 11, 2),
                "objection_outcome": "zurueckgenommen",
            },
            "abgelehnt",
        ),
        ({"received_on": date(2026, 11, 2), "notice": "zurueckgenommen"}, "zurückgenommen"),
    ],
)
def test_where_an_application_stands_is_one_word(
    office: OfficeStore, case_id: UUID, values: dict[str, Any], words: str
) -> None:
    assert seen(office, begun(office, case_id, **values)).state.in_words(TODAY) == words


@pytest.mark.parametrize(
    ("before", "values", "field"),
    [
        ({}, {"received_on": date(2999, 1, 1)}, "received_on"),
        ({"received_on": date(2026, 11, 9)}, {"notice_on": date(2026, 11, 2)}, "notice_on"),
        ({"notice_on": date(2026, 11, 2)}, {"received_on": date(2026, 11, 9)}, "received_on"),
        ({"notice_on": date(2026, 11, 9)}, {"delivered_on": date(2026, 11, 6)}, "delivered_on"),
        ({"posted_on": date(2026, 11, 9)}, {"delivered_on": date(2026, 11, 6)}, "delivered_on"),
        ({"amount_requested": 400_000}, {"amount_granted": 400_001}, "amount_granted"),
        ({"amount_granted": 400_000}, {"amount_paid": 400_001}, "amount_paid"),
        ({"notice_on": date(2026, 11, 9)}, {"objection_on": date(2026, 11, 6)}, "objection_on"),
        ({}, {"amount_granted": -1}, "amount_granted"),
    ],
)
def test_what_cannot_be_true_is_refused_beside_its_field(
    office: OfficeStore, case_id: UUID, before: dict[str, Any], values: dict[str, Any], field: str
) -> None:
    application_id = begun(office, case_id, **before)
    with pytest.raises(InputProblem) as refused:
        applications.keep(office, application_id, values)

    assert refused.value.field == field
    assert getattr(seen(office, application_id).application, field) is None


def test_a_field_that_contradicts_nothing_new_is_kept_beside_an_old_contradiction(
    office: OfficeStore, case_id: UUID
) -> None:
    application_id = begun(office, case_id)
    with office.deed("brought_in") as deed:  # from elsewhere, past what a form would refuse
        deed.keep(Application, application_id, received_on=date(2026, 11, 9), notice_on=date(2026, 11, 2))

    assert applications.keep(office, application_id, {"note": "angerufen"})


def test_the_measures_move_on_with_their_application_and_back_with_undo(
    office: OfficeStore, case_id: UUID
) -> None:
    shower, bar = measure(office, case_id), measure(office, case_id, "Griff", status="beauftragt")
    application_id = begun(office, case_id, shower, bar)
    assert status(office, shower) == "empfohlen"
    for values, expected in (
        ({"applied_on": date(2026, 11, 1)}, "beantragt"),
        ({"notice": "abgelehnt", "notice_on": date(2026, 11, 12)}, "abgelehnt"),
        ({"objection_on": date(2026, 11, 15), "objection_outcome": "stattgegeben"}, "bewilligt"),
    ):
        applications.keep(office, application_id, values)
        assert status(office, shower) == expected
    assert status(office, bar) == "beauftragt"

    office.undo()
    assert status(office, shower) == "abgelehnt"


def test_a_refusal_does_not_take_back_what_another_application_has_brought(
    office: OfficeStore, case_id: UUID
) -> None:
    shower = measure(office, case_id)
    begun(office, case_id, shower, notice="bewilligt_voll")
    begun(office, case_id, shower, notice="abgelehnt")

    assert status(office, shower) == "bewilligt"


def test_a_measure_put_back_by_hand_stays_so_when_a_note_is_kept(office: OfficeStore, case_id: UUID) -> None:
    shower = measure(office, case_id)
    application_id = begun(office, case_id, shower, applied_on=date(2026, 11, 1))
    records.keep(office, Measure, shower, status="zurueckgestellt")
    applications.keep(office, application_id, {"note": "Frau Petrova überlegt noch"})

    assert status(office, shower) == "zurueckgestellt"


def test_a_removed_application_leaves_its_letters_and_comes_back_by_undo(
    office: OfficeStore, case_id: UUID
) -> None:
    application_id = begun(office, case_id, received_on=date(2026, 11, 2))
    _changed, letter_id = records.add(
        office, Letter, case_id=case_id, application_id=application_id, template="reminder"
    )
    applications.remove(office, application_id)
    with office.reading() as session:
        assert application_rows(session, case_id, TODAY) == ()
        assert records.get(session, Letter, letter_id).application_id == application_id

    office.undo()
    assert seen(office, application_id).deadlines


def test_the_checklist_says_how_old_each_document_is(office: OfficeStore, case_id: UUID) -> None:
    application_id = begun(office, case_id)
    quote = next(
        each for each in seen(office, application_id).evidence if each.evidence.kind == "kostenvoranschlag"
    )
    evidence.keep_evidence(office, quote.evidence.id, {"dated_on": date(2026, 11, 10)})
    evidence.note_present(office, quote.evidence.id, TODAY)
    view = next(each for each in seen(office, application_id).evidence if each.age is not None)
    assert (view.age_in_words, view.word) == ("12 Tage alt", "liegt vor")

    evidence.note_sent(office, application_id, TODAY)
    assert [each.word for each in seen(office, application_id).evidence].count("abgeschickt") == 1


def test_a_recommendation_says_by_when_the_application_must_be_in(office: OfficeStore, case_id: UUID) -> None:
    _changed, application_id = applications.start(office, case_id, "SGB11-40-1")
    advice = next(
        each.evidence
        for each in seen(office, application_id).evidence
        if each.evidence.kind == evidence.RECOMMENDATION
    )
    evidence.keep_evidence(office, advice.id, {"dated_on": date(2026, 11, 12)})

    # 12.11.2026 + 2 weeks (§ 40 Abs. 6 SGB XI) is Thursday, 26.11.2026
    [warning] = [each.warning for each in seen(office, application_id).evidence if each.warning]
    assert warning == "Der Antrag muss bis 26.11.2026 gestellt sein, sonst ist die Empfehlung zu alt."
    [late] = [
        each.warning for each in seen(office, application_id, date(2026, 11, 30)).evidence if each.warning
    ]
    assert late.startswith("Zu alt: Der Antrag musste bis 26.11.2026 gestellt sein.")


def test_a_document_sent_before_it_was_written_is_refused(office: OfficeStore, case_id: UUID) -> None:
    application_id = begun(office, case_id)
    with pytest.raises(InputProblem, match="abgeschickt"):
        evidence.add_evidence(
            office, application_id, {"dated_on": date(2026, 11, 20), "sent_on": date(2026, 11, 10)}
        )


def test_without_a_known_insurance_there_is_no_recipient_yet(office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, family_name="Meyer")

    assert seen(office, begun(office, case_id)).application.recipient is None


def test_every_programme_can_be_applied_for_and_looked_at(office: OfficeStore, case_id: UUID) -> None:
    with office.reading() as session:
        codes = [programme.code for programme in programmes_for(session)]
    assert len(codes) > 10
    for code in codes:
        _changed, application_id = applications.start(office, case_id, code)
        received = {"received_on": date(2026, 11, 2), "notice": "bewilligt_teil"}
        applications.keep(office, application_id, received | {"notice_on": date(2026, 11, 9)})
        view = seen(office, application_id)
        assert view.programme is not None
        assert view.title != code
        assert all(each.evidence.kind in load_code_list("evidence") for each in view.evidence)
        assert all(each.steps and each.title for each in view.deadlines)
