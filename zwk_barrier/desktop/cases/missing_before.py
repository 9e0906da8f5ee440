"""What is good to know before a visit and not known yet: a field for each, kept at once where it belongs."""

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.fields import field_name
from zwk_barrier.casework.visit.preparation import Preparation
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import GroupTitle
from zwk_barrier.desktop.widgets.whole_field import WholeField
from zwk_barrier.desktop.widgets.yes_no_field import YesNoField
from zwk_barrier.model import Building, Person
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.desktop.widgets.keeping import Field


class MissingBefore(QWidget):
    """Fields come as they are missed; one that is filled in stays until the preparation ends."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("preparation_missing")
        self._desk = desk
        self._columns: tuple[str, ...] = ()
        self._form: FormRows | None = None
        self._bindings: tuple[Binding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(GroupTitle(_("Vorher gut zu wissen"), name="preparation_missing_title"))
        self.hide()

    def show_missing(self, preparation: Preparation) -> None:
        """Shows a field for what is missing, and what was filled in meanwhile."""
        fresh = tuple(column for column in preparation.missing if column not in self._columns)
        if fresh:
            self._make((*self._columns, *fresh))
        for binding, row in zip(self._bindings, (preparation.person, preparation.building), strict=False):
            binding.show(row)
        self.setVisible(bool(self._columns))

    def settle(self) -> None:
        """Keeps what is typed."""
        if self._form is not None:
            self._form.settle()

    def forget(self) -> None:
        """No field any more; what is typed is kept."""
        self.settle()
        self._columns = ()
        self._drop_form()
        self.hide()

    def _make(self, columns: tuple[str, ...]) -> None:
        self.settle()
        self._drop_form()
        self._columns = columns
        self._form = form = FormRows("preparation_missing_form", columns=3)
        person, building = Binding(self._desk, Person, owner=form), Binding(self._desk, Building, owner=form)
        self._bindings = (person, building)
        for column in columns:
            binding = building if column == "has_lift" else person
            named = field_name(binding.table, column)
            name = f"preparation_{column}"
            field: YesNoField | WholeField = (
                YesNoField(name)
                if column == "has_lift"
                else WholeField(name, least=20, most=300, unit=named.unit)
            )
            form.row(named.title, field)
            binding.tie(column, cast("Field", field))
        self._column.addWidget(form)

    def _drop_form(self) -> None:
        form, self._form = self._form, None
        self._bindings = ()
        if form is not None:
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
