"""For whom a plan of measures is, and which photos go into it: chosen by hand, because they may show somebody."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.wording import _


class CraftPlanChoice(Card):
    """The form; ``wanted`` gives the trade, None for all, and the ids of the photos."""

    wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("craft_plan_choice", title=_("Plan für das Handwerk"))
        self._problem = WarningLines("craft_plan_problem")
        form = self.add(FormRows("craft_plan_form", columns=1))
        self._trade = form.row(_("&Gewerk"), ChoiceField("craft_plan_trade", empty=_("Alle Gewerke")))
        self._photos = form.row(
            _("F&otos"),
            ManyChoiceField("craft_plan_photos", empty=_("Keine Fotos")),
            hint=_("Nur Fotos, auf denen kein Mensch zu sehen ist, auch nicht auf Bildern an der Wand"),
        )
        self._photos.kept.connect(lambda _codes: self._follow())
        self._nobody = form.add(CheckField("craft_plan_nobody", _("&Niemand ist zu erkennen")))
        self._nobody.kept.connect(lambda _value: self._problem.show_lines(()))
        self.add(self._problem)
        self.add(NoteText(_("Von der Person steht darin nur die Anschrift."), name="craft_plan_note"))
        show = self.add(
            Button("craft_plan_show", _("Ma&ßnahmenplan zeigen"), kind=Kind.SECONDARY, icon="eye")
        )
        show.clicked.connect(self._show)
        self._form = form
        self._follow()

    def show_choices(self, trades: Sequence[tuple[str, str]], photos: Sequence[tuple[str, str]]) -> None:
        """Offers the trades and photos of another case, nothing chosen."""
        self._trade.set_items(trades)
        self._trade.set_value(None)
        self._photos.set_items(photos)
        self._photos.set_value(())
        self._nobody.set_value(False)
        self._form.show_row(self._photos, is_shown=bool(photos))
        self._follow()

    def _follow(self) -> None:
        """Other photos are asked about anew."""
        self._nobody.set_value(False)
        self._nobody.setVisible(bool(self._photos.value()))
        self._problem.show_lines(())

    def _show(self) -> None:
        chosen = self._photos.value()
        if chosen and not self._nobody.isChecked():
            self._problem.show_lines((_("Bitte erst ansehen und bestätigen, dass niemand zu erkennen ist."),))
            self._nobody.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.wanted.emit(self._trade.value(), tuple(UUID(code) for code in chosen))
