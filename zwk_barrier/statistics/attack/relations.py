"""All sums that hold among the cells of all tables and releases, and the unprinted cells that follow from them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from zwk_barrier.statistics.attack.space import Key, Space

ROUNDS_OF_DEDUCTION: Final = 2  # an unprinted remainder in one dimension, crossed with one in another

Sum = tuple[int, tuple[int, ...]]  # bits of the whole, bits of its parts


@dataclass(frozen=True, slots=True)
class Relation:
    """``whole`` is the sum of ``parts``."""

    whole: Key
    parts: tuple[Key, ...]


def relations_among(published: Collection[Key], space: Space) -> list[Relation]:
    """Every sum among ``published``; a part nobody printed is a key of its own that stands for the remainder."""
    known = set(published)
    found: dict[Relation, None] = {}
    for deduction in range(ROUNDS_OF_DEDUCTION + 1):
        fresh: set[Key] = set()
        for relation in _sums(known, space):
            unknown = [part for part in relation.parts if part not in known]
            if deduction == ROUNDS_OF_DEDUCTION and unknown:
                continue
            found[relation] = None
            fresh.update(unknown)
        known |= fresh
        if not fresh:
            break
    return list(found)


def _sums(known: Collection[Key], space: Space) -> Iterator[Relation]:
    contexts: dict[tuple[Key, str], set[int]] = defaultdict(set)
    for key in known:
        for dimension, bits in key.codes:
            contexts[key.without(dimension), dimension].add(bits)
    partitions: dict[frozenset[int], tuple[Sum, ...]] = {}
    for (rest, dimension), listed in contexts.items():
        total = space.everything(dimension)
        masks = frozenset(listed | {total} if rest in known and total else listed)
        if len(masks) < 2:  # noqa: PLR2004 - one code alone adds up to nothing
            continue
        if masks not in partitions:
            partitions[masks] = tuple(sums_of(masks))
        for whole, parts in partitions[masks]:
            at_whole = rest if whole == total else rest.at(dimension, whole)
            yield Relation(at_whole, tuple(rest.at(dimension, part) for part in parts))


def sums_of(masks: Iterable[int]) -> Iterator[Sum]:
    """Each mask as the sum of the largest ones inside it and a remainder; overlapping ones are cut into atoms."""
    ordered = sorted(masks, key=lambda mask: (mask.bit_count(), mask))
    if any(_overlap(one, other) for index, one in enumerate(ordered) for other in ordered[:index]):
        yield from _by_atoms(ordered)
        return
    for index, whole in enumerate(ordered):
        parts: list[int] = []
        left = whole
        for inner in reversed(ordered[:index]):
            if inner & left == inner:
                parts.append(inner)
                left &= ~inner
        if parts:
            yield whole, (*parts, left) if left else tuple(parts)


def _overlap(one: int, other: int) -> bool:
    common = one & other
    return common not in {0, one, other}


def _by_atoms(masks: list[int]) -> Iterator[Sum]:
    atoms = [0]
    for mask in masks:
        covered = 0
        cut: list[int] = []
        for atom in atoms:
            cut += [piece for piece in (atom & mask, atom & ~mask) if piece]
            covered |= atom & mask
        fresh = mask & ~covered
        atoms = [*cut, fresh] if fresh else cut
    for mask in masks:
        parts = tuple(atom for atom in atoms if atom & mask)
        if parts != (mask,):
            yield mask, parts
