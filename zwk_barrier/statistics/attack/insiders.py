"""What somebody finds out who is alone in a cell and knows it: the only one over 80 of a district reads the report."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from zwk_barrier.statistics.attack.bounds import Component, components, examine
from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.published import Where
from zwk_barrier.statistics.attack.scene import Scene
from zwk_barrier.statistics.attack.space import Key
from zwk_barrier.statistics.attack.verdicts import could_be_known, judged
from zwk_barrier.wording import _

Insider = Collection[
    tuple[str, str, Where]
]  # period, unit and place of every cell that holds this one person only


def told_by_insiders(
    scene: Scene, insiders: Sequence[Insider], waiting: Callable[[int], None]
) -> Iterator[Finding]:
    """A finding for each hidden cell of others that becomes known to somebody who is alone in the cells given."""
    found = components(scene.system) if insiders else []
    home = {member: number for number, (members, _rows) in enumerate(found) for member in members}
    for insider in insiders:
        alone = _cells(scene, insider)
        for number in {home[index] for index in alone if index in home}:
            component = Component(scene.system, *found[number])
            for index in alone.keys() & set(found[number][0]):
                component.fix(index, 1.0)
            others = [
                index
                for index in found[number][0]
                if index in scene.hidden and not _holds(scene, index, alone)
            ]
            yield from _known(scene, component, others, waiting)


def _cells(scene: Scene, insider: Insider) -> Mapping[int, Key]:
    newest = len(scene.releases) - 1
    keys = [scene.space.key(newest, period, unit, where) for period, unit, where in insider]
    return {scene.variable(newest, key): key for key in keys}


def _holds(scene: Scene, index: int, alone: Mapping[int, Key]) -> bool:
    # a cell that holds the insider tells him of himself
    whole = dict(scene.key_of(index).codes)
    return any(
        all(
            dict(key.codes).get(name, 0) & ~bits == 0 and name in dict(key.codes)
            for name, bits in whole.items()
        )
        for key in alone.values()
    )


def _known(
    scene: Scene, component: Component, others: Sequence[int], waiting: Callable[[int], None]
) -> Iterator[Finding]:
    def is_open(index: int, low: float, high: float) -> bool:
        return could_be_known(scene, index, low, high)

    for index, bounds in examine(component, others, is_open, waiting):
        if judged(scene, index, bounds) is not None:
            known = _("Wer allein in einer Zelle steht und das weiß, kann diese verdeckte Zahl eingrenzen.")
            where, place = scene.speaker.cell(scene.key_of(index)), scene.place_of(index)
            yield Finding(Kind.INSIDER, where, known, place, bounds.low, bounds.high)
