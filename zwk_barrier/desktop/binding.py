"""Ties the fields of a form to the columns of one record: what a field keeps, the row keeps.

    self._person = Binding(desk, Person, owner=self)
    self._person.tie("family_name", field)
    self._person.show(person)                      # from the store; typing that is newer stays

A value that cannot be kept stays in its field, with the sentence beside it, and is tried again when the
field is kept the next time or :meth:`Binding.try_again` is called (a disk that was full has space again).

A record that is not there yet is made by the first kept value, given ``create``: fields left in quick
succession never make two, because deeds run one after another.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework import records
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.keeping import Field
from zwk_barrier.model import Record
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore

Create = Callable[[OfficeStore, Mapping[str, Any]], tuple[Changed, UUID]]
Keep = Callable[[OfficeStore, UUID, Mapping[str, Any]], Changed]
Split = Callable[[Any], Mapping[str, Any]]
Join = Callable[[Any], Any]


@dataclass(eq=False, slots=True)
class _Target:
    """The record a value is kept in; a deed holds on to the one that was shown when it was asked for."""

    row_id: UUID | None
    create: Create | None
    underway: Counter[Field] = dataclass_field(default_factory=Counter)
    """How many values of each field are on their way: what is read meanwhile does not have them yet."""


class Binding(QObject):
    """One record behind several fields; ``row_id`` is None until there is a record."""

    created = Signal(object)
    """The id of the record the first kept value has made."""

    refused = Signal(object, object)
    """The :class:`Problem` for which values were not kept, and the values by their columns."""

    kept = Signal()
    """Something was kept; for "Alles gesichert"."""

    def __init__(
        self,
        desk: Desk,
        record: type[Record],
        *,
        owner: QObject,
        create: Create | None = None,
        keep: Keep | None = None,
    ) -> None:
        super().__init__(owner)
        self._desk = desk
        self._record = record
        self._keep_values = keep or self._keep_columns
        self._joins: dict[Field, Join] = {}
        self._columns: dict[Field, tuple[str, ...]] = {}
        self._unkept: dict[Field, Mapping[str, Any]] = {}
        self._newest: dict[Field, Mapping[str, Any]] = {}
        self._target = _Target(None, create)

    @property
    def row_id(self) -> UUID | None:
        """The record shown, None until there is one; asked inside a deed it is there once it was made."""
        return self._target.row_id

    def tie(self, column: str, field: Field) -> None:
        """Shows and keeps one column in one field."""
        self.tie_several(
            field, lambda value: {column: value}, lambda row: getattr(row, column), columns=(column,)
        )

    def tie_several(self, field: Field, split: Split, join: Join, *, columns: Sequence[str] = ()) -> None:
        """Shows and keeps several columns in one field, e.g. a cost from–to; ``columns`` are for its history."""
        self._joins[field] = join
        self._columns[field] = tuple(columns)
        field.kept.connect(lambda value: self._keep(field, split(value)))

    def fields(self) -> tuple[tuple[QWidget, tuple[str, ...]], ...]:
        """Every field with the columns it keeps, for the history of a field."""
        return tuple((cast("QWidget", field), columns) for field, columns in self._columns.items())

    @property
    def record(self) -> type[Record]:
        """The class of the record."""
        return self._record

    @property
    def table(self) -> str:
        """The name of the record's table."""
        return str(self._record.__tablename__)

    def begin(self, create: Create | None = None) -> None:
        """Shows no record; the first kept value makes one by ``create``."""
        self._turn_to(_Target(None, create))
        for field in self._joins:
            field.set_value(None)

    def show(self, row: Record) -> None:
        """Shows a record; what is being typed there and what could not be kept stays.

        Before another record is shown, what is typed is kept in the one it was typed for.
        """
        if row.id != self.row_id:
            self._turn_to(_Target(row.id, None))
        for field, join in self._joins.items():
            if field not in self._unkept and not self._target.underway[field]:
                field.set_value(join(row))

    def promise(self) -> Callable[[], UUID | None]:
        """Tells, asked inside a later deed, the id of what is shown now; it may be made by a deed on its way."""
        target = self._target
        return lambda: target.row_id

    def put_back(self, row_id: UUID, values: Mapping[str, Any]) -> None:
        """Keeps earlier values of a record the way its fields keep theirs; ``columns`` to values."""
        self._desk.do(lambda store: self._keep_values(store, row_id, values), owner=self)

    @property
    def has_unkept(self) -> bool:
        """Whether a field holds something that could not be kept."""
        return bool(self._unkept)

    def try_again(self) -> None:
        """Keeps once more what could not be kept, but for a field with a newer value on its way."""
        for field, values in list(self._unkept.items()):
            if not self._target.underway[field]:
                self._keep(field, values)

    def give_up(self) -> None:
        """Forgets what could not be kept; the next :meth:`show` shows what is kept."""
        for field in list(self._unkept):
            field.failed.emit("")
        self._unkept.clear()

    def _turn_to(self, target: _Target) -> None:
        for field in self._joins:
            field.settle()
            field.forget()
        for field in self._unkept:
            field.failed.emit("")
        self._unkept.clear()
        self._newest.clear()
        self._target = target

    def _keep(self, field: Field, values: Mapping[str, Any]) -> None:
        target = self._target

        def deed(store: OfficeStore) -> tuple[Changed, UUID | None]:
            if target.row_id is not None:
                return self._keep_values(store, target.row_id, values), None
            if target.create is None:
                return Changed(), None
            changed, target.row_id = target.create(store, values)
            return changed, target.row_id

        def done(created: UUID | None) -> None:
            target.underway[field] -= 1
            if target is self._target and self._unkept.pop(field, None) is not None:
                field.failed.emit("")
            if created is not None and target is self._target:
                self.created.emit(created)
            self.kept.emit()

        target.underway[field] += 1
        self._newest[field] = values
        self._desk.do(
            deed, then=done, failed=lambda problem: self._refused(target, field, values, problem), owner=self
        )

    def _keep_columns(self, store: OfficeStore, row_id: UUID, values: Mapping[str, Any]) -> Changed:
        return records.keep(store, self._record, row_id, **values)

    def _refused(self, target: _Target, field: Field, values: Mapping[str, Any], problem: Problem) -> None:
        target.underway[field] -= 1
        if target is not self._target:  # the person went on to another record: say it where it can be seen
            self._desk.failing.emit(problem)
            return
        if self._newest.get(field) is not values:
            return  # put right meanwhile: what was refused is not to come back over it
        self._unkept[field] = values
        field.failed.emit(str(problem))
        if not isinstance(problem, InputProblem):
            self._desk.failing.emit(problem)
        self.refused.emit(problem, values)
