"""Another name, another role, and the end of a login: the database and the key file say the same."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.builders import a_case
from zwk_barrier.casework import records
from zwk_barrier.casework.office.staff import add_staff, all_staff
from zwk_barrier.casework.office.staff_upkeep import end_login, keep_person
from zwk_barrier.casework.team.supervision import reassign
from zwk_barrier.model import Absence, Staff, Task
from zwk_barrier.problems import InputProblem, NotAllowed, Problem, WrongPassword
from zwk_barrier.store.keys import KEY_FILE, KeyFile
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)
PASSWORD = "auch geheim 2"


@pytest.fixture
def jan(office: OfficeStore) -> UUID:
    """A colleague with a login."""
    return add_staff(office, "Jan Meinken", PASSWORD, "beratung")[1]


def opens(folder: Path, name: str, password: str = PASSWORD) -> bool:
    try:
        KeyFile.read(folder).unlock(name, password)
    except WrongPassword:
        return False
    return True


def names(office: OfficeStore) -> list[str]:
    with office.reading() as session:
        return [one.name for one in all_staff(session)]


def become(office: OfficeStore, role: str) -> None:
    """Whoever is logged in has another role, whatever the rules say."""
    records.keep(office, Staff, office.staff_id, role=role)


def test_who_is_renamed_logs_in_by_the_new_name(office: OfficeStore, jan: UUID) -> None:
    keep_person(office, jan, {"name": " Jan Ehlers "})

    assert names(office) == ["Jan Ehlers", "Marie Albers"]
    assert (opens(office.folder, "jan ehlers"), opens(office.folder, "Jan Meinken")) == (True, False)


@pytest.mark.parametrize("name", ["", "  ", None, "MARIE albers"])
def test_an_empty_or_taken_name_changes_neither_the_row_nor_the_key_file(
    office: OfficeStore, jan: UUID, name: str | None
) -> None:
    with pytest.raises(InputProblem) as told:
        keep_person(office, jan, {"name": name})

    assert told.value.field == "name"
    assert names(office) == ["Jan Meinken", "Marie Albers"]
    assert opens(office.folder, "Jan Meinken")


def test_undo_leaves_a_new_name_alone_for_the_key_file_could_not_follow(
    office: OfficeStore, jan: UUID
) -> None:
    keep_person(office, jan, {"name": "Jan Ehlers"})

    assert not office.undo()
    assert opens(office.folder, "Jan Ehlers")


def test_a_role_is_changed_and_taken_back(office: OfficeStore, jan: UUID) -> None:
    def role() -> str:
        with office.reading() as session:
            return session.get_one(Staff, jan).role

    keep_person(office, jan, {"role": "leitung"})
    assert role() == "leitung"
    office.undo()
    assert role() == "beratung"


@pytest.mark.parametrize("role", ["beratung", "ehrenamt", "statistik"])
def test_the_last_who_leads_keeps_a_role_that_may_let_others_in(
    office: OfficeStore, jan: UUID, role: str
) -> None:
    with pytest.raises(InputProblem, match="Mindestens eine Person"):
        keep_person(office, office.staff_id, {"role": role})

    keep_person(office, jan, {"role": "verwaltung"})
    keep_person(office, office.staff_id, {"role": role})


@pytest.mark.parametrize("values", [{"name": "Jan Ehlers"}, {"role": "leitung"}])
def test_only_who_leads_or_administers_changes_names_and_roles(
    office: OfficeStore, jan: UUID, values: dict[str, str]
) -> None:
    keep_person(office, jan, {"role": "leitung"})
    become(office, "beratung")

    with pytest.raises(NotAllowed, match="Namen und Rollen ändern dürfen nur"):
        keep_person(office, jan, values)
    keep_person(office, office.staff_id, {"phone": "0471 1234"})
    with pytest.raises(NotAllowed, match="Jemanden hinzufügen dürfen nur"):
        add_staff(office, "Wer Anders", "noch geheim 3", "leitung")
    with pytest.raises(NotAllowed):
        end_login(office, jan, TODAY)
    assert opens(office.folder, "Jan Meinken")


def test_an_office_nobody_leads_any_more_is_not_locked_out_of_its_own_people(
    office: OfficeStore, jan: UUID
) -> None:
    become(office, "beratung")

    keep_person(office, jan, {"role": "leitung"})

    with pytest.raises(NotAllowed):
        keep_person(office, jan, {"role": "beratung"})


def test_a_login_that_has_ended_opens_nothing_and_the_person_stays_in_what_they_did(
    office: OfficeStore, jan: UUID
) -> None:
    case_id = a_case(office, "2026-0001", TODAY, advisor_id=office.staff_id)
    task = records.add(office, Task, case_id=case_id, staff_id=jan, title="Anrufen")[1]
    loose = records.add(office, Task, staff_id=jan, title="Aufräumen")[1]
    away = records.add(
        office,
        Absence,
        staff_id=office.staff_id,
        deputy_id=jan,
        first_on=TODAY,
        last_on=TODAY + timedelta(days=5),
    )[1]

    end_login(office, jan, TODAY)

    assert not opens(office.folder, "Jan Meinken")
    assert names(office) == ["Marie Albers"]
    with office.reading() as session:
        assert session.get_one(Staff, jan).name == "Jan Meinken"
        assert {session.get_one(Task, one).staff_id for one in (task, loose)} == {office.staff_id}
        assert session.get_one(Absence, away).deputy_id is None
    assert not office.undo()
    assert b"Jan" not in (office.folder / KEY_FILE).read_bytes()


def test_a_login_ends_only_when_the_cases_are_handed_over(office: OfficeStore, jan: UUID) -> None:
    case_id = a_case(office, "2026-0001", TODAY, advisor_id=jan)
    with pytest.raises(Problem, match="noch für 1 laufenden Fall zuständig"):
        end_login(office, jan, TODAY)
    assert opens(office.folder, "Jan Meinken")

    reassign(office, [case_id], office.staff_id, "Ruhestand")
    end_login(office, jan, TODAY)

    assert not opens(office.folder, "Jan Meinken")


def test_nobody_ends_the_own_login(office: OfficeStore, jan: UUID) -> None:
    keep_person(office, jan, {"role": "leitung"})

    with pytest.raises(Problem, match="eigene Anmeldung"):
        end_login(office, office.staff_id, TODAY)


def test_a_deed_that_cannot_be_kept_leaves_the_key_file_as_it_was(
    office: OfficeStore, jan: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (office.folder / KEY_FILE).read_bytes()

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("zwk_barrier.store.deed.OpenDeed.finish", full)
    with pytest.raises(OSError, match="No space"):
        keep_person(office, jan, {"name": "Jan Ehlers"})
    with pytest.raises(OSError, match="No space"):
        end_login(office, jan, TODAY)

    assert (office.folder / KEY_FILE).read_bytes() == before
    assert opens(office.folder, "Jan Meinken")
