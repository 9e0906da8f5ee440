"""What each situation is worked out to by hand, with its paragraph, is what the funding check says.

A row reads: ``household`` is ``care grade/insurance/percent`` for each person, the client first, ``-`` for
unknown; ``needs`` are ``id:payers=euros``, then ``/kind``, ``#catalogue number``, ``+consent``, ``+noquote``,
``+ordered:day``, ``+done:day``; ``grants`` are ``programme=euros@day``, then ``/need`` and ``+new``.  ``cap``
is empty where the programme has no limit in euros; ``says`` is part of a sentence, ``not`` before it one that
must not be there, ``best`` what is paid if everything unknown turns out well.
"""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from zwk_barrier.reference.programmes import load_programmes
from zwk_barrier.reference.table import Row, read_table
from zwk_barrier.rules.funding import Grant, Member, Need, Offer, Situation, offers, pays

_FILE = Path(__file__).with_name("facts") / "funding.csv"
_COLUMNS = (
    *("id", "programme", "day", "household", "facts", "needs", "grants", "standing", "most", "cap"),
    *("missing", "says", "laws", "worked"),
)
_ROWS = list(read_table(_FILE, _COLUMNS))
_FACTS = {"form": "household_form", "consent": "landlord_consent", "resolution": "owners_resolution"}


def _cents(text: str) -> int:
    return int(Decimal(text) * 100)


def _member(text: str, *, is_client: bool) -> Member:
    grade, insurance, share, *_rest = [*text.strip().split("/"), ""]
    known = [None if part == "-" else part for part in (grade, insurance)]
    return Member(known[0], known[1], int(share) if share else None, is_client)


def _situation(row: Row) -> Situation:
    facts: dict[str, Any] = {}
    for pair in row.text("facts").split():
        name, value = pair.split("=")
        facts[_FACTS.get(name, name)] = value
    for name, field in (("adult", "is_adult"), ("employed", "is_employed")):
        if name in facts:
            facts[field] = facts.pop(name) == "yes"
    if "degree" in facts:
        facts["disability_degree"] = int(facts.pop("degree"))
    if "impairments" in facts:
        facts["impairments"] = (facts["impairments"],)
    people = row.text("household").split("|")
    members = tuple(_member(one, is_client=place == 0) for place, one in enumerate(people))
    return Situation(day=date.fromisoformat(row.required("day")), members=members, **facts)


def _need(text: str) -> Need:
    head, *marks = text.split("+")
    found = re.fullmatch(r"(\w+):([\w,]+)=([\d.]+)(?:/(\w+))?(?:#(M\d\d))?", head)
    assert found is not None, text
    key, payers, cost, kind, number = found.groups()
    days = {name: date.fromisoformat(day) for name, day in (mark.split(":") for mark in marks if ":" in mark)}
    return Need(
        id=key,
        title=key,
        kind=kind,
        catalogue_number=number,
        payers=tuple(payers.split(",")),
        low=0,
        high=_cents(cost),
        has_quote="noquote" not in marks,
        needs_consent="consent" in marks,
        ordered_on=days.get("ordered"),
        done_on=days.get("done"),
    )


def _grant(text: str) -> Grant:
    found = re.fullmatch(r"([\w-]+)=([\d.]+)@([\d-]+)(?:/(\w+))?(\+new)?", text)
    assert found is not None, text
    programme, amount, day, need, new = found.groups()
    needs = (need,) if need else ()
    return Grant(programme, _cents(amount), date.fromisoformat(day), needs, True if new else None)


def _offer(row: Row) -> tuple[Offer | None, list[Need]]:
    needs = [_need(one) for one in row.text("needs").split()]
    grants = [_grant(one) for one in row.text("grants").split()]
    found = offers(_situation(row), needs, grants, load_programmes())
    return next((one for one in found if one.code == row.text("programme")), None), needs


def _told(offer: Offer) -> str:
    reasons = (*offer.reasons, *offer.warnings)
    return " ".join([*(one.text for one in reasons), *(one.text for one in offer.missing)]).replace(
        "\xa0", " "
    )


@pytest.mark.parametrize("row", _ROWS, ids=[row.text("id") for row in _ROWS])
def test_a_situation_comes_out_as_worked_out_by_hand(row: Row) -> None:
    offer, needs = _offer(row)
    if offer is None:
        assert row.text("standing") == "left out"
        return
    assert offer.standing == row.text("standing")
    assert {one.code for one in offer.missing} == set(row.text("missing").split())
    if offer.standing != "excluded":
        assert offer.cap == (_cents(row.text("cap")) if row.text("cap") else None)
        costs = {one.id: one.high or 0 for one in needs}
        assert pays(offer, costs) == offer.most == _cents(row.text("most"))


@pytest.mark.parametrize(
    "row", [row for row in _ROWS if row.text("says")], ids=lambda row: str(row.text("id"))
)
def test_the_reason_is_told(row: Row) -> None:
    offer, _needs = _offer(row)
    assert offer is not None
    said = row.text("says")
    if said.startswith("best "):
        assert offer.most_if_known == _cents(said.removeprefix("best "))
    elif said.startswith("not "):
        assert said.removeprefix("not ") not in _told(offer)
    else:
        assert said in _told(offer)


def test_every_row_has_its_working_and_no_two_are_the_same() -> None:
    assert len(_ROWS) >= 40
    assert all(row.text("worked") for row in _ROWS)
    asked = [tuple(row.text(name) for name in _COLUMNS[1:7]) for row in _ROWS]
    assert len(set(asked)) == len(asked)
