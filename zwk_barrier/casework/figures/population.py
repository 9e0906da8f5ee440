"""Taking tables of inhabitants in, and away again: a file whole, in one deed, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.office.roles import require_counting
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import PopulationCount, PopulationTable
from zwk_barrier.model.ids import new_id
from zwk_barrier.model.population import ReadPopulation
from zwk_barrier.problems import ConflictProblem, InputProblem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.population import PopulationCell
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class TakingIn:
    """What a person says about a file: its kind (code population_kind), and what the file leaves open.

    ``source`` and ``counted_on`` are for tables that do not say theirs.
    """

    kind: str
    source: str = ""
    counted_on: date | None = None
    title: str = ""


def take_in(store: OfficeStore, read: ReadPopulation, taking: TakingIn) -> tuple[Changed, tuple[UUID, ...]]:
    """Takes every table of a file in, in one deed; gives their ids.

    Raises InputProblem for a file with problems, an unknown kind, or where source or day are missing, and
    ConflictProblem for a file that is there already.
    """
    _check(read, taking)
    with store.deed("population_taken_in") as deed:
        _require(deed.session, store.staff_id)
        if _is_there(deed.session, read.digest):
            raise ConflictProblem(
                _("Diese Datei wurde schon eingelesen."),
                advice=_("Soll sie neu eingelesen werden, entfernen Sie zuerst die Tabelle von damals."),
            )
        ids = tuple(_add(deed.session, table, read.digest) for table in _with_particulars(read, taking))
    return deed.changed, ids


def remove_table(store: OfficeStore, table_id: UUID) -> Changed:
    """Takes a table away; rates and outlooks no longer refer to it, and undo brings it back."""
    with store.deed("population_removed") as deed:
        _require(deed.session, store.staff_id)
        get(deed.session, PopulationTable, table_id).removed_at = datetime.now(UTC)
        deed.session.flush()
    return deed.changed


def _require(session: Session, staff_id: UUID) -> None:
    require_counting(session, staff_id, _("Einwohnerzahlen pflegen Leitung, Statistik und Verwaltung."))


def _check(read: ReadPopulation, taking: TakingIn) -> None:
    if not read.can_be_taken_in:
        raise InputProblem("file", _("In der Datei stehen noch Fehler."))
    if load_code_list("population_kind").get(taking.kind) is None:
        raise InputProblem("kind", _("Bitte sagen Sie, was die Zahlen bedeuten."))
    if not all(table.source or taking.source.strip() for table in read.tables):
        raise InputProblem(
            "source", _("Bitte die Quelle nennen. Zum Beispiel: Melderegister, Statistikstelle der Stadt.")
        )
    if not all(table.counted_on or taking.counted_on for table in read.tables):
        raise InputProblem("counted_on", _("Bitte den Stichtag nennen; in der Datei steht keiner."))


def _is_there(session: Session, digest: str) -> bool:
    same = select(PopulationTable.id).where(
        PopulationTable.digest == digest, PopulationTable.removed_at.is_(None)
    )
    return session.scalars(same).first() is not None


def _with_particulars(
    read: ReadPopulation, taking: TakingIn
) -> list[tuple[dict[str, Any], tuple[PopulationCell, ...]]]:
    return [
        (
            clean(
                PopulationTable,
                {
                    "kind": taking.kind,
                    "title": taking.title,
                    "source": table.source or taking.source,
                    "counted_on": table.counted_on or taking.counted_on,
                    "is_rounded": table.is_rounded,
                },
            ),
            table.inhabitants.cells,
        )
        for table in read.tables
    ]


def _add(session: Session, table: tuple[dict[str, Any], Sequence[PopulationCell]], digest: str) -> UUID:
    values, cells = table
    row = PopulationTable(**values, digest=digest)
    session.add(row)
    session.flush()
    now = datetime.now(UTC)
    session.execute(
        insert(PopulationCount),
        [
            {
                "id": new_id(),
                "created_at": now,
                "table_id": row.id,
                "area": cell.area,
                "sex": cell.sex,
                "age_from": cell.age_from,
                "age_to": cell.age_to,
                "persons": cell.persons,
            }
            for cell in cells
        ],
    )
    return row.id
