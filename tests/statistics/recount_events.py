"""The second count of everything that happens on a day: contacts, visits, measures, applications, surveys."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from tests.statistics.recount import Recount, Span, Values, local, span_of
from zwk_barrier.model import Application, CaseFile, Contact, Dwelling, Measure

_STATES = {
    "umgesetzt": "done",
    "teilweise": "done",
    "beauftragt": "underway",
    "in_arbeit": "underway",
    "beantragt": "applied",
    "bewilligt": "applied",
    "abgelehnt": "applied",
    "nicht_umgesetzt": "not_done",
    "entfallen": "not_done",
}
_DECIDING = {"decision", "fiction", "announced_decision"}


class EventRecount(Recount):
    """The units that are records with a day."""

    def _in_case(self, row: Any, day: date | None, quarters: list[Span]) -> tuple[Span, CaseFile] | None:
        span = span_of(day, quarters)
        return None if span is None or row.case_id not in self.cases else (span, self.cases[row.case_id])

    def _contact(self, one: Contact, span: Span) -> Values:
        case = self.cases.get(one.case_id) if one.case_id else None
        of_case = self._person(case, span.last) if case else {"area": None, "age": None}
        minutes = one.minutes
        return {
            "quarter": span.code,
            "area": of_case["area"] or one.area,
            "age": of_case["age"],
            "contact_kind": one.kind,
            "channel": one.channel,
            "direction": one.direction,
            "enquirer": one.enquirer,
            "occasion": one.occasion,
            "counselling_type": one.counselling_type,
            "with_case": one.case_id is not None,
            "anonymous": one.is_anonymous,
            "length": None if minutes is None else "short" if minutes <= 15 else "longer",
            "minutes": minutes,
        }

    def _contacts(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.contacts.values():
            span = span_of(local(one.happened_at), quarters)
            is_lost = one.case_id is not None and one.case_id not in self.cases
            if span and not is_lost and one.kind != "hausbesuch":
                yield self._contact(one, span)

    def _short_requests(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.contacts.values():
            span = span_of(local(one.happened_at), quarters)
            if span and one.case_id is None:
                yield self._contact(one, span)

    def _visits(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.visits.values():
            found = self._in_case(one, one.visited_on, quarters)
            if found is None or one.visited_on is None:
                continue
            span, case = found
            dated = [other for other in self.of_case["visits"][case.id] if other.visited_on]
            first = min(dated, key=lambda other: (other.visited_on, other.id.hex))
            yield {
                "quarter": span.code,
                **self._person(case, span.last),
                "tenure": self.dwellings[case.dwelling_id].tenure,
                "purpose": one.purpose,
                "repeat": "first" if first is one else "further",
                "minutes": one.minutes,
                "days_to_visit": (one.visited_on - local(case.opened_at)).days,
            }

    def _referrals(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.referrals.values():
            span = span_of(one.referred_on, quarters)
            case = self.cases.get(one.case_id) if one.case_id else None
            if span is None or (one.case_id and case is None):
                continue
            of_case = self._person(case, span.last) if case else {"area": None, "age": None}
            yield {
                "quarter": span.code,
                "area": of_case["area"],
                "age": of_case["age"],
                "with_case": one.case_id is not None,
                "offer_kind": self.offers[one.offer_id].kind,
                "referral_outcome": one.outcome,
            }

    def _recommended(self, one: Measure) -> date:
        visit = self.visits.get(one.visit_id) if one.visit_id else None
        return (visit.visited_on if visit else None) or local(one.created_at)

    def _room(self, room_id: UUID | None) -> str | None:
        room = self.rooms.get(room_id) if room_id else None
        return room.kind if room else None

    def _is_applied(self, one: Measure) -> bool:
        return one.status in {"beantragt", "bewilligt", "abgelehnt"} or any(
            one.id in {UUID(each) for each in application.measures or ()}
            for application in self.of_case["applications"].get(one.case_id, ())
            if application.applied_on or application.received_on
        )

    def _measures(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.measures.values():
            found = self._in_case(one, self._recommended(one), quarters)
            if found is None:
                continue
            span, case = found
            yield {
                "quarter": span.code,
                **self._person(case, span.last),
                "tenure": self.dwellings[case.dwelling_id].tenure,
                "measure_kind": one.kind,
                "room": self._room(one.room_id),
                "state": _STATES.get(one.status, "open"),
                "measure_status": one.status,
                "applied": self._is_applied(one),
                "carried_out": one.status in {"umgesetzt", "teilweise"},
                "case_closed": case.status == "closed",
                "not_done_reason": one.not_done_reason,
                "payer_hint": one.payers[0] if one.payers else None,
                "trade": one.trade,
            }

    def _measures_done(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.measures.values():
            found = self._in_case(one, one.done_on, quarters)
            if found is None or one.status not in {"umgesetzt", "teilweise"} or one.done_on is None:
                continue
            span, case = found
            visit = self.visits.get(one.visit_id) if one.visit_id else None
            yield {
                "quarter": span.code,
                **self._person(case, span.last),
                "tenure": self.dwellings[case.dwelling_id].tenure,
                "measure_kind": one.kind,
                "room": self._room(one.room_id),
                "measure_status": one.status,
                "cost": one.cost_actual,
                "days_from_visit": (one.done_on - visit.visited_on).days
                if visit and visit.visited_on
                else None,
                "days_from_request": (one.done_on - local(case.opened_at)).days,
            }

    def _barriers(self, quarters: list[Span]) -> Iterator[Values]:
        of: dict[str, list[Measure]] = {}
        for one in self.measures.values():
            if one.status not in {"nicht_umgesetzt", "entfallen"}:
                for each in dict.fromkeys(one.barriers or ()):
                    of.setdefault(each, []).append(one)
        for each, measures in of.items():
            first = min(measures, key=lambda one: one.id.hex)
            found = self._in_case(first, self._recommended(first), quarters)
            if found is None:
                continue
            measured, described = self.measurements.get(UUID(each)), self.findings.get(UUID(each))
            place, states = measured or described, {one.status for one in measures}
            yield {
                "quarter": found[0].code,
                **self._person(found[1], found[0].last),
                "room": self._room(place.room_id if place else None),
                "barrier_kind": "measured" if measured else "described",
                "result": "solved"
                if "umgesetzt" in states
                else "partly"
                if "teilweise" in states
                else "remaining",
            }

    def _due(self, one: Application) -> date | None:
        days = [
            each.due_on
            for each in self.deadlines.values()
            if each.application_id == one.id and each.kind in _DECIDING
        ]
        return min(days, default=None)

    def _applications(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.applications.values():
            found = self._in_case(one, one.applied_on or one.lodged_elsewhere_on or one.received_on, quarters)
            if found is None:
                continue
            span, case = found
            told = one.delivered_on or one.notice_on or one.posted_on
            is_told = one.notice is not None and one.notice != "fiktion_eingetreten"
            end, due = (told if is_told and told else span.last), self._due(one)
            yield {
                "quarter": span.code,
                **self._person(case, span.last),
                "tenure": self.dwellings[case.dwelling_id].tenure,
                "programme": one.programme,
                "notice": one.notice,
                "late": due is not None and due < end,
                "objection": one.objection_on is not None,
            }

    def _notices(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.applications.values():
            told, due = one.delivered_on or one.notice_on or one.posted_on, self._due(one)
            made = one.applied_on or one.lodged_elsewhere_on or one.received_on
            is_deemed = one.notice == "fiktion_eingetreten"
            found = self._in_case(one, told or (due if is_deemed else None) or made, quarters)
            if found is None or one.notice in {None, "offen"}:
                continue
            arrived = min((day for day in (one.received_on, one.lodged_elsewhere_on) if day), default=None)
            yield {
                "quarter": found[0].code,
                **self._person(found[1], found[0].last),
                "programme": one.programme,
                "notice": one.notice,
                "days_to_notice": (told - arrived).days if told and arrived else None,
                "late": is_deemed or (due is not None and told is not None and due < told),
                "objection": one.objection_on is not None,
            }

    def _objections(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.applications.values():
            found = self._in_case(one, one.objection_on, quarters)
            if found is not None:
                yield {
                    "quarter": found[0].code,
                    **self._person(found[1], found[0].last),
                    "programme": one.programme,
                    "notice": one.notice,
                    "objection_outcome": one.objection_outcome,
                }

    def _surveys(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.surveys.values():
            found = self._in_case(one, one.asked_on, quarters)
            if found is None:
                continue
            lives = None if one.whereabouts in {None, "unbekannt"} else one.whereabouts == "in_wohnung"
            marks = ("safety", "independence", "relief", "staying", "satisfaction")
            yield {
                "quarter": found[0].code,
                **self._person(found[1], found[0].last),
                "asked_when": one.asked_when,
                **{mark: getattr(one, mark) for mark in marks},
                "falls": one.falls,
                "whereabouts": one.whereabouts,
                "at_home": lives,
            }

    def _dwellings(self, quarters: list[Span]) -> Iterator[Values]:
        for one in self.dwellings.values():
            span = span_of(local(one.created_at), quarters)
            if span is not None:
                area = self.buildings[one.building_id].area
                yield {
                    "quarter": span.code,
                    "area": area,
                    **self._home(one),
                    "suitability": self._suitability(one),
                }

    def _suitability(self, dwelling: Dwelling) -> str | None:
        finished = [
            visit
            for visit in self.visits.values()
            if visit.finished_on is not None
            and visit.case_id in self.cases
            and self.cases[visit.case_id].dwelling_id == dwelling.id
        ]
        last = max(finished, key=lambda one: (one.visited_on or date.min, one.id.hex), default=None)
        return None if last is None else last.suitability
