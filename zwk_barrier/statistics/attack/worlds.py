"""Releases of one period: which agree, and what a change between them gives away."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.published import PublishedCell, Release
from zwk_barrier.statistics.attack.relations import Relation, relations_among
from zwk_barrier.statistics.attack.sentences import Speaker
from zwk_barrier.statistics.attack.space import Key, Space
from zwk_barrier.wording import _

ROUNDING = "rounding"


@dataclass(slots=True)
class World:
    """Releases that agree in every figure both print: they may come from the same records."""

    number: int
    releases: list[int] = field(default_factory=list)
    cells: dict[Key, list[PublishedCell]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[Key, int] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def take(self, release: int, cells: Mapping[Key, list[PublishedCell]]) -> None:
        """Adds a release that agrees with this world."""
        self.releases.append(release)
        for key, said in cells.items():
            self.cells[key].extend(said)
        self.shown.update(printed(cells))


def printed(cells: Mapping[Key, Sequence[PublishedCell]]) -> dict[Key, int]:
    """The value of each key that has one."""
    values = {}
    for key, said in cells.items():
        known = [cell.value for cell in said if cell.value is not None]
        if known:
            values[key] = known[0]
    return values


def cells_by_key(release: int, said: Release, space: Space) -> dict[Key, list[PublishedCell]]:
    """The counts of persons of a release by what they cover."""
    found: dict[Key, list[PublishedCell]] = defaultdict(list)
    for cell in said.cells:
        about = said.description.units.get(cell.unit)
        if about is None or not about.people:
            continue
        key = space.key(release, cell.period, cell.unit, cell.where)
        if all(bits for _dimension, bits in key.codes):
            found[key].append(cell)
    return found


def worlds_of(releases: Sequence[Release], space: Space) -> tuple[list[World], list[Finding]]:
    """The releases, oldest first, sorted into worlds; and a finding for each change a reader can see."""
    worlds: list[World] = []
    findings: list[Finding] = []
    for number, release in enumerate(releases):
        cells = cells_by_key(number, release, space)
        values = printed(cells)
        for world in worlds:
            if not _changes(world.shown, values):
                world.take(number, cells)
                break
        else:
            world = World(len(worlds))
            world.take(number, cells)
            if worlds:
                findings += _told_by_change(worlds[-1], values, release, releases, space)
            worlds.append(world)
    return worlds, findings


def _changes(before: Mapping[Key, int], after: Mapping[Key, int]) -> dict[Key, int]:
    common = before.keys() & after.keys()
    return {key: after[key] - before[key] for key in common if after[key] != before[key]}


def _told_by_change(
    before: World, values: dict[Key, int], release: Release, releases: Sequence[Release], space: Space
) -> Iterator[Finding]:
    changes = _changes(before.shown, values)
    relations = relations_among(changes, space)
    coarser = {relation.whole for relation in relations if any(part in changes for part in relation.parts)}
    speaker = Speaker(space)
    older = [releases[number] for number in before.releases]
    for key, change in changes.items():
        if key in coarser:
            continue
        declared = all(_is_revised(space, key, release, other) for other in older)
        rounded = release.description.method.name == ROUNDING
        limit = release.description.method.limit
        unsure = rounded and min(values[key], before.shown[key]) <= limit
        if declared and (abs(change) >= limit or unsure):
            continue
        known = _(
            "Ein früherer Export desselben Zeitraums nennt eine andere Zahl: Die Differenz verrät den Nachtrag."
        )
        yield Finding(Kind.CHANGED, speaker.cell(key), known, release.name, abs(change), abs(change))


def _is_revised(space: Space, key: Key, release: Release, older: Release) -> bool:
    quarters = space.quarters(key)
    now, then = release.description.revisions, older.description.revisions
    return bool(quarters) and all(now.get(quarter, 0) > then.get(quarter, 0) for quarter in quarters)


def unchanged(before: World, after: World) -> set[Key] | None:
    """The cells that cannot have changed between two worlds; nothing if more than additions happened.

    Where a total stayed the same and records are only ever added, everything beneath it stayed the same, too.
    """
    common = before.shown.keys() & after.shown.keys()
    if any(after.shown[key] < before.shown[key] for key in common):
        return None
    same = {key for key in common if after.shown[key] == before.shown[key]}
    parts: dict[Key, list[Key]] = defaultdict(list)
    for relation in after.relations:
        parts[relation.whole] += relation.parts
    queue = list(same)
    while queue:
        for part in parts[queue.pop()]:
            if part not in same:
                same.add(part)
                queue.append(part)
    return same


def mixed_methods(releases: Sequence[Release]) -> Iterator[Finding]:
    """A finding for each earlier release that prints the same quarters by another method."""
    *earlier, new = releases
    quarters = {quarter for run in new.description.periods.values() for quarter in run}
    for release in earlier:
        common = quarters & {quarter for run in release.description.periods.values() for quarter in run}
        units = {cell.unit for cell in new.cells} & {cell.unit for cell in release.cells}
        people = [unit for unit in units if new.description.units[unit].people]
        if common and people and release.description.method.name != new.description.method.name:
            known = _("„{name}“ nennt dieselben Quartale nach einem anderen Verfahren.")
            yield Finding(Kind.MIXED, "", known.format(name=release.name), new.name)
