"""What the wizard for handing figures on asks and does, away from the window's thread."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from zwk_barrier.casework.office.roles import require_counting
from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.statistics.file_output import Progress, protected_report
from zwk_barrier.desktop.statistics.report_reading import Wanted
from zwk_barrier.statistics.files.writing import Format
from zwk_barrier.statistics.handing_out import Audience, HandedOut, Watch
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.statistics.microdata.release import Plan
    from zwk_barrier.statistics.microdata.search import Node

What = Literal["tables", "microdata"]
For = Literal["funder", "research", "public"]
_PREVIEWED: Final = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to hand on of which report, and to whom."""

    wanted: Wanted
    what: What
    audience_kind: For
    audience: Audience


@dataclass(frozen=True, slots=True)
class CoarseningTold:
    """A coarsening in words: the levels of each column that are safe beside the others, what it costs, and its risk."""

    node: "Node"
    offers: tuple[tuple[tuple[int, str], ...], ...]
    loss: float
    sentences: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_told(store: OfficeStore, asked: Asked, day: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences of the protection and the titles of the tables that would be written."""
    with store.reading() as session:
        require_counting(session, store.staff_id)
        report = protected_report(session, asked.wanted, day)
    titles = dict.fromkeys(table.title for section in report.sections for table in section.tables)
    return report.protection.sentences, tuple(titles)


def plan(store: OfficeStore, asked: Asked, progress: Progress, token: CancelToken) -> "Plan":
    """What microdata there can be; see :func:`plan_microdata`."""
    from zwk_barrier.statistics.microdata import release  # noqa: PLC0415 - numpy is slow to load

    demands = release.FOR_EVERYBODY if asked.audience_kind == "public" else release.USUAL
    with store.reading() as session:
        require_counting(session, store.staff_id)
        return release.plan_microdata(
            session, asked.wanted.period, asked.audience.recipient, demands, Watch(progress, token.check)
        )


def told_of(planned: "Plan", node: "Node") -> CoarseningTold:
    """A coarsening in words, with a few rows as they would look."""
    from zwk_barrier.statistics.microdata.description import kept_hierarchies, risk_sentences  # noqa: PLC0415 - numpy
    from zwk_barrier.statistics.microdata.risk import risk_of  # noqa: PLC0415 - numpy is slow to load

    if planned.lattice is None or planned.found is None:
        raise ValueError("there is nothing to choose")
    data, found = planned.made(node), planned.found
    offers = []
    for place, hierarchy in enumerate(data.hierarchies):
        levels = [
            (level, step.title if level else _("genau ({level})").format(level=step.title))
            for level, step in enumerate(hierarchy.steps)
            if found.is_safe((*node[:place], level, *node[place + 1 :]))
        ]
        offers.append(tuple(levels))
    kept = list(kept_hierarchies(data))
    rows = tuple(
        (
            *(hierarchy.steps[node[place]].labels[data.known[line, place]] for place, hierarchy in kept),
            data.told[0].of.label(data.told[0].of.codes[data.said[line, 0]]),
        )
        for line in range(min(_PREVIEWED, len(data)))
    )
    head = (*(hierarchy.title for _at, hierarchy in kept), data.told[0].title)
    sentences = tuple(risk_sentences(risk_of(data))[:2])
    return CoarseningTold(node, tuple(offers), planned.lattice.loss(node), sentences, head, rows)


def hand_on_microdata(
    store: OfficeStore,
    asked: Asked,
    planned: "Plan",
    node: "Node | None",
    parent: Path,
    formats: Collection[Format],
    progress: Progress,
    token: CancelToken,
) -> HandedOut:
    """Writes and registers them; see :func:`hand_out_microdata`."""
    from zwk_barrier.statistics.microdata.release import hand_out_microdata  # noqa: PLC0415 - numpy is slow to load

    with store.reading() as session:
        require_counting(session, store.staff_id)
    return hand_out_microdata(
        store,
        planned,
        node,
        parent,
        formats,
        audience=asked.audience,
        now=datetime.now(UTC),
        watch=Watch(progress, token.check),
    )
