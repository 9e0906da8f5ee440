"""Ties the fields of a form to the columns of one record: what a field keeps, the row keeps.

    self._person = Binding(desk, Person, owner=self)
    self._person.tie("family_name", field)
    self._person.show(person)                      # from the store; typing that is newer stays

A value that cannot be kept stays in its field, with the sentence beside it, and is tried again when the
field is kept the next time or :meth:`Binding.try_again` is called (a disk that was full has space again).

A record that is not there yet is made by the first kept value, given ``create``: fields left in quick
succession never make two, because deeds run one after another.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from zwk_barrier.casework import records
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.keeping import Field
from zwk_barrier.model import Record
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

Create = Callable[[OfficeStore, Mapping[str, Any]], tuple[Changed, UUID]]
Split = Callable[[Any], Mapping[str, Any]]
Join = Callable[[Any], Any]


class Binding(QObject):
    """One record behind several fields; ``row_id`` is None until there is a record."""

    created = Signal(object)
    """The id of the record the first kept value has made."""

    kept = Signal()
    """Something was kept; for "Alles gesichert"."""

    def __init__(
        self, desk: Desk, record: type[Record], *, owner: QObject, create: Create | None = None
    ) -> None:
        super().__init__(owner)
        self._desk = desk
        self._record = record
        self._create = create
        self._joins: dict[Field, Join] = {}
        self._unkept: dict[Field, Mapping[str, Any]] = {}
        self.row_id: UUID | None = None

    def tie(self, column: str, field: Field) -> None:
        """Shows and keeps one column in one field."""
        self.tie_several(field, lambda value: {column: value}, lambda row: getattr(row, column))

    def tie_several(self, field: Field, split: Split, join: Join) -> None:
        """Shows and keeps several columns in one field, e.g. a cost from–to."""
        self._joins[field] = join
        field.kept.connect(lambda value: self._keep(field, split(value)))

    def show(self, row: Record | None) -> None:
        """Shows a record, or none; what is being typed and what could not be kept stays."""
        row_id = None if row is None else row.id
        if row_id != self.row_id:
            self._unkept.clear()
        self.row_id = row_id
        for field, join in self._joins.items():
            if field not in self._unkept:
                field.set_value(None if row is None else join(row))

    @property
    def has_unkept(self) -> bool:
        """Whether a field holds something that could not be kept."""
        return bool(self._unkept)

    def try_again(self) -> None:
        """Keeps once more what could not be kept."""
        for field, values in list(self._unkept.items()):
            self._keep(field, values)

    def _keep(self, field: Field, values: Mapping[str, Any]) -> None:
        def deed(store: OfficeStore) -> tuple[Changed, UUID | None]:
            if self.row_id is not None:
                return records.keep(store, self._record, self.row_id, **values), None
            if self._create is None:
                return Changed(), None
            changed, self.row_id = self._create(store, values)
            return changed, self.row_id

        def done(created: UUID | None) -> None:
            if self._unkept.pop(field, None) is not None:
                field.failed.emit("")
            if created is not None:
                self.created.emit(created)
            self.kept.emit()

        self._desk.do(deed, then=done, failed=lambda problem: self._refused(field, values, problem), owner=self)

    def _refused(self, field: Field, values: Mapping[str, Any], problem: Problem) -> None:
        self._unkept[field] = values
        field.failed.emit(str(problem))
        if not isinstance(problem, InputProblem):
            self._desk.failing.emit(problem)
