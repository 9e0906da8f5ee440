"""Hidden sums of money: what the printed ones, and means times counts, leave them to be."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from zwk_barrier.statistics.attack.bounds import Bounds, Component, components, examine
from zwk_barrier.statistics.attack.evidence import Evidence
from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.relations import relations_among
from zwk_barrier.statistics.attack.scene import Scene
from zwk_barrier.statistics.attack.space import Key
from zwk_barrier.statistics.attack.system import System
from zwk_barrier.wording import _

Amount = tuple[Key, str]  # cell and measure
LEAST_AMOUNT: Final = 0.005  # euros


def hidden_money(scene: Scene, waiting: Callable[[int], None]) -> Iterator[Finding]:
    """A finding for each hidden sum that can be told to within p percent, and for sums that do not add up."""
    told: dict[Amount, list[Evidence]] = defaultdict(list)
    means: dict[Amount, list[Evidence]] = defaultdict(list)
    for each in scene.evidence:
        kept = {"money": told, "mean": means}.get(each.figure.column.aggregate)
        if kept is not None:
            kept[each.key, each.figure.column.measure].append(each)
    system = _system_of(scene, told, means)
    system.tighten()
    for row in system.violated.values():
        known = _("Die Beträge ergeben zusammen nicht die gedruckte Summe.")
        yield Finding(Kind.NOT_ADDITIVE, scene.speaker.cell(_cell(system, row.members[0])), known)
    hidden = {
        system.variable(amount): said[0]
        for amount, said in told.items()
        if all(each.figure.value is None for each in said)
    }
    for index, bounds in _too_close(system, hidden, scene.p_percent, waiting):
        said = hidden[index]
        known = _("Der verdeckte Betrag „{name}“ lässt sich fast genau errechnen.")
        sentence = known.format(name=said.figure.column.name)
        where = scene.speaker.cell(said.key)
        yield Finding(Kind.FIGURE, where, sentence, said.figure.place, bounds.low, bounds.high)


def _system_of(
    scene: Scene, told: Mapping[Amount, list[Evidence]], means: Mapping[Amount, list[Evidence]]
) -> System:
    system = System(whole=False)
    for amount, said in told.items():
        index = system.variable(amount)
        for each in said:
            if each.figure.value is not None:
                system.narrow(index, *each.ends())
    for amount, said in means.items():
        for each in said:
            count = scene.variable(each.release, each.key)
            if each.figure.value is not None and scene.system.is_known(count):
                records = scene.system.low[count]
                low, high = each.ends()
                if system.find(amount) is not None:
                    system.narrow(system.variable(amount), low * records, high * records)
    for measure in {measure for _key, measure in told}:
        for relation in relations_among([key for key, of in told if of == measure], scene.space):
            parts = [system.variable((part, measure)) for part in relation.parts]
            system.add_sum(system.variable((relation.whole, measure)), parts)
    return system


def _cell(system: System, index: int) -> Key:
    name = system.names[index]
    assert isinstance(name, tuple)  # noqa: S101 - amounts are named by cell and measure
    key = name[0]
    assert isinstance(key, Key)  # noqa: S101 - as above
    return key


def _too_close(
    system: System, hidden: Mapping[int, Evidence], p_percent: float, waiting: Callable[[int], None]
) -> Iterator[tuple[int, Bounds]]:
    def is_open(_index: int, low: float, high: float) -> bool:
        return high - low < max(LEAST_AMOUNT, p_percent / 100 * high)

    for index in hidden:
        if system.is_known(index) and system.high[index] > LEAST_AMOUNT:
            yield index, Bounds(system.low[index], system.high[index])
    for members, rows in components(system):
        targets = [member for member in members if member in hidden]
        if targets and rows:
            yield from examine(Component(system, members, rows), targets, is_open, waiting)
