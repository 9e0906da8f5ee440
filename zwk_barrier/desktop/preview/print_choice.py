"""How a visit is handed over: the report or the short one, in which language, beside German, in large print."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.destinations import Destination, ToClientCopy, ToVisitReport
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.model.client_copy import ClientCopy
from zwk_barrier.reference.client_texts import CLIENT_LANGUAGES, load_client_texts
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.wording import _

_REPORT: Final = "report"
_COPY: Final = "copy"
_SUITING: Final = ""  # the language the person speaks, or easy German


def shown_by(destination: Destination, record: object) -> Destination:
    """The destination with everything that was chosen for the person, as its record tells."""
    if isinstance(destination, ToClientCopy) and isinstance(record, ClientCopy):
        chosen = record.language, record.with_german, record.large
        return ToClientCopy(destination.visit_id, *chosen)
    return destination


def has_choice(destination: Destination | None) -> bool:
    """Whether there is something to choose about a document."""
    return isinstance(destination, ToVisitReport | ToClientCopy)


class PrintChoice(Dialog):
    """Asks for all of it at once; ``then`` is called with the destination that is wanted."""

    def __init__(
        self,
        parent: QWidget,
        shown: ToVisitReport | ToClientCopy,
        then: Callable[[Destination], object],
    ) -> None:
        super().__init__(parent, "print_choice", _("Sprache und Schrift"))
        self._shown = shown
        rows = self.add(FormRows("print_choice_rows", columns=1))
        kinds = [(_REPORT, _("Ganzer Bericht")), (_COPY, _("Kurzbericht für die Person"))]
        self._kind = rows.row(_("&Dokument"), ChoiceField("print_choice_kind", kinds, is_optional=False))
        languages = _languages()
        if isinstance(shown, ToVisitReport):
            languages.insert(0, (_SUITING, _("Wie es zur Person passt")))
        self._language = rows.row(
            _("&Sprache"), ChoiceField("print_choice_language", languages, is_optional=False)
        )
        self._german = self.add(CheckField("print_choice_german", _("D&eutsch daneben")))
        self._large = self.add(CheckField("print_choice_large", _("&Großdruck, mindestens 16 Punkt")))
        self._kind.kept.connect(self._offer)
        self._language.kept.connect(self._offer)
        self.add_button("cancel", _("Abbrechen"))
        self.add_button("show", _("Zeigen"), kind=Kind.PRIMARY, then=lambda: then(self.wanted()))
        self._fill()
        self._kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> Destination:
        """What is chosen by now."""
        if self._kind.value() == _REPORT:
            return ToVisitReport(self._shown.visit_id, large=self._large.value())
        if self._language.value() == _SUITING:
            return ToClientCopy(self._shown.visit_id, large=self._large.value() or None)
        with_german = self._german.value() and self._german.isEnabled()
        return ToClientCopy(self._shown.visit_id, self._language.value(), with_german, self._large.value())

    def _fill(self) -> None:
        shown = self._shown
        is_copy = isinstance(shown, ToClientCopy)
        self._kind.set_value(_COPY if is_copy else _REPORT)
        self._language.set_value(shown.language if isinstance(shown, ToClientCopy) else _SUITING)
        self._german.set_value(isinstance(shown, ToClientCopy) and shown.with_german)
        self._large.set_value(shown.large)
        self._offer()

    def _offer(self, _value: object = None) -> None:
        """A report has one language, and German needs no German beside it."""
        is_copy = self._kind.value() == _COPY
        self._language.setEnabled(is_copy)
        self._german.setEnabled(is_copy and self._language.value() not in {"de", _SUITING})


def _languages() -> list[tuple[str, str]]:
    """Each language as the screen calls it and as it calls itself."""
    found: list[tuple[str, str]] = []
    names = load_code_list("language")
    for language in CLIENT_LANGUAGES:
        own = load_client_texts(language).name
        label = names.label(language) if language in names else own
        both = _("{language} · {own}").format(language=label, own=own)
        found.append((language, own if label == own else both))
    return found
