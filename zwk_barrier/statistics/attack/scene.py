"""All counts of all releases in one system: what is printed, hidden or only deduced, and how it is tied."""

from collections.abc import Iterator, Sequence
from typing import Final

from zwk_barrier.statistics.attack.evidence import evidence_of
from zwk_barrier.statistics.attack.findings import Finding, Kind
from zwk_barrier.statistics.attack.published import DOT, SMALL_MARK, Method, PublishedCell, Release
from zwk_barrier.statistics.attack.relations import relations_among
from zwk_barrier.statistics.attack.sentences import Speaker
from zwk_barrier.statistics.attack.space import Key, Space
from zwk_barrier.statistics.attack.system import Row, System
from zwk_barrier.statistics.attack.worlds import ROUNDING, World, unchanged, worlds_of
from zwk_barrier.wording import _

Name = tuple[int, Key]  # world and cell
LEAST_BEHIND_A_DOT: Final = {"dots": 1.0}  # zeros are shown, so that a dot says there is somebody


class Scene:
    """The releases, oldest first, as the attacker sees them together."""

    def __init__(self, releases: Sequence[Release]) -> None:
        self.releases: Final = releases
        self.space: Final = Space([release.description for release in releases])
        self.speaker: Final = Speaker(self.space)
        self.worlds, self.findings = worlds_of(releases, self.space)
        self.evidence: Final = [
            each
            for number, release in enumerate(releases)
            for each in evidence_of(number, release, self.space)
        ]
        self.system: Final = System()
        self.hidden: Final[dict[int, PublishedCell]] = {}
        self.printed: Final[dict[int, PublishedCell]] = {}
        self._world_of = {number: world.number for world in self.worlds for number in world.releases}
        self._same: dict[Name, Name] = {}
        for world in self.worlds:
            self._relate(world)
        for world in self.worlds:
            self._tell(world)

    def variable(self, release: int, key: Key) -> int:
        """The variable of a cell as ``release`` speaks of it."""
        return self._variable(self._world_of[release], key)

    def key_of(self, index: int) -> Key:
        """The cell of a variable."""
        name = self.system.names[index]
        assert isinstance(name, tuple)  # noqa: S101 - every variable of counts is named by world and key
        key = name[1]
        assert isinstance(key, Key)  # noqa: S101 - as above
        return key

    def method_of(self, index: int) -> tuple[str, int]:
        """How the release that a variable belongs to is protected: name and limit."""
        name = self.system.names[index]
        assert isinstance(name, tuple)  # noqa: S101 - as above
        method = self.releases[self.worlds[name[0]].releases[-1]].description.method
        return method.name, method.limit

    @property
    def p_percent(self) -> float:
        """How close to a hidden sum of money nobody may come, in percent."""
        return self.releases[-1].description.method.p_percent

    def place_of(self, index: int) -> str:
        """Where the cell stands, or the newest release when it was only deduced."""
        cell = self.hidden.get(index) or self.printed.get(index)
        return cell.place if cell else self.releases[-1].name

    def _variable(self, world: int, key: Key) -> int:
        name = (world, key)
        return self.system.variable(self._same.get(name, name))

    def _relate(self, world: World) -> None:
        spoken = set(world.cells)
        for each in self.evidence:
            if each.release in world.releases:
                spoken.add(each.key)
                spoken |= {each.whole} if each.whole else set()
        world.relations = relations_among(spoken, self.space)
        for before in self.worlds[: world.number]:
            same = unchanged(before, world)
            for key in same or ():
                self._same[world.number, key] = self._same.get((before.number, key), (before.number, key))
            if same is not None:
                self._only_added(before, world)
        for relation in world.relations:
            whole = self._variable(world.number, relation.whole)
            parts = [self._variable(world.number, part) for part in relation.parts]
            self.system.add_sum(whole, parts, relation)

    def _only_added(self, before: World, after: World) -> None:
        for key in after.cells.keys() & before.cells.keys():
            pair = self._variable(after.number, key), self._variable(before.number, key)
            if pair[0] != pair[1]:
                self.system.add(Row(pair, (1.0, -1.0), 0.0, float("inf"), key))

    def _tell(self, world: World) -> None:
        method = self.releases[world.releases[-1]].description.method
        for key, cells in world.cells.items():
            index = self._variable(world.number, key)
            self.findings += self._disagreements(index, key, cells)
            for cell in cells:
                self._take(index, cell, method)
            if index not in self.printed:
                self.hidden[index] = cells[0]

    def _take(self, index: int, cell: PublishedCell, method: Method) -> None:
        if cell.mark == SMALL_MARK and method.name != ROUNDING:
            known = _("Das Zeichen verrät, welche Punkte für kleine Zahlen stehen.")
            self.findings.append(
                Finding(Kind.SMALL, self.speaker.cell(self.key_of(index)), known, cell.place)
            )
        if index in self.printed:
            return
        if cell.value is not None:
            self.printed[index] = cell
            self.system.fix(index, cell.value)
        else:
            most = method.limit - 1.0 if cell.mark == SMALL_MARK else float("inf")
            self.system.narrow(index, LEAST_BEHIND_A_DOT.get(method.name, 0.0), most)

    def _disagreements(self, index: int, key: Key, cells: Sequence[PublishedCell]) -> Iterator[Finding]:
        values = {cell.value for cell in cells if cell.value is not None}
        if index in self.printed:
            values |= {value for value in (self.printed[index].value,) if value is not None}
        where, places = self.speaker.cell(key), " / ".join(sorted({cell.place for cell in cells}))
        if len(values) > 1:
            known = _("Dieselbe Zahl steht hier verschieden: nicht aus einer gemeinsamen Grundtabelle.")
            yield Finding(Kind.DISAGREEMENT, where, known, places)
        if values and any(cell.mark == DOT and cell.value is None for cell in cells):
            known = _("Hier ein Punkt, dort die Zahl.")
            yield Finding(Kind.OPEN, where, known, places)
