"""What a figure means, and the other ways funders count it, one key away from the figure."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.statistics.section_view import Told
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.forms import FormRow
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText
from zwk_barrier.model.statistics_report import IndicatorValue
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.wording import _


def has_variants(one: IndicatorValue) -> bool:
    """Whether a figure can be counted in more than one way."""
    return len(one.variants) > 1


def show_definition(parent: QWidget, told: Told, choose: Callable[[str, str], None]) -> Dialog:
    """Opens it; ``choose`` gets the key of the figure and the way it is to be counted from now on."""
    dialog = Dialog(parent, "definition", told.title)
    text = dialog.add(BodyText(told.definition, name="definition_text"))
    one = told.indicator
    if one is None or not has_variants(one):
        close = dialog.add_button("close", _("Schließen"), kind=Kind.PRIMARY)
        dialog.open()
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        return dialog
    field = ChoiceField("definition_variant", one.variants, is_optional=False)
    dialog.add(FormRow(_("&Zählweise"), field))
    dialog.add(NoteText(_("Gilt für diese Vorlage, auch im PDF und in den Dateien."), name="definition_hint"))
    field.set_value(one.variant)
    indicator = load_indicators().indicators[one.key]

    def explain(variant: object) -> None:
        text.setText(indicator.variant(str(variant)).definition)
        dialog.fit()

    field.kept.connect(explain)
    dialog.add_button("no", _("Abbrechen"))
    dialog.add_button(
        "yes", _("So zählen"), kind=Kind.PRIMARY, then=lambda: choose(one.key, str(field.value()))
    )
    dialog.open()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog
