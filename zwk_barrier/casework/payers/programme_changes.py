"""How the office keeps its funding programmes up to date: one person proposes a value, a second one confirms it.

Nothing holds before it is confirmed.  A confirmed change is a new dated row: what began before keeps the old
amount.  A confirmation is taken back like any deed; one that does not hold yet also later, with a reason.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.office.roles import role_of
from zwk_barrier.casework.payers.programme_history import KeptChange, kept_change, waiting_changes
from zwk_barrier.casework.payers.programme_words import value_before
from zwk_barrier.casework.payers.programmes import CHECKED, is_usable, programmes_for
from zwk_barrier.casework.records import get
from zwk_barrier.model import ProgrammeChange, Staff
from zwk_barrier.problems import ConflictProblem, InputProblem, NotAllowed
from zwk_barrier.reference.programmes import STATUS, Change, Programme
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

CONFIRMING: Final = frozenset({"beratung", "leitung", "verwaltung"})
"""Whose roles may confirm: they answer for what the office tells people."""

_FARTHEST: Final = timedelta(days=3653)  # ten years: farther ahead, a digit of the year is wrong


@dataclass(frozen=True, slots=True)
class Review:
    """A change as somebody looks at it, the value ``before`` its day, and why this person cannot confirm it."""

    kept: KeptChange
    title: str
    before: str
    why_not: str
    is_own: bool


def checked_change(session: Session, change: Change, today: date) -> Change:
    """The change as it would be kept; raises InputProblem naming the field that cannot be."""
    change = Change(
        change.programme, change.field, change.value.strip(), change.valid_from, change.source.strip()
    )
    programme = programmes_for(session).get(change.programme)
    if programme is None:
        raise InputProblem("programme", _("Dieses Förderprogramm gibt es nicht."))
    begins = _begins(programme, change.field)
    if not begins:
        raise InputProblem("field", _("Diese Angabe hat das Förderprogramm nicht."))
    if not change.value:
        raise InputProblem("value", _("Bitte den neuen Wert eingeben."))
    if not change.source:
        raise InputProblem(
            "source", _("Bitte angeben, woher der Wert stammt, z.\N{NO-BREAK SPACE}B. das Gesetz.")
        )
    _check_day(change.valid_from, max(begins), today)
    if not is_usable(programmes_for(session), change):
        raise InputProblem("value", _("Dieser Wert ist hier nicht möglich."))
    if change.value == _value_on(programme, change.field, change.valid_from):
        raise InputProblem("value", _("Dieser Wert gilt an dem Tag schon."))
    return change


def propose(store: OfficeStore, change: Change, note: str = "", *, today: date) -> tuple[Changed, UUID]:
    """Keeps a change for a second person to confirm; raises InputProblem naming the field that cannot be."""
    with store.deed("programme_change_proposed") as deed:
        change = checked_change(deed.session, change, today)
        for other in waiting_changes(deed.session):
            if _place(other.change) == _place(change):
                raise InputProblem("valid_from", _("Dafür wartet schon eine Änderung auf Bestätigung."))
        row = ProgrammeChange(
            programme=change.programme,
            field=change.field,
            value=change.value,
            valid_from=change.valid_from,
            source=change.source,
            note=note.strip() or None,
            proposed_by_id=store.staff_id,
        )
        deed.session.add(row)
        deed.session.flush()
    return deed.changed, row.id


def why_not_confirm(session: Session, change: KeptChange, staff_id: UUID) -> str:
    """Why this person cannot confirm the change, with what to do; empty when nothing stands against it."""
    if role_of(session, staff_id) not in CONFIRMING:
        return _("Bestätigen muss eine Person aus Beratung, Leitung oder Verwaltung.")
    if change.proposed_by_id != staff_id:
        return ""
    others = select(Staff.id).where(
        Staff.removed_at.is_(None), Staff.id != staff_id, Staff.role.in_(CONFIRMING)
    )
    if session.scalars(others.limit(1)).first() is None:
        return _(
            "Eine Änderung bestätigt eine zweite Person, und hier gibt es bisher keine. Fügen Sie unter "
            "„Personen“ jemanden hinzu, der die Quelle nachliest und dann bestätigt."
        )
    return _("Sie haben diese Änderung vorgeschlagen. Bestätigen muss sie eine andere Person.")


def confirm(store: OfficeStore, change_id: UUID) -> Changed:
    """Lets a change hold from its day on; raises NotAllowed for the person who proposed it.

    Raises ConflictProblem when it was decided already, or does not fit any more.
    """
    with store.deed("programme_change_confirmed") as deed:
        change = _undecided(deed.session, change_id)
        if reason := why_not_confirm(deed.session, change, store.staff_id):
            raise NotAllowed(reason)
        try:  # another change may have been confirmed since
            checked_change(deed.session, change.change, change.change.valid_from)
        except InputProblem as error:
            raise ConflictProblem(
                _("Diese Änderung passt nicht mehr zum Förderprogramm: {reason}").format(
                    reason=error.sentence
                ),
                advice=_("Verwerfen Sie sie."),
            ) from error
        row = get(deed.session, ProgrammeChange, change_id)
        row.confirmed_by_id, row.confirmed_at = store.staff_id, datetime.now(UTC)
    return deed.changed


def reject(store: OfficeStore, change_id: UUID, reason: str) -> Changed:
    """Decides against a change that waits; raises InputProblem without a reason, ConflictProblem once decided."""
    with store.deed("programme_change_rejected") as deed:
        _undecided(deed.session, change_id)
        _reject(deed.session, change_id, store.staff_id, reason)
    return deed.changed


def withdraw(store: OfficeStore, change_id: UUID) -> Changed:
    """Takes one's own proposal away; raises NotAllowed for anybody else, ConflictProblem once decided."""
    with store.deed("programme_change_withdrawn") as deed:
        if _undecided(deed.session, change_id).proposed_by_id != store.staff_id:
            raise NotAllowed(_("Zurückziehen kann eine Änderung nur, wer sie vorgeschlagen hat."))
        get(deed.session, ProgrammeChange, change_id).removed_at = datetime.now(UTC)
    return deed.changed


