"""The parts of an application that are filled in: what is applied for, the receipt, the notice and what follows."""

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.fields import field_name
from zwk_barrier.casework.payers.application_state import GRANTED, REFUSED
from zwk_barrier.casework.payers.application_views import ApplicationView
from zwk_barrier.casework.plan.measures import price_in_words
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.record_rows import RecordRows, with_key
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.model import Measure
from zwk_barrier.overriding import override
from zwk_barrier.reference.programme import FUNDS
from zwk_barrier.wording import _

_AIDS: Final = frozenset({"kk", "pk1"})


class Part(Card):
    """One card of rows; a subclass adds them and shows those that depend on others."""

    def __init__(self, name: str, title: str, binding: Binding) -> None:
        super().__init__(name, title=title)
        self.binding = binding
        self.rows = RecordRows(self.add(FormRows(f"{name}_form", columns=3)), binding)
        self.add_rows(self.rows)

    def add_rows(self, rows: RecordRows) -> None:
        """Adds the rows of the form."""

    def show_view(self, view: ApplicationView) -> None:
        """Shows what depends on the rest; the fields themselves are shown by their binding."""

    def show_row(self, field: QWidget, *, is_wanted: bool) -> None:
        """Shows the row of a field that is wanted; one with a value is never hidden."""
        value = getattr(field, "value", lambda: None)()
        self.rows.form.show_row(field, is_shown=is_wanted or value not in (None, ""))

    def first_field(self) -> QWidget:
        """Where typing begins."""
        first: QWidget = next(iter(self.rows.form.fields().values()))
        return first


class RequestPart(Part):
    """What is applied for, from whom, for which measures."""

    def __init__(self, binding: Binding) -> None:
        self._offered: dict[str, str] = {}
        super().__init__("application_request", _("Antrag"), binding)

    @override
    def add_rows(self, rows: RecordRows) -> None:
        self._programme = rows.offered("programme", ())
        rows.text("recipient")
        rows.text("reference", key="z")
        self._measures = self._measure_row(rows)
        rows.money("amount_requested")
        rows.past_day("applied_on", key="A")
        rows.choice("recipient_land", hint=_("Es zählen die Feiertage am Sitz der Stelle"))
        rows.text("recipient_address", hint=_("Für das Anschriftfeld der Schreiben"))
        rows.day("rule_day", hint=_("Leer lassen: Dann folgt der Tag aus dem Antrag"))
        self._new_need = rows.yes_no("is_new_need", hint=_("Dann gilt es als neue Maßnahme"))
        self._aid = rows.yes_no(
            "is_recommended_aid",
            hint=_("Wie alt sie ist, steht bei den Nachweisen"),
        )
        self._entitled = rows.past_day("entitled_on")
        rows.note("note", lines=2)

    def offer(self, view: ApplicationView) -> None:
        """Offers the measures of the case and every programme; to be done before the fields are shown."""
        offered = {each.id.hex: _measure(each) for each in view.measures}
        if offered != self._offered:
            self._offered = offered
            self._measures.set_items(offered.items())
        if self._programme.count() != len(view.choices) + 1:  # one more for none
            self._programme.set_items(view.choices)

    @override
    def show_view(self, view: ApplicationView) -> None:
        payers = frozenset(() if view.programme is None else view.programme.payers)
        has_claim = view.programme is not None and view.programme.procedure.deadline_rule == "sgb11_45g"
        self.show_row(self._new_need, is_wanted=bool(payers & FUNDS))
        self.show_row(self._aid, is_wanted=bool(payers & _AIDS))
        self.show_row(self._entitled, is_wanted=has_claim)

    def _measure_row(self, rows: RecordRows) -> ManyChoiceField:
        field = ManyChoiceField("application_measures", empty=_("– noch keine gewählt –"))
        rows.form.row(with_key(field_name("application", "measures").title, "M"), field, wide=True)
        rows.binding.tie_several(
            field, lambda value: {"measures": value}, self._chosen, columns=("measures",)
        )
        return field

    def _chosen(self, row: Any) -> tuple[str, ...]:
        """The measures it is for, without those that were removed from the case since."""
        return tuple(each for each in row.measures or () if each in self._offered)


class ReceiptPart(Part):
    """When it was received, and whom the payer has asked."""

    def __init__(self, binding: Binding) -> None:
        super().__init__("application_receipt", _("Eingang und Beteiligung"), binding)

    @override
    def add_rows(self, rows: RecordRows) -> None:
        rows.past_day("received_on", key="E", hint=_("Damit beginnt die Frist der Stelle"))
        rows.past_day(
            "lodged_elsewhere_on",
            hint=_("Im Rathaus oder bei der falschen Kasse: zählt als Antragstag"),
        )
        self._involvement = rows.choice("involvement")
        self._involved = rows.past_day("involved_on")
        self._report = rows.past_day("report_on")
        rows.past_day("reasons_on", hint=_("Schriftlich und vor Ablauf der Frist"))
        rows.day("decide_by")
        self._involvement.kept.connect(lambda _value: self._show_dependent())

    @override
    def show_view(self, view: ApplicationView) -> None:
        self._show_dependent()

    def _show_dependent(self) -> None:
        involvement = self._involvement.value()
        self.show_row(self._involved, is_wanted=involvement not in (None, "keine"))
        self.show_row(self._report, is_wanted=involvement in ("gutachten", "md"))


class NoticePart(Part):
    """What was decided, and when it was announced."""

    def __init__(self, binding: Binding) -> None:
        super().__init__("application_notice", _("Bescheid"), binding)

    @override
    def add_rows(self, rows: RecordRows) -> None:
        rows.choice("notice", key="g")
        rows.past_day("notice_on", key="D")
        rows.money("amount_granted")
        rows.past_day("posted_on", hint=_("Poststempel, wenn bekannt"))
        rows.choice("delivery")
        rows.past_day("delivered_on", hint=_("Nur wenn er später kam als üblich"))
        rows.yes_no(
            "has_instruction", hint=_("Fehlt sie oder ist sie falsch, gilt ein Jahr statt eines Monats")
        )


class ObjectionPart(Part):
    """An objection against the notice, and its outcome."""

    def __init__(self, binding: Binding) -> None:
        super().__init__("application_objection", _("Widerspruch"), binding)

    @override
    def add_rows(self, rows: RecordRows) -> None:
        rows.past_day("objection_on", key="W")
        rows.choice("objection_outcome")
        rows.past_day("objection_decided_on")

    @override
    def show_view(self, view: ApplicationView) -> None:
        one = view.application
        known = (one.objection_on, one.objection_outcome, one.objection_decided_on)
        has_notice = view.state.stage in GRANTED | REFUSED or one.notice_on is not None
        self.setVisible(has_notice or any(value is not None for value in known))


class PaymentPart(Part):
    """What was paid out, and the proof of what it was used for."""

    def __init__(self, binding: Binding) -> None:
        super().__init__("application_payment", _("Auszahlung"), binding)

    @override
    def add_rows(self, rows: RecordRows) -> None:
        rows.money("amount_paid")
        rows.past_day("paid_on")
        rows.past_day("proof_sent_on", hint=_("Rechnungen und Nachweise an die Stelle"))

    @override
    def show_view(self, view: ApplicationView) -> None:
        one = view.application
        known = (one.amount_paid, one.paid_on, one.proof_sent_on, one.amount_granted)
        self.setVisible(view.state.stage in GRANTED or any(value is not None for value in known))


def _measure(measure: Measure) -> str:
    price = price_in_words(measure)
    title = measure.title or _("Maßnahme ohne Namen")
    return f"{title}, {price}" if price else title
