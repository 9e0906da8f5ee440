"""What the person says afterwards: five questions from 1 to 5, answered with digits and Enter."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QRadioButton

from zwk_barrier.casework.case import outcomes
from zwk_barrier.casework.fields import field_name
from zwk_barrier.casework.quality.plausible import SURVEY_QUESTIONS
from zwk_barrier.desktop.cases.entries import Entries, EntryWords
from zwk_barrier.desktop.cases.form_card import FormCard
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.scale_field import ScaleField
from zwk_barrier.model import OutcomeSurvey
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


class SurveyCard(FormCard):
    """One time the person was asked; the questions come first, the keyboard begins there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, OutcomeSurvey, "survey_card", remove=_("Nachbefragung entfernen"))

    @override
    def add_rows(self, rows: RecordRows) -> None:
        rows.form.add(NoteText(_meaning(), name="survey_meaning"))
        for column in SURVEY_QUESTIONS:
            field = scale(f"outcome_survey_{column}")
            rows.form.row(field_name("outcome_survey", column).title, field, wide=True)
            self.binding.tie(column, field)
        rows.choice("falls")
        rows.choice("whereabouts")
        rows.past_day("asked_on")
        rows.choice("asked_when")
        rows.note("note", lines=2)


def scale(name: str) -> ScaleField:
    """A question's answers; each is heard with what it means."""
    field = ScaleField(name, [(step, str(step)) for step in range(1, 6)], unknown=_("Keine Angabe"))
    for step, meaning in _answers().items():
        button = field.findChild(QRadioButton, f"{name}_{step}")
        if button is not None:
            button.setAccessibleName(_("{step}: {meaning}").format(step=step, meaning=meaning))
            button.setToolTip(meaning)
    return field


def survey_entries(desk: Desk, history: FieldHistory) -> Entries:
    """The list of surveys, the newest first."""
    words = EntryWords(
        "case_surveys",
        _("Was die Person sagt"),
        add=_("Nachbe&fragung eintragen"),
        empty=_("Noch nicht gefragt. Fünf Fragen genügen, am Telefon oder beim Besuch."),
        removed=_("Nachbefragung entfernt."),
    )
    return Entries(desk, history, OutcomeSurvey, words, lambda: SurveyCard(desk), _create)


def _answers() -> dict[int, str]:
    return {
        1: _("trifft gar nicht zu"),
        2: _("trifft eher nicht zu"),
        3: _("teils, teils"),
        4: _("trifft eher zu"),
        5: _("trifft voll zu"),
    }


def _meaning() -> str:
    answers = _answers()
    return _("1 = {least}, 5 = {most}. Ziffer wählt, Eingabe geht weiter.").format(
        least=answers[1], most=answers[5]
    )


def _create(store: OfficeStore, case_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    return outcomes.begin_survey(store, case_id, values, this_day())
