"""The page of an application, worked on with the keyboard alone."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.desktop.applications.conftest import TODAY, ApplicationHands, ago
from tests.desktop.typist import ALT, CTRL, one
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.payers import applications
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, ToApplication, ToCase, ToLetter
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.rules.typed import format_date

if TYPE_CHECKING:
    from zwk_barrier.model import Measure


def words(hands: ApplicationHands, name: str) -> str:
    label = hands.page.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def measures_of(hands: ApplicationHands) -> "dict[str | None, Measure]":
    return {each.title: each for each in hands.view().measures}


def test_a_fresh_application_says_what_it_waits_for(hands: ApplicationHands) -> None:
    hands.open()

    assert hands.application_page.title() == "Wohnumfeldverbessernde Maßnahmen (Pflegekasse)"
    assert words(hands, "application_fact_0") == "geplant"
    assert words(hands, "application_deadlines_empty").startswith("Noch läuft keine Frist.")
    assert hands.place == "application_programme"
    assert not hands.sees("application_objection")
    assert words(hands, "application_later")


def test_the_receipt_is_typed_and_its_deadline_stands_there_at_once(hands: ApplicationHands) -> None:
    hands.open()
    hands.press(Qt.Key.Key_E, ALT)
    assert hands.place == "application_received_on"
    hands.type(format_date(ago(2)))
    hands.tab()

    [decision, _inaction] = hands.rows("application_deadline_rows")
    assert decision.title == "Entscheidung der Pflegekasse"
    assert hands.view().application.received_on == ago(2)
    assert words(hands, "application_fact_0").startswith("eingegangen")


def test_an_impossible_day_stays_in_its_field_with_the_sentence_and_is_kept_when_it_fits(
    late: ApplicationHands,
) -> None:
    late.open()
    late.press(Qt.Key.Key_D, ALT)
    late.type(format_date(ago(29)))
    late.tab()
    late.rest()
    assert "kann nicht älter sein als der Eingang" in words(late, "application_notice_on_error_text")
    assert late.view().application.notice_on is None

    late.press(Qt.Key.Key_E, ALT)
    late.press(Qt.Key.Key_A, CTRL)
    late.type(format_date(ago(30)))
    late.tab()
    late.rest()
    assert late.view().application.notice_on == ago(29)
    assert words(late, "application_notice_on_error_text") == ""


def test_more_granted_than_asked_for_is_told_beside_the_field(late: ApplicationHands) -> None:
    late.open()
    late.go_to("application_amount_granted")
    late.type("5000")
    late.tab()
    late.rest()

    sentence = words(late, "application_amount_granted_error_text").replace("\N{NO-BREAK SPACE}", " ")
    assert sentence == "Bewilligt (5.000 €) kann nicht mehr sein als beantragt (4.180 €)."


def test_an_overdue_decision_asks_to_check_and_offers_the_reminder(
    late: ApplicationHands, went: list[Destination]
) -> None:
    late.open()
    assert late.place == "application_deadline_rows_0"
    first = late.rows("application_deadline_rows")[0]
    assert (first.badge, first.badge_icon, first.action) == (
        "7 Tage überfällig",
        "circle-alert",
        "Erinnerung schreiben",
    )
    assert "Fiktion prüfen" in first.note

    late.tab()
    late.press(Qt.Key.Key_Return)
    assert went == [ToLetter(late.view().case.id, "reminder", late.application_id)]


def test_enter_shows_how_a_deadline_was_worked_out_and_escape_closes_it(late: ApplicationHands) -> None:
    late.open()
    late.press(Qt.Key.Key_Return)
    steps = late.rows("application_step_rows")
    assert words(late, "application_steps_title") == "So gerechnet: Entscheidung der Pflegekasse"
    assert steps[0].title.startswith("Regel: § 40 Abs. 7 SGB XI, Fassung ab")
    assert any("§ 188 Abs. 2 BGB" in step.note for step in steps)
    assert "Geprüft am" in words(late, "application_steps_rule")
    assert late.place == "application_step_rows_0"

    late.press(Qt.Key.Key_Escape)
    assert not late.sees("application_steps")
    assert late.place == "application_deadline_rows_0"


def test_the_measures_are_chosen_from_the_list_and_move_on_with_the_application(
    hands: ApplicationHands,
) -> None:
    hands.open()
    hands.press(Qt.Key.Key_M, ALT)
    assert hands.place == "application_measures_list"
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return)
    shower = measures_of(hands)["Dusche"]
    assert hands.view().application.measures == [shower.id.hex]
    hands.press(Qt.Key.Key_A, ALT)
    hands.type("heute")
    hands.tab()

    assert [measures_of(hands)[title].status for title in ("Dusche", "Haltegriffe")] == [
        "beantragt",
        "empfohlen",
    ]


def test_a_notice_brings_the_sections_that_follow_it(late: ApplicationHands) -> None:
    late.open()
    late.press(Qt.Key.Key_G, ALT)
    late.press(Qt.Key.Key_Down)
    late.press(Qt.Key.Key_A)
    late.press(Qt.Key.Key_Return)
    assert late.view().application.notice == "abgelehnt"
    late.press(Qt.Key.Key_D, ALT)
    late.type(format_date(ago(3)))
    late.tab()

    assert late.view().state.word == "abgelehnt"
    assert late.sees("application_objection")
    assert not late.sees("application_payment")
    objection = next(row for row in late.rows("application_deadline_rows") if "Widerspruch" in row.title)
    assert objection.action == "Widerspruch schreiben"
    assert late.sees("application_write_objection")


def test_every_field_is_kept_by_leaving_it_and_taken_back_by_undo(
    hands: ApplicationHands, desk: Desk
) -> None:
    hands.open()
    hands.go_to("application_reference")
    hands.type("PK 4711/26")
    hands.tab()
    assert hands.view().application.reference == "PK 4711/26"

    desk.undo()
    assert hands.view().application.reference is None


def test_what_is_being_typed_survives_a_change_elsewhere(hands: ApplicationHands, desk: Desk) -> None:
    hands.open()
    field = hands.go_to("application_reference")
    hands.type("PK 47")
    desk.do(lambda store: applications.keep(store, hands.application_id, {"note": "angerufen"}))
    hands.rest()

    assert getattr(field, "text")() == "PK 47"  # noqa: B009 - any text field
    hands.application_page.leave()
    assert hands.view().application.reference == "PK 47"


def test_a_field_tells_its_history(hands: ApplicationHands) -> None:
    hands.keep(reference="alt 1")
    hands.keep(reference="neu 2")
    hands.open()
    hands.go_to("application_reference")
    hands.press(Qt.Key.Key_F6)

    assert [row.title for row in hands.rows_in_window("field_history_rows")][:2] == ["neu 2", "alt 1"]


def test_a_removed_application_can_be_brought_back(
    hands: ApplicationHands,
    desk: Desk,
    went: list[Destination],
    said: list[tuple[str, bool]],
    case_id: UUID,
) -> None:
    hands.open()
    hands.go_to("application_remove")
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    assert went == [ToCase(case_id, "funding")]
    assert said == [("Antrag entfernt. Seine Schreiben bleiben im Fall.", True)]

    desk.undo()
    assert hands.view().title


def test_back_and_to_the_case(hands: ApplicationHands, went: list[Destination], case_id: UUID) -> None:
    hands.open()
    for name in ("application_back", "application_case", "application_letter_other"):
        hands.go_to(name)
        hands.press(Qt.Key.Key_Return)

    assert went == [Back(), ToCase(case_id, "funding"), ToCase(case_id, "documents")]


def test_the_letters_that_fit_change_with_where_it_stands(hands: ApplicationHands) -> None:
    hands.open()
    assert hands.sees("application_write_application")
    assert not hands.sees("application_write_reminder")
    hands.press(Qt.Key.Key_A, ALT)
    hands.type("heute")
    hands.tab()

    assert hands.sees("application_write_reminder")
    assert not hands.sees("application_write_application")


def test_an_application_that_is_gone_leads_back_to_its_case(
    hands: ApplicationHands, desk: Desk, went: list[Destination], case_id: UUID
) -> None:
    hands.open()
    desk.do(lambda store: applications.remove(store, hands.application_id))
    hands.rest()

    assert went == [ToCase(case_id, "funding")]


def test_a_measure_that_left_the_case_is_not_shown_any_more(hands: ApplicationHands) -> None:
    with hands.office.reading() as session:
        shower, bar = cases.load_case(session, hands.view().case.id).measures
    hands.keep(measures=[shower.id.hex, bar.id.hex])
    with hands.office.deed("gone") as deed:
        deed.keep(type(shower), shower.id, title="Dusche", removed_at=shower.created_at)
    hands.open()

    field = hands.go_to("application_measures")
    assert getattr(field, "labels")() == ["Haltegriffe, 80–350 €".replace(" €", "\N{NO-BREAK SPACE}€")]  # noqa: B009


def test_the_day_is_todays_for_one_key(late: ApplicationHands) -> None:
    late.open()
    rows = late.rows("application_evidence_rows")
    place = next(place for place, row in enumerate(rows) if row.badge == "fehlt")
    late.go_to(f"application_evidence_rows_{place}_action")
    late.press(Qt.Key.Key_Space)

    assert late.view().evidence[place].evidence.present_on == TODAY
    assert late.rows("application_evidence_rows")[place].badge == "liegt vor"


def test_another_application_begins_at_its_top(late: ApplicationHands, case_id: UUID) -> None:
    late.open()
    late.go_to("application_note")
    scroll = one(late, ScrollPage, "application_scroll")
    assert scroll.verticalScrollBar().value() > 0
    _changed, other = applications.start(late.office, case_id, "SGB5-33")
    applications.keep(late.office, other, {"received_on": TODAY})
    late.application_page.show_destination(ToApplication(other))
    late.rest()

    assert scroll.verticalScrollBar().value() == 0
    assert late.place == "application_deadline_rows_0"
