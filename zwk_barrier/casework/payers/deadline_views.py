"""A period of an application as it is shown: what, until when, by which law, and how it was worked out."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from zwk_barrier.model import DocumentRequest
from zwk_barrier.rules.deadlines import Computed, Step
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _, ngettext

PAPERS: Final = "papers"
"""The kind of a period the payer has set for a further document; all others are those of ``rules.deadlines``."""
_LONG, _MONTH, _YEAR = 100, 30, 365  # days: from when on months are counted, and how long they are about


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """One period; ``days_left`` is negative once it has run out, ``checked_on`` is when its rule was looked up."""

    kind: str
    title: str
    starts_on: date
    due_on: date
    days_left: int
    is_ours: bool
    settled_on: date | None
    is_uncertain: bool
    consequence: str
    steps: tuple[Step, ...]
    edition: str | None = None
    law: str = ""
    source: str = ""
    checked_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether what is due has not happened yet."""
        return self.settled_on is None

    @property
    def is_overdue(self) -> bool:
        """Whether it has run out with nothing done."""
        return self.is_open and self.days_left < 0


def view_of(computed: Computed, day: date) -> DeadlineView:
    """A computed period as of ``day``."""
    return DeadlineView(
        computed.kind,
        computed.title,
        computed.starts_on,
        computed.due_on,
        (computed.due_on - day).days,
        computed.is_ours,
        computed.settled_on,
        computed.is_uncertain,
        computed.consequence,
        computed.steps,
        computed.edition,
        computed.law,
        computed.source,
        computed.checked_on,
    )


def papers_view(request: DocumentRequest, day: date) -> DeadlineView:
    """The time the payer has set for a document it asks for; both days must be known."""
    if request.requested_on is None or request.due_on is None:
        raise ValueError("a request without its days has no period")
    what = request.what or _("Unterlagen")
    steps = (
        Step(
            _("Nachgefordert am {day}").format(day=format_date(request.requested_on)),
            "",
            request.requested_on,
        ),
        Step(
            _("Von der Stelle gesetzt bis {day}").format(day=format_date(request.due_on)), "", request.due_on
        ),
        Step(_("Die Frist der Stelle für ihre Entscheidung läuft dabei weiter.")),
    )
    return DeadlineView(
        PAPERS,
        papers_title(),
        request.requested_on,
        request.due_on,
        (request.due_on - day).days,
        is_ours=True,
        settled_on=request.answered_on,
        is_uncertain=False,
        consequence=_("Nachzureichen: {what}").format(what=what),
        steps=steps,
    )


def papers_title() -> str:
    """What the period for a further document is called."""
    return _("Unterlagen nachreichen")


def left_in_words(view: DeadlineView) -> str:
    """How long is left: ``2 Tage überfällig``, ``heute``, ``in 3 Tagen``, ``in 4 Monaten``, ``erledigt``."""
    if not view.is_open:
        return _("erledigt")
    days = view.days_left
    if days < 0:
        return ngettext("{n} Tag überfällig", "{n} Tage überfällig", -days).format(n=-days)
    return {0: _("heute"), 1: _("morgen")}.get(days) or _far(days)


def _far(days: int) -> str:
    if days < _LONG:
        return ngettext("in {n} Tag", "in {n} Tagen", days).format(n=days)
    if days < 2 * _YEAR:
        return ngettext("in {n} Monat", "in {n} Monaten", days // _MONTH).format(n=days // _MONTH)
    return ngettext("in {n} Jahr", "in {n} Jahren", days // _YEAR).format(n=days // _YEAR)
