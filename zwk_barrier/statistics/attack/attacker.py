"""Tries to take a release apart: all its files hold, alone and with every earlier release of the same quarters."""

from collections.abc import Callable, Collection, Iterator, Sequence

from zwk_barrier.statistics.attack.bounds import Bounds, Component, Stopped, components, examine
from zwk_barrier.statistics.attack.figures import counts_from_money, tie_shares, too_few
from zwk_barrier.statistics.attack.findings import AttackReport, Finding, Kind
from zwk_barrier.statistics.attack.insiders import Insider, told_by_insiders
from zwk_barrier.statistics.attack.money import hidden_money
from zwk_barrier.statistics.attack.published import Release
from zwk_barrier.statistics.attack.relations import Relation
from zwk_barrier.statistics.attack.scene import Scene
from zwk_barrier.statistics.attack.system import Row
from zwk_barrier.statistics.attack.verdicts import could_be_known, told
from zwk_barrier.statistics.attack.worlds import ROUNDING, mixed_methods
from zwk_barrier.wording import _

Progress = Callable[[int, int], None]


def attack(
    release: Release,
    earlier: Sequence[Release] = (),
    *,
    insiders: Sequence[Insider] = (),
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> AttackReport:
    """Everything that ``release`` gives away, alone and together with ``earlier`` ones (oldest first).

    ``insiders`` are people who know that they are alone in cells of it: what each could find out of others is tried,
    too.  ``progress`` is told how many hidden cells are settled and how many there are; cancelled, the report is not
    safe.
    """
    scene = Scene((*earlier, release))
    findings = [*release.findings, *mixed_methods(scene.releases), *scene.findings]
    total = len(scene.hidden)

    def waiting(left: int) -> None:
        if cancelled is not None and cancelled():
            raise Stopped
        if progress is not None:
            progress(max(0, total - left), total)

    try:
        findings += _count_findings(scene, waiting)
        findings += hidden_money(scene, waiting)
        findings += told_by_insiders(scene, insiders, waiting)
    except Stopped:
        known = _("Die Prüfung wurde abgebrochen.")
        findings.append(Finding(Kind.UNFINISHED, "", known, release.name))
    return AttackReport(tuple(dict.fromkeys(findings)), len(release.cells) + len(release.figures))


def _count_findings(scene: Scene, waiting: Callable[[int], None]) -> Iterator[Finding]:
    tie_shares(scene)
    yield from counts_from_money(scene)
    yield from _printed_small(scene)
    scene.system.tighten()
    yield from too_few(scene)
    scene.system.tighten()
    for row in scene.system.violated.values():
        yield _contradiction(scene, row)
    yield from _known_by_sums(scene)
    for members, rows in components(scene.system):
        if rows:
            yield from _known_by_programs(scene, members, rows, waiting)


def _printed_small(scene: Scene) -> Iterator[Finding]:
    for index, cell in scene.printed.items():
        name, limit = scene.method_of(index)
        if cell.value is None or not 0 < cell.value < limit:
            continue
        if name == ROUNDING:
            known = _("Gerundet kann diese Zahl nicht sein: Sie steht genau da.")
            yield Finding(Kind.UNREACHABLE, scene.speaker.cell(scene.key_of(index)), known, cell.place)
        else:
            known = _("Eine Zahl unter {limit} ist gedruckt.").format(limit=limit)
            yield Finding(Kind.SMALL, scene.speaker.cell(scene.key_of(index)), known, cell.place)


def _contradiction(scene: Scene, row: Row) -> Finding:
    index = row.members[0]
    where, place = scene.speaker.cell(scene.key_of(index)), scene.place_of(index)
    if isinstance(row.told, Relation):
        known = _(
            "Die Teile ergeben nicht die gedruckte Summe: genaue neben gerundeten Zahlen oder zwei Grundtabellen."
        )
        return Finding(Kind.NOT_ADDITIVE, where, known, place)
    known = _("Der Wert passt nicht zu den gedruckten Zahlen: Er verrät die genauen.")
    return Finding(Kind.FIGURE, where, known, place)


def _known_by_sums(scene: Scene) -> Iterator[Finding]:
    for index in range(len(scene.system.names)):
        if index in scene.printed or not scene.system.is_known(index):
            continue
        bounds = Bounds(scene.system.low[index], scene.system.high[index])
        yield from told(scene, index, bounds)


def _known_by_programs(
    scene: Scene, members: Sequence[int], rows: Sequence[Row], waiting: Callable[[int], None]
) -> Iterator[Finding]:
    targets = _targets(scene, members)
    if not targets and len(rows) == 1:
        return  # one sum with an unprinted part: the bounds already say all there is
    component = Component(scene.system, members, rows)

    def is_open(index: int, low: float, high: float) -> bool:
        return could_be_known(scene, index, low, high)

    component.push(component.nothing)
    for index, bounds in examine(component, targets, is_open, waiting):
        yield from told(scene, index, bounds)
    if not component.is_possible:
        where = scene.speaker.cell(scene.key_of(members[0]))
        known = _("Die gedruckten Zahlen können nicht aus einer gemeinsamen Grundtabelle stammen.")
        yield Finding(Kind.NOT_ADDITIVE, where, known, scene.place_of(members[0]))


def _targets(scene: Scene, members: Sequence[int]) -> Collection[int]:
    return [index for index in members if index in scene.hidden or scene.method_of(index)[0] != ROUNDING]
