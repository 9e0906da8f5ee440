"""What the person finds hard: 24 functions with four answers each, and what is suggested from what is known."""

from collections.abc import Mapping
from typing import Any, Final, cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case import limitations
from zwk_barrier.casework.case.limitations import FunctionalProfile, SuggestedDegree
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import GroupTitle, NoteText, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.scale_field import ScaleField
from zwk_barrier.model import Person, Record
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.fit_tables import load_fit_model
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import N_, _

_GROUPS: Final = (
    (N_("Was fällt beim Bewegen schwer?"), ("F01", "F02", "F03", "F04", "F05", "F24")),
    (N_("Womit ist die Person unterwegs?"), ("F06", "F07", "F08", "F09")),
    (N_("Was fällt mit Armen und Händen schwer?"), ("F10", "F11", "F12", "F13")),
    (N_("Was fällt beim Sehen und Hören schwer?"), ("F14", "F15", "F16", "F17")),
    (N_("Was fällt beim Denken schwer?"), ("F18", "F19")),
    (N_("Was macht der Körper schwer?"), ("F20", "F21", "F22", "F23")),
)


class FunctionsSection(QWidget):
    """The functional profile of one person; each answer is kept as it is given."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("person_functions")
        self._desk = desk
        self._person_id: UUID | None = None
        self._binding = Binding(desk, Person, owner=self, keep=_keep)
        self._asked = SoftText(name="person_functions_asked")
        self._suggestions = _SuggestionsCard()
        self._suggestions.accept.clicked.connect(self._accept)
        form = FormRows("person_functions_form")
        self._add_rows(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(SectionTitle(_("Was fällt schwer? (Passung)"), name="person_functions_title"))
        column.addWidget(SoftText(_introduction(), name="person_functions_note"))
        column.addWidget(self._asked)
        column.addWidget(self._suggestions)
        column.addWidget(form)

    def show_person(self, person_id: UUID) -> None:
        """Reads what was asked about; what is being answered stays."""
        self._person_id = person_id
        self._desk.ask(
            lambda session: limitations.functional_profile(session, person_id), then=self._show, owner=self
        )

    def _show(self, profile: FunctionalProfile) -> None:
        if profile.id != self._person_id:
            return  # another case came in between
        self._binding.show(cast("Record", profile))
        asked, every = len(profile.degrees), len(load_code_list("function"))
        self._asked.setText(_("{asked} von {every} gefragt").format(asked=asked, every=every))
        self._suggestions.show_suggestions(profile.suggestions)

    def _accept(self) -> None:
        person_id = self._person_id
        if person_id is not None:
            self._desk.do(
                lambda store: limitations.keep_suggestions(store, person_id),
                then=lambda _nothing: self._desk.saying.emit(_("Vorschläge übernommen."), True),
                owner=self,
            )

    def _add_rows(self, form: FormRows) -> None:
        functions, steps = load_code_list("function"), _steps()
        for title, codes in _GROUPS:
            form.add(GroupTitle(_(title), name=f"functions_{codes[0]}_group"))
            for code in codes:
                field = ScaleField(f"limitation_{code}", steps, unknown=_("Nicht gefragt"))
                form.row(functions.label(code), field)
                self._binding.tie_several(field, _split(code), _join(code))


class _SuggestionsCard(Card):
    """What aids, impairments and falls say, until the person has been asked."""

    def __init__(self) -> None:
        super().__init__("person_suggestions", title=_("Vorschläge aus dem, was bekannt ist"))
        self._text = self.add(NoteText(name="person_suggestions_text"))
        self.accept = Button("person_suggestions_accept", _("Vorschläge &übernehmen"), icon="check-check")
        self.body.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_suggestions(self, suggestions: tuple[SuggestedDegree, ...]) -> None:
        """Shows them line by line; hidden when there are none."""
        functions, degrees = load_code_list("function"), load_code_list("degree")
        lines = [
            _("{function}: {degree} – {reason}").format(
                function=functions.label(one.function),
                degree=degrees.label(str(one.degree)).lower(),
                reason=one.reason,
            )
            for one in suggestions
        ]
        self._text.setText("\n".join(lines))
        self.setVisible(bool(lines))


def _introduction() -> str:
    return _(
        "Daraus rechnet das Programm, welche Barriere für diese Person zählt. {status}. "
        "Ziffern 0, 1 und 2 wählen, Entf nimmt zurück, Enter geht weiter."
    ).format(status=load_fit_model().version.status())


def _steps() -> list[tuple[int, str]]:
    return [(0, _("Nein")), (1, _("Teilweise")), (2, _("Deutlich"))]


def _split(code: str) -> Any:
    return lambda value: {code: value}


def _join(code: str) -> Any:
    return lambda profile: profile.degrees.get(code)


def _keep(store: OfficeStore, person_id: UUID, values: Mapping[str, Any]) -> Changed:
    changed = Changed()
    for function, degree in values.items():  # one field holds one function
        changed = limitations.keep_limitation(store, person_id, function, degree)
    return changed
