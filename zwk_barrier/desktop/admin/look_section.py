"""Palette, text size and language."""

from zwk_barrier.desktop.admin.section import Section
from zwk_barrier.desktop.appearance import SCALES, Appearance
from zwk_barrier.desktop.style.theme import Choice
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.rules.typed import NBSP
from zwk_barrier.wording import _


class LookSection(Section):
    """Every choice is seen at once and remembered for this user on this machine."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("look")
        self._appearance = appearance
        card = self.add_card("card", _("Darstellung"), _("Gilt für Sie an diesem Rechner, sofort."))
        form = card.add(FormRows("look_form"))
        theme = ChoiceField("look_theme", _themes(), is_optional=False)
        theme.set_value(appearance.choice.value)
        theme.kept.connect(lambda value: appearance.choose(Choice(value)))
        form.row(_("&Farben"), theme)
        sizes = [(str(scale), f"{scale}{NBSP}%") for scale in SCALES]
        self._size = size = ChoiceField("look_scale", sizes, is_optional=False)
        self._show_size(appearance.scale)
        appearance.scaled.connect(self._show_size)  # the handbook changes it too
        size.kept.connect(lambda value: appearance.set_scale(int(value)))
        form.row(_("&Schriftgröße"), size)
        spoken = ChoiceField("look_language", [("de", "Deutsch"), ("en", "English")], is_optional=False)
        spoken.set_value(appearance.language)
        spoken.kept.connect(appearance.set_language)
        form.row(_("Sp&rache des Bildschirms"), spoken)

    def _show_size(self, scale: int) -> None:
        self._size.set_value(str(scale))


def _themes() -> list[tuple[str, str]]:
    return [
        (Choice.SYSTEM.value, _("Wie das System")),
        (Choice.LIGHT.value, _("Hell")),
        (Choice.DARK.value, _("Dunkel")),
        (Choice.CONTRAST.value, _("Hoher Kontrast")),
    ]
