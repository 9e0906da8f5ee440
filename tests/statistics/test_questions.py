"""Questions of the moment: no crafted filter tells anybody apart, and exact numbers are for those who open cases."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from zwk_barrier.model import Person
from zwk_barrier.problems import InputProblem, NotAllowed
from zwk_barrier.rules.quarters import Period, Quarter
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.periods.frozen import frozen_base
from zwk_barrier.statistics.questions.case_lists import cases_behind
from zwk_barrier.statistics.questions.questions import Answer, Axis, Question, ask
from zwk_barrier.statistics.units import UNIT_NAMES, dimensions_of, unit_definition, unit_title
from zwk_barrier.store.office import OfficeStore

YEAR = Period.year(2025)
COARSE = ("age", "gender", "care_grade", "household", "tenure", "occasion", "channel", "dementia")


@pytest.fixture
def office(asked: OfficeStore) -> OfficeStore:
    return asked


def answer(office: OfficeStore, question: Question) -> Answer:
    with office.reading() as session:
        return ask(session, question, "protected")


def exact(office: OfficeStore, question: Question) -> Answer:
    with office.reading() as session:
        return ask(session, question, "internal", may_see_cases=True)


def said(office: OfficeStore, question: Question) -> Answer | str:
    """The answer, or why there is none."""
    try:
        return answer(office, question)
    except InputProblem as problem:
        return str(problem)


@st.composite
def crafted(draw: st.DrawFn) -> dict[str, tuple[str, ...]]:
    """Any filter over at most two dimensions."""
    names = draw(st.lists(st.sampled_from(COARSE), min_size=1, max_size=2, unique=True))
    return {name: tuple(draw(st.sets(st.sampled_from(dimension(name).codes), min_size=1))) for name in names}


@given(crafted())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_filtered_the_answer_is_a_sum_of_rounded_cells(
    office: OfficeStore, where: dict[str, tuple[str, ...]]
) -> None:
    found = said(office, Question(YEAR, "cases", where=where))
    if isinstance(found, str):
        reject()
    told = found.total
    with office.reading() as session:
        base = frozen_base(session, YEAR)
    assert base is not None
    table = base.tables["cases"]
    assert all(count == 0 or count >= 5 for count in table.counts)
    assert told.mark == ("small" if table.total(where) == 0 else "shown")
    assert told.value is None or told.value == table.total(where)


@given(crafted(), st.integers(0, 10**6))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_changes_in_one_case_no_protected_answer_changes(
    office: OfficeStore, where: dict[str, tuple[str, ...]], choice: int
) -> None:
    question = Question(YEAR, "cases", Axis("age", "broad"), Axis("gender"), where)
    if len({*question.dimensions}) > 2:
        question = replace(question, rows=None, columns=None)
    before = said(office, question)
    with office.deed("changed") as deed:
        people = deed.session.query(Person).order_by(Person.id).all()
        one = people[choice % len(people)]
        one.gender, one.birth_year, one.born_on = "d", 1900 + choice % 100, None
        one.care_grade, one.household_form = str(1 + choice % 5), "wg"
    assert said(office, question) == before


def test_a_clerk_gets_no_exact_number_and_no_list_of_cases(office: OfficeStore) -> None:
    with office.reading() as session:
        with pytest.raises(NotAllowed, match="Beratung und Leitung"):
            ask(session, Question(YEAR, "cases"), "internal")
        with pytest.raises(NotAllowed, match="Beratung und Leitung"):
            cases_behind(session, YEAR, "cases", {}, may_see_cases=False)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Question(Period.year(2024), "cases"), "noch nicht abgeschlossen"),
        (
            Question(
                YEAR, "cases", Axis("age"), Axis("gender"), {"tenure": ("rented",), "household": ("allein",)}
            ),
            "Mehr als 2 Merkmale",
        ),
        (Question(YEAR, "cases", Axis("area"), Axis("dementia")), "nur je Stadtteil"),
        (Question(YEAR, "cases", Axis("area"), Axis("language")), "nur je Stadtteil"),
        (
            Question(Period(Quarter(2025, 1), Quarter(2025, 2)), "cases", Axis("age"), Axis("gender")),
            "Kalenderjahr",
        ),
        (Question(YEAR, "cases", Axis("care_grade"), where={"area": ("134",)}), "nur je Stadtteil"),
        (Question(YEAR, "visits", Axis("landlord")), "wird nicht nach"),
    ],
)
def test_what_is_too_fine_or_open_is_refused_in_a_sentence(
    office: OfficeStore, question: Question, words: str
) -> None:
    with pytest.raises(InputProblem, match=words):
        answer(office, question)


def test_a_table_adds_up_and_each_cell_leads_to_its_cases(office: OfficeStore) -> None:
    found = exact(office, Question(YEAR, "cases", Axis("area", "district"), Axis("age", "senior")))
    cells = {key: one.value for key, one in found.cells.items()}
    assert (
        found.of.value
        == found.total.value
        == sum(count or 0 for (row, column), count in cells.items() if row and column)
    )
    row, column = max((key for key in cells if all(key)), key=lambda key: cells[key] or 0)
    origin = found.origins[row, column]
    with office.reading() as session:
        ids = cases_behind(session, YEAR, origin.unit, dict(origin.where), may_see_cases=True)
    assert len(ids) == cells[row, column]


def test_each_case_of_a_year_is_behind_it_once(office: OfficeStore) -> None:
    found = exact(office, Question(YEAR, "cases"))
    with office.reading() as session:
        ids = cases_behind(session, YEAR, "cases", {}, may_see_cases=True)
        requests = cases_behind(session, YEAR, "requests", {"with_case": ["yes"]}, may_see_cases=True)
    assert len(ids) == found.total.value
    assert requests < ids


def test_requests_are_new_cases_and_contacts_without_one(office: OfficeStore) -> None:
    new = exact(office, Question(YEAR, "cases", where={"arrival": ("new",)})).total.value
    without = exact(office, Question(YEAR, "short_requests")).total.value
    assert exact(office, Question(YEAR, "requests")).total.value == (new or 0) + (without or 0)


def test_every_unit_can_be_asked_for_and_says_what_it_counts(office: OfficeStore) -> None:
    for unit in UNIT_NAMES:
        assert unit_title(unit)
        assert unit_definition(unit)
        assert answer(office, Question(YEAR, unit)).view == "protected"
        for name in dimensions_of(unit):
            assert exact(office, Question(YEAR, unit, Axis(name))).rows or name in {"activity_kind", "area"}


def test_quarters_are_rows_like_anything_else(office: OfficeStore) -> None:
    assert [code for code, _label in exact(office, Question(YEAR, "visits", Axis("quarter"))).rows] == [
        "2025-Q1",
        "2025-Q2",
        "2025-Q3",
        "2025-Q4",
    ]


def test_groups_of_few_people_are_not_divided_nor_is_what_is_left_beside_them(office: OfficeStore) -> None:
    alone = answer(office, Question(YEAR, "cases", Axis("age")))
    found = answer(office, Question(YEAR, "cases", Axis("age"), Axis("household")))
    told = {row for (row, column), cell in found.cells.items() if row and column and cell.mark != "few"}
    hidden = {code for code, _label in found.rows} - told
    sizes = {code: alone.cells[code, ""].value or 0 for code, _label in alone.rows}
    assert all(sizes[code] >= 20 or sizes[code] == 0 for code in told)
    assert hidden
    assert sum(sizes[code] for code in hidden) >= 20
    assert all(found.cells[code, ""] == alone.cells[code, ""] for code in sizes)
