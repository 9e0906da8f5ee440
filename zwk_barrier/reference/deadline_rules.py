"""Statutory periods as dated rules: how long, by which law, from when to when, and what follows.

They stand in ``resources/deadlines/``: the rules by law, ``counting.toml`` with the paragraphs of counting, and
``courses.toml`` with the rules that can hold for one application.  What they mean for an application is
decided in ``rules.deadlines``.  A mistake in shipped data raises ValueError naming file and rule.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias, get_args

from zwk_barrier import wording
from zwk_barrier.reference.table import CONFIDENCES, Confidence, Validity
from zwk_barrier.resources import resource

Unit: TypeAlias = Literal["days", "weeks", "months", "years", "working_days"]
Shift: TypeAlias = Literal["forward", "back"]
Kind: TypeAlias = Literal[
    "decision",
    "competence",
    "report",
    "fiction",
    "announced_decision",
    "inaction",
    "objection",
    "objection_decision",
    "lawsuit",
    "review",
    "recommendation",
    "claim",
    "proof",
    "delivery",
]
"""What a period is for; ``delivery`` is only the day a posted notice counts as announced, no period."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
USUAL: Final = "usual"
_NOT_RULES: Final = ("counting", "courses")


def _chosen(german: str, english: str) -> str:
    return english if wording.language() == "en" else german


@dataclass(frozen=True, slots=True)
class Length:
    """How long a period is."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Counting:
    """The paragraphs by which a period is counted, and which way it moves off a day that is no working day."""

    start: str
    day_end: str
    end: str
    month_end: str
    move: str
    shift: Shift


@dataclass(frozen=True, slots=True)
class RuleEdition:
    """A rule as it holds for a time.

    ``lengths`` and ``laws`` have an entry for each case of it, always ``usual``.  ``is_unsettled`` says that what
    follows is undecided in law; with confidence ``L`` it is to be shown as "zu prüfen" as well.
    """

    law: str
    valid: Validity
    lengths: Mapping[str, Length] = field(hash=False)
    laws: Mapping[str, str] = field(hash=False)
    source: str
    checked_on: date
    confidence: Confidence
    is_unsettled: bool

    @property
    def is_uncertain(self) -> bool:
        """Whether it is to be shown as "zu prüfen"."""
        return self.is_unsettled or self.confidence == "L"

    @property
    def name(self) -> str:
        """Law and version, the same in every language: ``§ 40 Abs. 7 SGB XI, Fassung ab 01.01.2026``."""
        begin, end = self.valid
        if begin is not None:
            return f"{self.law}, Fassung ab {begin:%d.%m.%Y}"
        return self.law if end is None else f"{self.law}, Fassung bis {end:%d.%m.%Y}"


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One statutory period; codes of involvement in ``longer_for``, ``after_report_for`` and ``only_for``.

    ``reasons_end_it`` says that written reasons given in time end the period; ``must_be_told`` names the decision
    by which the longer period needs the applicant to have been told within the usual one;
    ``recommended_stays_usual`` that a recommended aid keeps the usual length whoever is involved.
    """

    code: str
    kind: Kind
    is_ours: bool
    counting: Counting
    title_de: str
    title_en: str
    running_de: str
    running_en: str
    passed_de: str
    passed_en: str
    note_de: str
    note_en: str
    longer_for: tuple[str, ...]
    after_report_for: tuple[str, ...]
    only_for: tuple[str, ...]
    reasons_end_it: bool
    recommended_stays_usual: bool
    must_be_told: str
    editions: tuple[RuleEdition, ...]

    def edition_on(self, day: date) -> RuleEdition | None:
        """The edition that holds on a day; ``None`` before the rule came."""
        return next((one for one in self.editions if one.valid.holds_on(day)), None)

    def title(self) -> str:
        """What it is called, in the language of the screen."""
        return _chosen(self.title_de, self.title_en)

    def running(self) -> str:
        """What follows when it runs out, said while it still runs."""
        return _chosen(self.running_de, self.running_en)

    def passed(self) -> str:
        """What is to be done once it has run out; never a promise."""
        return _chosen(self.passed_de, self.passed_en)

    def note(self) -> str:
        """What limits it, empty when nothing does."""
        return _chosen(self.note_de, self.note_en)


@dataclass(frozen=True, slots=True)
class CourseRule:
    """What can hold for an application of one kind: the rules by their kind."""

    code: str
    title_de: str
    title_en: str
    rules: Mapping[Kind, DeadlineRule] = field(hash=False)

    def title(self) -> str:
        """What it is called, in the language of the screen."""
        return _chosen(self.title_de, self.title_en)


@cache
def load_deadline_rules() -> Mapping[str, DeadlineRule]:
    """Every rule by its code, read once; raises ValueError for damaged data."""
    return read_deadline_rules(resource("deadlines"))


@cache
def load_courses() -> Mapping[str, CourseRule]:
    """The course of applications by the ``deadline_rule`` of a programme, read once; ``none`` is among them."""
    return read_courses(resource("deadlines"), load_deadline_rules())


