"""Microdata of a closed period: planned, made, looked at as an attacker would, registered, and only then there.

Of a period there is one file for ever.  Whoever asks later gets the very same: two files that were coarsened
differently could be laid over one another, and would form smaller groups than either of them has.
"""

import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from zwk_barrier.model import FrozenPeriod
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.examining import examine_rows, unsafe
from zwk_barrier.statistics.figures.report import build_report
from zwk_barrier.statistics.files.sheet import Cover
from zwk_barrier.statistics.files.writing import Format, write_release
from zwk_barrier.statistics.handing_out import (
    UNWATCHED,
    Audience,
    HandedOut,
    Watch,
    complete,
    free_name,
    set_aside,
)
from zwk_barrier.statistics.microdata.allowed import closed_base, earlier_file, least_of
from zwk_barrier.statistics.microdata.anonymise import Microdata, anonymise
from zwk_barrier.statistics.microdata.cases import read_cases
from zwk_barrier.statistics.microdata.columns import ALL
from zwk_barrier.statistics.microdata.contents import contents, table_text
from zwk_barrier.statistics.microdata.description import (
    METADATA,
    README,
    csv_name,
    described,
    protection_sentences,
    readme,
    risk_sentences,
    title_of,
)
from zwk_barrier.statistics.microdata.rare import together
from zwk_barrier.statistics.microdata.recount import weaknesses
from zwk_barrier.statistics.microdata.risk import risk_of
from zwk_barrier.statistics.microdata.search import Demands, Found, Lattice, Node, search
from zwk_barrier.statistics.periods.frozen import FrozenBase
from zwk_barrier.statistics.releases import (
    MICRODATA,
    HandingOut,
    ReleasedFile,
    previous_releases,
    told_by,
)
from zwk_barrier.store.files import write_whole
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

USUAL: Final = Demands(k=5)
FOR_EVERYBODY: Final = Demands(k=10)
"""What a file has to keep that anybody may see."""

_WHOLE: Final = "magistrat"
"""The template that has every table."""

_CSV: Final[tuple[Format, ...]] = ("csv",)
_FEWEST_CLASSES: Final = 4
_FEWEST: Final = 60
"""With fewer people, those that are missing are so few that the number of rows nearly says how many there were."""


@dataclass(frozen=True)
class Plan:
    """What can be handed out of a period: a choice of safe coarsenings, or ``told``, the file there is already."""

    period: Period
    demands: Demands
    frozen_at: datetime
    """When the period was closed: the files say it is when they were made, so that they are always the same."""
    lattice: Lattice | None = None
    found: Found | None = None
    seed: int = 0
    told: Mapping[str, str] | None = None
    since: datetime | None = None
    """When the file there is was first handed out."""

    def made(self, node: Node) -> Microdata:
        """The rows at a safe node.  Raises ValueError for an unsafe one, or where there is a file already."""
        if self.lattice is None:
            raise ValueError("the file of this period was made before")
        return anonymise(self.lattice, node, self.seed)


def plan_microdata(
    session: Session, period: Period, recipient: str, demands: Demands, watch: Watch = UNWATCHED
) -> Plan:
    """What can be handed out to a recipient; takes about a second for 20,000 cases, ``watch`` may stop it.

    Raises InputProblem: field ``period`` for a period that is open, was closed with dots, has too few cases or
    shares quarters with another file; ``recipient`` for a second file of a year.
    """
    base = closed_base(session, period)
    row = earlier_file(session, period, recipient, demands.k)
    if row is not None:
        wanted = replace(demands, k=least_of(row))
        return Plan(period, wanted, base.frozen_at, told=told_by(row), since=row.released_at)
    rows = read_cases(session, period)
    wanted = Demands(max(demands.k, base.threshold), demands.distinct)
    if len(rows) < max(_FEWEST, _FEWEST_CLASSES * wanted.k):
        raise InputProblem(
            "period",
            _("In {period} sind es zu wenige Personen für Einzeldaten.").format(period=period_title(period)),
            advice=_("Wählen Sie einen längeren Zeitraum, oder geben Sie Tabellen weiter."),
        )
    lattice = Lattice(together(rows, 2 * wanted.k), wanted)
    found = search(lattice, progress=watch.progress, check=watch.check)
    if not found.proposals:
        raise InputProblem(
            "period",
            _("Für {period} lassen sich die Fälle nicht sicher genug vergröbern.").format(
                period=period_title(period)
            ),
            advice=_("Wählen Sie einen längeren Zeitraum, oder geben Sie Tabellen weiter."),
        )
    return Plan(period, wanted, base.frozen_at, lattice, found, _seed_of(session, base))


