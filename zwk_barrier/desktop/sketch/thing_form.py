"""What is chosen in numbers: a form for each kind of thing, made when it is first wanted."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.sketch.compact_form import CompactForm
from zwk_barrier.desktop.sketch.editor import SketchEditor
from zwk_barrier.desktop.sketch.size_field import SizeField
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.headings import NoteText, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.text_fields import TextField
from zwk_barrier.reference.fixtures import OTHER, load_fixtures
from zwk_barrier.rules.sketch import (
    Aid,
    Circle,
    Door,
    Fixture,
    Plan,
    Thing,
    Window,
    change,
    free_in_front,
    label_of,
    remove,
    turn,
)
from zwk_barrier.rules.sketch.words import area, centimetres
from zwk_barrier.wording import _

_LEAST: Final = 5  # cm


class _Form(CompactForm):
    """Fields tied to the values of one kind of thing, by the names those values have."""

    def __init__(self, name: str, editor: SketchEditor) -> None:
        super().__init__(name)
        self._editor = editor
        self._tied: dict[str, Any] = {}

    def length(self, label: str, value: str, *, least: int = _LEAST) -> None:
        """A length."""
        self._tie(value, self.row(label, SizeField(f"{self.objectName()}_{value}", least=least)))

    def choice(self, label: str, value: str, items: list[tuple[str, str]]) -> None:
        """One of several ways."""
        name = f"{self.objectName()}_{value}"
        self._tie(value, self.row(label, ChoiceField(name, items, is_optional=False)))

    def text(self, label: str, value: str) -> None:
        """A word."""
        self._tie(value, self.row(label, TextField(f"{self.objectName()}_{value}", large=True), wide=True))

    def show_thing(self, plan: Plan, thing: Thing) -> None:
        """Shows the thing's values."""
        for value, field in self._tied.items():
            shown = getattr(thing, value)
            if isinstance(field, SizeField):
                field.show_size(shown)
            else:
                if value in ("wall", "hinge"):
                    field.set_items(_walls(plan) if value == "wall" else _hinges(plan, thing))
                field.set_value(shown)

    def _tie(self, value: str, field: Any) -> None:
        self._tied[value] = field
        field.kept.connect(lambda kept: self._keep(value, kept))

    def _keep(self, value: str, kept: Any) -> None:
        editor = self._editor
        if kept is None and value != "name":
            return
        if editor.thing is not None:
            editor.apply(
                change(editor.plan, editor.chosen, **{value: kept or "" if value == "name" else kept})
            )


def _door_form(editor: SketchEditor) -> _Form:
    form = _Form("sketch_door", editor)
    form.length(_("Lichte Breite"), "width")
    form.choice(_("Wand"), "wall", [])
    form.length(_("Vom Wandanfang"), "offset", least=0)
    form.choice(
        _("Öffnet"),
        "swing",
        [("in", _("nach innen")), ("out", _("nach außen")), ("sliding", _("Schiebetür"))],
    )
    form.choice(_("Anschlag"), "hinge", [])
    return form


def _window_form(editor: SketchEditor) -> _Form:
    form = _Form("sketch_window", editor)
    form.length(_("Breite"), "width")
    form.choice(_("Wand"), "wall", [])
    form.length(_("Vom Wandanfang"), "offset", least=0)
    return form


def _fixture_form(editor: SketchEditor, name: str = "sketch_fixture") -> _Form:
    form = _Form(name, editor)
    form.length(_("Breite"), "width")
    form.length(_("Tiefe"), "depth")
    _place(form)
    return form


def _aid_form(editor: SketchEditor) -> _Form:
    form = _Form("sketch_aid", editor)
    form.length(_("Breite"), "width")
    form.length(_("Länge"), "length")
    _place(form)
    return form


def _circle_form(editor: SketchEditor) -> _Form:
    form = _Form("sketch_circle", editor)
    form.length(_("Durchmesser"), "diameter")
    _place(form)
    return form


def _place(form: _Form) -> None:
    form.length(_("Von links"), "x", least=0)
    form.length(_("Von oben"), "y", least=0)


def _named_form(editor: SketchEditor) -> _Form:
    form = _fixture_form(editor, "sketch_furniture")
    form.text(_("Bezeichnung"), "name")
    return form


def _form_of(thing: Thing) -> Callable[[SketchEditor], _Form]:
    """The form for a thing; what the palette has a name for needs no other."""
    match thing:
        case Door():
            return _door_form
        case Window():
            return _window_form
        case Aid():
            return _aid_form
        case Circle():
            return _circle_form
        case _:
            is_named = thing.kind in load_fixtures() and thing.kind != OTHER and not thing.name
            return _fixture_form if is_named else _named_form


