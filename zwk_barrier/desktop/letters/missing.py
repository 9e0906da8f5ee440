"""What to know before a letter goes out: what is missing and where it is entered, the consent, what to mind."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from zwk_barrier.casework.printing.letter_draft import LetterDraft, Missing
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import CaseTab, Destination, ToAdministration, ToApplication, ToCase
from zwk_barrier.desktop.plan_warning import PlanWarning
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import SoftText, StrongText
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS
from zwk_barrier.wording import _

_TABS: dict[str, CaseTab] = {
    "person": "person",
    "dwelling": "dwelling",
    "intake": "intake",
    "measures": "measures",
    "consents": "intake",
    "application": "funding",
}


class BeforeSending(Card):
    """A card over the fields; ``wanted_here`` names a field of the letter itself that is missing."""

    wanted_here = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("letter_before", accent=True)
        self._desk = desk
        self._draft: LetterDraft | None = None
        self._shown: tuple[Missing, ...] | None = None
        self._title = self.add(StrongText(name="letter_missing_title"))
        self._jumps = self.add(Flow("letter_missing"))
        self._warnings = self.add(WarningLines("letter_warnings"))
        self.unapproved = self.add(PlanWarning("letter_plan_warning", desk))
        self._consent = self.add(Button("letter_consent", _("Einwilligung eintragen"), kind=Kind.QUIET))
        self._consent.clicked.connect(self._go_to_consents)
        self._given = self.add(SoftText(name="letter_consent_given"))
        self._hint = self.add(SoftText(name="letter_hint"))

    def show_draft(self, draft: LetterDraft) -> None:
        """Tells what holds for this letter now."""
        self._draft = draft
        self._title.setText(_("Es fehlt noch:") if draft.missing else _("Nichts fehlt."))
        if draft.missing != self._shown:
            self._shown = draft.missing
            self._show_missing(draft.missing)
        self._warnings.show_lines(_warnings(draft))
        if draft.measures and not draft.is_sent:
            self.unapproved.tell_of_case(draft.view.case.id)
        else:
            self.unapproved.tell_nothing()
        is_wanting = not draft.consent.is_enough
        self._consent.setVisible(is_wanting)
        self._given.setText("" if is_wanting else draft.consent.sentence())
        self._given.setVisible(bool(self._given.text()))
        self._hint.setText(draft.template.hint())
        self._hint.setVisible(bool(draft.template.hint()))

    def _show_missing(self, missing: Sequence[Missing]) -> None:
        self._jumps.clear()
        for one in missing:
            button = self._jumps.add(
                Button(f"letter_missing_{one.name}", one.label(), kind=Kind.SECONDARY, icon="arrow-right")
            )
            button.clicked.connect(lambda _checked=False, one=one: self._jump(one))
        self._jumps.setVisible(bool(missing))

    def _jump(self, one: Missing) -> None:
        if one.place == "letter":
            self.wanted_here.emit(one.name)
        elif self._draft is not None:
            self._desk.go(_place_of(one, self._draft))

    def _go_to_consents(self) -> None:
        if self._draft is not None:
            self._desk.go(ToCase(self._draft.view.case.id, "intake"))


def _place_of(one: Missing, draft: LetterDraft) -> Destination:
    if one.place in {"office", "staff"}:
        return ToAdministration("office" if one.place == "office" else "people")
    if one.place == "application" and draft.application is not None:
        return ToApplication(draft.application.id)
    return ToCase(draft.view.case.id, _TABS[one.place])


def _warnings(draft: LetterDraft) -> tuple[str, ...]:
    unfit = tuple(
        _("Passt dieses Schreiben? Nach dem Antrag gilt: {fact}.").format(fact=PLACEHOLDERS[name].label())
        for name in draft.unfit
    )
    consent = () if draft.consent.is_enough else (draft.consent.sentence(),)
    return unfit + consent