def read_deadline_rules(folder: Path) -> Mapping[str, DeadlineRule]:
    """The rules in a folder by their code; raises ValueError naming file and rule for damaged data."""
    counting = {name: Counting(**row) for name, row in _read(folder / "counting.toml").items()}
    rules: dict[str, DeadlineRule] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.stem in _NOT_RULES:
            continue
        for row in _read(path)["rule"]:
            if row["code"] in rules:
                raise ValueError(f"{path.name}, {row['code']}: comes twice")
            rules[row["code"]] = _rule(path, row, counting)
    return MappingProxyType(rules)


def read_courses(folder: Path, rules: Mapping[str, DeadlineRule]) -> Mapping[str, CourseRule]:
    """The courses in a folder by their code; raises ValueError naming the course for damaged data."""
    courses: dict[str, CourseRule] = {}
    for code, row in _read(folder / "courses.toml").items():
        named = {kind: row[kind] for kind in KINDS if kind in row}
        named |= _of_remedy(row.get("remedy", ""), named)
        unknown = [rule for kind, rule in named.items() if rule not in rules or rules[rule].kind != kind]
        if unknown:
            raise ValueError(f"courses.toml, {code}: no such rule {', '.join(unknown)}")
        found = MappingProxyType({kind: rules[rule] for kind, rule in named.items()})
        courses[code] = CourseRule(code, row["title"], row["title_en"], found)
    return MappingProxyType(courses)


def _of_remedy(remedy: str, named: Mapping[Kind, str]) -> dict[Kind, str]:
    """What every notice brings with it: objection, court, inaction, review; a proof can be asked for anywhere."""
    always: dict[Kind, str] = {"proof": "proof"}
    if not remedy:
        return always
    kinds: tuple[Kind, ...] = ("objection", "objection_decision", "lawsuit", "inaction")
    by_remedy: dict[Kind, str] = {kind: f"{remedy}_{kind}" for kind in kinds}
    review: dict[Kind, str] = {"review": named.get("review", "sgb10_44")}
    announced = named.get("announced_decision", "announced_plain")
    return always | by_remedy | review | {"announced_decision": announced, "delivery": "sgb10_37_2"}


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _rule(path: Path, row: Mapping[str, Any], counting: Mapping[str, Counting]) -> DeadlineRule:
    try:
        if row["kind"] not in KINDS:
            raise ValueError(f"{path.name}, {row['code']}: unknown kind {row['kind']}")
        return DeadlineRule(
            code=row["code"],
            kind=row["kind"],
            is_ours=row.get("is_ours", False),
            counting=counting[row["counting"]],
            **_texts(row),
            longer_for=tuple(row.get("longer_for", ())),
            after_report_for=tuple(row.get("after_report_for", ())),
            only_for=tuple(row.get("only_for", ())),
            reasons_end_it=row.get("reasons_end_it", True),
            recommended_stays_usual=row.get("recommended_stays_usual", False),
            must_be_told=row.get("must_be_told", ""),
            editions=_editions(path, row),
        )
    except KeyError as missing:
        raise ValueError(f"{path.name}, {row.get('code')}: missing or wrong {missing}") from None


def _texts(row: Mapping[str, Any]) -> dict[str, str]:
    names = ("title", "running", "passed", "note")
    german = {f"{name}_de": row.get(name, "") for name in names}
    return german | {f"{name}_en": row.get(f"{name}_en", "") for name in names}


def _editions(path: Path, row: Mapping[str, Any]) -> tuple[RuleEdition, ...]:
    found = sorted(
        (_edition(path, row["code"], one) for one in row["edition"]),
        key=lambda one: one.valid.begin or date.min,
    )
    for earlier, later in pairwise(found):
        if earlier.valid.meets(later.valid):
            raise ValueError(f"{path.name}, {row['code']}: two editions hold on the same day")
    return tuple(found)


def _edition(path: Path, code: str, row: Mapping[str, Any]) -> RuleEdition:
    lengths = dict(_lengths(path, code, row["lengths"]))
    return RuleEdition(
        law=row["law"],
        valid=Validity(row.get("valid_from"), row.get("valid_to")),
        lengths=MappingProxyType(lengths),
        laws=MappingProxyType(
            {name: row.get(f"{name}_law", row["law"]) for name in (*lengths, "recommended")}
        ),
        source=row["source"],
        checked_on=row["checked_on"],
        confidence=CONFIDENCES[row["confidence"]],
        is_unsettled=row.get("is_unsettled", False),
    )


def _lengths(path: Path, code: str, row: Mapping[str, Any]) -> Iterator[tuple[str, Length]]:
    if USUAL not in row:
        raise ValueError(f"{path.name}, {code}: has no usual length")
    for name, one in row.items():
        if one["unit"] not in get_args(Unit) or one["count"] < 0:
            raise ValueError(f"{path.name}, {code}: {name} is no length")
        yield name, Length(one["count"], one["unit"])
