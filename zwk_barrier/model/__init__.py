"""The nouns: every table of an office's database."""

from zwk_barrier.model.base import Base, Codes, Drawing, Permanent, Record, journaled_tables
from zwk_barrier.model.case import CaseFile, Consent, Handover, PlanApproval
from zwk_barrier.model.contact import Contact, Task
from zwk_barrier.model.dwelling import Building, Dwelling
from zwk_barrier.model.funding import (
    Application,
    Deadline,
    DocumentRequest,
    Evidence,
    FundingCheck,
    ProgrammeChange,
)
from zwk_barrier.model.journal import Deed, JournalEntry
from zwk_barrier.model.letter import Disclosure, Letter, LetterTemplate
from zwk_barrier.model.measure import Measure, Quote
from zwk_barrier.model.network import Activity, LocalOffer, OutreachPlace, Referral, StaffMonth
from zwk_barrier.model.office import Absence, Office, Staff
from zwk_barrier.model.outcome import OutcomeSurvey
from zwk_barrier.model.person import HouseholdMember, Limitation, Person, RelatedPerson
from zwk_barrier.model.printed_document import PrintedDocument
from zwk_barrier.model.requirements import KeptRequirements, OwnTable
from zwk_barrier.model.search import SearchEntry, SearchWord
from zwk_barrier.model.statistics import (
    FrozenPeriod,
    PopulationCount,
    PopulationTable,
    QualityNote,
    Release,
    ReportComment,
)
from zwk_barrier.model.text_review import TextReview
from zwk_barrier.model.visit import Finding, Measurement, Photo, Room, RoomPart, Visit, VisitNote

__all__ = [
    "Absence",
    "Activity",
    "Application",
    "Base",
    "Building",
    "CaseFile",
    "Codes",
    "Consent",
    "Contact",
    "Deadline",
    "Deed",
    "Disclosure",
    "DocumentRequest",
    "Drawing",
    "Dwelling",
    "Evidence",
    "Finding",
    "FrozenPeriod",
    "FundingCheck",
    "Handover",
    "HouseholdMember",
    "JournalEntry",
    "KeptRequirements",
    "Letter",
    "LetterTemplate",
    "Limitation",
    "LocalOffer",
    "Measure",
    "Measurement",
    "Office",
    "OutcomeSurvey",
    "OutreachPlace",
    "OwnTable",
    "Permanent",
    "Person",
    "Photo",
    "PlanApproval",
    "PopulationCount",
    "PopulationTable",
    "PrintedDocument",
    "ProgrammeChange",
    "QualityNote",
    "Quote",
    "Record",
    "Referral",
    "RelatedPerson",
    "Release",
    "ReportComment",
    "Room",
    "RoomPart",
    "SearchEntry",
    "SearchWord",
    "Staff",
    "StaffMonth",
    "Task",
    "TextReview",
    "Visit",
    "VisitNote",
    "journaled_tables",
]
