"""Four eyes on a plan: presented, approved by somebody else, and again after a change."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import a_case
from zwk_barrier.casework import records
from zwk_barrier.casework.case.history import case_history
from zwk_barrier.casework.case.tasks import open_tasks
from zwk_barrier.casework.plan import measures
from zwk_barrier.casework.plan.plan_approval import (
    approve,
    give_back,
    plan_state,
    present,
    waiting_plans,
    warning_before_sending,
)
from zwk_barrier.model import Measure, Office, PlanApproval, Staff, Task
from zwk_barrier.problems import ConflictProblem, InputProblem, NotAllowed, Problem
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)


@pytest.fixture
def planned(office: OfficeStore) -> UUID:
    """A case with one measure, in an office that wants four eyes."""
    want(office, wanted=True)
    case_id = a_case(office, "2026-0001", date(2026, 11, 2), family_name="Petrova")
    measures.recommend(office, case_id, title="Haltegriff", cost_high=20000)
    return case_id


def want(office: OfficeStore, *, wanted: bool) -> None:
    with office.reading() as session:
        office_id = session.query(Office).one().id
    records.keep(office, Office, office_id, wants_plan_approval=wanted)


def presented_by_a_colleague(office: OfficeStore, case_id: UUID, role: str = "beratung") -> UUID:
    """The plan presented, as if by Jonas Ehlers."""
    jonas = records.add(office, Staff, name="Jonas Ehlers", role=role)[1]
    present(office, case_id)
    with office.reading() as session:
        plan = session.query(PlanApproval).order_by(PlanApproval.presented_at.desc()).first()
    assert plan
    records.keep(office, PlanApproval, plan.id, presented_by_id=jonas)
    return jonas


def state_of(office: OfficeStore, case_id: UUID) -> str:
    with office.reading() as session:
        return plan_state(session, case_id).state


def warning(office: OfficeStore, case_id: UUID) -> str:
    with office.reading() as session:
        return warning_before_sending(session, case_id)


def measure_of(office: OfficeStore, case_id: UUID) -> UUID:
    with office.reading() as session:
        of_case = session.query(Measure).where(Measure.case_id == case_id, Measure.removed_at.is_(None))
        return of_case.one().id


def test_without_the_setting_nothing_of_it_is_seen(office: OfficeStore, planned: UUID) -> None:
    present(office, planned)
    want(office, wanted=False)

    with office.reading() as session:
        assert not plan_state(session, planned).is_wanted
        assert warning_before_sending(session, planned) == ""
        assert waiting_plans(session, office.staff_id) == []


def test_a_plan_is_presented_and_waits_for_somebody_else(office: OfficeStore, planned: UUID) -> None:
    assert warning(office, planned) == "Der Maßnahmenplan ist noch nicht freigegeben."

    present(office, planned)

    with office.reading() as session:
        waiting = waiting_plans(session, office.staff_id)
        state = plan_state(session, planned)
    assert [(one.number, one.name, one.presented_by, one.is_own) for one in waiting] == [
        ("2026-0001", "Petrova", "Marie Albers", True)
    ]
    assert (state.state, state.presented_by, state.is_released) == ("presented", "Marie Albers", False)


def test_who_presented_a_plan_never_approves_it(office: OfficeStore, planned: UUID) -> None:
    present(office, planned)

    with pytest.raises(NotAllowed, match="nicht selbst"):
        approve(office, planned, TODAY)
    with pytest.raises(NotAllowed, match="nicht selbst"):
        give_back(office, planned, "Bitte ändern", TODAY)
    assert state_of(office, planned) == "presented"


@pytest.mark.parametrize("role", ["leitung", "beratung"])
def test_another_person_who_makes_plans_approves_it(office: OfficeStore, planned: UUID, role: str) -> None:
    jonas = presented_by_a_colleague(office, planned)
    records.keep(office, Staff, office.staff_id, role=role)

    approve(office, planned, TODAY)

    assert state_of(office, planned) == "approved"
    assert warning(office, planned) == ""
    with office.reading() as session:
        assert waiting_plans(session, jonas) == []
        assert [(one.title, one.due_on) for one in open_tasks(session)] == [
            ("Maßnahmenplan ist freigegeben: Bericht und Anträge können hinaus", TODAY)
        ]


@pytest.mark.parametrize("role", ["verwaltung", "statistik", "ehrenamt"])
def test_other_roles_do_not_approve(office: OfficeStore, planned: UUID, role: str) -> None:
    presented_by_a_colleague(office, planned)
    records.keep(office, Staff, office.staff_id, role=role)

    with pytest.raises(NotAllowed, match="nur Leitung und Beratung"):
        approve(office, planned, TODAY)


def test_a_plan_given_back_becomes_a_task_of_who_presented_it(office: OfficeStore, planned: UUID) -> None:
    jonas = presented_by_a_colleague(office, planned)

    changed = give_back(office, planned, " Bitte die Schwelle dazunehmen. ", TODAY)

    with office.reading() as session:
        task = session.get_one(Task, next(row for table, row in changed.rows if table == "task"))
    assert (task.staff_id, task.due_on) == (jonas, TODAY)
    assert task.title == "Maßnahmenplan überarbeiten: Bitte die Schwelle dazunehmen."
    assert state_of(office, planned) == "returned"


def test_a_plan_is_given_back_with_a_comment_or_not_at_all(office: OfficeStore, planned: UUID) -> None:
    presented_by_a_colleague(office, planned)

    with pytest.raises(InputProblem) as told:
        give_back(office, planned, "  ", TODAY)

    assert told.value.field == "comment"


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Duschsitz"},
        {"cost_high": 30000},
        {"priority": "A"},
        {"payers": ["pflegekasse"]},
        {"reason": "Sturz"},
    ],
)
def test_a_plan_changed_after_approval_needs_it_again(
    office: OfficeStore, planned: UUID, values: dict[str, object]
) -> None:
    presented_by_a_colleague(office, planned)
    approve(office, planned, TODAY)

    records.keep(office, Measure, measure_of(office, planned), **values)

    assert state_of(office, planned) == "changed"
    assert "nach der Freigabe geändert" in warning(office, planned)
    present(office, planned)
    assert state_of(office, planned) == "presented"


@pytest.mark.parametrize(
    "values", [{"status": "umgesetzt"}, {"done_on": date(2026, 11, 20)}, {"cost_actual": 17900}]
)
def test_carrying_a_plan_out_is_no_change_of_it(
    office: OfficeStore, planned: UUID, values: dict[str, object]
) -> None:
    presented_by_a_colleague(office, planned)
    approve(office, planned, TODAY)

    records.keep(office, Measure, measure_of(office, planned), **values)

    assert state_of(office, planned) == "approved"


def test_a_measure_more_or_fewer_is_a_change(office: OfficeStore, planned: UUID) -> None:
    presented_by_a_colleague(office, planned)
    approve(office, planned, TODAY)

    measures.recommend(office, planned, title="Rampe")
    assert state_of(office, planned) == "changed"
    office.undo()
    assert state_of(office, planned) == "approved"
    records.remove(office, Measure, measure_of(office, planned))
    assert state_of(office, planned) == "changed"


def test_what_was_changed_since_it_was_presented_is_not_approved_unseen(
    office: OfficeStore, planned: UUID
) -> None:
    presented_by_a_colleague(office, planned)
    measures.recommend(office, planned, title="Rampe")

    with pytest.raises(ConflictProblem, match="geändert, seit er vorgelegt"):
        approve(office, planned, TODAY)
    give_back(office, planned, "Was soll die Rampe?", TODAY)

    assert state_of(office, planned) == "returned"


def test_an_empty_plan_and_one_that_waits_are_not_presented(office: OfficeStore, planned: UUID) -> None:
    empty = a_case(office, "2026-0002", date(2026, 11, 2))
    with pytest.raises(Problem, match="noch keine Maßnahme"):
        present(office, empty)
    assert warning(office, empty) == ""
    present(office, planned)
    with pytest.raises(Problem, match="schon vorgelegt"):
        present(office, planned)


def test_a_decision_is_taken_back_with_its_task_and_the_history_tells_it(
    office: OfficeStore, planned: UUID
) -> None:
    presented_by_a_colleague(office, planned)
    approve(office, planned, TODAY)

    with office.reading() as session:
        told = [line.after for line in case_history(session, planned) if line.field == "Entscheidung"]
    assert told == ["Freigegeben"]

    office.undo()

    assert state_of(office, planned) == "presented"
    with office.reading() as session:
        assert open_tasks(session) == []


@pytest.mark.usefixtures("planned")
def test_who_advises_cannot_end_that_a_second_person_approves(office: OfficeStore) -> None:
    records.add(office, Staff, name="Jonas Ehlers", role="leitung")
    with office.deed("role_kept") as deed:
        deed.keep(Staff, office.staff_id, role="beratung")

    with pytest.raises(NotAllowed, match="entscheidet die Leitung"):
        want(office, wanted=False)
    with office.reading() as session:
        assert session.query(Office).one().wants_plan_approval
