"""What is computed: a period with every step that leads to its end."""

from dataclasses import dataclass
from datetime import date

from zwk_barrier.reference.deadline_rules import Kind


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a computation as a sentence, by which law, and the day it leads to where there is one."""

    text: str
    law: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Computed:
    """A period of one application; the last of its ``steps`` leads to ``due_on``.

    ``is_ours`` says that the person or the office must act by ``due_on``, else the other side must.
    ``settled_on`` is the day what was due happened, also when that was too late.  ``edition`` names law and
    version of the rule, ``checked_on`` when somebody last looked at it.  ``is_uncertain`` is to be shown as "zu
    prüfen".  ``consequence`` says what follows, never that something is granted.
    """

    kind: Kind
    starts_on: date
    due_on: date
    is_ours: bool
    settled_on: date | None
    steps: tuple[Step, ...]
    edition: str
    law: str
    source: str
    checked_on: date
    is_uncertain: bool
    title: str
    consequence: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that keeps a period from being computed: the kind of period, the field of ``Course``, a sentence."""

    kind: Kind
    field: str
    text: str
