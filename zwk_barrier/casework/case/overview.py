"""A case with everything its page shows, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.achieved import Achieved, achieved
from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.office.staff import all_staff, office_settings
from zwk_barrier.casework.payers.applications import applications_of
from zwk_barrier.casework.payers.case_deadlines import open_deadlines
from zwk_barrier.casework.plan.quotes import quotes_of
from zwk_barrier.casework.team.due_words import KnownDeadline
from zwk_barrier.casework.visit.barriers import Barrier, barriers, barriers_of_visit
from zwk_barrier.casework.visit.measuring import Coverage, coverage_of
from zwk_barrier.casework.visit.visits import VisitView, last_done, load_visit
from zwk_barrier.model import Quote, Staff, Visit

NOTHING_CHECKED: Final = Coverage(0, 0)


@dataclass(frozen=True, slots=True)
class CaseOverview:
    """A whole case, what is in the way by its last visit, and what its fields offer: areas by region, and staff."""

    view: CaseView
    barriers: tuple[Barrier, ...]
    region: str
    staff: tuple[Staff, ...]
    quotes: Mapping[UUID, tuple[Quote, ...]] = field(default_factory=dict)  # by the measure's id
    achieved: Achieved = field(default_factory=Achieved)
    deadlines: tuple[KnownDeadline, ...] = ()
    application_count: int = 0
    coverage: Coverage = NOTHING_CHECKED
    """How much of the last visit was looked at: without barriers nothing is said of what was not."""

    @property
    def last_visit(self) -> Visit | None:
        """The last visit up to today, else the next one planned."""
        return last_done(self.view.visits, datetime.now().astimezone().date())

    @property
    def open_visit(self) -> Visit | None:
        """The visit that is planned or not finished yet, the oldest first."""
        return next((visit for visit in reversed(self.view.visits) if visit.finished_on is None), None)


def case_overview(session: Session, case_id: UUID) -> CaseOverview:
    """Everything the page of a case shows; raises NotFound."""
    view = load_case(session, case_id)
    overview = CaseOverview(view, (), office_settings(session).region, tuple(all_staff(session)))
    found = achieved(session, view, datetime.now().astimezone().date())
    visit = overview.last_visit
    quotes = quotes_of(session, view.measures)
    overview = replace(
        overview,
        quotes=quotes,
        achieved=found,
        deadlines=open_deadlines(session, case_id),
        application_count=len(applications_of(session, case_id)),
    )
    if visit is None:
        return overview
    seen = load_visit(session, visit.id)
    return replace(overview, barriers=_in_the_way(session, seen, found), coverage=coverage_of(seen))


def _in_the_way(session: Session, seen: VisitView, found: Achieved) -> tuple[Barrier, ...]:
    """The barriers of a visit; one that measures again has also those it has not looked at yet."""
    own = barriers(seen)
    again = next((one for one in (*found.checks, *found.planned) if one.after.id == seen.visit.id), None)
    if again is None:
        return own
    open_ones = {one.id for one in again.with_result("not_checked")}
    earlier = barriers_of_visit(session, again.before.id)
    return (*own, *(one for one in earlier if one.id in open_ones))
