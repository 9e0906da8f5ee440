"""Where a page may ask the main window to go; the feature folders know each other only by these."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

CaseTab = Literal[
    "overview",
    "intake",
    "person",
    "dwelling",
    "visits",
    "measures",
    "funding",
    "documents",
    "outcome",
    "history",
]


@dataclass(frozen=True, slots=True)
class ToToday:
    """The first page: what is due."""


@dataclass(frozen=True, slots=True)
class ToCases:
    """The list of cases."""


@dataclass(frozen=True, slots=True)
class ToCase:
    """One case, at one of its tabs; ``focus`` names a record to show first, ``field`` who gets the keyboard."""

    case_id: UUID
    tab: CaseTab = "overview"
    focus: UUID | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class ToContacts:
    """The list of contacts."""


@dataclass(frozen=True, slots=True)
class ToContact:
    """One contact, or a fresh one; ``case_id`` files a fresh one under that case."""

    contact_id: UUID | None = None
    case_id: UUID | None = None
    typed: str = ""


@dataclass(frozen=True, slots=True)
class ToVisit:
    """A home visit, full page; ``place`` is where in it, ``field`` who gets the keyboard there."""

    visit_id: UUID
    place: Literal["", "details", "rooms"] = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class ToSketch:
    """The sketch of one room, full page."""

    room_id: UUID


@dataclass(frozen=True, slots=True)
class ToVisitReport:
    """The report of a visit in the program's own preview, in large print or not."""

    visit_id: UUID
    large: bool = False


@dataclass(frozen=True, slots=True)
class ToClientCopy:
    """The short copy of a visit for the person; what nobody has chosen is what suits them."""

    visit_id: UUID
    language: str = ""
    with_german: bool | None = None
    large: bool | None = None


@dataclass(frozen=True, slots=True)
class ToVisitSheet:
    """The paper sheet for a visit in the same preview; without the name for those who carry it about."""

    visit_id: UUID
    with_name: bool = True


@dataclass(frozen=True, slots=True)
class ToCaseReport:
    """The report of a whole case in the same preview, with what was chosen for it; no sections means all of them."""

    case_id: UUID
    sections: tuple[str, ...] = ()
    with_diagnoses: bool = False
    with_photos: bool = False
    is_redacted: bool = False
    with_texts: bool = False


@dataclass(frozen=True, slots=True)
class ToHandover:
    """The sheet „In 30 Sekunden“ of a case."""

    case_id: UUID


@dataclass(frozen=True, slots=True)
class ToCaseload:
    """The list of the running cases of one person, or of everybody."""

    staff_id: UUID | None = None


StatisticsTab = Literal["report", "question", "reach", "demand", "population", "releases"]
NetworkTab = Literal["activities", "outreach", "hours", "offers"]


@dataclass(frozen=True, slots=True)
class ToStatistics:
    """The figures of the office, at one of their tabs."""

    tab: StatisticsTab = "report"


@dataclass(frozen=True, slots=True)
class ToNetwork:
    """Work without a case and the offers of the neighbourhood; ``focus`` names a record to show first.

    Among the hours of work that is a person.  With ``is_fresh`` a new activity, place or offer is begun.
    """

    tab: NetworkTab = "activities"
    focus: UUID | None = None
    is_fresh: bool = False


@dataclass(frozen=True, slots=True)
class ToDataQuality:
    """Records that are doubtful, each with a way to it."""


@dataclass(frozen=True, slots=True)
class ToYearlyReport:
    """The figures of a run of quarters as a document, in the form of a template; internal ones are exact.

    ``definitions`` names the figures that are counted in another way than usual, each with that way.
    """

    begins_on: date
    ends_on: date
    template: str = "magistrat"
    view: Literal["protected", "internal"] = "protected"
    definitions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ToCraftPlan:
    """The plan for one trade, or for all, with the photos that were chosen by hand."""

    case_id: UUID
    trade: str | None = None
    photos: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ToPrivacyNotice:
    """The information under Art. 13 DSGVO, in easy German or not; without a case it is for anybody."""

    case_id: UUID | None = None
    easy: bool = False


@dataclass(frozen=True, slots=True)
class ToConsentForm:
    """The form for one purpose (code list consent_purpose), filled from a case or blank."""

    case_id: UUID | None
    purpose: str


@dataclass(frozen=True, slots=True)
class ToAccessReport:
    """Everything kept about a person (Art. 15 DSGVO); codes of sections held back, and why (§ 83 SGB X)."""

    case_id: UUID
    without: tuple[str, ...] = ()
    reason: str = ""
    with_others: bool = False
    with_photos: bool = True


@dataclass(frozen=True, slots=True)
class ToReviewSheet:
    """Every text of the client's copy in one language beside the German one, for whoever reviews it."""

    language: str


@dataclass(frozen=True, slots=True)
class ToPhoto:
    """A photo and the marks over it, full page."""

    photo_id: UUID


@dataclass(frozen=True, slots=True)
class ToApplication:
    """One application with its evidence, deadlines and notice."""

    application_id: UUID


@dataclass(frozen=True, slots=True)
class ToLetter:
    """A letter of a case: one that is there, or a new one from a template, about an application or not."""

    case_id: UUID
    template: str = ""
    application_id: UUID | None = None
    letter_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ToTeam:
    """Who has which cases, what is overdue, and what waits for a second person."""


@dataclass(frozen=True, slots=True)
class ToAdministration:
    """The office's settings, people and backup; ``field`` gets the keyboard.

    ``which`` names one of several there: a language, the code of a letter's template.
    """

    section: str = ""
    field: str = ""
    which: str = ""


@dataclass(frozen=True, slots=True)
class Back:
    """Where the person came from."""


Destination = (
    ToToday
    | ToCases
    | ToCase
    | ToContacts
    | ToContact
    | ToVisit
    | ToSketch
    | ToVisitReport
    | ToClientCopy
    | ToVisitSheet
    | ToCaseReport
    | ToHandover
    | ToCaseload
    | ToYearlyReport
    | ToCraftPlan
    | ToPrivacyNotice
    | ToConsentForm
    | ToAccessReport
    | ToReviewSheet
    | ToPhoto
    | ToApplication
    | ToLetter
    | ToTeam
    | ToStatistics
    | ToNetwork
    | ToDataQuality
    | ToAdministration
    | Back
)
