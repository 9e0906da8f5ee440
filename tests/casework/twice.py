"""A dwelling measured at two visits, a line for each value."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework.case import outcomes
from zwk_barrier.casework.visit import entering, findings
from zwk_barrier.casework.visit.comparison import ComparedBarrier, Comparison, compare
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.store.office import OfficeStore

LATER = date(2026, 11, 20)
NARROW, WIDE = 63, 95  # cm, of a door that should have 80


class Twice:
    """A dwelling visited twice: ``then`` and ``now`` measure in one line."""

    def __init__(self, office: OfficeStore) -> None:
        self.office = office
        self.case_id, self.before = plan(office)
        self._after: UUID | None = None

    @property
    def after(self) -> UUID:
        """The later visit, planned when it is first asked for."""
        if self._after is None:
            _changed, self._after = outcomes.plan_follow_up(self.office, self.before, "abnahme", LATER)
        return self._after

    def then(self, kind: str, criterion: str, value: Measured | int) -> None:
        view = view_of(self.office, self.before)
        measure(self.office, view, room_of(view, kind), criterion, value)

    def door(self, visit_id: UUID, part_id: UUID, value: int) -> None:
        """Measures a further door of the hall."""
        room_id = room_of(view_of(self.office, visit_id), "flur").room.id
        entering.enter_measurement(
            self.office, room_id, "W04", Measured(Decimal(value)), unit="cm", method=None, part_id=part_id
        )

    def now(self, kind: str, criterion: str, value: Measured | int) -> None:
        view = view_of(self.office, self.after)
        measure(self.office, view, room_of(view, kind), criterion, value)

    def find(self, text: str, **values: object) -> UUID:
        _changed, finding_id = findings.add_finding(self.office, self.before, text, **values)  # type: ignore[arg-type]
        return finding_id

    def compared(self) -> Comparison:
        with self.office.reading() as session:
            return compare(session, self.before, self.after)

    def only(self) -> ComparedBarrier:
        (barrier,) = self.compared().barriers
        return barrier
