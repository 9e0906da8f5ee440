"""The funding check of a case: which programmes could pay, how much at most, what is missing; kept with its day."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final, Literal, TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.payers.applications import applications_of
from zwk_barrier.casework.payers.funding_facts import (
    grants_of,
    household,
    needs_of,
    situation_of,
    undescribed,
)
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.model import Application, FundingCheck, Staff
from zwk_barrier.reference.programme import Programme
from zwk_barrier.rules.funding import Need, Offer, Reason, offers
from zwk_barrier.rules.funding_limit_words import not_beside
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext

Group: TypeAlias = Literal["money", "single", "besides", "not"]
"""What can be applied for, what is decided in the single case, what helps beside it, and what does not apply."""

_MONEY: Final = frozenset({"grant", "in_kind", "loan"})
HOUSEHOLD: Final = "household_members"
"""What is missing of the others in need of care."""
_NOT: Final = frozenset({"excluded", "closed"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the law behind it; of something missing also the code of what it is."""

    text: str
    law: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class FundingLine:
    """What one programme could mean to this case, in words that can be kept as they are.

    ``cap`` is the most it pays whatever it costs, ``most`` the most at the costs known now, both in euro cents
    and ``None`` where there is no such figure; ``used`` was granted before.  ``needs`` are ids of measures.
    ``checked_on`` is the day the facts were last looked up (ISO), ``is_uncertain`` shows them as "zu prüfen".
    ``excludes`` says which programmes never pay for the same measure, ``is_counted`` whether its money can be
    reckoned with.
    """

    code: str
    title: str
    who: str
    law: str
    kind: str
    standing: str
    cap: int | None
    most: int | None
    used: int
    needs: tuple[str, ...]
    measures: tuple[str, ...]
    missing: tuple[Sentence, ...]
    excludes: str
    reasons: tuple[Sentence, ...]
    warnings: tuple[Sentence, ...]
    hints: tuple[Sentence, ...]
    checked_on: str
    source: str
    rule_day: str
    is_uncertain: bool
    is_counted: bool

    @property
    def group(self) -> Group:
        """Where it stands in the list."""
        if self.standing in _NOT:
            return "not"
        if self.kind not in _MONEY:
            return "besides"
        return "money" if self.is_counted or self.kind == "loan" else "single"

    @property
    def amount(self) -> int | None:
        """What "up to" is said of: the limit, else what the costs known now give; ``None`` for nothing."""
        return (self.most if self.cap is None else self.cap) or None


@dataclass(frozen=True, slots=True)
class FundingView:
    """A funding check of ``day`` (ISO); ``notes`` say what to mind about the whole of it."""

    day: str
    lines: tuple[FundingLine, ...]
    notes: tuple[Sentence, ...] = ()

    def group(self, group: Group) -> tuple[FundingLine, ...]:
        """The lines of one group, those that pay first before the others."""
        return tuple(one for one in self.lines if one.group == group)


@dataclass(frozen=True, slots=True)
class KeptCheck:
    """A check that was kept: by whom, when, and what it said then."""

    id: UUID
    checked_on: date
    staff: str
    view: FundingView


@dataclass(frozen=True, slots=True)
class Examined:
    """A case as the rules of a day see it: its needs, its applications and every offer."""

    view: CaseView
    needs: tuple[Need, ...]
    applications: Sequence[Application]
    offers: tuple[Offer, ...]
    undescribed: int


def examined(session: Session, case_id: UUID, day: date) -> Examined:
    """Everything the check and the financing plan of a case rest on; raises NotFound."""
    view = load_case(session, case_id)
    needs, applications = needs_of(view.measures), applications_of(session, case_id)
    found = offers(situation_of(session, view, day), needs, grants_of(applications), programmes_for(session))
    missing = undescribed(view.person, household(session, view.person.id))
    return Examined(view, needs, applications, found, missing)


def check(session: Session, case_id: UUID, day: date) -> FundingView:
    """Which programmes could pay in this case by the rules of ``day``; raises NotFound."""
    return view_of(examined(session, case_id, day), day)


def view_of(seen: Examined, day: date) -> FundingView:
    """The check in words."""
    titles = {one.id: one.title or _("Maßnahme ohne Namen") for one in seen.needs}
    others = _of_others(seen)
    lines = [_line(one, titles, others, _excluded(one, seen.offers)) for one in seen.offers]
    order = {"possible": 0, "missing": 0, "unclear": 1, "closed": 2, "excluded": 3}
    lines.sort(key=lambda one: order[one.standing])  # within that the order of the law stays
    return FundingView(day.isoformat(), tuple(lines), tuple(_notes(seen)))


def keep_check(store: OfficeStore, case_id: UUID, day: date) -> tuple[Changed, UUID]:
    """Keeps what the check says on ``day``, by whoever is logged in, never to be changed; gives its id."""
    with store.deed("funding_check_kept", case_id=case_id) as deed:
        view = check(deed.session, case_id, day)
        kept = FundingCheck(case_id=case_id, staff_id=store.staff_id, checked_on=day, content=asdict(view))
        deed.session.add(kept)
        deed.session.flush()
    return deed.changed, kept.id


