"""The nouns: every table of an office's database."""

from zwk_barrier.model.base import Base, Codes, Record, journaled_tables
from zwk_barrier.model.case import CaseFile, Consent
from zwk_barrier.model.contact import Contact, Task
from zwk_barrier.model.dwelling import Building, Dwelling
from zwk_barrier.model.journal import Deed, JournalEntry
from zwk_barrier.model.measure import Measure
from zwk_barrier.model.office import Office, Staff
from zwk_barrier.model.person import Person, RelatedPerson
from zwk_barrier.model.search import SearchEntry, SearchWord
from zwk_barrier.model.visit import Finding, Measurement, Photo, Room, Visit

__all__ = [
    "Base",
    "Building",
    "CaseFile",
    "Codes",
    "Consent",
    "Contact",
    "Deed",
    "Dwelling",
    "Finding",
    "JournalEntry",
    "Measure",
    "Measurement",
    "Office",
    "Person",
    "Photo",
    "Record",
    "RelatedPerson",
    "Room",
    "SearchEntry",
    "SearchWord",
    "Staff",
    "Task",
    "Visit",
    "journaled_tables",
]