def call_off(store: OfficeStore, change_id: UUID, reason: str, *, today: date) -> Changed:
    """Takes back a confirmed change before its day comes; raises ConflictProblem when it holds already."""
    with store.deed("programme_change_called_off") as deed:
        change = kept_change(deed.session, change_id)
        if not change.is_confirmed or change.change.valid_from <= today:
            raise ConflictProblem(
                _("Diese Änderung gilt schon."),
                advice=_("Schlagen Sie einen neuen Wert ab einem neuen Tag vor."),
            )
        _reject(deed.session, change_id, store.staff_id, reason)
    return deed.changed


def keep_check(store: OfficeStore, programme: str, *, today: date) -> Changed:
    """Keeps that a programme was looked up today and found unchanged; that changes no rule, so one person will do."""
    with store.deed("programme_checked") as deed:
        one = programmes_for(deed.session).get(programme)
        if one is None:
            raise InputProblem("programme", _("Dieses Förderprogramm gibt es nicht."))
        deed.session.add(
            ProgrammeChange(
                programme=programme,
                field=CHECKED,
                value=today.isoformat(),
                valid_from=today,
                source=one.source.text,
                proposed_by_id=store.staff_id,
                confirmed_by_id=store.staff_id,
                confirmed_at=datetime.now(UTC),
            )
        )
    return deed.changed


def review_of(session: Session, change_id: UUID, staff_id: UUID) -> Review:
    """A change with what this person may do about it; raises NotFound when it was withdrawn."""
    kept = kept_change(session, change_id)
    programme = programmes_for(session).get(kept.change.programme)
    return Review(
        kept,
        kept.change.programme if programme is None else programme.title(),
        "" if programme is None else value_before(programme, kept.change),
        why_not_confirm(session, kept, staff_id) if kept.is_waiting else "",
        kept.proposed_by_id == staff_id,
    )


def _check_day(day: date, newest: date, today: date) -> None:
    if day < newest:
        raise InputProblem(
            "valid_from",
            _("Für die Zeit davor steht der Wert fest: Der neueste gilt ab {day}.").format(
                day=format_date(newest)
            ),
        )
    if day > today + _FARTHEST:
        raise InputProblem("valid_from", _("Das ist mehr als zehn Jahre hin."))


def _begins(programme: Programme, field: str) -> list[date]:
    """From when on each value of a field holds; empty when the programme has no such field."""
    if field == STATUS:
        return [row.valid.begin or date.min for row in programme.statuses]
    return [row.valid.begin or date.min for row in programme.amounts if row.field == field]


def _value_on(programme: Programme, field: str, day: date) -> str | None:
    """The value that holds on a day, as a change has it."""
    if field == STATUS:
        status = programme.status_on(day)
        return None if status is None else status.state
    value = programme.value(field, day)
    return None if value is None else str(value)


def _undecided(session: Session, change_id: UUID) -> KeptChange:
    change = kept_change(session, change_id)
    if not change.is_waiting:
        raise ConflictProblem(_("Über diese Änderung ist schon entschieden."))
    return change


def _reject(session: Session, change_id: UUID, staff_id: UUID, reason: str) -> None:
    if not reason.strip():
        raise InputProblem("reason", _("Bitte einen Grund angeben."))
    row = get(session, ProgrammeChange, change_id)
    row.rejected_by_id, row.rejected_at, row.rejected_because = staff_id, datetime.now(UTC), reason.strip()


def _place(change: Change) -> tuple[str, str, date]:
    return change.programme, change.field, change.valid_from