def kept_checks(session: Session, case_id: UUID) -> tuple[KeptCheck, ...]:
    """The checks kept of a case, the newest first, each as it was shown then."""
    query = (
        select(FundingCheck, Staff.name)
        .outerjoin(Staff, Staff.id == FundingCheck.staff_id)
        .where(FundingCheck.case_id == case_id, FundingCheck.removed_at.is_(None))
        .order_by(FundingCheck.checked_on.desc(), FundingCheck.id.desc())
    )
    return tuple(
        KeptCheck(one.id, one.checked_on, name or "", from_content(one.content))
        for one, name in session.execute(query)
    )


def from_content(content: Mapping[str, Any]) -> FundingView:
    """A kept check as it was; fields a later version has and this one not are left out."""
    return FundingView(
        content["day"],
        tuple(_line_from(one) for one in content["lines"]),
        _sentences(content.get("notes", ())),
    )


_SENTENCES: Final = ("missing", "reasons", "warnings", "hints")


def _line_from(content: Mapping[str, Any]) -> FundingLine:
    values = {name: content[name] for name in FundingLine.__slots__}
    values |= {name: _sentences(content[name]) for name in _SENTENCES}
    values |= {name: tuple(content[name]) for name in ("needs", "measures")}
    return FundingLine(**values)


def _sentences(content: Iterable[Mapping[str, str]]) -> tuple[Sentence, ...]:
    return tuple(Sentence(one["text"], one["law"], one["code"]) for one in content)


def _excluded(offer: Offer, others: Sequence[Offer]) -> str:
    """Which programmes that could be applied for as well never pay for the same measure; may be empty."""
    rivals = [
        one.programme
        for one in others
        if one.code in offer.not_with
        and one.standing not in _NOT
        and not set(one.needs).isdisjoint(offer.needs)
    ]
    return not_beside(rivals).text if rivals and offer.standing not in _NOT else ""


def _line(offer: Offer, titles: Mapping[str, str], others: Collection[str], excludes: str) -> FundingLine:
    programme = offer.programme
    source, is_uncertain = _facts(offer)
    return FundingLine(
        code=offer.code,
        title=programme.title(),
        who=programme.who(),
        law=programme.law,
        kind=programme.kind,
        standing=offer.standing,
        cap=offer.cap if programme.calculation != "none" else _limit(offer),
        most=offer.most if offer.needs and programme.calculation != "none" else None,
        used=offer.used,
        needs=offer.needs,
        measures=tuple(titles[one] for one in offer.needs if one in titles),
        missing=tuple(
            Sentence(one.text, code=HOUSEHOLD if one.code in others else one.code) for one in offer.missing
        ),
        excludes=excludes,
        reasons=_told(offer.reasons),
        warnings=_told([one for one in offer.warnings if one.text != excludes]),
        hints=tuple(Sentence(one.text(), one.law) for one in programme.hints),
        checked_on=source.isoformat(),
        source=programme.source.text,
        rule_day=offer.rule_day.isoformat(),
        is_uncertain=is_uncertain,
        is_counted=programme.is_counted,
    )


def _of_others(seen: Examined) -> frozenset[str]:
    """What, when it is missing, is missing of somebody else in the household: the person's own is known."""
    person = seen.view.person
    own = {"insurance_type": person.insurance_type, "insurance_share": person.insurance_share}
    if person.insurance_type not in {"pkv", "beihilfe", "heilfuersorge"}:
        own["insurance_share"] = 0  # no policy, no share
    return frozenset(code for code, value in own.items() if value not in (None, "unbekannt"))


def _facts(offer: Offer) -> tuple[date, bool]:
    """The oldest look at what the line rests on, and whether any of it is weak."""
    status = offer.programme.status_on(offer.rule_day)
    sources = [offer.programme.source, *(one.source for one in offer.amounts)]
    sources += [] if status is None else [status.source]
    return min(one.checked_on for one in sources), any(one.is_uncertain for one in sources)


def _limit(offer: Offer) -> int | None:
    """What a loan goes up to; other programmes that reckon no money have no figure."""
    is_loan = offer.programme.kind == "loan"
    return offer.programme.value("most", offer.rule_day) if is_loan else None


def _told(reasons: Sequence[Reason]) -> tuple[Sentence, ...]:
    return tuple(dict.fromkeys(Sentence(one.text, one.law) for one in reasons))


def _notes(seen: Examined) -> Iterable[Sentence]:
    if not seen.needs:
        yield Sentence(
            _("Noch steht keine Maßnahme im Fall: Gezeigt ist, was für die Person überhaupt in Frage kommt."),
            code="measures",
        )
    if seen.undescribed:
        text = ngettext(
            "{count} weitere pflegebedürftige Person im Haushalt ist nicht beschrieben; gerechnet ist sie wie "
            "gesetzlich versichert mit Pflegegrad.",
            "{count} weitere pflegebedürftige Personen im Haushalt sind nicht beschrieben; gerechnet sind sie wie "
            "gesetzlich versichert mit Pflegegrad.",
            seen.undescribed,
        )
        yield Sentence(text.format(count=seen.undescribed), "§ 40 Abs. 4 SGB XI", HOUSEHOLD)


def measure_ids_of(line: FundingLine) -> tuple[UUID, ...]:
    """The measures a line is about."""
    return tuple(UUID(each) for each in line.needs)


def wants_approval_first(programme: Programme) -> bool:
    """Whether work ordered before the approval loses the money of this programme."""
    return programme.procedure.before_start == "binding"
