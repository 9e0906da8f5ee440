"""Journey 8 in the whole window, by keys alone: the receipt is typed, the day comes nearer, and passes."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.casework.lettering import full_case
from tests.desktop.running import Running
from tests.end_to_end.keyboard import ALT, CTRL, Keyboard, log_in, pdf_text, plain, set_the_clock
from zwk_barrier.casework import records
from zwk_barrier.desktop.day_watch import DayWatch
from zwk_barrier.model import Application, Deadline, Letter
from zwk_barrier.store.office import OfficeStore


@pytest.fixture
def keys(running: Running, office: OfficeStore, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    """On 3 November at an application that was sent on 27 October and whose receipt is not known yet."""
    case = full_case(office)
    days = {"lodged_elsewhere_on": None, "received_on": None, "notice_on": None}
    records.keep(office, Application, case.application_id, **days, applied_on=date(2026, 10, 27))
    office.close()
    set_the_clock(monkeypatch, date(2026, 11, 3))
    keys = log_in(running, office.folder)
    keys.open_case("Petrova", "funding")
    keys.tab_to("case_application_rows_0")
    keys.key(Qt.Key.Key_Return)
    return keys


def type_the_receipt(keys: Keyboard, day: str) -> None:
    keys.press(Qt.Key.Key_E, ALT)
    keys.type(day)
    keys.key(Qt.Key.Key_Tab)


def decision(keys: Keyboard) -> Deadline:
    """The day until which the fund has to decide, as it is kept."""
    [found] = keys.kept(Deadline, kind="decision", settled_on=None)
    return found


def go_on_to(keys: Keyboard, monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """The machine's clock goes on; the window looks at it once a minute."""
    set_the_clock(monkeypatch, day)
    for watch in keys.running.program.findChildren(DayWatch) + keys.page.findChildren(DayWatch):
        watch.look()
    keys.rest()


def test_heute_reminds_seven_three_and_no_days_before_and_writes_when_the_day_has_passed(
    keys: Keyboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    type_the_receipt(keys, "2.11.")
    assert (decision(keys).starts_on, decision(keys).due_on) == (date(2026, 11, 3), date(2026, 11, 23))
    keys.key(Qt.Key.Key_1, ALT)
    for day, left in ((16, "in 7 Tagen"), (20, "in 3 Tagen"), (23, "heute")):
        go_on_to(keys, monkeypatch, date(2026, 11, day))
        assert keys.text("notice_text") == f"1 Frist: 1 {left}"
        [row] = keys.rows("today_due")
        assert (row.badge, row.badge_icon) == (left, "bell")
        assert plain(row.note) == (
            "Pflegekasse Nord: Entscheidung der Pflegekasse bis Mo 23.11., Eingang 2.11."
        )

    go_on_to(keys, monkeypatch, date(2026, 11, 24))
    [row] = keys.rows("today_due")
    assert row.badge == "überfällig 1 T"
    assert plain(row.note) == ("Pflegekasse Nord: Frist nach § 40 Abs. 7 SGB XI abgelaufen, Fiktion prüfen")
    keys.tab_to("today_due_0")
    keys.key(Qt.Key.Key_Space)
    keys.rest()
    path = tmp_path / "Erinnerung.pdf"
    assert keys.save_as(path) == "Erinnerung_2026-0001_2026-11-24.pdf"
    words = pdf_text(path)
    assert "am 02.11.2026 bei Ihnen eingegangen" in words
    assert "am 23.11.2026 zu Ende (§ 40 Abs. 7 SGB XI)" in words
    assert "als genehmigt gilt, wird derzeit geprüft" in words
    [letter] = keys.kept(Letter)
    assert (letter.template, letter.digest) == ("reminder", sha256(path.read_bytes()).hexdigest())


def test_whoever_is_involved_gives_the_fund_five_weeks_and_undo_three_again(keys: Keyboard) -> None:
    type_the_receipt(keys, "2.11.")
    keys.choose("application_involvement", "Med")
    keys.fill("application_involved_on", "heute")
    assert decision(keys).due_on == date(2026, 12, 7)
    keys.tab_to("application_deadline_rows_0")
    keys.key(Qt.Key.Key_Return)
    assert keys.text("application_steps_title") == "So gerechnet: Entscheidung der Pflegekasse"
    told = [f"{row.title} {row.note}" for row in keys.rows("application_step_rows")]
    assert any("5 Wochen" in step and "§ 40 Abs. 7" in step for step in told), told

    keys.key(Qt.Key.Key_Z, CTRL)
    keys.key(Qt.Key.Key_Z, CTRL)
    assert decision(keys).due_on == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("land", "due_on", "told"),
    [
        ("Bremen", date(2026, 11, 18), "Mi 18.11."),  # three weeks after Wednesday 28 October
        ("Sachsen", date(2026, 11, 19), "Do 19.11."),  # Buß- und Bettag is a holiday: § 26 Abs. 3 SGB X
    ],
)
def test_a_holiday_where_the_fund_sits_moves_the_end_of_the_period(
    keys: Keyboard, land: str, due_on: date, told: str
) -> None:
    keys.choose("application_recipient_land", land)
    type_the_receipt(keys, "28.10.")
    assert decision(keys).due_on == due_on
    assert plain(keys.rows("application_deadline_rows")[0].tail) == f" · bis {told}"
