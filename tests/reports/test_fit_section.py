"""How dwelling and person fit stands in the report: what hinders most, the way, the reasons, what this is not."""

from functools import cache

from tests.reports import records
from tests.reports.listening import Listener
from tests.reports.visit_parts import FIT
from zwk_barrier.model.visit_report import OtherVerdict, RoomSection
from zwk_barrier.reports.documents.visit_report import build_visit_report


@cache
def heard() -> Listener:
    return Listener(build_visit_report(records.ordinary(fit=FIT)))


def test_it_stands_before_the_rooms_and_names_the_weakest_link_first() -> None:
    bookmarks = heard().bookmarks()
    assert bookmarks.index("  Was im Alltag am meisten hindert") < bookmarks.index("  Raum für Raum")
    said = [one.text for one in heard().heard]
    at = said.index("Was im Alltag am meisten hindert")
    assert said[at + 1] == FIT.weakest


def test_every_step_of_the_way_is_a_word_and_nothing_unmeasured_is_free() -> None:
    [way] = [rows for number in range(12) if (rows := rows_of(number)) and rows[0][0].startswith("Weg")]
    assert [row[1].split(" Stufen")[0].split(" Tür")[0] for row in way[1:]] == [
        "Barriere",
        "nicht vollständig geprüft",
        "Barriere",
        "frei",
    ]


def rows_of(number: int) -> list[list[str]]:
    try:
        return heard().rows(number)
    except IndexError:
        return []


def test_every_barrier_gives_its_reason_and_the_model_says_what_it_is_not() -> None:
    said = " ".join(one.text for one in heard().heard)
    for line in FIT.lines:
        assert line.reason in said
    assert FIT.not_judged in said
    assert FIT.hint in said


def test_another_levels_verdict_stands_below_the_own_one_with_what_it_asks() -> None:
    bath = records.BATH
    door = bath.measured[0]
    other = OtherVerdict("KfW", "mindestens 80 cm", "not_met", "17 cm zu wenig")
    uncertain = OtherVerdict("individuell", "mindestens 67 cm", "partly", "4 cm zu wenig", is_to_check=True)
    line = type(door)(door.criterion, door.measured, door.required, door.verdict, others=(other, uncertain))
    report = Listener(build_visit_report(records.ordinary(rooms=(RoomSection("Bad", measured=(line,)),))))
    said = " ".join(one.text for one in report.heard)
    assert "KfW (mindestens 80 cm): nicht erreicht, 17 cm zu wenig" in said
    assert "individuell (mindestens 67 cm, zu prüfen): teilweise erreicht, 4 cm zu wenig" in said
