"""The checklist and the further documents asked for: opened, edited, added and taken away by keys."""

from datetime import timedelta

from PySide6.QtCore import Qt

from tests.desktop.applications.conftest import TODAY, ApplicationHands, ago
from tests.desktop.typist import ALT
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.rules.typed import format_date


def test_the_checklist_tells_what_is_there_and_how_old_it_is(late: ApplicationHands) -> None:
    late.open()
    first, second, *_others = late.rows("application_evidence_rows")

    assert (first.badge, first.badge_icon, first.tail, first.action) == (
        "liegt vor",
        "check",
        " · 40 Tage alt",
        "",
    )
    assert (second.badge, second.tail, second.action) == ("fehlt", "", "Liegt vor")


def test_enter_opens_a_document_and_escape_goes_back_to_its_row(hands: ApplicationHands) -> None:
    hands.open()
    hands.go_to("application_evidence_rows_0")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert hands.place == "evidence_dated_on"
    hands.type(format_date(ago(12)))
    hands.tab()
    hands.rest()
    assert hands.rows("application_evidence_rows")[1].tail == " · 12 Tage alt"

    hands.press(Qt.Key.Key_Escape)
    assert hands.place == "application_evidence_rows_1"
    assert not hands.sees("application_evidence_open")


def test_typing_is_kept_in_the_document_it_was_typed_for(hands: ApplicationHands) -> None:
    hands.open()
    hands.go_to("application_evidence_rows_0")
    hands.press(Qt.Key.Key_Return)
    hands.go_to("evidence_note")
    hands.type("beim Sohn")
    hands.go_to("application_evidence_rows_1")
    hands.press(Qt.Key.Key_Return)

    first, second, *_others = hands.view().evidence
    assert (first.evidence.note, second.evidence.note) == ("beim Sohn", None)


def test_a_further_document_is_added_and_one_begun_by_mistake_leaves_nothing(
    hands: ApplicationHands,
) -> None:
    hands.open()
    before = len(hands.view().evidence)
    hands.press(Qt.Key.Key_N, ALT)
    assert hands.sees("application_evidence_open")
    hands.press(Qt.Key.Key_Escape)
    assert len(hands.view().evidence) == before

    hands.press(Qt.Key.Key_N, ALT)
    hands.go_to("evidence_note")
    hands.type("Schreiben der Hausverwaltung")
    hands.tab()
    assert hands.view().evidence[-1].evidence.note == "Schreiben der Hausverwaltung"
    assert len(hands.view().evidence) == before + 1


def test_what_is_there_is_noted_as_sent_in_one_step_and_taken_back(
    late: ApplicationHands, desk: Desk
) -> None:
    late.open()
    late.go_to("application_evidence_sent")
    late.press(Qt.Key.Key_Space)
    assert [each.word for each in late.view().evidence][:2] == ["abgeschickt", "fehlt"]

    desk.undo()
    assert late.view().evidence[0].word == "liegt vor"


def test_a_removed_document_comes_back_by_undo(
    late: ApplicationHands, desk: Desk, said: list[tuple[str, bool]]
) -> None:
    late.open()
    before = [each.evidence.kind for each in late.view().evidence]
    late.go_to("application_evidence_rows_0")
    late.press(Qt.Key.Key_Return)
    late.go_to("application_evidence_remove")
    late.press(Qt.Key.Key_Space)
    assert [each.evidence.kind for each in late.view().evidence] == before[1:]
    assert said == [("Nachweis entfernt.", True)]

    desk.undo()
    assert [each.evidence.kind for each in late.view().evidence] == before


def test_a_request_for_papers_is_entered_with_its_time(hands: ApplicationHands) -> None:
    hands.open()
    hands.press(Qt.Key.Key_F, ALT)
    assert hands.place == "document_request_what"
    for text in ("Grundriss", "heute", "+14"):
        hands.type(text)
        hands.tab()

    [request] = hands.view().requests
    assert (request.what, request.requested_on, request.due_on) == (
        "Grundriss",
        TODAY,
        TODAY + timedelta(days=14),
    )
    assert [row.title for row in hands.rows("application_deadline_rows")] == ["Unterlagen nachreichen"]


def test_an_answered_request_is_done_by_one_key(late: ApplicationHands) -> None:
    late.open()
    late.go_to("application_requests_rows_0_action")
    late.press(Qt.Key.Key_Space)

    assert late.view().requests[0].answered_on == TODAY
    assert late.rows("application_requests_rows")[0].badge == "erledigt"


def test_a_time_that_ends_before_it_begins_is_told_beside_its_field(late: ApplicationHands) -> None:
    late.open()
    late.go_to("application_requests_rows_0")
    late.press(Qt.Key.Key_Return)
    late.go_to("document_request_due_on")
    late.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    late.type(format_date(ago(20)))
    late.tab()

    assert late.view().requests[0].due_on == TODAY + timedelta(days=40)
    assert late.sees("document_request_due_on_error")
