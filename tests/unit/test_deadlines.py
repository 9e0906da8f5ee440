"""What follows from the course of an application: which periods, when they are settled, and what is said of them."""

import ast
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.tooling.checkout import ROOT
from zwk_barrier import wording
from zwk_barrier.rules.deadlines import Computed, Course, announced_on, deadlines_of, missing_of

TODAY = date(2026, 11, 22)
RECEIVED = date(2026, 11, 2)
DUE = date(2026, 11, 23)
SENT = Course(rule="sgb11_40_7", received_on=RECEIVED)
REFUSED = replace(
    SENT, notice="abgelehnt", posted_on=date(2026, 11, 11), delivery="post", has_instruction=True
)


def find(course: Course, kind: str, day: date = TODAY) -> Computed | None:
    return next((one for one in deadlines_of(course, day) if one.kind == kind), None)


def the(course: Course, kind: str, day: date = TODAY) -> Computed:
    found = find(course, kind, day)
    assert found is not None
    return found


def told(found: Computed) -> str:
    """All steps of a computation as one text."""
    return "\n".join(f"{step.text} [{step.law}]" for step in found.steps)


def test_the_steps_read_like_a_computation_on_paper() -> None:
    assert [step.text for step in the(SENT, "decision").steps if step.day] == [
        "Eingang 02.11.2026 (Montag)",
        "Fristbeginn 03.11.2026 (Dienstag)",
        "3 Wochen: Ende 23.11.2026 (Montag)",
    ]


def test_the_steps_read_in_english_as_well() -> None:
    wording.use_language("en")
    try:
        assert the(SENT, "decision").title == "Decision of the care fund"
    finally:
        wording.use_language("de")


def test_a_holiday_is_named_with_its_land() -> None:
    found = the(replace(SENT, received_on=date(2025, 10, 10)), "decision")
    assert found.steps[-1].text == (
        "Kein Arbeitstag: 31.10.2025 (Freitag) ist Reformationstag in Bremen, 01.11.2025 (Samstag), "
        "02.11.2025 (Sonntag) → verschoben auf 03.11.2025 (Montag)"
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (DUE, "Ohne Entscheidung und ohne schriftliche Gründe bis dahin: Fiktion prüfen"),
        (DUE + timedelta(days=1), "Frist abgelaufen, Fiktion prüfen"),
    ],
)
def test_a_decision_that_stays_out_is_to_be_checked_and_nothing_more(day: date, said: str) -> None:
    assert the(SENT, "decision", day).consequence == said


def test_a_notice_announced_in_time_settles_the_decision() -> None:
    found = the(REFUSED, "decision")
    assert found.settled_on == date(2026, 11, 15)
    assert found.consequence == "Erledigt am 15.11.2026 (Sonntag)"


def test_a_notice_announced_late_leaves_the_deemed_approval_to_be_checked() -> None:
    found = the(replace(REFUSED, posted_on=date(2026, 11, 23)), "decision")
    assert found.settled_on == date(2026, 11, 27)
    assert found.consequence == "Frist abgelaufen, Fiktion prüfen (erst am 27.11.2026 (Freitag) geschehen)"


def test_noting_that_the_period_is_over_still_says_what_is_to_be_checked() -> None:
    noted = replace(SENT, notice="fiktion_eingetreten", notice_on=date(2026, 11, 25))
    found = the(noted, "decision", date(2026, 11, 26))
    assert found.settled_on == date(2026, 11, 25)
    assert found.consequence == "Frist abgelaufen, Fiktion prüfen"


def test_an_open_notice_settles_nothing() -> None:
    assert the(replace(SENT, notice="offen", notice_on=TODAY), "decision").settled_on is None


def test_written_reasons_in_time_end_the_period_and_the_announced_day_takes_its_place() -> None:
    course = replace(SENT, reasons_on=DUE, decide_by=date(2026, 12, 15))
    assert the(course, "decision").settled_on == DUE
    assert (
        the(course, "decision").consequence == "Gründe rechtzeitig mitgeteilt: keine Fiktion aus dieser Frist"
    )
    announced = the(course, "announced_decision")
    assert (announced.due_on, announced.settled_on, announced.is_uncertain) == (
        date(2026, 12, 15),
        None,
        True,
    )


