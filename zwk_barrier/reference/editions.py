"""The texts of the tables that verdicts rest on: as shipped, as kept with a finished visit, as added by the office.

A finished visit keeps these very texts, so that a report printed years later is judged by what was
known on the day.  Readers of these tables therefore go on reading every column layout ever released.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from zwk_barrier.resources import resource

SHIPPED: Final = (
    "requirements/profiles.csv",
    "requirements/din18040_2_2011.csv",
    "requirements/kfw_tma.csv",
    "requirements/same.csv",
    "requirements/individual.csv",
    "codes/measuring_method.csv",
)
OWN_CRITERIA: Final = "own/criteria.csv"
OWN_PROFILES: Final = "own/profiles.csv"


@dataclass(frozen=True, slots=True)
class Edition:
    """Tables by name, and the SHA-256 of them all, by which they are told apart."""

    digest: str
    files: Mapping[str, str] = field(hash=False, compare=False)


def edition_of(files: Mapping[str, str]) -> Edition:
    """The edition these tables make."""
    canonical = json.dumps(dict(sorted(files.items())), ensure_ascii=False, separators=(",", ":"))
    return Edition(hashlib.sha256(canonical.encode()).hexdigest(), dict(files))


@cache
def shipped_edition() -> Edition:
    """The tables as they come with this program, read once."""
    return edition_of({name: resource(*name.split("/")).read_text("utf-8") for name in SHIPPED})


def with_own(own: Mapping[str, str]) -> Edition:
    """The shipped tables and the office's own beside them."""
    return shipped_edition() if not own else edition_of({**shipped_edition().files, **own})
