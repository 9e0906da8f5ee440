"""Journey 10 in the whole window, by keys alone: two offers, one chosen, who pays what, and an order too early."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_case
from tests.desktop.running import SHIFT, Running
from tests.end_to_end.keyboard import ALT, CTRL, Keyboard, log_in, plain
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.desktop.widgets.amount_table import AmountTable
from zwk_barrier.model import Application, Dwelling, Measure, Quote
from zwk_barrier.store.office import OfficeStore

GRANT = "Wohnumfeldverbessernde Maßnahmen (Pflegekasse)"
OFFERS = (("Bad & Söhne", "9.500"), ("Sanitär Lehe", "8.400"))


@pytest.fixture
def case_id(office: OfficeStore) -> UUID:
    """A house owner with care grade 2; a shower at 8,000 to 12,000 euros."""
    facts = {
        "family_name": "Brandt",
        "care_grade": "2",
        "insurance_type": "gkv",
        "insurance": "Pflegekasse Nord",
    }
    case_id = a_case(office, "2026-0001", date(2026, 10, 1), **facts)
    with office.reading() as session:
        dwelling_id = load_case(session, case_id).dwelling.id
    records.keep(office, Dwelling, dwelling_id, tenure="eigentum_haus")
    values = {
        "title": "Bodengleiche Dusche",
        "kind": "bau_gross",
        "cost_low": 800_000,
        "cost_high": 1_200_000,
    }
    records.add(office, Measure, case_id=case_id, payers=["pk4", "kfw"], **values)
    aid = {"title": "Duschhocker", "kind": "hilfsmittel", "payers": ["kk"], "cost_quoted": 12_000}
    records.add(office, Measure, case_id=case_id, **aid)
    return case_id


@pytest.fixture
def keys(running: Running, case_id: UUID, office_folder: Path) -> Keyboard:
    """At the measures of the case."""
    del case_id  # it only has to be there
    keys = log_in(running, office_folder)
    keys.open_case("Brandt", "measures")
    return keys


def enter_the_offers(keys: Keyboard) -> None:
    """Two offers, then the tick at the second."""
    for provider, price in OFFERS:
        keys.use("quote_add")
        for text in (provider, price, "heute", "+30"):
            keys.type(text)
            keys.key(Qt.Key.Key_Tab)
    keys.tab_to("quote_chosen")
    keys.key(Qt.Key.Key_Space)
    assert [quote.company for quote in keys.kept(Quote, is_chosen=True)] == ["Sanitär Lehe"]
    assert keys.text("case_measure_sum") == "Zusammen laut Angeboten: 8.520 €"


def table(keys: Keyboard) -> dict[str, tuple[str, ...]]:
    """The financing plan, row by row."""
    shown = keys.running.one(AmountTable, "financing_table")
    head = {"": tuple(plain(column) for column in shown.columns)}
    return head | {row.title: tuple(plain(amount) for amount in row.amounts) for row in shown.rows()}


def test_the_chosen_offer_is_shared_out_and_the_gap_is_the_own_share(keys: Keyboard) -> None:
    enter_the_offers(keys)
    keys.turn_to("funding")
    assert table(keys) == {
        "": ("Kosten", "Hilfsmittel (Krankenkasse)", GRANT, "Eigenanteil"),
        "Bodengleiche Dusche": ("8.400 €", "", "4.180 €", "4.220 €"),
        "Duschhocker": ("120 €", "110 €", "", "10 €"),  # 10 euros are to be paid by oneself: § 61 SGB V
        "Zusammen": ("8.520 €", "110 €", "4.180 €", "4.230 €"),
        "Stand": ("", "Vorschlag", "Vorschlag", ""),
    }
    assert keys.text("financing_own_figure") == "4.230 €"

    keys.press(Qt.Key.Key_B, ALT)
    asked = {one.programme: one.amount_requested for one in keys.kept(Application)}
    assert asked == {"SGB5-33": 110_00, "SGB11-40-4": 4_180_00}
    assert table(keys)["Beantragt"] == ("", "110 €", "4.180 €", "")
    keys.key(Qt.Key.Key_Z, CTRL)
    assert keys.kept(Application) == []


def test_an_order_before_the_approval_asks_for_a_reason(keys: Keyboard) -> None:
    keys.turn_to("funding")
    keys.use("funding_programmes_single_button")
    keys.use("programme_kfw_159_apply")
    keys.wait(lambda: keys.sees("application_page"))
    keys.rest()
    keys.use("application_case")
    keys.turn_to("measures")

    keys.choose("measure_status", "Beauf")
    assert keys.text("early_start_text").startswith(
        "„Altersgerecht Umbauen – Kredit (KfW 159)“ zahlt nur, was erst nach der Zusage beauftragt wird."
    )
    assert keys.place == "early_start_reason"
    keys.key(Qt.Key.Key_Escape)
    assert ordered(keys) == ("empfohlen", None, False)

    keys.running.qtbot.wait(500)  # else Qt takes the letters as more of the word typed last
    keys.key(Qt.Key.Key_Backtab, SHIFT)  # Tab had gone on before the question came
    keys.choose("measure_status", "Beauf")
    keys.type("Entlassung am Montag")
    keys.key(Qt.Key.Key_Return)
    assert ordered(keys) == ("beauftragt", "Entlassung am Montag", True)


def ordered(keys: Keyboard) -> tuple[str | None, str | None, bool]:
    """The status of the shower, the reason for its early order, and whether it has a day of order."""
    [shower] = keys.kept(Measure, kind="bau_gross")
    return shower.status, shower.early_start_reason, shower.ordered_on is not None
