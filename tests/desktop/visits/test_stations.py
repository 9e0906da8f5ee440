"""The places of a visit, and the colour of each."""

from tests.casework.visiting import measure, plan, room_of, view_of
from zwk_barrier.casework import records
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.visits.stations import StationBook
from zwk_barrier.model import Person
from zwk_barrier.store.office import OfficeStore


def test_a_room_is_not_green_whose_door_is_too_narrow_for_the_own_wheelchair(office: OfficeStore) -> None:
    _case_id, visit_id = plan(office)
    view = view_of(office, visit_id)
    records.keep(office, Person, view.case.person_id, aid_width_cm=86)
    measure(office, view, room_of(view, "bad"), "W04", 84)

    stations = StationBook().stations_of(view_of(office, visit_id))
    assert [one.verdict for one in stations if one.name == "Bad"] == [Verdict.UNMET]