def _walls(plan: Plan) -> list[tuple[str, str]]:
    words = {
        "top": _("oben"),
        "right": _("rechts"),
        "bottom": _("unten"),
        "left": _("links"),
        "notch_across": _("Ecke quer"),
        "notch_along": _("Ecke längs"),
    }
    return [(code, words[code]) for code in plan.outline.walls()]


def _hinges(plan: Plan, thing: Thing) -> list[tuple[str, str]]:
    is_across = isinstance(thing, Door) and plan.wall_of(thing).is_across
    start, end = (_("links"), _("rechts")) if is_across else (_("oben"), _("unten"))
    return [("start", start), ("end", end)]


class ThingForm(QWidget):
    """Names what is chosen, shows its numbers, turns it and takes it away."""

    laid_out = Signal()
    """Other fields are shown."""

    def __init__(self, editor: SketchEditor) -> None:
        super().__init__()
        self.setObjectName("sketch_thing")
        self._editor = editor
        self._chosen = ""
        self._forms: dict[Callable[[SketchEditor], _Form], _Form] = {}
        self._title = SectionTitle(name="sketch_thing_title")
        self._nothing = SoftText(
            _("Im Bild antippen, oder mit F6 und Tab wählen."), name="sketch_nothing_chosen"
        )
        self._slot = QVBoxLayout()
        self._note = NoteText(name="sketch_thing_note")
        self._turn = Button("sketch_turn", _("Drehen"), icon="refresh-cw", large=True)
        self._remove = Button("sketch_remove", _("Entfernen"), kind=Kind.QUIET, icon="trash-2", large=True)
        self._turn.clicked.connect(lambda: editor.apply(turn(editor.plan, editor.chosen)))
        self._remove.clicked.connect(lambda: editor.apply(remove(editor.plan, editor.chosen)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._nothing)
        column.addLayout(self._slot)
        column.addWidget(self._note)
        line = QHBoxLayout()
        line.addWidget(self._turn)
        line.addWidget(self._remove)
        line.addStretch()
        column.addLayout(line)
        editor.changed.connect(self.show_chosen)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Shows what is chosen now; what was typed for another thing is kept before."""
        editor = self._editor
        if editor.chosen != self._chosen:
            before, self._chosen = self._chosen, editor.chosen
            if before and not self._settle_for(before):
                return
        thing = editor.thing
        self._nothing.setVisible(thing is None)
        self._remove.setVisible(thing is not None)
        self._turn.setVisible(isinstance(thing, Door | Fixture | Aid))
        self._turn.setText(_("Anders öffnen") if isinstance(thing, Door) else _("Drehen"))
        self._title.setText(_("Ausgewählt") if thing is None else label_of(editor.plan, thing.id))
        for form in self._forms.values():
            form.setVisible(thing is not None and form is self._forms.get(_form_of(thing)))
        note = "" if thing is None else _note_on(editor.plan, thing)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if thing is not None:
            self._form_for(thing).show_thing(editor.plan, thing)

    def _settle_for(self, before: str) -> bool:
        """Keeps what was typed for the thing that was chosen before, under its own id; then shows the new one."""
        editor, now = self._editor, self._editor.chosen
        shown = [form for form in self._forms.values() if form.isVisibleTo(self)]
        if shown and editor.plan.thing(before) is not None:
            editor.chosen = before
            settle_all(shown[0])
            editor.chosen = now
        for form in shown:
            for field in form.fields().values():
                field.forget()
        return True

    def _form_for(self, thing: Thing) -> _Form:
        kind = _form_of(thing)
        if kind not in self._forms:
            self._forms[kind] = kind(self._editor)
            self._slot.addWidget(self._forms[kind])
            self.laid_out.emit()
        self._forms[kind].show()
        return self._forms[kind]


def _note_on(plan: Plan, thing: Thing) -> str:
    """What is worth knowing beside the numbers."""
    if isinstance(thing, Aid | Circle) and thing.is_assumed:
        return _("Angenommene Maße, noch nicht gemessen.")
    if not isinstance(thing, Fixture):
        return ""
    kind = load_fixtures().get(thing.kind)
    if kind is None or kind.front is None:
        return ""
    free = free_in_front(plan, thing)
    told = _("Davor frei: {free}.").format(free=area(free.width, free.depth))
    if free.depth < kind.front:
        told += " " + _("Üblich sind {front} Tiefe.").format(front=centimetres(kind.front))
    return told
