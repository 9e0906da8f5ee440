"""Gathers an access report under Art. 15 DSGVO: everything kept about a person, without what others may keep."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.fields import TABLES
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.access_columns import REASONS, SECTIONS, TOLD
from zwk_barrier.casework.printing.access_history import history_part
from zwk_barrier.casework.printing.access_pictures import access_pictures
from zwk_barrier.casework.printing.access_rows import Rows, RowWords, gathered, rows_of
from zwk_barrier.casework.printing.access_tables import rows_parts
from zwk_barrier.casework.printing.case_report import may_report
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.own_letters import template_of
from zwk_barrier.casework.printing.rights_sheets import notice_sheet
from zwk_barrier.casework.printing.visit_report import address_of
from zwk_barrier.model import Contact, HouseholdMember, RelatedPerson
from zwk_barrier.model.access_report import AccessChoice, AccessReport
from zwk_barrier.model.report_parts import Part, Section
from zwk_barrier.model.rights_sheet import SheetText
from zwk_barrier.problems import InputProblem, NotAllowed
from zwk_barrier.reference.rights_texts import NOTICE
from zwk_barrier.rules.redaction import Known, Redactor, Signs, known_names
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _, speaking

_ALONE: Final = frozenset({"case_file", "person", "dwelling", "building"})
_TELLS: Final = frozenset(
    (
        *("who", "officer", "purpose", "basis", "basis_case", "health", "recipients", "secret"),
        *("retention", "rights", "object", "revoke", "authority"),
    )
)
HISTORY: Final = "history"
_PHOTOS: Final = "photos"
_NOTHING: Final = ""  # one sentence at the end names all that is empty


def gather_access(
    session: Session,
    photos: PhotoStore,
    case_id: UUID,
    choice: AccessChoice,
    day: date,
    *,
    staff_id: UUID,
) -> AccessReport:
    """The report of one case as of ``day``, in German.

    Raises NotFound; NotAllowed unless ``staff_id`` leads or has the case; InputProblem when a section is held
    back without a reason.
    """
    with speaking("de"):
        view = load_case(session, case_id)
        if not may_report(session, staff_id, view):
            raise NotAllowed(
                _("Die Auskunft dürfen nur die Leitung und die zuständige Beratung erteilen."),
                advice=_("Bitten Sie eine von ihnen darum."),
            )
        if choice.without and not choice.reason.strip():
            raise InputProblem(
                "reason", _("Bitte den Grund nennen (§\N{NO-BREAK SPACE}83 SGB\N{NO-BREAK SPACE}X).")
            )
        return _report(session, photos, view, choice, day, view.staff_names.get(staff_id, ""))


def _report(
    session: Session, photos: PhotoStore, view: CaseView, choice: AccessChoice, day: date, printed_by: str
) -> AccessReport:
    rows = rows_of(session, view.case)
    words = RowWords(session, rows, with_others=choice.with_others)
    told = {code: _section(code, rows, words, choice) for code in SECTIONS}
    if choice.with_photos and _PHOTOS not in choice.without and rows["photo"]:
        told[_PHOTOS] = _with_pictures(told[_PHOTOS], session, photos, rows)
    told[HISTORY] = _history(session, view, choice)
    sections = _with_the_empty_ones_last(told, choice)
    if not choice.with_others:
        redactor = _others(rows, view)
        sections = [_without_others(one, redactor) for one in sections]
    return AccessReport(
        letterhead=letterhead_of(office_settings(session)),
        case_number=view.case.number,
        person=view.person.full_name,
        address=address_of(view),
        sections=tuple(sections),
        purposes=_purposes(session, view, day),
        left_out=tuple(_left_out(choice)),
        printed_on=day,
        printed_by=printed_by,
    )


def _with_the_empty_ones_last(told: Mapping[str, Section], choice: AccessChoice) -> list[Section]:
    """The sections with those that say nothing gathered into one; what is held back stays in its place."""
    empty = [code for code, one in told.items() if not one.parts and code not in choice.without]
    sections = [one for code, one in told.items() if code not in empty]
    if empty:
        titles = "; ".join(told[code].title for code in empty)
        sentence = _("Zu diesen Bereichen ist nichts gespeichert: {sections}.").format(sections=titles)
        sections.append(Section(_("Wozu nichts gespeichert ist"), (), sentence))
    return sections


def _section(code: str, rows: Rows, words: RowWords, choice: AccessChoice) -> Section:
    title, tables = SECTIONS[code]
    if code in choice.without:
        return Section(_(title), (), _held_back(choice))
    parts = [part for table in tables for part in _parts(table, rows, words)]
    if len(tables) == 1 or len(parts) == 1:
        parts = [replace(part, title="") for part in parts]  # the section says it already
    return Section(_(title), tuple(parts), _NOTHING)


def _parts(table: str, rows: Rows, words: RowWords) -> Iterable[Part]:
    """What stands in one table: a list of facts for what a case has one of, else a table with a row for each."""
    name = _(TABLES[table])
    if table in _ALONE:
        for row in rows[table]:
            yield Part(name, words.facts(row))
    elif rows[table]:
        visit = TOLD["visit_id"]  # named apart: what stands inside _() is taken for a text
        yield from rows_parts(name, [words.told(row) for row in gathered(table, rows)], _(visit))


def _with_pictures(section: Section, session: Session, photos: PhotoStore, rows: Rows) -> Section:
    """The section of the photos with a copy of each; a picture that cannot be read is named."""
    plates, lost = access_pictures(session, photos, rows["photo"])
    return replace(section, parts=(*section.parts, Part(_("Kopien der Fotos"), texts=lost, photos=plates)))


def _history(session: Session, view: CaseView, choice: AccessChoice) -> Section:
    """Who changed what and when."""
    title = _("Verlauf: wer wann was geändert hat")
    if HISTORY in choice.without:
        return Section(title, (), _held_back(choice))
    part = history_part(session, view.case, with_others=choice.with_others)
    return Section(title, (part,) if part.has_content else (), _NOTHING)


def _others(rows: Rows, view: CaseView) -> Redactor:
    """Takes everybody else who is known out of free texts; a family name the person shares stays."""
    sign = _("[andere Person]")
    own = {part.casefold() for part in view.person.full_name.replace("-", " ").split()}
    known: list[Known] = []
    for row in (*rows["related_person"], *rows["household_member"], *rows["contact"]):
        name = row.enquirer_name if isinstance(row, Contact) else None
        if isinstance(row, RelatedPerson | HouseholdMember):
            name = row.name
        known += [one for one in known_names([name], sign) if one.text.casefold() not in own]
        if isinstance(row, Contact) and name and row.caller_phone:
            known.append(Known(row.caller_phone, sign, "number"))  # it is that of who asked
        if isinstance(row, RelatedPerson):
            known += [Known(text, sign, "number") for text in (row.phone, row.email) if text]
    return Redactor(tuple(known), Signs(sign, sign, sign, sign))


def _without_others(section: Section, redactor: Redactor) -> Section:
    hide = redactor.without_known
    parts = tuple(
        Part(
            part.title,
            tuple((label, hide(value)) for label, value in part.facts),
            tuple(map(hide, part.texts)),
            None
            if part.grid is None
            else replace(part.grid, rows=tuple(tuple(map(hide, row)) for row in part.grid.rows)),
            tuple(
                replace(one, caption=hide(one.caption), alternative=hide(one.alternative))
                for one in part.photos
            ),
        )
        for part in section.parts
    )
    return replace(section, parts=parts)


def _purposes(session: Session, view: CaseView, day: date) -> tuple[SheetText, ...]:
    """What the information under Art. 13 says of purposes, recipients, retention and rights, in its words."""
    template = template_of(session, NOTICE)
    told = replace(
        template, paragraphs=tuple(one for one in template.paragraphs if one.code in _TELLS or one.joins)
    )
    source = SheetText(
        _(
            "Die Angaben stammen von Ihnen selbst, aus Hausbesuchen und von den Menschen und Stellen, die unter "
            "Kontakte genannt sind."
        ),
        _("Woher stammen die Daten?"),
    )
    return (*notice_sheet(session, told, view.case.id, day).texts, source)


def _left_out(choice: AccessChoice) -> Iterable[str]:
    titles: Mapping[str, str] = {
        **{code: _(title) for code, (title, _tables) in SECTIONS.items()},
        HISTORY: _("Verlauf"),
    }
    for code in choice.without:
        yield _(
            "„{section}“ ist nicht enthalten (§\N{NO-BREAK SPACE}83 SGB\N{NO-BREAK SPACE}X). Grund: {reason}"
        ).format(section=titles.get(code, code), reason=choice.reason.strip())
    if not choice.with_others:
        yield _(
            "Namen und Angaben anderer Menschen sind unkenntlich gemacht, damit deren Rechte gewahrt bleiben "
            "(Art. 15 Abs. 4 DSGVO). In freien Texten gelingt das nur bei Namen, die im Fall festgehalten sind."
        )
    if choice.with_photos:
        yield _("Grundrisse sind aufgelistet. Auf Wunsch bekommen Sie Kopien.")
    else:
        yield _("Fotos und Grundrisse sind aufgelistet. Auf Wunsch bekommen Sie Kopien der Bilder.")
    yield from map(_, REASONS.values())


def _held_back(choice: AccessChoice) -> str:
    return _("Nicht enthalten (§\N{NO-BREAK SPACE}83 SGB\N{NO-BREAK SPACE}X). Grund: {reason}").format(
        reason=choice.reason.strip()
    )
