"""The question asked when a letter has gone out: when, how, and on what passing it on rests."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.disclosures import CONSENT, Basis
from zwk_barrier.casework.letter_draft import LetterDraft
from zwk_barrier.casework.letters import HANDED_TO_CLIENT
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField, this_day
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.wording import _

Sent = tuple[date, str, Basis | None]
"""When, how (code list sending), and on what basis where a person has named it."""

Send = Callable[[Sent, Callable[[Problem], None]], None]


class SendingDialog(Dialog):
    """Asks; what cannot be stays in its field, with the sentence beside it, and the dialog open."""

    def __init__(self, parent: QWidget, draft: LetterDraft, send: Send) -> None:
        super().__init__(parent, "letter_sending", _("Abgeschickt"))
        self._draft, self._send = draft, send
        form = self.add(FormRows("letter_sending_form", columns=1))
        self._day = form.row(_("&Tag"), DateField("letter_sent_on", latest=this_day))
        self._way = form.row(
            _("&Wie"), ChoiceField("letter_sending_way", code_choices("sending"), is_optional=False)
        )
        self._day.set_value(this_day())
        self._way.set_value("post")
        self._wanting = self.add(WarningLines("letter_sending_consent"))
        self._grounds = self.add(FormRows("letter_sending_grounds", columns=1))
        others = [pair for pair in code_choices("disclosure_basis") if pair[0] != CONSENT]
        self._basis = self._grounds.row(_("&Grundlage"), ChoiceField("letter_basis", others))
        self._norm = self._grounds.row(
            _("&Vorschrift oder Auftrag"),
            TextField("letter_norm"),
            hint=_("Zum Beispiel „§ 69 Abs. 1 Nr. 1 SGB X“ oder „am 20.11. am Telefon beauftragt“"),
        )
        self._follows = self.add(SoftText(name="letter_sending_follows"))
        self._way.kept.connect(lambda _value: self._show_grounds())
        self.add_button("no", _("Abbrechen"))
        self.add_button("yes", _("Abgeschickt"), kind=Kind.PRIMARY, then=self._try, closes=False)
        self._show_grounds()

    def begin(self) -> None:
        """Opens with the keyboard on the day."""
        self.open()
        self._day.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_grounds(self) -> None:
        """Another basis is only asked for when the consent is wanting and the office passes something on."""
        is_handed = self._way.value() == HANDED_TO_CLIENT
        is_wanting = not self._draft.consent.is_enough and not is_handed
        self._wanting.show_lines((self._draft.consent.sentence(),) if is_wanting else ())
        self._grounds.setVisible(is_wanting)
        self._follows.setText(_follows(self._draft, is_handed=is_handed))

    def _try(self) -> None:
        for field in (self._day, self._norm):
            if not field.settle():
                return
        basis = None
        if self._grounds.isVisibleTo(self):
            basis = Basis(self._basis.value() or CONSENT, self._norm.value() or "")
        self._send((self._day.value() or this_day(), self._way.value() or "", basis), self._refused)

    def _refused(self, problem: Problem) -> None:
        named = problem.field if isinstance(problem, InputProblem) else ""
        fields: dict[str, DateField | ChoiceField | TextField] = {
            "basis": self._basis,
            "norm": self._norm,
            "sending": self._way,
        }
        field = fields.get(named, self._day)
        field.failed.emit(str(problem))
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _follows(draft: LetterDraft, *, is_handed: bool) -> str:
    """What the program does with it, so that nobody has to guess."""
    parts = [] if is_handed else [_("Die Weitergabe wird festgehalten.")]
    if draft.template.follow_up is not None:
        parts.append(
            _("Eine Wiedervorlage in {days} Tagen kommt auf die Liste.").format(
                days=draft.template.follow_up.days
            )
        )
    if draft.template.sets and not is_handed and draft.application is not None:
        parts.append(_("Der Tag wird beim Antrag eingetragen."))
    return " ".join(parts)
