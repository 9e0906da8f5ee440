"""Work without a case by the keyboard: an activity, an hour in a quarter, a month, an offer."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.desktop.typist import ALT, CTRL, Typist, one
from tests.desktop.walk import obstacles
from zwk_barrier.casework import records
from zwk_barrier.casework.network import offers, outreach, staff_hours
from zwk_barrier.casework.network.activities import begin_activity
from zwk_barrier.casework.network.referrals import Source, refer
from zwk_barrier.casework.network.staff_hours import first_of_month
from zwk_barrier.casework.records import keep
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, NetworkTab, ToNetwork
from zwk_barrier.desktop.network.month_card import MonthCard
from zwk_barrier.desktop.network.page import NetworkPage
from zwk_barrier.desktop.network.place_card import PlaceCard
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.table import PagedTable
from zwk_barrier.model import Activity, LocalOffer, OutreachPlace, Record, Referral, Staff, StaffMonth
from zwk_barrier.store.office import OfficeStore

SECONDS_A_KEY, SECONDS_A_THOUGHT = 0.28, 1.2  # keystroke-level model, average typist


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> NetworkPage:
    made = NetworkPage(desk)
    qtbot.addWidget(made)
    desk.going.connect(lambda place: made.show_destination(place) if isinstance(place, ToNetwork) else None)
    return made


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, page: NetworkPage) -> Typist:
    return Typist(qtbot, desk, page)


def kept(office: OfficeStore, record: type[Record]) -> list[Record]:
    with office.reading() as session:
        return list(session.scalars(select(record).where(record.removed_at.is_(None))))


def cells(page: NetworkPage, name: str) -> list[list[str]]:
    table = page.findChild(PagedTable, name)
    assert table is not None
    model = table.rows
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def label(page: NetworkPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text()


def arrive(page: NetworkPage, hands: Typist, tab: NetworkTab) -> None:
    page.show_destination(ToNetwork(tab))
    hands.show()
    hands.rest()


def test_an_activity_is_recorded_in_under_forty_seconds(
    page: NetworkPage,
    hands: Typist,
    office: OfficeStore,
    went: list[Destination],
    said: list[tuple[str, bool]],
) -> None:
    arrive(page, hands, "activities")
    hands.keys = 0
    hands.press(Qt.Key.Key_N, ALT)
    hands.rest()
    assert hands.place == "activity_kind"
    hands.press(Qt.Key.Key_N)  # „Netzwerk und Gremium“
    hands.tab()
    hands.type("Runder Tisch Wohnen")
    hands.tab(2)  # today stays
    hands.type("12")
    hands.tab()
    hands.type("1:30")
    hands.press(Qt.Key.Key_F, ALT)
    hands.rest()

    [row] = kept(office, Activity)
    assert isinstance(row, Activity)
    assert (row.kind, row.title, row.held_on) == ("netzwerk", "Runder Tisch Wohnen", this_day())
    assert (row.participants, row.minutes, row.staff_id) == (12, 90, office.staff_id)
    assert hands.keys * SECONDS_A_KEY + 6 * SECONDS_A_THOUGHT < 40
    assert isinstance(went[-1], Back)
    assert said[-1][0] == "Tätigkeit behalten."


def test_activities_are_listed_filtered_and_summed(
    page: NetworkPage, hands: Typist, office: OfficeStore
) -> None:
    today = this_day()
    begin_activity(office, today, kind="presse", title="Zeitung", minutes=60)
    begin_activity(office, today, kind="veranstaltung", title="Vortrag", participants=20, minutes=120)
    arrive(page, hands, "activities")
    assert len(cells(page, "activity_list_table")) == 2
    assert label(page, "activity_list_sums") == "2 Tätigkeiten · 20 Personen dabei · 3\xa0h Arbeit"
    hands.press(Qt.Key.Key_A, ALT)
    hands.press(Qt.Key.Key_P)
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    assert [row[2] for row in cells(page, "activity_list_table")] == ["Zeitung"]
    assert label(page, "activity_list_sums") == "1 Tätigkeit · 1\xa0h Arbeit"


def test_a_jump_to_a_place_or_a_person_begins_there(
    page: NetworkPage, hands: Typist, office: OfficeStore
) -> None:
    places = [outreach.add_place(office, this_day())[1] for _place in range(2)]
    colleague = records.add(office, Staff, name="Zoe Ammann", role="beratung")[1]
    arrive(page, hands, "outreach")
    for place in places:
        page.show_destination(ToNetwork("outreach", place))
        hands.rest()
        assert [card.row_id for card in page.findChildren(PlaceCard) if has_keyboard(card)] == [place]
    page.show_destination(ToNetwork("hours", colleague))
    hands.rest()
    (card,) = (card for card in page.findChildren(MonthCard) if has_keyboard(card))
    name = card.findChild(QLabel, "month_card_name")
    assert name is not None
    assert name.text() == "Zoe Ammann"


def has_keyboard(card: QWidget) -> bool:
    return card.isAncestorOf(card.window().focusWidget())


def test_a_fresh_activity_begun_by_mistake_leaves_nothing(
    page: NetworkPage, hands: Typist, office: OfficeStore
) -> None:
    arrive(page, hands, "activities")
    hands.press(Qt.Key.Key_N, ALT)
    hands.rest()
    hands.press(Qt.Key.Key_Escape)
    hands.rest()
    assert kept(office, Activity) == []


def test_one_number_records_the_hour_of_today(
    page: NetworkPage, hands: Typist, office: OfficeStore, said: list[tuple[str, bool]]
) -> None:
    _changed, place = outreach.add_place(office, date(2026, 1, 1), name="Bücherei")
    arrive(page, hands, "outreach")
    assert hands.place == "outreach_advised"
    hands.type("5")
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    [row] = kept(office, Activity)
    assert isinstance(row, Activity)
    assert (row.outreach_place_id, row.held_on, row.advised) == (place, this_day(), 5)
    assert said[-1] == ("Sprechstunde festgehalten: Bücherei.", True)
    assert "1 Sprechstunde, 5 Personen beraten" in label(page, "outreach_place_count")


def test_a_new_place_opens_at_its_name(page: NetworkPage, hands: Typist, office: OfficeStore) -> None:
    arrive(page, hands, "outreach")
    hands.press(Qt.Key.Key_N, ALT)
    hands.rest()
    hands.rest()
    assert hands.place == "outreach_place_name"
    hands.type("Stadtteilbüro")
    hands.tab()
    hands.rest()
    [place] = kept(office, OutreachPlace)
    assert isinstance(place, OutreachPlace)
    assert place.name == "Stadtteilbüro"


def test_the_hours_of_a_month_are_typed_and_taken_over(
    page: NetworkPage, hands: Typist, office: OfficeStore
) -> None:
    month = first_of_month(this_day())
    staff_hours.keep_hours(office, first_of_month(month, -1), office.staff_id, share=75, cost=400_000)
    arrive(page, hands, "hours")
    hands.press(Qt.Key.Key_V, ALT)
    hands.rest()
    hands.go_to("staff_month_direct_minutes")
    hands.type("62,5")
    hands.tab()
    hands.rest()
    with office.reading() as session:
        row = staff_hours.load_month(session, month).people[0].row
    assert row is not None
    assert (row.share, row.cost, row.direct_minutes) == (75, 400_000, 3750)


def test_the_month_before_is_one_key_away_and_keeps_its_own_figures(
    page: NetworkPage, hands: Typist, office: OfficeStore
) -> None:
    arrive(page, hands, "hours")
    hands.type("80")
    hands.press(Qt.Key.Key_PageUp, CTRL)
    hands.rest()
    hands.go_to("staff_month_share")
    hands.type("50")
    hands.tab()
    hands.rest()
    shares = {row.month: row.share for row in kept(office, StaffMonth) if isinstance(row, StaffMonth)}
    now = first_of_month(this_day())
    assert shares == {now: 80, first_of_month(now, -1): 50}


def test_recorded_minutes_are_taken_by_one_button(
    page: NetworkPage, hands: Typist, office: OfficeStore
) -> None:
    begin_activity(office, this_day(), kind="netzwerk", minutes=90, travel_minutes=20)
    arrive(page, hands, "hours")
    hands.go_to("month_card_take")
    hands.press(Qt.Key.Key_Space)
    hands.rest()
    [row] = kept(office, StaffMonth)
    assert isinstance(row, StaffMonth)
    assert (row.direct_minutes, row.indirect_minutes, row.travel_minutes) == (0, 90, 20)


def test_an_offer_is_entered_and_found(page: NetworkPage, hands: Typist, office: OfficeStore) -> None:
    arrive(page, hands, "offers")
    hands.press(Qt.Key.Key_N, ALT)
    hands.rest()
    hands.type("Nachbarn Müller")
    hands.tab()
    hands.press(Qt.Key.Key_E)  # „Ehrenamt und Nachbarschaftshilfe“
    hands.tab()
    hands.rest()
    [row] = kept(office, LocalOffer)
    assert isinstance(row, LocalOffer)
    assert (row.name, row.kind, row.checked_on) == ("Nachbarn Müller", "ehrenamt", this_day())
    page.show_destination(ToNetwork("offers"))
    hands.rest()
    hands.press(Qt.Key.Key_S, ALT)
    hands.type("mueller")
    hands._qtbot.wait(250)  # the pause of the list
    hands.rest()
    assert [cell[0] for cell in cells(page, "offer_list_table")] == ["Nachbarn Müller"]


def an_offer(office: OfficeStore) -> UUID:
    return offers.begin_offer(office, date(2024, 1, 1), name="Treff", kind="begegnung")[1]


def test_an_old_offer_is_marked_until_somebody_says_it_is_right(
    page: NetworkPage, hands: Typist, office: OfficeStore
) -> None:
    offer = an_offer(office)
    page.show_destination(ToNetwork("offers", offer))
    hands.show()
    hands.rest()
    assert label(page, "offer_state") == "bitte prüfen"
    hands.press(Qt.Key.Key_H, ALT)
    hands.rest()
    assert label(page, "offer_state") == "aktuell"


def test_an_offer_tells_how_many_were_referred_but_not_to_who_only_counts(
    page: NetworkPage, hands: Typist, office: OfficeStore, desk: Desk
) -> None:
    offer = an_offer(office)
    refer(office, Source(), offer, this_day())
    page.show_destination(ToNetwork("offers", offer))
    hands.show()
    hands.rest()
    assert label(page, "offer_sum") == "1 Verweis"
    assert len(kept(office, Referral)) == 1
    desk.do(lambda store: keep(store, Staff, store.staff_id, role="statistik"))
    hands.rest()
    page.show_destination(ToNetwork("offers", offer))
    hands.rest()
    assert not one(hands, QLabel, "offer_sum").isVisible()


@pytest.mark.parametrize("place", ["activities", "outreach", "hours", "offers", "activity", "offer", "empty"])
def test_no_tab_stands_in_anybodys_way(
    qtbot: QtBot, theme: Theme, page: NetworkPage, hands: Typist, office: OfficeStore, place: str
) -> None:
    del qtbot
    _changed, activity = (
        (None, UUID(int=0)) if place == "empty" else begin_activity(office, this_day(), title="Vortrag")
    )
    tab: NetworkTab = "activities"
    focus = None
    if place == "outreach":
        outreach.add_place(office, date(2026, 1, 1), name="Bücherei", hours="dienstags")
        tab = "outreach"
    elif place == "hours":
        staff_hours.keep_hours(
            office, first_of_month(this_day()), office.staff_id, share=50, direct_minutes=90
        )
        tab = "hours"
    elif place in ("offers", "offer"):
        tab, focus = "offers", an_offer(office)
        focus = focus if place == "offer" else None
    elif place == "activity":
        focus = activity
    page.show_destination(ToNetwork(tab, focus))
    hands.show(1104, 736)
    hands.rest()
    assert obstacles(page, theme) == []
