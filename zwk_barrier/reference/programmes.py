"""The funding programmes as they are shipped, a file each, and as the office has brought them up to date.

A change the office has confirmed is a new dated row: the one before ends the day before, so that old
cases keep the old rule.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from zwk_barrier.reference.programme import (
    FIELDS,
    STATUS,
    Amount,
    BeforeStart,
    Calculation,
    Combination,
    Conditions,
    Hint,
    Kind,
    NeverPays,
    PaysFor,
    Procedure,
    Programme,
    Question,
    Source,
    State,
    Status,
    unit_of,
)
from zwk_barrier.reference.programme_changes import Change, with_changes
from zwk_barrier.reference.table import CONFIDENCES, Validity
from zwk_barrier.reference.toml_table import TomlTable
from zwk_barrier.resources import resource

__all__ = ["FIELDS", "STATUS", "Change", "Programme", "Programmes", "load_programmes", "read_programme"]

_KINDS: Final[dict[str, Kind]] = {
    "grant": "grant",
    "in_kind": "in_kind",
    "loan": "loan",
    "tax": "tax",
    "right": "right",
    "monthly": "monthly",
    "advice": "advice",
}
_CALCULATIONS: Final[dict[str, Calculation]] = {
    "heads": "heads",
    "aids": "aids",
    "share": "share",
    "full": "full",
    "none": "none",
}
_BEFORE: Final[dict[str, BeforeStart]] = {"binding": "binding", "recommended": "recommended", "none": "none"}
_STATES: Final[dict[str, State]] = {"active": "active", "closed": "closed", "unclear": "unclear"}
_MULTIPLE: Final = {"cents": 100}


class Programmes:
    """All programmes, those that pay first before the others."""

    __slots__ = ("_by_code",)

    def __init__(self, programmes: Sequence[Programme]) -> None:
        ordered = sorted(programmes, key=lambda one: (one.rank, one.code))
        self._by_code = {one.code: one for one in ordered}

    def __iter__(self) -> Iterator[Programme]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def get(self, code: str | None) -> Programme | None:
        """The programme of that code, ``None`` when there is none."""
        return None if code is None else self._by_code.get(code)


def load_programmes(changes: Sequence[Change] = ()) -> Programmes:
    """The shipped programmes with what the office has confirmed; raises ValueError naming file or change."""
    shipped = _shipped()
    return with_changed(shipped, changes) if changes else shipped


def with_changed(programmes: Programmes, changes: Sequence[Change]) -> Programmes:
    """The same programmes with further rows; raises ValueError naming the change that cannot be."""
    unknown = sorted({one.programme for one in changes} - {one.code for one in programmes})
    if unknown:
        raise ValueError(f"{unknown[0]}: no such programme")
    return Programmes(
        [with_changes(one, [row for row in changes if row.programme == one.code]) for one in programmes]
    )


@cache
def _shipped() -> Programmes:
    found: dict[str, Programme] = {}
    for path in sorted(resource("programmes").glob("*.toml")):
        one = read_programme(path)
        if one.code in found:
            raise ValueError(f"{path.name}: {one.code} comes twice")
        found[one.code] = one
    for one in found.values():
        for other in (*one.combination.after, *one.combination.not_with, *one.combination.check_with):
            if other not in found:
                raise ValueError(f"{one.code}: unknown programme {other}")
    return Programmes(tuple(found.values()))


def read_programme(path: Path) -> Programme:
    """The programme in a file; raises ValueError naming file and reason."""
    try:
        top = TomlTable(path.name, tomllib.loads(path.read_text("utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error
    programme = Programme(
        code=top.required("code"),
        title_de=top.required("title_de"),
        title_en=top.required("title_en"),
        title_ls=top.required("title_ls"),
        who_de=top.required("who_de"),
        who_en=top.required("who_en"),
        law=top.required("law"),
        kind=top.choice("kind", _KINDS),
        payers=top.listed("payers"),
        calculation=top.choice("calculation", _CALCULATIONS, "none"),
        rank=top.whole("rank") or 0,
        is_counted=top.yes("is_counted"),
        conditions=_conditions(top.table("conditions")),
        pays_for=_pays_for(top.table("pays_for")),
        combination=_combination(top.table("combination")),
        procedure=_procedure(top.table("procedure")),
        evidence=top.listed("evidence"),
        amounts=tuple(_amount(row) for row in top.tables("amount")),
        statuses=tuple(_status(row) for row in top.tables("status")),
        hints=tuple(_hint(row) for row in top.tables("hint")),
        source=_source(top),
    )
    top.done()
    _check(top, programme)
    return programme


def _check(top: TomlTable, one: Programme) -> None:
    if one.rank < 1 or not one.statuses:
        top.fail("rank or status is missing")
    rows: list[tuple[str, Amount | Status]] = [(row.field, row) for row in one.amounts]
    rows += [(STATUS, row) for row in one.statuses]
    for place, (field, row) in enumerate(rows):
        for other, later in rows[place + 1 :]:
            if field == other and row.valid.meets(later.valid):
                top.fail(f"two rows of {field} hold on the same day")


def _source(row: TomlTable) -> Source:
    checked_on = row.day("checked_on")
    if checked_on is None:
        row.fail("checked_on is missing")
    return Source(row.required("source"), row.choice("confidence", CONFIDENCES), checked_on)


def _valid(row: TomlTable) -> Validity:
    valid = Validity(row.day("valid_from"), row.day("valid_to"))
    if valid.begin is not None and valid.end is not None and valid.end < valid.begin:
        row.fail("valid_to lies before valid_from")
    return valid


def _conditions(row: TomlTable) -> Conditions:
    found = Conditions(
        care_grades=row.listed("care_grades"),
        whose=row.choice("whose", {"client": "client", "household": "household"}, "client"),
        is_at_home=row.yes("is_at_home"),
        household_forms=row.listed("household_forms"),
        not_household_forms=row.listed("not_household_forms"),
        insurance=row.listed("insurance"),
        concerns_insurance=row.listed("concerns_insurance"),
        behind=row.listed("behind"),
        behind_law=row.required("behind_law") if row.has("behind") else "",
        tenures=row.listed("tenures"),
        is_condominium=row.yes("is_condominium") if row.has("is_condominium") else None,
        lands=row.listed("lands"),
        incomes=row.listed("incomes"),
        is_disabled=row.yes("is_disabled"),
        degree_least=row.whole("degree_least"),
        is_employed=row.yes("is_employed"),
        consent=row.yes("consent"),
        quote=row.yes("quote"),
        questions=tuple(_question(one) for one in row.tables("question")),
    )
    row.done()
    return found


def _question(row: TomlTable) -> Question:
    is_claim = row.yes("is_claim")
    found = Question(row.required("code"), row.required("text_de"), row.required("text_en"), is_claim)
    row.done()
    return found


def _pays_for(row: TomlTable) -> PaysFor:
    found = PaysFor(
        payers=row.listed("payers"),
        kinds=row.listed("kinds"),
        kinds_without_payer=row.listed("kinds_without_payer"),
        only_kinds=row.listed("only_kinds"),
        is_consent_only=row.yes("is_consent_only"),
        is_one_measure=row.yes("is_one_measure"),
        without_measures=row.yes("without_measures"),
        exceptions=tuple(_exception(one) for one in row.tables("exception")),
    )
    row.done()
    return found


def _exception(row: TomlTable) -> NeverPays:
    found = NeverPays(
        row.required("measure"),
        row.yes("is_disputed"),
        row.required("reason_de"),
        row.required("reason_en"),
        _source(row),
    )
    row.done()
    return found


def _combination(row: TomlTable) -> Combination:
    found = Combination(
        after=row.listed("after"),
        not_with=row.listed("not_with"),
        check_with=row.listed("check_with"),
        adds_to=row.listed("adds_to"),
    )
    row.done()
    return found


def _procedure(row: TomlTable) -> Procedure:
    found = Procedure(
        before_start=row.choice("before_start", _BEFORE, "none"),
        deadline_rule=row.text("deadline_rule") or "none",
        proof_months=row.whole("proof_months"),
    )
    row.done()
    return found


def _amount(row: TomlTable) -> Amount:
    field, value = row.required("field"), row.whole("value")
    unit = unit_of(field)
    if unit is None or unit == "state" or value is None:
        row.fail(f"unknown field or no value: {field}")
    found = Amount(
        field=field,
        value=value * _MULTIPLE.get(unit, 1),  # files say euros, the program reckons in cents
        valid=_valid(row),
        source=_source(row),
        note_de=row.text("note_de"),
        note_en=row.text("note_en"),
    )
    row.done()
    return found


def _status(row: TomlTable) -> Status:
    found = Status(
        state=row.choice("state", _STATES),
        valid=_valid(row),
        source=_source(row),
        note_de=row.text("note_de"),
        note_en=row.text("note_en"),
    )
    row.done()
    return found


def _hint(row: TomlTable) -> Hint:
    found = Hint(row.required("text_de"), row.required("text_en"), row.text("law"), _source(row))
    row.done()
    return found
