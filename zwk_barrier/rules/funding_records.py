"""What a funding check asks and what it answers, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from zwk_barrier.reference.programme import Amount, Programme
from zwk_barrier.rules.funding_amounts import Reckoning

Standing: TypeAlias = Literal["possible", "missing", "unclear", "closed", "excluded"]
"""Can be applied for; something is missing; the programme's state is unclear; takes no applications; not for
this person."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the household: codes care_grade and insurance_type, and the percent a private policy pays."""

    care_grade: str | None
    insurance_type: str | None
    insurance_share: int | None = None
    is_client: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """The person and the dwelling as a funding check sees them; what is ``None`` is not known.

    ``day`` is the day whose rules and amounts hold.  ``members`` are the client and all who live there.
    Codes: tenure, household_form, income, disability_marks (disability_mark), impairments (impairment), land;
    ``landlord_consent`` and ``owners_resolution`` are of the code list consent_state.
    """

    day: date
    members: tuple[Member, ...] = ()
    tenure: str | None = None
    household_form: str | None = None
    income: str | None = None
    disability_degree: int | None = None
    disability_marks: tuple[str, ...] = ()
    impairments: tuple[str, ...] = ()
    is_employed: bool | None = None
    is_adult: bool | None = None
    land: str | None = None
    landlord_consent: str | None = None
    owners_resolution: str | None = None
    is_condominium: bool | None = None

    @property
    def client(self) -> Member:
        """The client; somebody of whom nothing is known when no member is marked."""
        return next((one for one in self.members if one.is_client), Member(None, None, is_client=True))


@dataclass(frozen=True, slots=True)
class Need:
    """A measure as funding sees it; costs in euro cents, ``None`` where nothing is estimated.

    Codes: kind (measure_kind), payers (payer), status (measure_status).
    """

    id: str
    title: str
    kind: str | None = None
    catalogue_number: str | None = None
    payers: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    has_quote: bool = False
    needs_consent: bool = False
    status: str | None = None
    ordered_on: date | None = None
    done_on: date | None = None

    @property
    def is_begun(self) -> bool:
        """Whether it is ordered, under way or done."""
        is_dated = self.ordered_on is not None or self.done_on is not None
        return is_dated or self.status in {"beauftragt", "in_arbeit", "umgesetzt", "teilweise"}


@dataclass(frozen=True, slots=True)
class Grant:
    """What a programme has granted already, in euro cents; ``needs`` are the ids of the measures it was for.

    ``is_new_need`` says that the need had changed by then, so that it opened a measure of its own.  To say
    that the need has changed now, add a grant of 0 with ``is_new_need``.
    """

    programme: str
    amount: int
    day: date | None = None
    needs: tuple[str, ...] = ()
    is_new_need: bool | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """What is still missing for an application: a code for the way there, and a sentence.

    ``is_claim`` says that whether there is a claim at all hangs on it; papers can be got, a claim cannot.
    """

    code: str
    text: str
    is_claim: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence and the law it rests on, which may be empty."""

    text: str
    law: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a programme could mean to this person: never a promise.

    ``needs`` are the measures it can pay for.  ``cap`` is the most it pays for them whatever they cost, less
    what was ``used``; ``None`` where there is no limit in euros.  ``most`` is what it pays with the upper
    costs known today; ``most_if_known`` the same if what is unknown (a private insurer's share) turns out at
    its best.  ``rule_day`` is the day whose ``amounts`` hold.  ``not_with`` are programmes that do not pay for the
    same measure, ``check_with`` those beside which that is undecided, ``after`` those that come first.
    All in euro cents.
    """

    programme: Programme
    standing: Standing
    needs: tuple[str, ...]
    cap: int | None
    used: int
    most: int
    most_if_known: int
    missing: tuple[Missing, ...]
    reasons: tuple[Reason, ...]
    warnings: tuple[Reason, ...]
    amounts: tuple[Amount, ...]
    rule_day: date
    is_counted: bool
    not_with: tuple[str, ...]
    check_with: tuple[str, ...]
    after: tuple[str, ...]
    rank: int
    reckoning: Reckoning

    @property
    def code(self) -> str:
        """The programme's code."""
        return self.programme.code

    def pays(self, costs: Mapping[str, int]) -> int:
        """The most it pays for these needs at these costs; needs it is not for count nothing."""
        return self.reckoning.pays([costs[one] for one in self.needs if one in costs])
