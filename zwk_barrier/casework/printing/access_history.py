"""The last section of an access report: who changed what and when, a row for each person and day."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from sqlalchemy.orm import Session

from zwk_barrier.casework.case.history import HistoryLine, case_history
from zwk_barrier.casework.fields import FIELDS, TABLES
from zwk_barrier.model import CaseFile
from zwk_barrier.model.report_parts import Grid, GridColumn, Part
from zwk_barrier.rules.typed import format_date, format_time
from zwk_barrier.wording import _

_ALL: Final = 1_000_000  # entries of a history: no case has as many
_ABOUT_OTHERS: Final = ("related_person", "household_member")
_HIDDEN_FIELDS: Final = (
    ("case_file", "personal_note"),
    ("contact", "enquirer_name"),
    ("visit", "participants_note"),
)


def history_part(session: Session, case: CaseFile, *, with_others: bool) -> Part:
    """Every change, the oldest first; what is hidden elsewhere has no values here."""
    found = reversed(case_history(session, case.id, limit=_ALL))
    told = _Told(with_others=with_others)
    rows = tuple(
        (f"{format_date(day)}\n{staff}", "\n".join(told.lines(tuple(group))))
        for (day, staff), group in groupby(found, key=_day_and_staff)
    )
    return Part(grid=Grid((GridColumn(_("Wann und wer"), 36), GridColumn(_("Was"), 130)), rows))


def _day_and_staff(one: HistoryLine) -> tuple[date, str]:
    return one.at.astimezone().date(), one.staff


def _minute(one: HistoryLine) -> str:
    return format_time(one.at.astimezone().time())


class _Told:
    """Puts the changes of one day into lines, those of a minute that are alike into one."""

    def __init__(self, *, with_others: bool) -> None:
        self._others = frozenset() if with_others else frozenset(_(TABLES[table]) for table in _ABOUT_OTHERS)
        self._hidden = frozenset(
            (_(TABLES[table]), FIELDS[f"{table}.{column}"].title) for table, column in _HIDDEN_FIELDS
        )
        self._opening = _("„{comment}“")[0]

    def lines(self, changes: Sequence[HistoryLine]) -> Iterable[str]:
        """A line for what came or went in a minute, and one for each change of a value."""
        for (minute, what), group in groupby(changes, key=lambda one: (_minute(one), one.what)):
            if what == "changed":
                for one in group:
                    yield f"{minute} {self._changed(one)}"
                continue
            words = {
                "added": _("Angelegt: {subjects}"),
                "removed": _("Entfernt: {subjects}"),
                "restored": _("Zurückgeholt: {subjects}"),
            }[what]
            yield f"{minute} {words.format(subjects=self._subjects(tuple(group)))}"

    def _subjects(self, changes: Sequence[HistoryLine]) -> str:
        """What each is about; a noun that several share stands once."""
        told = []
        for noun, group in groupby(changes, key=self._noun):
            titles = Counter(self._title(one, noun) for one in group if noun not in self._others)
            words = ", ".join(_times(title, count) for title, count in titles.items() if title)
            told.append(f"{noun} {words}".strip())
        return "; ".join(told)

    def _changed(self, one: HistoryLine) -> str:
        noun = self._noun(one)
        about_others = noun in self._others
        subject = noun if about_others else one.subject
        what = _("{subject}, {field}").format(subject=subject, field=one.field)
        if about_others or (noun, one.field) in self._hidden:
            return _("Geändert: {what}").format(what=what)
        return _("Geändert: {what}. Vorher: {before}. Nachher: {after}").format(
            what=what, before=one.before or "–", after=one.after or "–"
        )

    def _noun(self, one: HistoryLine) -> str:
        return one.subject.partition(f" {self._opening}")[0]

    def _title(self, one: HistoryLine, noun: str) -> str:
        return one.subject.removeprefix(noun).strip()


def _times(title: str, count: int) -> str:
    return title if count == 1 else _("{title} ({count}-mal)").format(title=title, count=count)
