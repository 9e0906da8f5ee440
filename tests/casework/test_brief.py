"""In thirty seconds a colleague knows enough of a case to answer the phone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from zwk_barrier.casework.case.brief import age, brief_of, dwelling_in_words, facts, headline, subtitle
from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.model import Building, CaseFile, Contact, Dwelling, Person, RelatedPerson, Staff, Task, Visit

TODAY = date(2026, 11, 23)


def view(**parts: Any) -> CaseView:
    empty = CaseView(
        case=CaseFile(number="2026-0147", status="open", opened_at=datetime(2026, 11, 3, 9, tzinfo=UTC)),
        person=Person(given_name="Olga", family_name="Petrova", born_on=date(1945, 5, 3)),
        building=Building(street="Goethestraße", house_number="41"),
        dwelling=Dwelling(),
        advisor=Staff(name="M. Albers"),
        contacts=(),
        tasks=(),
        consents=(),
        related=(),
        visits=(),
        measures=(),
        photos=(),
        staff_names={},
    )
    return replace(empty, **parts)


def case(**values: Any) -> CaseFile:
    opened = datetime(2026, 11, 3, 9, tzinfo=UTC)
    return CaseFile(**{"number": "2026-0147", "status": "open", "opened_at": opened, **values})


def test_the_headline_is_name_and_age() -> None:
    assert headline(view().person, TODAY) == "Olga Petrova, 81"
    assert headline(Person(), TODAY) == "Name nicht bekannt"


@pytest.mark.parametrize(
    ("person", "years"),
    [
        (Person(born_on=date(1945, 11, 23)), 81),
        (Person(born_on=date(1945, 11, 24)), 80),
        (Person(birth_year=1945), 81),
        (Person(), None),
    ],
)
def test_age_counts_full_years(person: Person, years: int | None) -> None:
    assert age(person, TODAY) == years


def test_the_line_above_says_number_state_and_who_is_responsible() -> None:
    assert subtitle(view(), TODAY) == "Fall 2026-0147 · offen seit 3.11. · M. Albers"
    assert subtitle(view(advisor=None), TODAY).endswith("niemand zuständig")
    closed = case(status="closed", closed_on=date(2025, 12, 1), outcome="umzug_heim")
    assert "abgeschlossen am 1.12.2025: Umzug ins Pflegeheim" in subtitle(view(case=closed), TODAY)


def test_the_chips_say_what_matters_on_the_phone() -> None:
    person = Person(
        care_grade="3",
        aids=["rollator", "hausnotruf", "pflegebett"],
        language="ru",
        communication=["dolmetschen_laut"],
        phone="030 23125001",
    )

    texts = [fact.text for fact in facts(view(person=person), area="Lehe")]

    assert texts == [
        "Pflegegrad 3",
        "Rollator",
        "Hausnotruf",
        "1 weiteres Hilfsmittel",
        "Goethestraße 41, Lehe",
        "Russisch, Dolmetschen (Lautsprache)",
        "030 23125001",
    ]


def test_without_a_number_of_their_own_somebody_elses_is_given_with_the_name() -> None:
    daughter = RelatedPerson(name="Anna Petrova", phone="0171 3920012")

    told = facts(view(building=Building(), related=(RelatedPerson(name="Dr. Behrens"), daughter)))

    assert [fact.text for fact in told] == ["0171 3920012 (Anna Petrova)"]


def test_what_is_not_known_or_not_there_gets_no_chip() -> None:
    person = Person(care_grade="keiner", aids=["keine"], language="de", communication=["keine"])

    assert facts(view(person=person, building=Building())) == ()


@pytest.mark.parametrize(
    ("building", "dwelling", "words"),
    [
        (Building(has_lift=False), Dwelling(floor=2), "2. Stock ohne Aufzug"),
        (Building(has_lift=True), Dwelling(floor=7), "7. Stock mit Aufzug"),
        (Building(steps_to_entrance=1), Dwelling(floor=0), "Erdgeschoss, 1 Stufe bis zur Haustür"),
        (Building(), Dwelling(floor=-1, steps_to_dwelling=8), "Untergeschoss, 8 Stufen zur Wohnung"),
        (Building(has_lift=False), Dwelling(), "ohne Aufzug"),
        (Building(), Dwelling(), ""),
    ],
)
def test_the_way_in_is_told_in_words(building: Building, dwelling: Dwelling, words: str) -> None:
    assert dwelling_in_words(building, dwelling) == words


def test_the_situation_is_the_concern_and_the_way_in() -> None:
    told = brief_of(
        view(
            case=case(concern="Kommt nach Sturz nicht mehr allein in die Wanne"),
            person=Person(household_form="allein"),
            building=Building(has_lift=False),
            dwelling=Dwelling(floor=2),
        ),
        TODAY,
    )

    assert told.situation == (
        "Kommt nach Sturz nicht mehr allein in die Wanne. Lebt allein. 2. Stock ohne Aufzug."
    )


def test_the_summary_goes_before_the_first_concern_and_the_occasion_is_better_than_nothing() -> None:
    assert (
        brief_of(view(case=case(concern="alt", summary="Bad ist fertig.")), TODAY).situation
        == "Bad ist fertig."
    )
    assert brief_of(view(case=case(main_occasion="sturz")), TODAY).situation == "Anlass: Sturz."
    assert brief_of(view(), TODAY).situation == ""


def test_a_discharge_to_come_is_said_and_one_that_was_is_not() -> None:
    def told(day: date) -> str:
        return brief_of(view(case=case(discharge_on=day)), TODAY).situation

    assert told(date(2026, 12, 2)) == "Entlassung am Mi\N{NO-BREAK SPACE}2.12."
    assert told(date(2026, 11, 10)) == ""


@pytest.mark.parametrize(
    ("due", "words", "is_overdue"),
    [
        (date(2026, 12, 2), "Kasse anrufen bis Mi\N{NO-BREAK SPACE}2.12.", False),
        (TODAY, "Kasse anrufen, heute", False),
        (date(2026, 11, 20), "Kasse anrufen, überfällig seit Fr\N{NO-BREAK SPACE}20.11.", True),
        (None, "Kasse anrufen", False),
    ],
)
def test_the_next_step_says_by_when(due: date | None, words: str, is_overdue: bool) -> None:
    told = brief_of(view(tasks=(Task(title="Kasse anrufen", due_on=due),)), TODAY)

    assert (told.next_step, told.is_overdue) == (words, is_overdue)


def test_without_a_task_the_planned_visit_is_the_next_step() -> None:
    visits = (Visit(visited_on=date(2026, 12, 9)), Visit(visited_on=date(2026, 11, 26)))

    assert brief_of(view(visits=visits), TODAY).next_step == "Hausbesuch am Do\N{NO-BREAK SPACE}26.11."
    assert brief_of(view(), TODAY).next_step == ""


def test_several_open_tasks_are_counted_and_done_ones_are_not() -> None:
    late, soon = Task(title="a", due_on=date(2026, 11, 1)), Task(title="b", due_on=date(2026, 12, 1))
    done = Task(title="c", done_at=datetime(2026, 11, 1, tzinfo=UTC))

    assert (
        brief_of(view(tasks=(late, soon, done)), TODAY).open_tasks == "2 offene Aufgaben, davon 1 überfällig"
    )
    assert brief_of(view(tasks=(soon, done)), TODAY).open_tasks == ""


def test_the_last_three_contacts_are_told_in_a_line_each() -> None:
    days = (18, 11, 9, 3)
    contacts = tuple(
        Contact(happened_at=datetime(2026, 11, day, 12, tzinfo=UTC), note=f"Gespräch {day}", channel="tel")
        for day in days
    )

    assert brief_of(view(contacts=contacts), TODAY).last_contacts == (
        "18.11. Gespräch 18",
        "11.11. Gespräch 11",
        "9.11. Gespräch 9",
    )


def test_a_contact_without_words_says_what_it_was_about_or_how_it_came() -> None:
    moment = datetime(2026, 11, 18, 12, tzinfo=UTC)
    contacts = (
        Contact(happened_at=moment, topics=["bad", "wc"], channel="tel"),
        Contact(happened_at=moment, channel="tel"),
        Contact(happened_at=moment, note="lang " * 100),
    )

    about, how, long = brief_of(view(contacts=contacts), TODAY).last_contacts

    assert (about, how) == ("18.11. Bad, WC", "18.11. Telefon")
    assert len(long) < 130
    assert long.endswith(" …")
