"""The checklist of documents an application needs, and what the payer asks for besides."""

from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.payers import evidence
from zwk_barrier.casework.payers.application_views import ApplicationView
from zwk_barrier.casework.payers.evidence import EvidenceView, Standing
from zwk_barrier.desktop.applications.row_editor import EditorWords, RowEditor
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.lists import Row
from zwk_barrier.model import DocumentRequest, Evidence
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _

_SIGNS: Final[dict[Standing, tuple[Tone, str]]] = {
    "missing": (Tone.PLAIN, "circle"),
    "present": (Tone.GOOD, "check"),
    "sent": (Tone.ACCENT, "send"),
}


class EvidenceSection(RowEditor):
    """Each document with whether it is there and how old it is; its button says that it is there now."""

    def __init__(self, desk: Desk) -> None:
        words = EditorWords(
            "application_evidence",
            _("Nachweise"),
            add=_("Weiterer &Nachweis"),
            empty=_(
                "Für dieses Programm ist keine Liste hinterlegt. Was die Stelle verlangt, hier eintragen."
            ),
            fresh=_("Weiterer Nachweis"),
            remove=_("Nachweis entfernen"),
            removed=_("Nachweis entfernt."),
        )
        super().__init__(
            desk, Evidence, words, _evidence_rows, keep=evidence.keep_evidence, create=evidence.add_evidence
        )
        self._application_id: UUID | None = None
        self._count = SoftText(name="application_evidence_count")
        self.body.insertWidget(1, self._count)
        self._all_sent = self.add_tool(
            Button(
                "application_evidence_sent", _("Vorliegende sind abgeschickt"), kind=Kind.QUIET, icon="send"
            )
        )
        self._all_sent.clicked.connect(self._note_sent)
        self.acted.connect(self._note_present)

    def show_view(self, view: ApplicationView, today: date) -> None:
        """Shows the documents of an application."""
        self._application_id = view.application.id
        self.show_entries(
            view.application.id, [(_evidence_row(each, today), each.evidence) for each in view.evidence]
        )
        words = evidence.count_in_words(view.evidence)
        self._count.setText(words)
        self._count.setVisible(bool(words))
        self._all_sent.setVisible(any(each.standing == "present" for each in view.evidence))

    def _note_present(self, evidence_id: UUID) -> None:
        day = this_day()
        self._desk.do(lambda store: evidence.note_present(store, evidence_id, day), owner=self)

    def _note_sent(self) -> None:
        application_id, day = self._application_id, this_day()
        if application_id is not None:
            self._desk.do(
                lambda store: evidence.note_sent(store, application_id, day),
                then=lambda _nothing: self._desk.say(
                    _("Die vorliegenden Nachweise gelten als heute abgeschickt."), with_undo=True
                ),
                owner=self,
            )


class RequestsSection(RowEditor):
    """What the payer asks for besides; its time does not stop the payer's own."""

    def __init__(self, desk: Desk) -> None:
        words = EditorWords(
            "application_requests",
            _("Nachforderungen"),
            add=_("Nach&forderung eintragen"),
            empty=_("Keine. Fordert die Stelle noch Unterlagen an, hier mit Datum und Frist eintragen."),
            fresh=_("Neue Nachforderung"),
            remove=_("Nachforderung entfernen"),
            removed=_("Nachforderung entfernt."),
        )
        super().__init__(
            desk,
            DocumentRequest,
            words,
            _request_rows,
            keep=evidence.keep_request,
            create=evidence.add_request,
        )
        self.acted.connect(self._note_answered)

    def show_view(self, view: ApplicationView, today: date) -> None:
        """Shows the requests for an application."""
        self.show_entries(view.application.id, [(_request_row(each, today), each) for each in view.requests])

    def _note_answered(self, request_id: UUID) -> None:
        values = {"answered_on": this_day()}
        self._desk.do(lambda store: evidence.keep_request(store, request_id, values), owner=self)


def _evidence_rows(rows: RecordRows) -> QWidget:
    rows.choice("kind")
    first = rows.past_day("dated_on")
    rows.past_day("present_on")
    rows.past_day("sent_on")
    rows.text("note")
    return first


def _request_rows(rows: RecordRows) -> QWidget:
    first = rows.text("what", wide=True)
    rows.past_day("requested_on")
    rows.day("due_on")
    rows.past_day("answered_on")
    rows.text("note", wide=True)
    return first


def _evidence_row(view: EvidenceView, today: date) -> Row:
    tone, icon = _SIGNS[view.standing]
    one = view.evidence
    since = ""
    if one.sent_on is not None:
        since = _("abgeschickt am {day}").format(day=format_near_date(one.sent_on, today))
    notes = (view.warning, since, one.note or "")
    return Row(
        one.id,
        view.title,
        tail=f" · {view.age_in_words}" if view.age_in_words else "",
        note=" · ".join(note for note in notes if note),
        badge=view.word,
        badge_icon="triangle-alert" if view.warning else icon,
        tone=Tone.SOON if view.warning else tone,
        action=_("Liegt vor") if view.standing == "missing" else "",
    )


def _request_row(request: DocumentRequest, today: date) -> Row:
    is_answered = request.answered_on is not None
    days = (
        (_("nachgefordert am {day}"), request.requested_on),
        (_("nachgereicht am {day}"), request.answered_on),
        (_("bis {day}"), None if is_answered else request.due_on),
    )
    is_late = not is_answered and request.due_on is not None and request.due_on < today
    badge = _("erledigt") if is_answered else _("überfällig") if is_late else _("offen")
    return Row(
        request.id,
        request.what or _("Unterlagen"),
        note=" · ".join(
            text.format(day=format_near_date(day, today)) for text, day in days if day is not None
        ),
        badge=badge,
        badge_icon="check" if is_answered else "circle-alert" if is_late else "circle",
        tone=Tone.GOOD if is_answered else Tone.LATE if is_late else Tone.PLAIN,
        action="" if is_answered else _("Nachgereicht"),
    )
