"""Work ordered before the approval: where that loses the money it takes a reason, elsewhere a word of advice.

:func:`order` follows every change of a measure's status or day of order (:mod:`casework.consequences`), so no
way of keeping it goes past this.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.payers.application_state import GRANTED, Stage, state_of
from zwk_barrier.casework.payers.applications import applications_of
from zwk_barrier.casework.payers.funding import wants_approval_first
from zwk_barrier.casework.payers.funding_facts import (
    grants_of,
    measure_ids,
    needs_of,
    situation_of,
)
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.casework.records import get
from zwk_barrier.model import Application, Measure
from zwk_barrier.problems import EarlyStart
from zwk_barrier.reference.programme import Programme
from zwk_barrier.rules.funding import Offer, offers
from zwk_barrier.wording import _

BEGUN: Final = frozenset({"beauftragt", "in_arbeit", "umgesetzt", "teilweise"})
_UNDER_WAY: Final = frozenset({"beauftragt", "in_arbeit"})
_NOT_YET: Final = frozenset({"empfohlen", "von_klient_gewuenscht", "beantragt", "bewilligt"})
_OVER: Final[frozenset[Stage]] = frozenset({"refused", "withdrawn", "passed_on", "objection_lost"})
_USABLE: Final = frozenset({"possible", "missing", "unclear"})


def order(session: Session, measure_id: UUID) -> None:
    """Notes the day of the order; raises EarlyStart when an approval is still to come and no reason is given."""
    measure, today = get(session, Measure, measure_id), datetime.now().astimezone().date()
    if measure.status in _NOT_YET and measure.ordered_on == today:
        measure.ordered_on = None  # noted today by a slip of the hand
    elif measure.status in BEGUN and measure.ordered_on is None and not measure.early_start_reason:
        awaited = approval_awaited(session, measure, today)
        if awaited is not None:
            raise too_early(awaited, "status")
    if measure.status == "beauftragt" and measure.ordered_on is None:
        measure.ordered_on = today


def order_day(session: Session, measure_id: UUID) -> None:
    """Raises EarlyStart for a day of order typed while an approval is still to come and no reason is given."""
    measure = get(session, Measure, measure_id)
    if measure.ordered_on is None or measure.early_start_reason or measure.status in BEGUN:
        return
    awaited = approval_awaited(session, measure, measure.ordered_on)
    if awaited is not None:
        raise too_early(awaited, "ordered_on")


def too_early(programme: Programme, field: str) -> EarlyStart:
    """What is to be answered before the order is kept; ``field`` is where it was typed."""
    sentence = _("„{programme}“ zahlt nur, was erst nach der Zusage beauftragt wird.")
    return EarlyStart(
        field, sentence.format(programme=programme.title()), advice=_("Mit einem Grund geht es trotzdem.")
    )


def approval_awaited(session: Session, measure: Measure, day: date) -> Programme | None:
    """The programme whose approval has to come before this measure is ordered, ``None`` when there is none.

    That of an application which is not decided; without any application for the measure, the first of its
    likely payers that could pay by the rules of ``day``.
    """
    programmes, need = programmes_for(session), measure.id.hex
    mine = [one for one in applications_of(session, measure.case_id) if need in measure_ids(one)]
    for one in mine:
        programme = programmes.get(one.programme)
        if programme is not None and wants_approval_first(programme) and not _is_settled(one):
            return programme
    if any(state_of(one).stage not in _OVER for one in mine):
        return None  # what is planned is known
    refused = {one.programme for one in mine}
    found = (one for one in _offers(session, measure, day) if one.code not in refused)
    likely = _likely(measure, [one for one in found if need in one.needs and one.standing in _USABLE])
    return likely.programme if likely is not None and wants_approval_first(likely.programme) else None


def advice(session: Session, case_id: UUID) -> Mapping[UUID, str]:
    """For each measure that is under way while an application for it is undecided or not sent: what to mind."""
    view = load_case(session, case_id)
    if not any(one.status in _UNDER_WAY for one in view.measures):
        return {}
    return dict(_advised(session, view.measures, applications_of(session, case_id)))


def _advised(
    session: Session, measures: Sequence[Measure], applications: Sequence[Application]
) -> Iterator[tuple[UUID, str]]:
    programmes = programmes_for(session)
    for measure in (one for one in measures if one.status in _UNDER_WAY):
        open_ones = [
            one for one in applications if measure.id.hex in measure_ids(one) and not _is_settled(one)
        ]
        for one in open_ones:
            programme = programmes.get(one.programme)
            if programme is not None and programme.procedure.before_start == "recommended":
                text = _(
                    "Begonnen, bevor über den Antrag entschieden ist: „{programme}“. Das kann genügen, ist aber "
                    "schwerer zu begründen (BSG 28.6.2001, B 3 P 3/00 R). Den Zustand vorher mit Fotos belegen."
                )
                yield measure.id, text.format(programme=programme.title())


def _is_settled(application: Application) -> bool:
    return state_of(application).stage in GRANTED | _OVER


def _offers(session: Session, measure: Measure, day: date) -> tuple[Offer, ...]:
    """What could pay for the measure if it were not begun."""
    view = load_case(session, measure.case_id)
    needs = [
        replace(one, status="empfohlen", ordered_on=None, done_on=None)
        for one in needs_of([measure])  # as it is being kept
    ]
    grants = grants_of(applications_of(session, measure.case_id))
    return offers(situation_of(session, view, day), needs, grants, programmes_for(session))


def _likely(measure: Measure, usable: Sequence[Offer]) -> Offer | None:
    """The offer of the first of the likely payers that can pay."""
    for payer in measure.payers or ():
        for one in usable:
            if payer in one.programme.payers:
                return one
    return None
