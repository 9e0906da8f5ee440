"""A page with every widget in it: what the walkers walk and what is looked at as a picture."""

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField, YearOrDateField
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
from zwk_barrier.desktop.widgets.headings import FigureText, NoteText, PageTitle, SoftText, StrongText
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField

TODAY = date(2026, 11, 23)
CHANNELS = [("phone", "Telefon"), ("visit", "Persönlich"), ("mail", "E-Mail")]


def words() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    for text in (
        SoftText("Fall 2026-0147 · offen seit 3.11. · M. Albers", name="crumb"),
        PageTitle("Olga Petrova, 81", name="title"),
        StrongText("Badtür, lichte Breite", name="strong"),
        NoteText("80 cm nach DIN, Rollator braucht 67 cm", name="note"),
        FigureText("412.600 €", name="figure"),
    ):
        column.addWidget(text)
    column.addWidget(_button_line())
    column.addStretch()
    return page


def _button_line() -> Flow:
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


def form() -> FormRows:
    rows = FormRows("gallery_form")
    rows.section("Wer ruft an", name="who")
    rows.row("&Name", TextField("person_name", placeholder="Nachname, Vorname"))
    rows.row("&Telefon", PhoneField("phone"), hint="Für Rückfragen, nur mit Einverständnis")
    rows.row("&Kanal", ChoiceField("channel", CHANNELS)).set_value("phone")
    rows.row("&Geboren", YearOrDateField("born", today=lambda: TODAY)).set_value(1945)
    rows.row("Nächster &Schritt am", DateField("due", today=lambda: TODAY)).set_value(date(2026, 12, 2))
    rows.row("&Uhrzeit", TimeField("at"))
    rows.section("Wohnung", name="dwelling")
    rows.row("&Badtür, lichte Breite", LengthField("door")).set_value(Decimal(63))
    rows.row("&Fläche vor dem Waschtisch", LengthField("area", pair=True)).set_value(
        (Decimal(110), Decimal(135))
    )
    rows.row("&Miete", MoneyField("rent"), unit="je Monat").set_value(61250)
    rows.row("Kosten", MoneyRangeField("cost")).set_value((500_000, 1_200_000))
    rows.row("&Personen", NumberField("people", unit="Personen")).set_value(Decimal(2))
    rows.row("Aufzug vorhanden", YesNoField("lift")).set_value(False)
    rows.row("Passwort", PasswordField("password"))
    failing = rows.row("Besuch am", DateField("visit", today=lambda: TODAY))
    failing.setText("31.2.")
    failing.textEdited.emit("31.2.")
    failing.settle()
    rows.row("&Anliegen in eigenen Worten", NoteField("topic"), wide=True).set_value(
        "Kommt nach Sturz nicht mehr allein in die Wanne."
    )
    box = QCheckBox("Einwilligung liegt vor")
    box.setObjectName("consent")
    box.setChecked(True)
    rows.add(box)
    return rows
