"""What a funding programme is: who it is for, what it pays and until when, each amount and status with its dates.

Programmes are data (``resources/programmes``); what follows from them for a person is decided in
``rules.funding``.  Amounts are whole euro cents, shares whole percent.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from zwk_barrier import wording
from zwk_barrier.reference.table import Confidence, Validity

Kind: TypeAlias = Literal["grant", "in_kind", "loan", "tax", "right", "monthly", "advice"]
"""What a person gets: money, a thing, borrowed money, less tax, a claim, money each month, or advice."""

Calculation: TypeAlias = Literal["heads", "aids", "share", "full", "none"]
"""How an amount comes about: per entitled person, per aid less the co-payment, a share, the whole cost, not at all."""

BeforeStart: TypeAlias = Literal["binding", "recommended", "none"]
"""Whether the application has to come before the work: else lost, better so, or of no matter."""

State: TypeAlias = Literal["active", "closed", "unclear"]
Unit: TypeAlias = Literal["cents", "percent", "months", "number", "state"]

STATUS: Final = "status"
FUNDS: Final = frozenset({"kk", "pk1", "pk4"})  # payers: the person's own health or care fund

FIELDS: Final[dict[str, Unit]] = {
    "per_person": "cents",
    "household_cap": "cents",
    "persons_before_split": "number",
    "beihilfe_percent": "percent",
    "percent": "percent",
    "cost_cap": "cents",
    "min_cost": "cents",
    "most": "cents",
    "copay_percent": "percent",
    "copay_least": "cents",
    "copay_most": "cents",
    "monthly_copay_most": "cents",
    "per_month": "cents",
    "support_per_month": "cents",
    "house_percent": "percent",
    "house_cost_cap": "cents",
    "house_most": "cents",
    "lump_sum": "cents",
    "allowance": "cents",
    STATUS: "state",
}
"""What can be dated, and its unit; a field may be told apart further by a dot (``lump_sum.gdb_50``)."""


def unit_of(field: str) -> Unit | None:
    """The unit of a field, ``None`` when there is no such field."""
    return FIELDS.get(field.partition(".")[0])


def _chosen(german: str, english: str) -> str:
    return english if wording.language() == "en" else german


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from and when it was last looked up; confidence ``L`` is to be shown as "zu prüfen"."""

    text: str
    confidence: Confidence
    checked_on: date

    @property
    def is_uncertain(self) -> bool:
        """Whether it must be shown as "zu prüfen"."""
        return self.confidence == "L"


@dataclass(frozen=True, slots=True)
class Amount:
    """One value of one field and the days it holds on; ``value`` in the field's unit (:data:`FIELDS`)."""

    field: str
    value: int
    valid: Validity
    source: Source
    note_de: str = ""
    note_en: str = ""

    @property
    def unit(self) -> Unit:
        """Cents, percent, months or a number."""
        return FIELDS[self.field.partition(".")[0]]

    def note(self) -> str:
        """What to know about it, in the language of the screen; often nothing."""
        return _chosen(self.note_de, self.note_en)


@dataclass(frozen=True, slots=True)
class Status:
    """Whether applications are taken, from when to when; ``source.checked_on`` is the last look."""

    state: State
    valid: Validity
    source: Source
    note_de: str = ""
    note_en: str = ""

    def note(self) -> str:
        """What to know about it, in the language of the screen; often nothing."""
        return _chosen(self.note_de, self.note_en)


@dataclass(frozen=True, slots=True)
class Question:
    """Something this program cannot know and the advisor has to ask: its ``code`` and the sentence.

    ``is_claim`` says that whether there is a claim at all hangs on it.
    """

    code: str
    text_de: str
    text_en: str
    is_claim: bool

    def text(self) -> str:
        """The sentence in the language of the screen."""
        return _chosen(self.text_de, self.text_en)


@dataclass(frozen=True, slots=True)
class Hint:
    """What to mind with a programme, with the law or ruling behind it."""

    text_de: str
    text_en: str
    law: str
    source: Source

    def text(self) -> str:
        """The sentence in the language of the screen."""
        return _chosen(self.text_de, self.text_en)


