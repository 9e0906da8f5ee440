"""What a frozen period holds, as text: JSON in zlib and base64, known by its SHA-256."""

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from zwk_barrier.statistics.base_table import BaseTable
from zwk_barrier.statistics.money import MoneyTable
from zwk_barrier.statistics.totals import Totals


@dataclass(frozen=True)
class Content:
    """The joint base table of every unit, exact and as it may be told, with money and what concerns no persons.

    ``shown`` are, for a period frozen with dots, the cells of the tables that may be shown.
    """

    exact: Mapping[str, BaseTable]
    protected: Mapping[str, BaseTable]
    money: Mapping[str, MoneyTable] = field(default_factory=dict)
    totals: Totals = field(default_factory=Totals)
    shown: Mapping[str, Any] = field(default_factory=dict)


def packed_content(content: Content) -> tuple[str, str]:
    """The text of a content and its SHA-256; the same content always gives the same."""
    words = {
        "units": {name: _unit(content, name) for name in content.exact},
        "money": {name: table.as_words() for name, table in content.money.items()},
        "totals": content.totals.as_words(),
        "shown": dict(content.shown),
    }
    plain = json.dumps(words, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return base64.b64encode(zlib.compress(plain, 6)).decode("ascii"), hashlib.sha256(plain).hexdigest()


def unpacked_content(text: str, digest: str) -> Content:
    """The content of a text; raises ValueError when it is not the one of that SHA-256."""
    plain = zlib.decompress(base64.b64decode(text))
    if hashlib.sha256(plain).hexdigest() != digest:
        raise ValueError("the counts of a frozen period are not those that were frozen")
    words = json.loads(plain)
    tables = {name: _tables(name, unit) for name, unit in words["units"].items()}
    return Content(
        {name: exact for name, (exact, _protected) in tables.items()},
        {name: protected for name, (_exact, protected) in tables.items()},
        {name: MoneyTable.from_words(name, table) for name, table in words["money"].items()},
        Totals.from_words(words["totals"]),
        words["shown"],
    )


def _unit(content: Content, name: str) -> dict[str, Any]:
    exact, protected = content.exact[name], content.protected[name]
    return {
        "dimensions": list(exact.dimensions),
        "codes": [list(codes) for codes in exact.codes],
        "columns": exact.rows.T.tolist(),
        "exact": exact.counts.tolist(),
        "protected": protected.counts.tolist(),
    }


def _tables(name: str, words: Mapping[str, Any]) -> tuple[BaseTable, BaseTable]:
    dimensions = tuple(words["dimensions"])
    counts = np.array(words["exact"], np.int64)
    rows = np.array(words["columns"], np.int32).reshape(len(dimensions), len(counts)).T
    codes = tuple(tuple(known) for known in words["codes"])
    exact = BaseTable(name, dimensions, codes, rows, counts)
    return exact, exact.with_counts(np.array(words["protected"], np.int64))
