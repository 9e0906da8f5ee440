"""The question asked when a letter has gone out: when, how, and on what passing it on rests."""

from datetime import date

from PySide6.QtCore import Qt, Signal

from zwk_barrier.casework.case.disclosures import CONSENT, Basis
from zwk_barrier.casework.printing.letter_draft import LetterDraft
from zwk_barrier.casework.printing.letters import HANDED_TO_CLIENT, gives_a_day
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField, this_day
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.wording import _

Sent = tuple[date, str, Basis | None]
"""When, how (code list sending), and on what basis where a person has named it."""


class SendingCard(Card):
    """Asks over the fields of the letter; what cannot be stays in its field, with the sentence beside it."""

    sending = Signal(object)
    """A :data:`Sent`: what was answered."""

    ended = Signal()
    """The person does not want to say it now."""

    def __init__(self) -> None:
        super().__init__("letter_sending", title=_("Abgeschickt"), accent=True)
        self._draft: LetterDraft | None = None
        form = self.add(FormRows("letter_sending_form"))
        self._day = form.row(_("&Tag"), DateField("letter_sent_on", latest=this_day))
        self._way = form.row(
            _("&Wie"), ChoiceField("letter_sending_way", code_choices("sending"), is_optional=False)
        )
        self._wanting = self.add(WarningLines("letter_sending_consent"))
        self._grounds = self.add(FormRows("letter_sending_grounds"))
        others = [pair for pair in code_choices("disclosure_basis") if pair[0] != CONSENT]
        self._basis = self._grounds.row(_("&Grundlage"), ChoiceField("letter_basis", others))
        self._norm = self._grounds.row(
            _("&Vorschrift oder Auftrag"),
            TextField("letter_norm"),
            hint=_("Der Paragraf, oder zum Beispiel „am 20.11. am Telefon beauftragt“"),
        )
        self._follows = self.add(SoftText(name="letter_sending_follows"))
        self._way.kept.connect(lambda _value: self._show_grounds())
        line = self.add(Flow("letter_sending_actions"))
        yes = line.add(
            Button("letter_sending_yes", _("Als abgeschickt festhalten"), kind=Kind.PRIMARY, icon="send")
        )
        yes.clicked.connect(self._try)
        line.add(Button("letter_sending_no", _("Abbrechen"), kind=Kind.QUIET)).clicked.connect(self.ended)
        self.hide()

    def begin(self, draft: LetterDraft) -> None:
        """Asks about this letter, with the keyboard on the day."""
        self.show_draft(draft)
        if not self.isVisible():
            self._day.set_value(this_day())
            self._way.set_value("post")
            self._show_grounds()
            self.show()
        self._day.setFocus(Qt.FocusReason.TabFocusReason)

    def show_draft(self, draft: LetterDraft) -> None:
        """Takes over what holds for the letter now, e.g. a consent that was entered."""
        self._draft = draft
        self._show_grounds()

    def end(self) -> None:
        """Asks nothing any more."""
        self.hide()
        for field in (self._basis, self._norm):
            field.set_value(None)
            field.failed.emit("")
        self._day.failed.emit("")

    def refuse(self, problem: Problem) -> None:
        """Says in its field why it cannot be kept like that."""
        named = problem.field if isinstance(problem, InputProblem) else ""
        fields: dict[str, DateField | ChoiceField | TextField] = {
            "basis": self._basis,
            "norm": self._norm,
            "sending": self._way,
        }
        field = fields.get(named, self._day)
        field.failed.emit(str(problem))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_grounds(self) -> None:
        """Another basis is only asked for when the consent is wanting and the office passes something on."""
        draft = self._draft
        if draft is None:
            return
        is_handed = self._way.value() == HANDED_TO_CLIENT
        is_wanting = not draft.consent.is_enough and not is_handed
        self._wanting.show_lines((draft.consent.sentence(),) if is_wanting else ())
        self._grounds.setVisible(is_wanting)
        self._follows.setText(_follows(draft, is_handed=is_handed))

    def _try(self) -> None:
        settled = [field.settle() for field in (self._day, self._norm)]
        if not all(settled):
            return
        for field in (self._day, self._basis, self._norm, self._way):
            field.failed.emit("")
        basis = None
        if self._grounds.isVisibleTo(self):
            basis = Basis(self._basis.value() or CONSENT, self._norm.value() or "")
        self.sending.emit((self._day.value() or this_day(), self._way.value() or "", basis))


def _follows(draft: LetterDraft, *, is_handed: bool) -> str:
    """What the program does with it, so that nobody has to guess."""
    parts = [] if is_handed else [_("Die Weitergabe wird festgehalten.")]
    if draft.template.follow_up is not None:
        parts.append(
            _("Eine Wiedervorlage in {days} Tagen kommt auf die Liste.").format(
                days=draft.template.follow_up.days
            )
        )
    if gives_a_day(draft) and not is_handed:
        parts.append(_("Der Tag wird beim Antrag eingetragen."))
    return " ".join(parts)