@dataclass(frozen=True, slots=True)
class Conditions:
    """Who a programme is for; what is empty or ``None`` is not asked.

    ``care_grades`` count for the ``whose`` (the client, or anybody in the household).  ``insurance`` is what
    the client's must be; ``concerns_insurance`` too, but others are not told of the programme.  ``behind``
    are insurance types whose payer goes first, by ``behind_law``.  ``consent`` and ``quote`` ask for the
    landlord's or owners' yes and an offer.  All values are codes of the code lists.
    """

    care_grades: tuple[str, ...]
    whose: Literal["client", "household"]
    is_at_home: bool
    household_forms: tuple[str, ...]
    not_household_forms: tuple[str, ...]
    insurance: tuple[str, ...]
    concerns_insurance: tuple[str, ...]
    behind: tuple[str, ...]
    behind_law: str
    tenures: tuple[str, ...]
    is_condominium: bool | None
    lands: tuple[str, ...]
    incomes: tuple[str, ...]
    is_disabled: bool
    degree_least: int | None
    is_employed: bool
    consent: bool
    quote: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class NeverPays:
    """A measure of the catalogue a programme does not pay for (``disputed``: only in single cases), and why."""

    measure: str
    is_disputed: bool
    reason_de: str
    reason_en: str
    source: Source

    def reason(self) -> str:
        """Why, in the language of the screen."""
        return _chosen(self.reason_de, self.reason_en)


@dataclass(frozen=True, slots=True)
class PaysFor:
    """Which measures a programme can pay for.

    A measure belongs to it when one of its likely payers (code list payer) is in ``payers``, or its kind
    (measure_kind) in ``kinds``; one without any payer when its kind is in ``kinds_without_payer``.  With
    ``only_kinds`` none of another kind does.
    ``is_one_measure`` says that all that is needed at one time is one measure.  ``without_measures`` says
    that the programme is of use even when no measure belongs to it.
    """

    payers: tuple[str, ...]
    kinds: tuple[str, ...]
    kinds_without_payer: tuple[str, ...]
    only_kinds: tuple[str, ...]
    is_consent_only: bool
    is_one_measure: bool
    without_measures: bool
    exceptions: tuple[NeverPays, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no measure ever belongs to it."""
        return not (self.payers or self.kinds or self.kinds_without_payer or self.is_consent_only)


@dataclass(frozen=True, slots=True)
class Combination:
    """How programmes stand to one another, by code.

    ``after`` come first, ``not_with`` never pay for the same measure, with ``check_with`` that is undecided,
    ``adds_to`` are those it is paid on top of.
    """

    after: tuple[str, ...]
    not_with: tuple[str, ...]
    check_with: tuple[str, ...]
    adds_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Procedure:
    """How it is applied for: when, by which deadline rule the payer must decide, and the proof period in months.

    ``deadline_rule`` is a code of ``resources/deadlines`` or ``none``.
    """

    before_start: BeforeStart
    deadline_rule: str
    proof_months: int | None


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme; ``payers`` (code list payer) and ``evidence`` are codes, ``rank`` the order of who pays first.

    ``is_counted`` says whether its money can be reckoned with: not where income decides, or a purse is small.
    """

    code: str
    title_de: str
    title_en: str
    title_ls: str
    who_de: str
    who_en: str
    law: str
    kind: Kind
    payers: tuple[str, ...]
    calculation: Calculation
    rank: int
    is_counted: bool
    conditions: Conditions
    pays_for: PaysFor
    combination: Combination
    procedure: Procedure
    evidence: tuple[str, ...]
    amounts: tuple[Amount, ...]
    statuses: tuple[Status, ...]
    hints: tuple[Hint, ...]
    source: Source

    @property
    def is_of_a_fund(self) -> bool:
        """Whether the person's own health or care fund pays."""
        return not FUNDS.isdisjoint(self.payers)

    def title(self, language: str | None = None) -> str:
        """Its name in ``de``, ``en`` or ``ls`` (easy to read); without a language, that of the screen."""
        names = {"en": self.title_en, "ls": self.title_ls}
        return names.get(language or wording.language(), self.title_de)

    def who(self) -> str:
        """Who it is for, in the language of the screen."""
        return _chosen(self.who_de, self.who_en)

    def amount(self, field: str, day: date) -> Amount | None:
        """The row of a field that holds on ``day``, ``None`` when none does."""
        return next((row for row in self.amounts if row.field == field and row.valid.holds_on(day)), None)

    def value(self, field: str, day: date) -> int | None:
        """The value of a field on ``day``, ``None`` when none holds."""
        row = self.amount(field, day)
        return None if row is None else row.value

    def amounts_on(self, day: date) -> tuple[Amount, ...]:
        """All rows that hold on ``day``."""
        return tuple(row for row in self.amounts if row.valid.holds_on(day))

    def status_on(self, day: date) -> Status | None:
        """Whether applications are taken on ``day``; ``None`` when nothing is known of that day."""
        return next((row for row in self.statuses if row.valid.holds_on(day)), None)
