"""How dimensions are made: from a code list, from yes and no, from classes of numbers, from the areas of a region."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from zwk_barrier.reference.areas import ELSEWHERE, Area, AreaLevel, AreaTree, load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.programmes import load_programmes
from zwk_barrier.rules.ages import age_group
from zwk_barrier.rules.quarters import Period, Quarter, period_title
from zwk_barrier.statistics.dimensions.dimension import (
    NO,
    NOT_KNOWN,
    UNKNOWN,
    YES,
    Bounds,
    Dimension,
    Entry,
    Level,
)
from zwk_barrier.wording import N_, _

NOT_STATED: Final = N_("nicht angegeben")
_NO_PAYER: Final = "no_payer"
_WORDS: Final = {YES: N_("ja"), NO: N_("nein"), NOT_KNOWN: NOT_STATED}


def said(code: str, text: str) -> Entry:
    """A code with a German text that is translated when it is shown."""
    return Entry(code, partial(_, text))


Groups = Sequence[tuple[str, str, Sequence[str]]]
"""Groups of a level: code, German text, the finest codes in it."""


def level(name: str, title: str, finest: Sequence[str], groups: Groups) -> Level:
    """A coarser cut; what no group names stays as it is."""
    parent_of = {code: group for group, _text, codes in groups for code in codes}
    return Level(
        name,
        partial(_, title),
        tuple(said(group, text) for group, text, _codes in groups),
        {code: parent_of.get(code, code) for code in finest},
    )


def listed(
    name: str,
    title: str,
    code_list: str,
    *levels: tuple[str, str, Groups],
    is_sensitive: bool = False,
    unknown: str = UNKNOWN,
) -> Dimension:
    """The codes of a code list; one for "not recorded" is added where the list has none."""
    codes = load_code_list(code_list)
    entries = tuple(Entry(code.code, code.label) for code in codes)
    if unknown not in codes:
        entries = (*entries, said(unknown, NOT_STATED))
    finest = tuple(entry.code for entry in entries)
    cuts = tuple(level(key, text, finest, groups) for key, text, groups in levels)
    return Dimension(name, title, entries, unknown, cuts, is_sensitive=is_sensitive)


def yes_no(name: str, title: str, *, has_unknown: bool = False, is_sensitive: bool = False) -> Dimension:
    """Yes and no, and perhaps "not recorded"; the database holds 1, 0 or nothing."""
    codes = (YES, NO, NOT_KNOWN) if has_unknown else (YES, NO)
    unknown = NOT_KNOWN if has_unknown else NO

    def read(value: object) -> str:
        return unknown if value is None else YES if value else NO

    entries = tuple(said(code, _WORDS[code]) for code in codes)
    return Dimension(name, title, entries, unknown, read=read, is_sensitive=is_sensitive)


def worded(name: str, title: str, codes: Mapping[str, str], unknown: str, **more: bool) -> Dimension:
    """Codes of our own with German texts."""
    return Dimension(name, title, tuple(said(*pair) for pair in codes.items()), unknown, **more)  # type: ignore[arg-type]


def classes(
    name: str, title: str, starts: Sequence[int], text: Callable[[Bounds], str], *, empty: str = ""
) -> Dimension:
    """Classes of whole numbers, each from its start to the one before the next; ``empty`` names "no number"."""
    ends = [start - 1 for start in starts[1:]]
    bounds: dict[str, Bounds] = {
        (f"{low}" if low == high else f"{low}_{high}"): (low, high)
        for low, high in zip(starts, ends, strict=False)
    }
    bounds[f"{starts[-1]}_plus"] = (starts[-1], None)

    def read(value: object) -> str:
        if not isinstance(value, int):
            return NOT_KNOWN
        number = max(value, starts[0])
        return next(code for code, (low, high) in bounds.items() if high is None or number <= high)

    entries = (
        *(Entry(code, partial(text, ends_)) for code, ends_ in bounds.items()),
        said(NOT_KNOWN, empty or NOT_STATED),
    )
    return Dimension(name, title, entries, NOT_KNOWN, bounds=bounds, read=read)


def span_text(bounds: Bounds, one: str, several: str, more: str) -> str:
    """A class in words: one number, from – to, or from upwards."""
    low, high = bounds
    if high is None:
        return _(more).format(low=low)
    return _(one).format(low=low) if low == high else _(several).format(low=low, high=high)


def counted(bounds: Bounds) -> str:
    """A class of plain numbers."""
    low, high = bounds
    return (
        _("{low} und mehr").format(low=low) if high is None else f"{low}" if low == high else f"{low}–{high}"
    )


def days(bounds: Bounds) -> str:
    """A class of days."""
    return span_text(bounds, N_("{low} Tage"), N_("{low}–{high} Tage"), N_("{low} Tage und mehr"))


def minutes(bounds: Bounds) -> str:
    """A class of minutes."""
    return span_text(bounds, N_("{low} Minuten"), N_("{low}–{high} Minuten"), N_("{low} Minuten und mehr"))


def euros(bounds: Bounds) -> str:
    """A class of amounts, whose bounds are euro cents."""
    low, high = bounds[0] // 100, None if bounds[1] is None else (bounds[1] + 1) // 100
    if high is None:
        return _("{low}\N{NO-BREAK SPACE}€ und mehr").format(low=f"{low:,}".replace(",", "."))
    return _("{low} bis unter {high}\N{NO-BREAK SPACE}€").format(
        low=f"{low:,}".replace(",", "."), high=f"{high:,}".replace(",", ".")
    )


def quarters() -> Dimension:
    """The quarters themselves."""

    def read(value: object) -> str:
        return str(value)

    return _Quarters("quarter", N_("Quartal"), (), read=read, is_open=True)


class _Quarters(Dimension):
    """Any quarter is a code."""

    def label(self, code: str) -> str:
        quarter = Quarter.from_code(code)
        return period_title(Period(quarter, quarter))


def ages() -> Dimension:
    """The groups of ``age_group.csv``, which the database gives as an age in years."""
    groups = listed("age", N_("Altersgruppe"), "age_group")
    bounds = {
        code.code: (
            int(code.extras["age_from"]),
            int(code.extras["age_to"]) if code.extras["age_to"] else None,
        )
        for code in load_code_list("age_group")
        if code.extras["age_from"]
    }

    def read(value: object) -> str:
        return age_group(value if isinstance(value, int) and value >= 0 else None)

    cuts = _age_levels(groups.codes)
    return Dimension("age", groups.title_text, groups.entries, UNKNOWN, cuts, bounds, read)


def _age_levels(finest: Sequence[str]) -> tuple[Level, ...]:
    below_60, below_65, below_80 = finest[:3], finest[:4], finest[4:7]
    from_80 = finest[7:10]
    under_65 = ("u65", N_("unter 65 Jahre"), below_65)
    over_80 = ("80_plus", N_("80 Jahre und älter"), from_80)
    broad = (
        ("u60", N_("unter 60 Jahre"), below_60),
        ("60_79", N_("60–79 Jahre"), (finest[3], *below_80)),
        over_80,
    )
    senior = (under_65, ("65_79", N_("65–79 Jahre"), below_80), over_80)
    retired = (under_65, ("65_plus", N_("65 Jahre und älter"), (*below_80, *from_80)))
    return (
        level("broad", N_("Altersgruppe, grob"), finest, broad),
        level("senior", N_("unter 65, 65–79, 80 und älter"), finest, senior),
        level("65plus", N_("unter und über 65"), finest, retired),
    )


def areas(region: str) -> Dimension:
    """The areas of a region, finest first, with its districts and what lies above them as levels.

    Where only the district is known, the code is the district's with ``_ohne``.
    """
    tree = load_areas(region)
    code_of = {area.key: f"{area.key}_ohne" if tree.children(area.key) else area.key for area in tree}
    entries = [
        Entry(code_of[area.key], partial(_without_part, area.name) if tree.children(area.key) else area.name)
        for area in tree
    ]
    if UNKNOWN not in code_of:
        entries.append(said(UNKNOWN, NOT_STATED))

    def read(value: object) -> str:
        return code_of.get(str(value), UNKNOWN)

    cuts = tuple(
        _area_level(tree, each, code_of)
        for each in reversed(tree.levels)
        if each.key == tree.district_level or (each.key != ELSEWHERE and _areas_with_parts(tree, each.key))
    )
    return Dimension("area", N_("Ortsteil"), tuple(entries), UNKNOWN, cuts, read=read)


def _area_level(tree: AreaTree, each: AreaLevel, code_of: Mapping[str, str]) -> Level:
    """A level above the finest; what lies above it or in none of its areas stays as it is."""
    parents = {
        code: next((one.key for one in tree.path(key) if one.level == each.key), code)
        for key, code in code_of.items()
    }
    parents.setdefault(UNKNOWN, UNKNOWN)
    name = "district" if each.key == tree.district_level else each.key
    groups = tuple(Entry(area.key, area.name) for area in _areas_with_parts(tree, each.key))
    return Level(name, each.name, groups, parents)


def _areas_with_parts(tree: AreaTree, level_key: str) -> list[Area]:
    return [area for area in tree if area.level == level_key and tree.children(area.key)]


def _without_part(name: Callable[[], str]) -> str:
    return _("{area}, Ortsteil nicht angegeben").format(area=name())


def programmes() -> Dimension:
    """The funding programmes, with who pays as the coarser cut."""
    known = tuple(load_programmes())
    payers = load_code_list("payer")
    entries = (*(Entry(one.code, one.title) for one in known), said(UNKNOWN, NOT_STATED))
    # Not "unknown": a code must not mean one thing on one level and more on the next.
    parents = {one.code: one.payers[0] if one.payers else _NO_PAYER for one in known} | {UNKNOWN: UNKNOWN}
    named = (code for code in dict.fromkeys(parents.values()) if code not in {UNKNOWN, _NO_PAYER})
    groups = tuple(Entry(code, partial(payers.label, code)) for code in named)
    other = said(_NO_PAYER, N_("ohne Kostenträger"))
    payer = Level("payer", partial(_, N_("Kostenträger")), (*groups, other), parents)
    return Dimension("programme", N_("Förderprogramm"), entries, UNKNOWN, (payer,))
