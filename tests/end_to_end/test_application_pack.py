"""Journey 7 in the whole window, by keys alone: from the programme to a letter that was sent and is waited for."""

from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PySide6.QtCore import Qt

from tests.casework.lettering import full_case
from tests.desktop.running import Running
from tests.end_to_end.keyboard import ALT, CTRL, Keyboard, log_in, pdf_text, set_the_clock
from zwk_barrier.casework import records
from zwk_barrier.model import Application, Consent, Disclosure, Evidence, Letter, Measure
from zwk_barrier.store.office import OfficeStore

MONDAY = date(2026, 11, 23)


@pytest.fixture
def keys(running: Running, office: OfficeStore, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    """At the funding check of a case with one measure, a photo and the consents, nothing applied for yet."""
    case = full_case(office)
    records.remove(office, Application, case.application_id)
    records.keep(office, Measure, case.measure_id, payers=["pk4"], cost_quoted=160_000)
    office.close()
    set_the_clock(monkeypatch, MONDAY)
    keys = log_in(running, office.folder)
    keys.open_case("Petrova", "funding")
    return keys


def test_an_application_goes_from_the_programme_to_the_post_by_keys(keys: Keyboard, tmp_path: Path) -> None:
    keys.use("programme_sgb11_40_4_apply")
    keys.wait(lambda: keys.sees("application_page"))
    keys.rest()
    place = [row.title for row in keys.rows("application_evidence_rows")].index("Kostenvoranschlag")
    keys.use(f"application_evidence_rows_{place}_action")
    [application] = keys.kept(Application)
    [quote] = keys.kept(Evidence, application_id=application.id, kind="kostenvoranschlag")
    assert quote.present_on == MONDAY

    keys.use("application_write_application")
    keys.wait(lambda: keys.sees("letter_form"))
    keys.rest()
    write(keys)
    path = tmp_path / "Antrag.pdf"
    assert keys.save_as(path).startswith("Antrag_2026-0001")
    check_pack(path)

    keys.use("letter_send")
    assert keys.place == "letter_sent_on"
    keys.use("letter_sending_yes")
    check_sent(keys, application.id)
    [letter] = keys.kept(Letter)
    assert letter.digest == sha256(path.read_bytes()).hexdigest()

    assert keys.place == "letter_back"
    keys.key(Qt.Key.Key_Space)
    assert keys.text("application_fact_0") == "gestellt am 23.11."
    assert keys.text("application_deadlines_empty").endswith("Sie beginnt mit dem Eingang bei der Stelle.")
    keys.press(Qt.Key.Key_E, ALT)
    assert keys.place == "application_received_on"
    keys.key(Qt.Key.Key_1, ALT)
    [waited] = keys.rows("today_due")
    assert (waited.badge, waited.note) == ("in 14 Tagen", "Eingang des Antrags erfragen (Pflegekasse Nord)")


def check_pack(path: Path) -> None:
    """One accessible document: reasons, proofs and photo, in German, with headings to jump to."""
    words = pdf_text(path)
    for part in (
        "Pflegekasse Nord Postfach 10 01 28001 Bremen",
        "Rechtsgrundlage ist § 40 Abs. 4 und 7, § 28a Abs. 1 Nr. 4 SGB XI.",
        "1. Badtür verbreitern (Bad) Kosten: 1.600 € laut Angebot Der Rollator ist 65 cm breit, die Badtür 63 cm. ",
        "Kostenvoranschlag – liegt bei",
        "Foto 1 · Badtür",
    ):
        assert part in words
    with pikepdf.open(path) as opened:
        assert (bool(opened.Root.MarkInfo.Marked), str(opened.Root.Lang)) == (True, "de-DE")
        assert "/StructTreeRoot" in opened.Root
        images = [image for page in opened.pages for image in page.get_images()]
        assert len(images) == 1


def check_sent(keys: Keyboard, application_id: UUID) -> None:
    """What went to whom on which consent, and the day at the application."""
    [consent] = keys.kept(Consent, purpose="weitergabe_kasse")
    [told] = keys.kept(Disclosure)
    assert (told.recipient, told.disclosed_on, told.basis) == ("Pflegekasse Nord", MONDAY, "einwilligung")
    assert told.consent_id == consent.id
    assert told.what == "Antrag mit Begründung, Kosten, Nachweisen und gewählten Fotos"
    [application] = keys.kept(Application)
    assert application.id == application_id
    assert (application.applied_on, application.received_on) == (MONDAY, None)


def write(keys: Keyboard) -> None:
    """Types the address, the reason of the measure, and takes the photo."""
    assert keys.place == "letter_recipient"
    keys.press(Qt.Key.Key_End, CTRL)
    for line in ("Postfach 10 01", "28001 Bremen"):
        keys.press(Qt.Key.Key_Return)
        keys.type(line)
    [measure] = keys.kept(Measure)
    keys.fill(f"letter_measure_{measure.id.hex}", "Der Rollator ist 65 cm breit, die Badtür 63 cm.")
    keys.tab_to("letter_photos")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        keys.press(key)
    keys.rest()
