"""What a document would say if somebody had entered it: one pure function a record, asked before it is printed.

Only what its reader would miss is named, with the place where it is entered; whoever prints decides.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.fields import field_name
from zwk_barrier.casework.records import get
from zwk_barrier.model import Visit
from zwk_barrier.model.access_report import AccessReport
from zwk_barrier.model.case_report import CaseReport
from zwk_barrier.model.caseload_list import CaseloadList
from zwk_barrier.model.client_copy import ClientCopy
from zwk_barrier.model.craft_plan import CraftPlan
from zwk_barrier.model.handover_sheet import HandoverSheet
from zwk_barrier.model.rights_sheet import RightsSheet
from zwk_barrier.model.visit_report import Letterhead, VisitReport
from zwk_barrier.model.visit_sheet import VisitSheet
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS, Place
from zwk_barrier.reference.rights_texts import CONSENT
from zwk_barrier.wording import _, ngettext

GapPlace: TypeAlias = Literal[
    "office", "people", "paper", "letters",
    "overview", "intake", "person", "dwelling", "measures",
    "visit", "rooms", "cases",
]  # fmt: skip
"""Sections of the administration, tabs of the case, the visit at its details or first room, the list of cases."""

_BRACKETS: Final = re.compile(r"\[([^\[\]]+)\]")
_PLACES: Final[dict[Place, GapPlace]] = {
    "person": "person",
    "dwelling": "dwelling",
    "intake": "intake",
    "measures": "measures",
    "consents": "intake",
    "office": "office",
    "staff": "people",
}
_FIELDS: Final = {
    "beratungsstelle": "office_name",
    "traeger": "office_department",
    "anschrift_stelle": "office_street",
    "ort": "office_town",
    "telefon": "office_phone",
    "email": "office_email",
    "rechtsgrundlage": "case_file_legal_basis",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing; ``field`` names the widget it is typed in, empty where there is none alone.

    ``which`` says which of several it is there: a language, the code of a letter's template.
    """

    title: str
    place: GapPlace
    field: str = ""
    which: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """The case and the visit a document is about, as far as it is about one."""

    case_id: UUID | None = None
    visit_id: UUID | None = None


def about(session: Session, *, case_id: UUID | None = None, visit_id: UUID | None = None) -> About:
    """What a document is about; that of a visit is about its case too.  Raises NotFound for a visit that is gone."""
    return About(case_id if visit_id is None else get(session, Visit, visit_id).case_id, visit_id)


def gaps_in_visit_report(record: VisitReport) -> tuple[Gap, ...]:
    """What the report of a visit leaves open."""
    facts = [label for label, _value in record.person_facts]
    return _found(
        (not record.is_dated, Gap(_("Tag des Besuchs"), "visit", "visit_visited_on")),
        (not record.summary.strip(), _of("visit", "summary", "visit")),
        (not record.participants, _of("visit", "participants", "visit")),
        (not record.person.strip(), Gap(_("Name der Person"), "person", "person_family_name")),
        (_("Geboren") not in facts, _of("person", "born_on", "person")),
        (not record.address, Gap(_("Anschrift der Wohnung"), "dwelling", "building_street")),
        (not any(room.measured or room.findings for room in record.rooms), _nothing_seen()),
        (not record.measures, Gap(_("Maßnahmen"), "measures", "case_measure_list_add")),
        *_unpriced(one.cost_quoted is None and one.cost_high is None for one in record.measures),
        (not record.next_steps, Gap(_("Nächste Schritte"), "overview", "case_tasks_add")),
        *_head(record.letterhead),
    )


def gaps_in_client_copy(record: ClientCopy) -> tuple[Gap, ...]:
    """What the client's copy leaves open."""
    return _found(
        (record.visited_on is None, Gap(_("Tag des Besuchs"), "visit", "visit_visited_on")),
        (not record.person.strip(), Gap(_("Name der Person"), "person", "person_family_name")),
        (not record.address, Gap(_("Anschrift der Wohnung"), "dwelling", "building_street")),
        (not record.rooms, _nothing_seen()),
        (not record.measures, Gap(_("Maßnahmen"), "measures", "case_measure_list_add")),
        *_unpriced(one.cost_quoted is None and one.cost_high is None for one in record.measures),
        (
            not record.steps and record.next_visit is None,
            Gap(_("Nächste Schritte"), "overview", "case_tasks_add"),
        ),
        (
            not record.is_reviewed and record.language != "de",
            Gap(_("Prüfung der Übersetzung"), "paper", "review_rows", record.language),
        ),
        (not record.reachable.strip(), _of("office", "contact_line", "paper")),
        *_head(record.letterhead),
    )


def gaps_in_visit_sheet(record: VisitSheet) -> tuple[Gap, ...]:
    """What the paper sheet of a visit leaves open; on one without a name nobody's name is missed."""
    is_named = bool(record.person or record.address)
    return _found(
        (record.planned is None, Gap(_("Tag des Besuchs"), "visit", "visit_visited_on")),
        (not record.begins, _of("visit", "begins_at", "visit")),
        (is_named and not record.person.strip(), Gap(_("Name der Person"), "person", "person_family_name")),
        (is_named and not record.address, Gap(_("Anschrift der Wohnung"), "dwelling", "building_street")),
        (not record.rooms, Gap(_("Räume"), "visit")),
    )


