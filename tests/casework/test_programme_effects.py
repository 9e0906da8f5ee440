"""What a change of a programme would mean for the open cases, told before anybody confirms it."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.builders import a_case
from zwk_barrier.casework import records
from zwk_barrier.casework.payers.programme_effects import Effects, dry_run
from zwk_barrier.model import Application, CaseFile, Dwelling, Measure
from zwk_barrier.problems import Problem
from zwk_barrier.reference.programmes import Change
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)
NEW = Change("SGB11-40-4", "per_person", "460000", date(2028, 1, 1), "Bekanntmachung nach § 30 SGB XI")


def entitled(office: OfficeStore, number: str, **values: object) -> tuple[UUID, UUID]:
    """A case with care grade 2 and one building measure; the case and the measure."""
    facts: dict[str, Any] = {
        "family_name": f"Fall {number}",
        "care_grade": "2",
        "insurance_type": "gkv",
    } | values
    case_id = a_case(office, number, TODAY, **facts)
    _changed, measure_id = records.add(
        office, Measure, case_id=case_id, title="Dusche bodengleich", kind="bau_gross", payers=["pk4"],
        cost_low=9_000_00, cost_high=9_000_00, status="empfohlen",
    )  # fmt: skip
    return case_id, measure_id


def applied(office: OfficeStore, case: tuple[UUID, UUID], **values: object) -> None:
    case_id, measure_id = case
    records.add(
        office, Application, case_id=case_id, programme="SGB11-40-4", measures=[measure_id.hex], **values
    )


def effects(office: OfficeStore, change: Change = NEW) -> Effects:
    with office.reading() as session:
        return dry_run(session, change, TODAY)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_an_open_case_shows_its_amount_before_and_after(office: OfficeStore) -> None:
    case_id, _measure = entitled(office, "2026-0001")
    found = effects(office)
    (one,) = found.affected
    assert (one.case_id, one.number, one.name) == (case_id, "2026-0001", "Fall 2026-0001")
    assert (plain(one.before), plain(one.after)) == ("höchstens 4.180 €", "höchstens 4.600 €")
    assert (found.looked_at, found.keeping) == (1, 0)


def test_a_closed_case_and_one_without_care_grade_are_not_touched(office: OfficeStore) -> None:
    entitled(office, "2026-0001", status="closed")
    entitled(office, "2026-0002", care_grade="keiner")
    found = effects(office)
    assert (found.affected, found.looked_at) == ((), 1)


def test_what_was_granted_before_the_day_keeps_the_old_amount(office: OfficeStore) -> None:
    applied(
        office,
        entitled(office, "2026-0001"),
        received_on=date(2026, 9, 1),
        notice="bewilligt_voll",
        notice_on=date(2026, 9, 20),
        amount_granted=4_180_00,
    )
    found = effects(office)
    assert (found.affected, found.keeping, found.undecided) == ((), 1, 0)


def test_what_was_applied_for_and_not_decided_is_counted_apart(office: OfficeStore) -> None:
    applied(office, entitled(office, "2026-0001"), received_on=date(2026, 11, 2))
    entitled(office, "2026-0002")
    found = effects(office)
    assert [one.number for one in found.affected] == ["2026-0002"]
    assert (found.keeping, found.undecided) == (1, 1)


@pytest.mark.parametrize(("received", "keeping"), [(date(2026, 9, 30), 1), (date(2026, 10, 1), 0)])
def test_the_day_before_keeps_the_old_amount_and_the_day_itself_has_the_new(
    office: OfficeStore, received: date, keeping: int
) -> None:
    applied(office, entitled(office, "2026-0001"), received_on=received)
    assert effects(office, replace(NEW, valid_from=date(2026, 10, 1))).keeping == keeping


def test_a_programme_that_opens_again_shows_whom_it_concerns(office: OfficeStore) -> None:
    case_id, measure_id = entitled(office, "2026-0001")
    records.keep(office, Measure, measure_id, payers=["kfw"])
    with office.reading() as session:
        dwelling_id = records.get(session, CaseFile, case_id).dwelling_id
    records.keep(office, Dwelling, dwelling_id, tenure="eigentum_haus")
    (one,) = effects(office, Change("KFW-455-B", "status", "active", date(2027, 2, 1), "kfw.de")).affected
    assert one.before == "nimmt keine Anträge an"
    assert plain(one.after) == "höchstens 2.500 €"


def test_a_change_of_another_programme_touches_nobody(office: OfficeStore) -> None:
    entitled(office, "2026-0001")
    other = replace(NEW, programme="SGB11-40-2", field="per_month", value="4500")
    assert effects(office, other).affected == ()


def test_the_search_tells_how_far_it_is_and_stops_when_told(office: OfficeStore) -> None:
    entitled(office, "2026-0001")

    class Stopped(Problem):
        pass

    def stop(_share: float) -> None:
        raise Stopped("")

    with office.reading() as session, pytest.raises(Stopped):
        dry_run(session, NEW, TODAY, stop)
