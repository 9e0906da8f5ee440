"""Tasks: the most urgent first, ticked off and put back."""

from datetime import date

import pytest

from zwk_barrier.casework.case import cases, contacts, tasks
from zwk_barrier.problems import InputProblem
from zwk_barrier.store.office import OfficeStore


def open_titles(office: OfficeStore, until: date | None = None) -> list[str]:
    with office.reading() as session:
        return [row.title for row in tasks.open_tasks(session, until)]


def test_the_most_urgent_comes_first_and_the_undated_last(office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    for title, due in (("irgendwann", None), ("bald", date(2026, 12, 1)), ("gleich", date(2026, 11, 23))):
        tasks.add_task(office, case_id, title, due)

    assert open_titles(office) == ["gleich", "bald", "irgendwann"]
    assert open_titles(office, until=date(2026, 11, 30)) == ["gleich"]


def test_a_task_ticked_off_leaves_the_list_and_can_come_back(office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, family_name="Petrova")
    _changed, task_id = tasks.add_task(office, case_id, "Anrufen", None)

    tasks.set_done(office, task_id)
    assert open_titles(office) == []

    tasks.set_done(office, task_id, done=False)
    assert open_titles(office) == ["Anrufen"]


def test_a_task_says_whom_it_is_about_with_and_without_a_case(office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, given_name="Olga", family_name="Petrova")
    tasks.add_task(office, case_id, "Anrufen", date(2026, 12, 1))
    _changed, contact_id = contacts.begin_contact(office, caller_family_name="Cordes")
    contacts.set_next_step(office, contact_id, "Zurückrufen", date(2026, 12, 2))

    with office.reading() as session:
        rows = tasks.open_tasks(session)

    assert [(row.subject, bool(row.case_number)) for row in rows] == [
        ("Olga Petrova", True),
        ("Cordes", False),
    ]


def test_a_task_for_1853_is_refused_and_leaves_nothing(office: OfficeStore) -> None:
    _changed, case_id = cases.open_case(office, family_name="Petrova")

    with pytest.raises(InputProblem, match="1853"):
        tasks.add_task(office, case_id, "Anrufen", date(1853, 1, 1))
    assert open_titles(office) == []