def gaps_in_craft_plan(record: CraftPlan) -> tuple[Gap, ...]:
    """What a craftsman would have to ask."""
    work = [one for trade in record.trades for one in trade.measures]
    sized = {room.name for room in record.rooms if room.sizes or room.plan is not None}
    unsized = sum(1 for one in work if not one.dimensions and one.room not in sized)
    untraded = sum(len(trade.measures) for trade in record.trades if not trade.is_known)
    return _found(
        (not record.address, Gap(_("Anschrift der Wohnung"), "dwelling", "building_street")),
        (not work, Gap(_("Maßnahmen"), "measures", "case_measure_list_add")),
        (bool(unsized), Gap(_sizes_of(unsized), "rooms")),
        (bool(untraded), Gap(_trades_of(untraded), "measures", "measure_trade")),
        (not record.place, Gap(_("Angaben zum Gebäude"), "dwelling", "building_building_type")),
        *_head(record.letterhead),
    )


def gaps_in_case_report(record: CaseReport) -> tuple[Gap, ...]:
    """What a report of the whole case leaves open; what was left out on purpose is none."""
    facts = dict(record.facts)
    return _found(
        (not record.person.strip(), Gap(_("Name der Person"), "person", "person_family_name")),
        (not record.address, Gap(_("Anschrift der Wohnung"), "dwelling", "building_street")),
        (facts.get(_("Zuständig")) == _("niemand"), _of("case_file", "advisor_id", "intake")),
        (not facts.get(_("Rechtsgrundlage")), _of("case_file", "legal_basis", "intake")),
        *_head(record.letterhead, with_contact=not record.is_redacted),
    )


def gaps_in_handover(record: HandoverSheet) -> tuple[Gap, ...]:
    """What somebody who answers the phone would want to know."""
    nameless = record.headline.startswith(_("Name nicht bekannt"))
    return _found(
        (nameless, Gap(_("Name der Person"), "person", "person_family_name")),
        (not record.situation.strip(), _of("case_file", "summary", "intake")),
        (not record.next_step.strip(), Gap(_("Nächster Schritt"), "overview", "case_tasks_add")),
        (not record.contacts.rows, Gap(_("Kontakte"), "overview", "case_add_contact")),
    )


def gaps_in_caseload(record: CaseloadList) -> tuple[Gap, ...]:
    """Cases that can hardly be told apart."""
    nameless = sum(
        1
        for advisor in record.advisors
        for row in advisor.cases.rows
        if row[0].startswith(_("Name nicht bekannt"))
    )
    named = ngettext("Name in {n} Fall", "Name in {n} Fällen", nameless).format(n=nameless)
    return _found((bool(nameless), Gap(named, "cases")), *_head(record.letterhead, with_contact=False))


def gaps_in_rights_sheet(record: RightsSheet) -> tuple[Gap, ...]:
    """What stands in brackets on a sheet about a person's rights, and words the office has not made its own."""
    said = (record.title, record.introduction, record.statement, *(one.text for one in record.texts))
    pattern = Gap(_("Ihre Fassung des Mustertexts"), "letters", "letters_template", record.code)
    return _found(
        *((True, gap) for gap in _unfilled(said)),
        (record.is_pattern and record.code != CONSENT, pattern),
        *_head(record.letterhead),
    )


def gaps_in_access_report(record: AccessReport) -> tuple[Gap, ...]:
    """What the information under Art. 15 DSGVO needs beside what is kept."""
    return _found(
        (not record.person.strip(), Gap(_("Name der Person"), "person", "person_family_name")),
        (not record.address, Gap(_("Anschrift der Wohnung"), "dwelling", "building_street")),
        *((True, gap) for gap in _unfilled([one.text for one in record.purposes])),
        *_head(record.letterhead),
    )


def _found(*asked: tuple[bool, Gap]) -> tuple[Gap, ...]:
    """Those that are missing, each once."""
    return tuple(dict.fromkeys(gap for is_missing, gap in asked if is_missing))


def _of(table: str, column: str, place: GapPlace) -> Gap:
    """A field under the name it has on its page."""
    return Gap(field_name(table, column).title, place, f"{table}_{column}")


def _head(head: Letterhead, *, with_contact: bool = True) -> Iterator[tuple[bool, Gap]]:
    """Who writes, and how to answer."""
    yield not head.office.strip(), _of("office", "name", "office")
    if with_contact:
        yield not head.address, Gap(_("Anschrift der Beratungsstelle"), "office", "office_street")
        yield not (head.phone or head.email), Gap(_("Telefon der Beratungsstelle"), "office", "office_phone")


def _nothing_seen() -> Gap:
    return Gap(_("Messwerte und Feststellungen"), "rooms")


def _unpriced(open_ones: Iterable[bool]) -> Iterator[tuple[bool, Gap]]:
    count = sum(open_ones)
    said = ngettext("Kosten von {n} Maßnahme", "Kosten von {n} Maßnahmen", count).format(n=count)
    yield bool(count), Gap(said, "measures", "measure_cost_high")


def _sizes_of(count: int) -> str:
    return ngettext("Maße zu {n} Maßnahme", "Maße zu {n} Maßnahmen", count).format(n=count)


def _trades_of(count: int) -> str:
    return ngettext("Gewerk von {n} Maßnahme", "Gewerk von {n} Maßnahmen", count).format(n=count)


def _unfilled(texts: Sequence[str]) -> Iterator[Gap]:
    """The placeholders that found nothing; a text names them in brackets, in German."""
    known = {one.title: one for one in PLACEHOLDERS.values()}
    for text in texts:
        for said in _BRACKETS.findall(text):
            if (one := known.get(said)) is not None and one.place in _PLACES:
                yield Gap(one.label(), _PLACES[one.place], _FIELDS.get(one.name, ""))