def test_written_reasons_after_the_end_have_no_effect_on_it() -> None:
    course = replace(SENT, reasons_on=DUE + timedelta(days=1), decide_by=date(2026, 12, 15))
    found = the(course, "decision", TODAY + timedelta(days=10))
    assert found.settled_on is None
    assert found.consequence == "Frist abgelaufen, Fiktion prüfen"
    assert "Gründe erst nach Fristende mitgeteilt" in told(found)


def test_written_reasons_do_not_excuse_a_late_care_grade() -> None:
    course = Course(rule="sgb11_18c", received_on=RECEIVED, reasons_on=date(2026, 11, 20))
    found = the(course, "decision", date(2026, 12, 8))
    assert found.settled_on is None
    assert found.consequence == "Frist abgelaufen: 70 € je begonnene Woche der Überschreitung prüfen"


def test_an_application_lodged_at_the_municipality_says_both_days() -> None:
    found = the(replace(SENT, lodged_elsewhere_on=date(2026, 10, 26)), "decision")
    assert (found.due_on, found.is_uncertain) == (DUE, True)
    assert "eingegangen 26.10.2026 (Montag): gilt als an diesem Tag gestellt [§ 16 Abs. 2 Satz 2" in told(
        found
    )
    assert "Zu prüfen: Die Frist zur Entscheidung beginnt erst mit dem Eingang" in told(found)


def test_a_request_for_papers_is_said_to_suspend_nothing() -> None:
    found = the(replace(SENT, papers_requested_on=date(2026, 11, 10)), "decision")
    assert found.due_on == DUE
    assert "Unterlagen nachgefordert 10.11.2026 (Dienstag): hemmt die Frist nicht" in told(found)


def test_an_involvement_after_the_three_weeks_is_to_be_checked() -> None:
    in_time = replace(SENT, involvement="md", involved_on=DUE)
    late = replace(SENT, involvement="md", involved_on=DUE + timedelta(days=1))
    assert [the(one, "decision").is_uncertain for one in (in_time, late)] == [False, True]
    assert "die kürzere Frist endete schon 23.11.2026 (Montag)" in told(the(late, "decision"))


def test_the_deemed_approval_of_the_health_fund_is_always_to_be_checked() -> None:
    found = the(replace(SENT, rule="sgb5_13_3a"), "decision")
    assert found.is_uncertain
    assert "Die Rechtsprechung begrenzt die Fiktion" in told(found)


def test_weak_sources_make_a_deadline_uncertain() -> None:
    found = the(replace(SENT, received_on=date(2022, 3, 1)), "decision")
    assert found.edition == "§ 40 Abs. 7 SGB XI, Fassung ab 20.07.2021"
    assert found.is_uncertain


def test_before_the_rule_came_there_is_no_deadline_and_it_is_said_why() -> None:
    course = replace(SENT, received_on=date(2021, 7, 19))
    assert find(course, "decision") is None
    assert [one.text for one in missing_of(course, TODAY)] == [
        "Am Tag des Eingangs galt diese Frist noch nicht"
    ]


def test_without_receipt_there_is_no_deadline_and_the_field_is_named() -> None:
    course = Course(rule="sgb11_40_7", applied_on=date(2026, 11, 1))
    assert deadlines_of(course, TODAY) == ()
    assert [(one.kind, one.field) for one in missing_of(course, TODAY)] == [("decision", "received_on")]


def test_an_expert_report_that_is_not_there_yet_is_named() -> None:
    course = replace(SENT, rule="sgb9_14", involvement="gutachten")
    assert find(course, "decision") is None
    assert [one.field for one in missing_of(course, TODAY)] == ["report_on"]


def test_reasons_and_the_day_announced_with_them_ask_for_each_other() -> None:
    named = [missing_of(replace(SENT, **{name: TODAY}), TODAY) for name in ("reasons_on", "decide_by")]  # type: ignore[arg-type]
    assert [one.field for found in named for one in found] == ["decide_by", "reasons_on"]


def test_a_refusal_without_any_day_asks_for_the_day_of_announcement() -> None:
    course = replace(SENT, notice="abgelehnt")
    assert find(course, "objection") is None
    assert [one.field for one in missing_of(course, TODAY)] == ["delivered_on"]


def test_an_instruction_nobody_looked_at_gives_the_month_and_names_the_year() -> None:
    course = replace(REFUSED, has_instruction=None)
    assert the(course, "objection").due_on == date(2026, 12, 15)
    assert "Fehlt sie oder ist sie falsch, 1 Jahr bis 15.11.2027 (Montag)" in told(the(course, "objection"))
    assert [one.field for one in missing_of(course, TODAY)] == ["has_instruction"]


