"""What holds of the periods of any course, whatever facts are known."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final, cast

from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.deadline_rules import Kind, load_courses
from zwk_barrier.reference.public_holidays import LANDS, is_working_day
from zwk_barrier.rules.deadlines import Course, deadlines_of

days = st.dates(date(2014, 1, 1), date(2040, 12, 31))
maybe_day = st.none() | days
DAYS: Final = (
    *("applied_on", "lodged_elsewhere_on", "received_on", "entitled_on", "recommended_on", "involved_on"),
    *(
        "report_on",
        "papers_requested_on",
        "reasons_on",
        "decide_by",
        "notice_on",
        "posted_on",
        "delivered_on",
    ),
    *("proof_sent_on", "objection_on", "objection_decided_on"),
)


def codes(name: str) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from([one.code for one in load_code_list(name)])


courses = st.builds(
    Course,
    rule=st.sampled_from(sorted(load_courses())),
    land=st.sampled_from(LANDS),
    proof_months=st.none() | st.integers(1, 60),
    is_private=st.booleans(),
    is_recommended_aid=st.none() | st.booleans(),
    has_instruction=st.none() | st.booleans(),
    involvement=codes("involvement"),
    notice=codes("notice"),
    delivery=codes("delivery"),
    objection_outcome=codes("objection_outcome"),
    **dict.fromkeys(DAYS, maybe_day),
)
BY_RECEIPT: Final = cast("tuple[Kind, ...]", ("decision", "competence", "fiction", "inaction"))


def end_of(course: Course, kind: str) -> date | None:
    return next((one.due_on for one in deadlines_of(course, date(2026, 11, 22)) if one.kind == kind), None)


@given(courses, days)
def test_no_deadline_ends_on_a_day_that_is_no_working_day(course: Course, today: date) -> None:
    assert all(is_working_day(one.due_on, course.land) for one in deadlines_of(course, today))


@given(courses, days)
def test_the_steps_of_every_deadline_end_at_its_day(course: Course, today: date) -> None:
    for one in deadlines_of(course, today):
        assert one.steps[-1].day == one.due_on
        assert any(step.law for step in one.steps)
        assert one.starts_on <= one.due_on


@given(courses, days)
def test_nothing_is_ever_said_to_be_granted(course: Course, today: date) -> None:
    for one in deadlines_of(course, today):
        said = " ".join((one.title, one.consequence, *(step.text for step in one.steps)))
        assert "genehmigt" not in said.lower()


@given(courses, days, st.integers(0, 400))
def test_a_later_receipt_never_gives_an_earlier_end(course: Course, received_on: date, later: int) -> None:
    early = replace(course, received_on=received_on, report_on=None)
    late = replace(early, received_on=received_on + timedelta(days=later))
    for kind in BY_RECEIPT:
        first, second = end_of(early, kind), end_of(late, kind)
        assert first is None or second is None or first <= second


@given(courses, days, st.sampled_from(["md", "pflegefachperson", "gutachten"]))
def test_an_involvement_never_shortens_the_period(
    course: Course, received_on: date, involvement: str
) -> None:
    for rule in ("sgb11_40_7", "sgb5_13_3a"):
        alone = replace(course, rule=rule, received_on=received_on, involvement="keine", is_private=False)
        usual, involved = (
            end_of(one, "decision") for one in (alone, replace(alone, involvement=involvement))
        )
        assert (usual is None) == (involved is None)
        assert usual is None or involved is None or usual <= involved


@given(courses, days, days)
def test_the_day_it_is_looked_at_changes_words_and_no_day(course: Course, one: date, other: date) -> None:
    ends = [
        [(found.kind, found.starts_on, found.due_on, found.settled_on) for found in deadlines_of(course, day)]
        for day in (one, other)
    ]
    assert ends[0] == ends[1]
