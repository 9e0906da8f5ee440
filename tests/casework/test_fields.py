"""Every field a person fills in has one name, and its kept value can be read."""

import pytest

from zwk_barrier.casework.field_values import value_in_words
from zwk_barrier.casework.fields import FIELDS, TABLES, field_name
from zwk_barrier.model import Permanent, journaled_tables
from zwk_barrier.reference.codes import load_code_list

BOOKKEEPING = {
    "id", "created_at", "removed_at", "case_id", "person_id", "dwelling_id", "building_id", "visit_id", "room_id",
    "contact_id", "sha256", "width", "height",
    "part_id", "measure_id", "requirements_digest", "person_then", "digest", "content", "file_name",
    "record_id", "table_id",
}  # fmt: skip


def test_every_column_of_every_record_has_a_name() -> None:
    nameless = [
        f"{record.__tablename__}.{column.name}"
        for record in journaled_tables()
        if not issubclass(record, Permanent)  # nobody types a register
        for column in record.__table__.columns
        if column.name not in BOOKKEEPING and f"{record.__tablename__}.{column.name}" not in FIELDS
    ]

    assert nameless == []


def test_every_name_belongs_to_a_column_and_every_code_list_is_shipped() -> None:
    columns = {
        f"{record.__tablename__}.{column.name}"
        for record in journaled_tables()
        for column in record.__table__.columns
    }

    assert set(FIELDS) <= columns
    assert {record.__tablename__ for record in journaled_tables()} <= set(TABLES)
    for named in FIELDS.values():
        assert not named.codes or len(load_code_list(named.codes)) > 1


@pytest.mark.parametrize(
    ("table", "column", "stored", "words"),
    [
        ("person", "family_name", "Petrova", "Petrova"),
        ("person", "care_grade", "3", "Pflegegrad 3"),
        ("person", "aids", '["rollator", "hausnotruf"]', "Rollator, Hausnotruf"),
        ("person", "born_on", "1945-05-03", "03.05.1945"),
        ("person", "birth_year", 1945, "1945"),
        ("person", "aid_width_cm", 65, "65\N{NO-BREAK SPACE}cm"),
        ("building", "has_lift", 0, "Nein"),
        ("building", "has_lift", 1, "Ja"),
        ("dwelling", "living_space", 62500, "62,5\N{NO-BREAK SPACE}m²"),
        ("measure", "cost_low", 123450, "1.234,50\N{NO-BREAK SPACE}€"),
        ("visit", "begins_at", "10:30:00.000000", "10:30"),
        ("contact", "minutes", 15, "15\N{NO-BREAK SPACE}Min."),
        ("person", "phone", None, ""),
        ("person", "care_grade", "gibt es nicht mehr", "gibt es nicht mehr"),
    ],
)
def test_a_kept_value_reads_as_a_person_says_it(table: str, column: str, stored: object, words: str) -> None:
    assert value_in_words(table, column, stored) == words


def test_a_field_nobody_types_has_no_name() -> None:
    with pytest.raises(KeyError):
        field_name("photo", "sha256")
