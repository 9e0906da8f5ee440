"""The fit as a place of the visit: the way, its weakest link, every barrier with its reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from tests.casework.visiting import measure, room_of
from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework import records
from zwk_barrier.casework.case import cases
from zwk_barrier.desktop.visits.stations import StationBook
from zwk_barrier.model import Limitation, Person

WAY = ("Hauseingang", "Treppenhaus", "Wohnungseingang", "Flur", "Bad", "Küche", "Schlafzimmer")


def tell(advisor: Advisor) -> None:
    """Olga Petrova with her rollator, 65 cm wide, and a bathroom door of 63 cm."""
    with advisor.office.reading() as session:
        person_id = cases.load_case(session, advisor.case_id).person.id
    records.keep(advisor.office, Person, person_id, aid_width_cm=65, aids=["rollator"])
    for function, degree in (("F07", 2), ("F02", 1)):
        records.add(advisor.office, Limitation, person_id=person_id, function=function, degree=degree)
    view = advisor.view()
    measure(advisor.office, view, room_of(view, "bad"), "W04", 63)


def steps(advisor: Advisor) -> list[str]:
    """What a screen reader hears of each step of the way."""
    way = advisor.shown(QWidget, "fit_way")
    names = [one.accessibleName() for one in way.findChildren(QAbstractButton)]
    return [name.replace("\N{NO-BREAK SPACE}", " ") for name in names]


def test_the_weakest_link_is_named_on_top_and_marked_along_the_way(newcomer: Advisor) -> None:
    tell(newcomer)
    newcomer.begin()
    newcomer.enter_room("Passung")

    assert "Tür Bad 63 cm, Rollator 65 cm: passt nicht" in newcomer.words("fit_weakest")
    told = steps(newcomer)
    assert [one.partition(",")[0] for one in told] == list(WAY)
    assert "schwächstes Glied" in told[4]
    assert told[1].startswith("Treppenhaus, unbekannt")


def test_nothing_measured_is_unknown_and_not_free(advisor: Advisor) -> None:
    advisor.enter_room("Passung")
    advisor.rest()

    assert all("unbekannt" in step for step in steps(advisor))
    assert "noch nicht bekannt" in advisor.words("fit_weakest")
    assert advisor.sees("fit_not_asked")
    assert "Arbeitshilfe" in advisor.words("fit_hint")


def test_a_step_leads_to_its_room(newcomer: Advisor) -> None:
    tell(newcomer)
    newcomer.begin()
    newcomer.enter_room("Passung")
    newcomer.go_to("fit_step_4")
    newcomer.press(Qt.Key.Key_Space)
    newcomer.rest()

    assert newcomer.title == "Bad"


def test_each_barrier_has_its_reason_first_and_can_be_left_standing(newcomer: Advisor) -> None:
    tell(newcomer)
    newcomer.begin()
    newcomer.enter_room("Passung")
    newcomer.rest()
    barrier = newcomer.kept("W04").id.hex
    assert newcomer.words(f"fit_{barrier}_reason").startswith("Tür Bad 63 cm")
    assert "von 9" in newcomer.words(f"fit_{barrier}_detail")
    assert newcomer.shown(QCheckBox, f"fit_{barrier}_wanted").isChecked()

    newcomer.go_to(f"fit_{barrier}_wanted")
    newcomer.press(Qt.Key.Key_Space)

    assert newcomer.kept("W04").is_wanted is False
    newcomer.rest()
    assert not newcomer.shown(QCheckBox, f"fit_{barrier}_wanted").isChecked()


def test_a_note_begun_at_the_fit_belongs_to_the_visit(advisor: Advisor) -> None:
    advisor.enter_room("Passung")
    advisor.press(Qt.Key.Key_F3)
    advisor.type("Schlüssel beim Nachbarn")
    advisor.press(Qt.Key.Key_PageDown, CTRL)

    assert [note.text for note in advisor.view().notes] == ["Schlüssel beim Nachbarn"]


def test_only_the_room_that_changed_is_worked_out_anew(advisor: Advisor) -> None:
    book = StationBook()
    before = book.stations_of(advisor.view())
    view = advisor.view()
    measure(advisor.office, view, room_of(view, "bad"), "W04", 63)
    after = book.stations_of(advisor.view())

    changed = [new.name for old, new in zip(before[:-2], after[:-2], strict=True) if old is not new]
    assert changed == ["Angaben zum Besuch", "Bad"]
    assert book.coverage.checked == 1