def hand_out_microdata(
    store: OfficeStore,
    plan: Plan,
    node: Node | None,
    parent: Path,
    formats: Collection[Format],
    *,
    audience: Audience,
    now: datetime,
    watch: Watch = UNWATCHED,
) -> HandedOut:
    """Writes rows, description and data dictionary into a new folder below ``parent`` and registers them.

    ``node`` is the coarsening chosen, None for the file there is.  Unsafe, stopped or failed, neither a file nor an
    entry is left.  Raises UnsafeRelease, InputProblem as :func:`plan_microdata` does, StorageFull or OfficeProblem.
    """
    with store.reading() as session:
        _check_still(session, plan, audience.recipient)
        earlier = previous_releases(session, plan.period)
        whole = build_report(session, plan.period, _WHOLE, view="protected", today=now.astimezone().date())
    texts, report = _texts(plan, node)
    watch.check()
    rows = texts[csv_name(plan.period)]
    found = weaknesses(rows, texts[METADATA], least=plan.demands.k, distinct=plan.demands.distinct)
    if found:
        raise unsafe(found)
    with tempfile.TemporaryDirectory(prefix="zwk-") as place:
        write_release(whole, Path(place), _CSV)
        examine_rows(title_of(plan.period), (rows, texts[METADATA]), Path(place), earlier)
    with set_aside(parent) as draft:
        written = contents(texts, Cover(title_of(plan.period), moment=plan.frozen_at), plan.period, formats)
        _write(draft, written, watch)
        folder = free_name(parent, f"{_('Einzeldaten')}_{plan.period.code}")
        changed = complete(store, draft, folder, _handing(plan, written, texts, report, audience), now)
    return HandedOut(folder, tuple(sorted(folder.iterdir())), rows.count("\n") - 1, changed)


def _write(draft: Path, written: Mapping[str, bytes], watch: Watch) -> None:
    for place, (name, content) in enumerate(written.items()):
        watch.check()
        write_whole(draft / name, content)
        watch.progress((place + 1) / len(written))
    watch.check()


def _handing(
    plan: Plan,
    written: Mapping[str, bytes],
    texts: Mapping[str, str],
    report: Mapping[str, Any],
    audience: Audience,
) -> HandingOut:
    """What the register is told."""
    return HandingOut(
        MICRODATA,
        title_of(plan.period),
        plan.period,
        "rounding",
        plan.demands.k,
        [ReleasedFile.of(name, content) for name, content in written.items()],
        texts,
        purpose=audience.purpose,
        recipient=audience.recipient,
        report={**report, "basis": audience.basis},
    )


def _texts(plan: Plan, node: Node | None) -> tuple[dict[str, str], dict[str, Any]]:
    """The files by name, and what the register keeps of the protection."""
    if plan.told is not None:
        return dict(plan.told), {"again": True, "k": plan.demands.k}
    if node is None:
        raise ValueError("no coarsening was chosen")
    data = plan.made(node)
    risk = risk_of(data)
    texts = {
        csv_name(plan.period): table_text(data),
        METADATA: described(data, plan.period, plan.demands),
        README: readme(data, plan.period, plan.demands),
    }
    lattice = plan.lattice
    return texts, {
        "k": risk.k,
        "classes": risk.classes,
        "prosecutor": risk.prosecutor,
        "marketer": risk.marketer,
        "loss": 0.0 if lattice is None else round(lattice.loss(node), 3),
        "levels": {
            hierarchy.name: hierarchy.steps[level].codes != (ALL,) and hierarchy.steps[level].title
            for hierarchy, level in zip(data.hierarchies, node, strict=True)
        },
        "sentences": [*protection_sentences(data, plan.demands), *risk_sentences(risk)],
    }


def _check_still(session: Session, plan: Plan, recipient: str) -> None:
    """That nobody handed out microdata of these quarters since the plan was made."""
    closed_base(session, plan.period)
    if earlier_file(session, plan.period, recipient, plan.demands.k) is not None and plan.told is None:
        raise InputProblem(
            "period",
            _("Inzwischen wurden Einzeldaten von {period} weitergegeben.").format(
                period=period_title(plan.period)
            ),
            advice=_("Beginnen Sie noch einmal: Es wird dieselbe Datei geschrieben."),
        )


def _seed_of(session: Session, base: FrozenBase) -> int:
    """The secret number of the period, from which all chance follows."""
    row = session.get(FrozenPeriod, base.ids[0])
    return 0 if row is None else row.seed