@pytest.mark.parametrize(
    "notice", ["bewilligt_voll", "zurueckgenommen", "weitergeleitet", "fiktion_eingetreten"]
)
def test_there_is_nothing_to_object_to_where_nothing_was_refused(notice: str) -> None:
    assert find(replace(REFUSED, notice=notice), "objection") is None
    assert find(replace(REFUSED, notice=notice), "review") is None


def test_an_objection_settles_its_period_and_starts_the_next() -> None:
    course = replace(REFUSED, objection_on=date(2026, 12, 1))
    assert the(course, "objection").settled_on == date(2026, 12, 1)
    assert the(course, "objection_decision").due_on == date(2027, 3, 1)
    assert find(course, "review") is None


def test_an_objection_lodged_late_names_reinstatement() -> None:
    found = the(replace(REFUSED, objection_on=date(2026, 12, 16)), "objection")
    assert "Wiedereinsetzung (§ 67 SGG)" in found.consequence


def test_a_withdrawn_objection_waits_for_nothing() -> None:
    course = replace(REFUSED, objection_on=date(2026, 12, 1), objection_outcome="zurueckgenommen")
    assert find(course, "objection_decision") is None


def test_a_day_of_sending_nobody_knows_is_counted_from_the_date_on_the_notice_and_said() -> None:
    course = replace(REFUSED, posted_on=None, notice_on=date(2026, 11, 9))
    assert announced_on(course) == date(2026, 11, 13)
    assert the(course, "objection").is_uncertain
    assert "Tag der Absendung nicht bekannt" in told(the(course, "objection"))


def test_the_day_a_notice_really_came_counts_when_nobody_knows_when_it_was_sent() -> None:
    course = replace(REFUSED, posted_on=None, notice_on=date(2026, 11, 9), delivered_on=date(2026, 11, 18))
    assert announced_on(course) == date(2026, 11, 18)


def test_a_recommendation_is_settled_by_applying() -> None:
    course = replace(SENT, recommended_on=date(2026, 10, 26))
    assert the(course, "recommendation").settled_on == RECEIVED


def test_a_recommendation_that_is_too_old_asks_for_a_new_one() -> None:
    found = the(replace(SENT, recommended_on=date(2026, 10, 1)), "recommendation")
    assert "Empfehlung älter als zwei Wochen: neue Empfehlung einholen" in found.consequence


def test_a_proof_is_due_only_after_an_approval() -> None:
    approved = Course(notice="bewilligt_voll", notice_on=date(2024, 3, 15), proof_months=36)
    assert find(replace(approved, notice="abgelehnt"), "proof") is None
    assert the(replace(approved, proof_sent_on=TODAY), "proof").settled_on == TODAY
    assert [one.field for one in missing_of(replace(approved, notice_on=None), TODAY)] == ["notice_on"]


def test_a_loan_has_no_periods_of_a_public_body() -> None:
    course = Course(received_on=RECEIVED, notice="abgelehnt", notice_on=TODAY)
    assert deadlines_of(course, TODAY) == ()


def test_a_private_insurer_is_not_bound_and_it_is_said() -> None:
    course = replace(REFUSED, is_private=True, recommended_on=date(2026, 10, 26))
    assert [one.kind for one in deadlines_of(course, TODAY)] == ["recommendation"]
    assert "gelten nicht unmittelbar" in missing_of(course, TODAY)[0].text


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="sgb99 is no rule"):
        deadlines_of(Course(rule="sgb99"), TODAY)


def test_the_periods_come_in_the_order_they_end() -> None:
    ends = [one.due_on for one in deadlines_of(REFUSED, TODAY)]
    assert ends == sorted(ends)


def test_nothing_in_the_rules_reads_a_clock() -> None:
    files = [
        *(ROOT / "zwk_barrier" / "rules" / "deadlines").glob("*.py"),
        ROOT / "zwk_barrier" / "rules" / "periods.py",
        ROOT / "zwk_barrier" / "reference" / "deadline_rules.py",
        ROOT / "zwk_barrier" / "reference" / "public_holidays.py",
    ]
    used = {
        node.attr
        for path in files
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert len(files) > 10
    assert used & {"today", "now", "utcnow", "time", "localtime", "monotonic"} <= {"today"}
    assert not any("date.today" in path.read_text("utf-8") for path in files)
