"""One activity: what, when and for how many first; the rest below."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.fields import field_name
from zwk_barrier.casework.network.activities import begin_activity
from zwk_barrier.casework.office.staff import all_staff, office_settings
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.network.editor import Create, EditorWords, RecordEditor
from zwk_barrier.desktop.record_rows import RecordRows, area_choices
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.model import Activity, Staff
from zwk_barrier.overriding import override
from zwk_barrier.reference.areas import AreaTree, load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

USUAL: Final = "veranstaltung"
"""The kind a fresh activity has until another one is chosen."""

_MOST: Final = 10_000


class ActivityEditor(RecordEditor):
    """Typing begins at the kind: its first letter chooses it, Tab goes on."""

    def __init__(self, desk: Desk) -> None:
        words = EditorWords(
            "activity",
            fresh=_("Neue Tätigkeit"),
            unnamed=_("Tätigkeit ohne Titel"),
            remove=_("Tätigkeit löschen"),
            removed=_("Tätigkeit gelöscht."),
            kept=_("Tätigkeit behalten."),
        )
        super().__init__(desk, Activity, words)
        self.side.hide()
        desk.ask(
            office_settings, then=lambda office: self._offer_areas(load_areas(office.region)), owner=self
        )
        desk.ask(all_staff, then=self._offer_staff, owner=self)

    @override
    def add_rows(self, quick: RecordRows, more: RecordRows) -> None:
        quick.choice("kind", key="A", is_optional=False)
        quick.text("title", key="T")
        quick.day("held_on", key="D")
        quick.whole("participants", 0, _MOST, key="e")
        quick.minutes("minutes", key="z")
        self._area = quick.offered("area", [], key="O")
        more.form.section(_("Mehr dazu"), name="activity_more_title")
        more.text("place")
        more.text("partner", hint=_("Verein, Amt, Wohnungsunternehmen, Zeitung …"))
        more.many("audiences")
        more.many("topics")
        more.whole("advised", 0, _MOST, hint=_("Wer am Rand Rat gesucht hat; ohne Namen"))
        more.minutes("travel_minutes")
        more.time("begins_at")
        self._staff = more.form.row(
            field_name("activity", "staff_id").title, ChoiceField("activity_staff_id")
        )
        self.binding.tie_several(
            self._staff,
            lambda code: {"staff_id": None if code is None else UUID(code)},
            lambda row: None if row.staff_id is None else str(row.staff_id),
            columns=("staff_id",),
        )
        more.note("note", lines=3)

    @override
    def maker(self) -> Create:
        return _create

    @override
    def subtitle(self, record: Any) -> str:
        kind = load_code_list("activity_kind").label(record.kind)
        day = "" if record.held_on is None else format_near_date(record.held_on, this_day(), weekday=True)
        return " · ".join(part for part in (kind, day) if part)

    def _offer_areas(self, areas: AreaTree) -> None:
        self._area.set_items(area_choices(areas))

    def _offer_staff(self, people: list[Staff]) -> None:
        self._staff.set_items([(str(person.id), person.name) for person in people])


def _create(store: OfficeStore, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    day = values.get("held_on")
    return begin_activity(store, day if isinstance(day, date) else this_day(), **values)
