"""Pages with every widget in them: what the walkers walk and what is looked at as a picture."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.chips import Chip, Tone, VerdictBadge
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import DateField, YearOrDateField
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.fields import (
    LengthField,
    MoneyField,
    MoneyRangeField,
    NumberField,
    PasswordField,
    PhoneField,
    TextField,
    TimeField,
)
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import (
    BodyText,
    FigureText,
    MeasureText,
    NoteText,
    PageTitle,
    SectionTitle,
    SoftText,
    StrongText,
)
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.desktop.widgets.notice import Notice
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.desktop.widgets.rail import Rail
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.search_box import SearchBox
from zwk_barrier.desktop.widgets.table import Column, Order, PagedTable
from zwk_barrier.desktop.widgets.tabs import Tabs
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField

TODAY = date(2026, 11, 23)
CHANNELS = [("phone", "Telefon"), ("visit", "Persönlich"), ("mail", "E-Mail")]
AIDS = [("rollator", "Rollator"), ("wheelchair", "Rollstuhl"), ("stick", "Gehstock"), ("lift", "Treppenlift")]


def form_page() -> QWidget:
    """Every field there is, one of them failed."""
    page = QWidget()
    page.setObjectName("form_page")
    column = _column(page)
    column.addWidget(PageTitle("Neuer Kontakt", name="form_title"))
    column.addWidget(_fields())
    column.addStretch()
    return page


def _fields() -> FormRows:
    rows = FormRows("gallery_form")
    rows.section("Wer ruft an", name="who")
    rows.row("&Name", TextField("person_name", placeholder="Nachname, Vorname"))
    rows.row("&Telefon", PhoneField("phone"), hint="Für Rückfragen, nur mit Einverständnis")
    rows.row("&Kanal", ChoiceField("channel", CHANNELS)).set_value("phone")
    rows.row("&Geboren", YearOrDateField("born", today=lambda: TODAY)).set_value(1945)
    rows.row("Nächster &Schritt am", DateField("due", today=lambda: TODAY)).set_value(date(2026, 12, 2))
    rows.row("&Uhrzeit", TimeField("at"))
    rows.row("&Hilfsmittel", ManyChoiceField("aids", AIDS)).set_value(("rollator", "stick"))
    rows.row("Stadtteil", ChoiceField("district", CHANNELS))
    rows.section("Wohnung", name="dwelling")
    rows.row("&Badtür, lichte Breite", LengthField("door")).set_value(Decimal(63))
    area = rows.row("&Fläche vor dem Waschtisch", LengthField("area", pair=True))
    area.set_value((Decimal(110), Decimal(135)))
    rows.row("&Miete", MoneyField("rent"), unit="je Monat").set_value(61250)
    rows.row("Kosten", MoneyRangeField("cost")).set_value((500_000, 1_200_000))
    rows.row("&Personen", NumberField("people", unit="Personen")).set_value(Decimal(2))
    rows.row("Aufzug vorhanden", YesNoField("lift")).set_value(False)
    rows.row("Passwort", PasswordField("password"))
    fail(rows.row("Besuch am", DateField("visit", today=lambda: TODAY)))
    rows.row("&Anliegen in eigenen Worten", NoteField("topic"), wide=True).set_value(
        "Kommt nach Sturz nicht mehr allein in die Wanne."
    )
    box = rows.add(QCheckBox("Einwilligung liegt vor"))
    box.setObjectName("consent")
    box.setChecked(True)
    return rows


def fail(field: DateField) -> None:
    """Types a day that does not exist and leaves."""
    field.setText("31.2.")
    field.settle()


def case_page() -> QWidget:
    """The case of the mock: header, summary, tabs, two lists."""
    page = QWidget()
    page.setObjectName("case_page")
    column = _column(page)
    head = Columns("case_head", fold_at=700)
    head.add(_case_words(), 1)
    actions = Flow("case_actions", to_right=True)
    actions.add(Button("print_report", "Bericht &drucken", icon="file-text"))
    actions.add(Button("start_visit", "&Hausbesuch", kind=Kind.PRIMARY, icon="clipboard-check"))
    head.add(actions, 0)
    column.addWidget(head)
    column.addWidget(_summary())
    column.addSpacing(4)
    column.addWidget(_case_tabs())
    lists = column_lists()
    column.addWidget(lists)
    column.addStretch()
    return page


def _case_words() -> QWidget:
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(SoftText("Fall 2026-0147 · offen seit 3.11. · M. Albers", name="crumb"))
    column.addWidget(PageTitle("Olga Petrova, 81", name="case_title"))
    facts = Flow("facts")
    facts.add(Chip("Pflegegrad 3", Tone.ACCENT, name="care"))
    for text in ("Rollator", "Goethestraße, Lehe"):
        facts.add(Chip(text, name=f"fact_{text}"))
    facts.add(Chip("Russisch, Dolmetschen", icon="languages", name="language"))
    column.addWidget(facts)
    return words


def _summary() -> Card:
    card = Card("thirty_seconds", accent=True)
    card.add(
        BodyText(
            "<b>In 30 Sekunden</b> · Kommt nach Sturz nicht mehr allein in die Wanne, 2. Stock ohne Aufzug. Antrag auf "
            "Badumbau (4.180 €) liegt seit 11.11. bei der Kasse. <b>Nächster Schritt:</b> Entscheidung bis Mi 2.12.; "
            "Vermieter GEWOBA hat zugestimmt.",
            name="summary",
            rich=True,
        )
    )
    return card


def _case_tabs() -> Tabs:
    tabs = Tabs("case_tabs", title="Bereiche des Falls")
    for code, text, count in (
        ("overview", "Übersicht", None),
        ("person", "Person", None),
        ("dwelling", "Wohnung", None),
        ("visits", "Hausbesuche", 1),
        ("measures", "Maßnahmen", 4),
        ("funding", "Förderung", 1),
        ("documents", "Dokumente", 6),
        ("history", "Verlauf", None),
    ):
        tabs.add(code, text, count=count)
    return tabs


def column_lists() -> Columns:
    """Two lists as on the overview of a case."""
    columns = Columns("case_lists")
    left, right = QWidget(), QWidget()
    for side, title, rows in (
        (left, "Verlauf der Beratung", _history()),
        (right, "Was im Weg ist", _barriers()),
    ):
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionTitle(title, name=f"{rows.objectName()}_title"))
        column.addWidget(rows)
        column.addStretch()
    columns.add(left, 3)
    columns.add(right, 2)
    return columns


def _history() -> RowList:
    rows = RowList("history", title="Verlauf der Beratung")
    phone, sent, home = ("phone", "Telefon"), ("send", "Brief"), ("house", "Hausbesuch")
    rows.show_rows(
        [
            Row(
                1,
                "Tochter: Handwerker kann im Januar",
                " · 10 Min.",
                lead="18.11.",
                icon=phone[0],
                icon_name=phone[1],
            ),
            Row(2, "Antrag § 40 Abs. 4 SGB XI bei der Pflegekasse eingegangen", lead="11.11.", icon=sent[0]),
            Row(
                3,
                "Hausbesuch mit Dolmetscherin, 41 von 58 Punkten geprüft, 6 Barrieren",
                " · 70 Min.",
                lead="9.11.",
                icon=home[0],
            ),
            Row(4, "Erstkontakt durch Kliniksozialdienst", " · 15 Min.", lead="3.11.", icon=phone[0]),
        ]
    )
    return rows


def _barriers() -> RowList:
    rows = RowList("barriers", title="Was im Weg ist")
    unmet = partial(Row, badge="nicht erreicht", tone=Tone.LATE, badge_icon="x")
    partly = partial(Row, badge="teilweise", tone=Tone.SOON, badge_icon="contrast")
    rows.show_rows(
        [
            unmet(1, "Wanneneinstieg 58 cm", note="Waschen, täglich · Priorität A"),
            unmet(2, "Badtür 63 cm, Rollator 65 cm", note="Toilette, täglich · A"),
            partly(3, "Handlauf nur einseitig", note="Treppe, täglich · B"),
        ]
    )
    return rows


def today_page() -> QWidget:
    """Deadlines with buttons, figures, an empty state, verdicts, a notice and a bar."""
    page = QWidget()
    page.setObjectName("today_page")
    column = _column(page)
    column.addWidget(PageTitle("Heute, Montag, 23. November", name="today_title"))
    column.addWidget(SoftText("4 Fristen in den nächsten 14 Tagen · 2 Hausbesuche", name="today_note"))
    notice = Notice("notice")
    column.addWidget(notice)
    notice.say("Kontakt gelöscht.", action="Rückgängig", stays=True)
    columns = Columns("today_columns")
    deadlines = columns.add(Card("deadlines", title="Fristen und Wiedervorlagen"), 9)
    deadlines.add(_deadlines())
    side = columns.add(QWidget(), 5)
    _fill_side(side)
    column.addWidget(columns)
    column.addWidget(_buttons())
    column.addWidget(_running())
    column.addStretch()
    return page


def _deadlines() -> RowList:
    rows = RowList("deadline_rows", title="Fristen und Wiedervorlagen")
    rows.show_rows(
        [
            Row(
                1,
                "2026-0143 · Hilde Brandt",
                note="Pflegekasse: Frist nach § 40 Abs. 7 SGB XI abgelaufen, Fiktion prüfen",
                badge="überfällig 2 T",
                tone=Tone.LATE,
                strong=True,
                action="Erinnerung schreiben",
            ),
            Row(
                2,
                "2026-0151 · Ahmet Yılmaz",
                note="Vermieter wegen Rampe anrufen (§ 554 BGB)",
                badge="heute",
                tone=Tone.SOON,
                strong=True,
                action="Kontakt eintragen",
            ),
            Row(
                3,
                "2026-0147 · Olga Petrova",
                note="Entscheidung der Kasse, Eingang 11.11., 3 Wochen",
                badge="in 9 Tagen",
                tone=Tone.ACCENT,
                strong=True,
                action="Ansehen",
            ),
        ]
    )
    return rows


def _fill_side(side: QWidget) -> None:
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    waiting = Card("waiting", title="Warten auf einen Besuch")
    waiting.add(FigureText("7", name="waiting_figure"))
    waiting.add(SoftText("Menschen, im Mittel 11 Tage", name="waiting_note"))
    column.addWidget(waiting)
    verdicts = Card("verdicts", title="Badtür, lichte Breite")
    measured = QHBoxLayout()
    measured.addWidget(MeasureText("63 cm", name="measured"))
    measured.addWidget(StrongText("80 cm", name="needed"), 1)
    verdicts.body.addLayout(measured)
    verdicts.add(NoteText("80 cm nach DIN, Rollator braucht 67 cm", name="verdict_note"))
    badges = verdicts.add(Flow("badges"))
    for verdict in Verdict:
        badges.add(VerdictBadge(f"badge_{verdict.value}", verdict))
    column.addWidget(verdicts)
    empty = EmptyState(
        "nothing",
        icon="inbox",
        title="Noch keine Maßnahmen",
        text="Beim Hausbesuch entstehen sie aus den Barrieren.",
        button=Button("first_visit", "Hausbesuch planen", icon="plus"),
    )
    column.addWidget(empty)
    column.addStretch()


def _buttons() -> Flow:
    line = Flow("buttons")
    disabled = Button("disabled", "Nicht jetzt", icon="lock")
    disabled.setEnabled(False)
    for button in (
        Button("primary", "&Neuer Kontakt", kind=Kind.PRIMARY, icon="plus"),
        Button("secondary", "&Rückgängig", icon="undo-2"),
        Button("quiet", "Mehr anzeigen", kind=Kind.QUIET),
        Button("with_key", "Foto", icon="camera", shortcut="F2", large=True),
        disabled,
        IconButton("icon", "Drucken", icon="printer"),
    ):
        line.add(button)
    return line


def _running() -> ProgressStrip:
    bar = ProgressStrip("running")
    bar.begin("Bericht wird erstellt …", cancel=lambda: None)
    bar.show_share(0.6)
    bar._timer.stop()
    bar.show()
    return bar


class Cases:
    """A source of ``count`` invented cases."""

    def __init__(self, count: int = 1000) -> None:
        self.count = count
        self.asked_pages: list[int] = []

    def fetch_ids(self, order: Order, wanted: Any) -> Sequence[Any]:
        ids = range(self.count) if wanted is None else range(0, self.count, 10)
        return list(reversed(ids)) if order.is_descending else list(ids)

    def fetch_rows(self, ids: Sequence[Any]) -> Sequence[Sequence[str]]:
        self.asked_pages.append(ids[0])
        return [(f"2026-{each:04}", "Petrova, Olga", "Lehe", "offen", str(each % 90)) for each in ids]


COLUMNS = (
    Column("number", "Nummer", 130),
    Column("name", "Name", 260),
    Column("district", "Stadtteil", 180),
    Column("state", "Stand", 140),
    Column("days", "Tage", 90, is_number=True),
)


def table_page(source: Cases | None = None) -> QWidget:
    """A long list."""
    page = QWidget()
    page.setObjectName("table_page")
    column = _column(page)
    column.addWidget(PageTitle("Fälle", name="table_title"))
    table = PagedTable("cases", "Fälle", COLUMNS, source or Cases())
    table.load()
    table.selectRow(2)
    column.addWidget(table, 1)
    return page


def shell(page: QWidget, place: str = "cases") -> QWidget:
    """The window around a page: rail, search, the two buttons."""
    window = QWidget()
    window.setObjectName("shell")
    rail = Rail("rail", brand="ZWK Barriere", title="Bereiche")
    for code, text, icon in (
        ("today", "Heute", "sun"),
        ("cases", "Fälle", "folder-open"),
        ("contacts", "Kontakte", "phone"),
        ("statistics", "Statistik", "chart-column"),
        ("admin", "Verwaltung", "settings"),
    ):
        rail.add(code, text, icon)
    rail.set_current(place)
    footer = NoteText("Verschlüsselt\nM. Albers, Beratung\nAlles gesichert 09:41", name="state")
    rail.add_footer(footer)
    line = QHBoxLayout(window)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    line.addWidget(rail)
    right = QVBoxLayout()
    right.setSpacing(0)
    right.addWidget(_top())
    right.addWidget(ScrollPage("page", page), 1)
    line.addLayout(right, 1)
    return window


def _top() -> QWidget:
    top = QWidget()
    line = QHBoxLayout(top)
    line.setContentsMargins(24, 12, 24, 12)
    line.setSpacing(16)
    search = SearchBox(
        "search", title="Suche", placeholder="Person, Fall, Straße, Telefon …", shortcut="Ctrl+K"
    )
    line.addWidget(search, 1)
    line.addStretch(1)
    line.addWidget(Button("undo", "Rückgängig", icon="undo-2"))
    line.addWidget(Button("new_contact", "Neuer Kontakt", kind=Kind.PRIMARY, icon="plus"))
    return top


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(12)
    return column
