"""What a case, a contact, an offer and an activity are found by, and which of them hang on a changed row."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from zwk_barrier.rules.folding import phone_key, words
from zwk_barrier.store.search_query import BACKWARDS
from zwk_barrier.wording import _

CASE: Final = "case"
CONTACT: Final = "contact"
OFFER: Final = "offer"
ACTIVITY: Final = "activity"
_STREET: Final = "strasse"

_NAME_COLUMNS: Final = frozenset({"given_name", "family_name"})
_RELEVANT: Final = {
    "person": _NAME_COLUMNS | {"phone", "phone_other"},
    "building": frozenset({"street", "house_number"}),
    "dwelling": frozenset({"building_id"}),
    "case_file": frozenset({"number", "person_id", "dwelling_id", "removed_at"}),
    "related_person": frozenset({"name", "organisation", "phone", "case_id", "removed_at"}),
    "application": frozenset({"reference", "case_id", "removed_at"}),
    "contact": frozenset(
        {"case_id", "caller_given_name", "caller_family_name", "caller_phone", "happened_at", "is_anonymous"}
    )
    | {"removed_at"},
    "local_offer": frozenset({"name", "organisation", "contact_person", "phone", "ended_on", "removed_at"}),
    "activity": frozenset({"title", "held_on", "partner", "place", "removed_at"}),
}
"""The columns that matter to the search; a change of any other costs it nothing."""

_CASES_ON: Final = {
    "person": "SELECT id FROM case_file WHERE person_id = ?",
    "building": "SELECT c.id FROM dwelling d JOIN case_file c ON c.dwelling_id = d.id WHERE d.building_id = ?",
    "dwelling": "SELECT id FROM case_file WHERE dwelling_id = ?",
    "related_person": "SELECT case_id FROM related_person WHERE id = ?",
    "application": "SELECT case_id FROM application WHERE id = ?",
}
_CASES: Final = """
SELECT c.id, c.number, p.given_name, p.family_name, p.phone, p.phone_other,
       b.street, b.house_number,
       (SELECT json_group_array(json_array(r.name, r.organisation, r.phone)) FROM related_person r
         WHERE r.case_id = c.id AND r.removed_at IS NULL),
       (SELECT json_group_array(a.reference) FROM application a
         WHERE a.case_id = c.id AND a.removed_at IS NULL AND a.reference IS NOT NULL)
  FROM case_file c
  JOIN person p ON p.id = c.person_id
  JOIN dwelling d ON d.id = c.dwelling_id
  JOIN building b ON b.id = d.building_id
 WHERE c.removed_at IS NULL"""
_CONTACTS: Final = """
SELECT id, caller_given_name, caller_family_name, caller_phone, happened_at
  FROM contact
 WHERE case_id IS NULL AND removed_at IS NULL AND NOT is_anonymous
   AND coalesce(caller_given_name, caller_family_name, caller_phone) IS NOT NULL"""

_OFFERS: Final = """
SELECT id, name, organisation, contact_person, phone, ended_on
  FROM local_offer
 WHERE removed_at IS NULL AND name IS NOT NULL"""
_ACTIVITIES: Final = """
SELECT id, title, held_on, partner, place
  FROM activity
 WHERE removed_at IS NULL AND title IS NOT NULL"""
_OF_ITS_OWN: Final = {"contact": CONTACT, "case_file": CASE, "local_offer": OFFER, "activity": ACTIVITY}
"""The tables whose rows are subjects themselves."""


Row = tuple[Any, ...]
Entry = tuple[str, str, str, str, str]
"""Title, detail, names, words, numbers; the last three folded and parted by blanks."""


def hanging_on(
    driver: sqlite3.Connection, changes: Iterable[tuple[str, str, str | None]]
) -> set[tuple[str, str]]:
    """Kind and id of every subject whose words may be others after ``changes`` (table, row, column)."""
    found: set[tuple[str, str]] = set()
    rows = {(table, row) for table, row, column in changes if _matters(table, column)}
    for table, row in rows:
        if table in _OF_ITS_OWN:
            found.add((_OF_ITS_OWN[table], row))
        else:
            found.update((CASE, case) for (case,) in driver.execute(_CASES_ON[table], (row,)))
    return found


def _matters(table: str, column: str | None) -> bool:
    return table in _RELEVANT and (column is None or column in _RELEVANT[table])


def read(driver: sqlite3.Connection, kind: str, row_id: str) -> Entry | None:
    """One subject as it stands now; None when it is not to be found any more."""
    statement, column, entry = _READERS[kind]
    row = driver.execute(f"{statement} AND {column} = ?", (row_id,)).fetchone()
    return entry(row) if row else None


def read_all(driver: sqlite3.Connection) -> Iterator[tuple[str, str, Entry]]:
    """Kind, id and entry of everything to be found, the newest cases last."""
    for kind, (statement, column, entry) in _READERS.items():
        for row in driver.execute(f"{statement} ORDER BY {column}"):
            yield kind, row[0], entry(row)


def _case(row: Row) -> Entry:
    _id, number, given_name, family_name, phone, phone_other, street, house_number, related, references = row
    others = json.loads(related)
    name = _joined(given_name, family_name)
    address = _joined(street, house_number)
    phones = [phone, phone_other, *(phone for _name, _organisation, phone in others)]
    return (
        name or number,
        " · ".join(part for part in (number if name else "", address) if part),
        _words(given_name, family_name),
        _unique(
            [
                *_street(street),
                *words(house_number or ""),
                *_words(*(n for o in others for n in o[:2])).split(),
            ]
        ),
        _unique(
            [
                *_number_words(number),
                *(key for reference in json.loads(references) for key in _number_words(reference)),
                *(key for phone in phones for key in _phone(phone)),
            ]
        ),
    )


def _contact(row: Row) -> Entry:
    _id, given_name, family_name, phone, happened_at = row
    name = _joined(given_name, family_name)
    day = datetime.fromisoformat(happened_at).replace(tzinfo=UTC).astimezone().strftime("%d.%m.%Y")
    said_on = _("Kontakt vom {day}").format(day=day)
    return (
        name or phone,
        " · ".join(part for part in (said_on, phone if name else "") if part),
        _words(given_name, family_name),
        "",
        _unique(_phone(phone)),
    )


def _offer(row: Row) -> Entry:
    _id, name, organisation, person, phone, ended_on = row
    of = organisation if organisation != name else None
    ended = _("bis {day}").format(day=_written(ended_on)) if ended_on else ""
    return (
        name,
        " · ".join(part for part in (of, phone, ended) if part),
        _words(name),
        _words(organisation, person),
        _unique(_phone(phone)),
    )


def _activity(row: Row) -> Entry:
    _id, title, held_on, partner, place = row
    day = _written(held_on) if held_on else ""
    return (
        title,
        " · ".join(part for part in (day, partner) if part),
        _words(title),
        _words(partner, place),
        "",
    )


def _written(day: str) -> str:
    return date.fromisoformat(day).strftime("%d.%m.%Y")


_READERS: Final[Mapping[str, tuple[str, str, Callable[[Row], Entry]]]] = {
    ACTIVITY: (_ACTIVITIES, "id", _activity),
    OFFER: (_OFFERS, "id", _offer),
    CONTACT: (_CONTACTS, "id", _contact),
    CASE: (_CASES, "c.id", _case),
}
"""How each kind is read, the one whose newest are to be found first last."""


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _words(*texts: str | None) -> str:
    return _unique(word for text in texts for word in words(text or ""))


def _unique(found: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(found))


def _street(street: str | None) -> list[str]:
    """The words of a street, so that Goethestr., Goethe-Straße and Goethestraße are one."""
    parts = [f"{word}asse" if word.endswith("str") else word for word in words(street or "")]
    last = parts[-1] if parts else ""
    if last == _STREET and len(parts) > 1:
        return [*parts, parts[-2] + last]
    return [*parts, _STREET] if last.endswith(_STREET) else parts


def _number_words(number: str) -> list[str]:
    groups = re.findall(r"[0-9]+", number)
    return [*words(number), *groups, *(group.lstrip("0") or "0" for group in groups), "".join(groups)]


def _phone(phone: str | None) -> list[str]:
    key = phone_key(phone or "")
    return [key, BACKWARDS + key[::-1]] if key else []
